package labelwright.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What is labelled in a project, and how.
///
/// @param labels in the order of their hotkeys: the first has key 1, the ninth key 9
/// @param picture what is asked about each whole picture; a check box there is a tag
/// @param relations the types of relation between two regions
/// @param submitting whether an answer may be called complete although a required attribute is not answered
public record LabelSchema(List<LabelClass> labels, AttributeForm picture, List<RelationType> relations, SubmitRule submitting) {

    /// What happens when somebody submits an answer in which a required attribute is missing.
    public enum SubmitRule {
        /// It stays as it is until everything is answered.
        ANSWERED_ONLY,
        /// The person is asked and may go on.
        ASK
    }

    public LabelSchema {
        labels = List.copyOf(labels);
        relations = List.copyOf(relations);
        Set<String> names = new HashSet<>();
        Set<LabelId> ids = new HashSet<>();
        for (LabelClass label : labels) {
            if (!names.add(label.name())) {
                throw new IllegalArgumentException("Two labels are called \"" + label.name() + "\"");
            }
            if (!ids.add(label.id())) {
                throw new IllegalArgumentException("Two labels have the id " + label.id());
            }
        }
        Set<String> relationNames = new HashSet<>();
        Set<RelationTypeId> relationIds = new HashSet<>();
        for (RelationType type : relations) {
            if (!relationNames.add(type.name())) {
                throw new IllegalArgumentException("Two relations are called \"" + type.name() + "\"");
            }
            if (!relationIds.add(type.id())) {
                throw new IllegalArgumentException("Two relations have the id " + type.id());
            }
        }
    }

    /// Has no relations.
    public LabelSchema(List<LabelClass> labels, AttributeForm picture, SubmitRule submitting) {
        this(labels, picture, List.of(), submitting);
    }

    /// Asks nothing about the whole picture and has no relations.
    public LabelSchema(List<LabelClass> labels) {
        this(labels, AttributeForm.EMPTY, SubmitRule.ASK);
    }

    public LabelSchema withLabels(List<LabelClass> changed) {
        return new LabelSchema(changed, picture, relations, submitting);
    }

    public LabelSchema withPicture(AttributeForm changed) {
        return new LabelSchema(labels, changed, relations, submitting);
    }

    public LabelSchema with(SubmitRule changed) {
        return new LabelSchema(labels, picture, relations, changed);
    }

    public LabelSchema withRelations(List<RelationType> changed) {
        return new LabelSchema(labels, picture, changed, submitting);
    }

    public Optional<RelationType> findRelation(RelationTypeId id) {
        return relations.stream().filter(type -> type.id().equals(id)).findFirst();
    }

    public Optional<RelationType> findRelationByName(String name) {
        return relations.stream().filter(type -> type.name().equals(name)).findFirst();
    }

    /// Everything that is required, asked for and not answered: of the picture first, then region by region in drawing order.
    public List<OpenQuestion> openQuestions(AnnotationSet set) {
        List<OpenQuestion> open = new ArrayList<>();
        picture.missing(set.answers(), set.labels()).forEach(missing -> open.add(new OpenQuestion(null, missing.name())));
        Map<LabelId, LabelClass> byId = new HashMap<>();
        labels.forEach(label -> byId.put(label.id(), label));
        for (Annotation region : set.annotations()) {
            LabelClass label = byId.get(region.label());
            if (label != null && !label.attributes().isEmpty()) {
                label.attributes().missing(region.attributes())
                        .forEach(missing -> open.add(new OpenQuestion(region.id(), missing.name())));
            }
        }
        return open;
    }

    /// The region with the start values of its label.
    public Annotation started(Annotation region) {
        return find(region.label()).filter(label -> !label.attributes().isEmpty())
                .map(label -> region.withAttributes(label.attributes().started(region.attributes(), Set.of()))).orElse(region);
    }

    /// The region with another label: what only the old label asks about goes, what the new one asks gets its start values, and
    /// what no label defines stays.
    public Annotation relabelled(Annotation region, LabelId to) {
        Map<String, String> values = new HashMap<>(region.attributes());
        AttributeForm after = find(to).map(LabelClass::attributes).orElse(AttributeForm.EMPTY);
        find(region.label()).ifPresent(old -> old.attributes().definitions().forEach(definition -> {
            String value = values.getOrDefault(definition.name(), "");
            boolean fits = after.find(definition.name()).filter(next -> next.type().accepts(value)).isPresent();
            if (!fits && !RegionFacts.isCommon(definition.name())) {
                values.remove(definition.name());
            }
        }));
        return region.withLabel(to).withAttributes(after.started(values, Set.of()));
    }

    public Optional<LabelClass> find(LabelId id) {
        return labels.stream().filter(label -> label.id().equals(id)).findFirst();
    }

    public Optional<LabelClass> findByName(String name) {
        return labels.stream().filter(label -> label.name().equals(name)).findFirst();
    }

    /// @throws IllegalArgumentException when the schema has no such label
    public LabelClass label(LabelId id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("The project has no label with the id " + id));
    }

    /// The place of the label, counted from 0; -1 when it is not here.
    public int indexOf(LabelId id) {
        for (int i = 0; i < labels.size(); i++) {
            if (labels.get(i).id().equals(id)) {
                return i;
            }
        }
        return -1;
    }

    public List<String> names() {
        return labels.stream().map(LabelClass::name).toList();
    }
}
