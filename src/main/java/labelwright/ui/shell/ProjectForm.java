package labelwright.ui.shell;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import labelwright.geometry.ShapeKind;
import labelwright.model.AttributeCondition;
import labelwright.model.AttributeDefinition;
import labelwright.model.AttributeForm;
import labelwright.model.Colour;
import labelwright.model.LabelClass;
import labelwright.model.LabelId;
import labelwright.model.LabelSchema;
import labelwright.model.LabelSchema.SubmitRule;
import labelwright.model.Project;
import labelwright.model.ProjectKind;
import labelwright.model.RelationType;
import labelwright.model.RelationType.Direction;
import labelwright.model.RelationTypeId;
import labelwright.model.SkeletonTemplate;
import labelwright.workbench.Projects;

/// What a person has entered about a project: its name, its kind, its labels in the order of their keys, its types of relation. Decides whether it can be stored.
final class ProjectForm {

    /// One line of the table of labels.
    ///
    /// @param id negative for a label that is new
    record Line(LabelId id, String name, Colour colour, Set<ShapeKind> shapes, AttributeForm attributes,
            @Nullable SkeletonTemplate skeleton) {
        Line {
            shapes = Set.copyOf(shapes);
        }

        Line withName(String changed) {
            return new Line(id, changed, colour, shapes, attributes, skeleton);
        }

        Line withColour(Colour changed) {
            return new Line(id, name, changed, shapes, attributes, skeleton);
        }

        Line withShapes(Set<ShapeKind> changed) {
            return new Line(id, name, colour, changed, attributes, skeleton);
        }

        Line withAttributes(AttributeForm changed) {
            return new Line(id, name, colour, shapes, changed, skeleton);
        }

        /// @param changed null to take it away
        Line withSkeleton(@Nullable SkeletonTemplate changed) {
            return new Line(id, name, colour, shapes, attributes, changed);
        }

        private static Line of(LabelClass label) {
            return new Line(label.id(), label.name(), label.colour(), label.shapes(), label.attributes(), label.skeleton());
        }

        private LabelClass label() {
            return new LabelClass(id, name.strip(), colour, shapes, attributes, skeleton);
        }
    }

    /// One line of the table of relations.
    ///
    /// @param id negative for a type that is new
    record RelationLine(RelationTypeId id, String name, Colour colour, Direction direction) {
        RelationLine withName(String changed) {
            return new RelationLine(id, changed, colour, direction);
        }

        RelationLine withColour(Colour changed) {
            return new RelationLine(id, name, changed, direction);
        }

        RelationLine with(Direction changed) {
            return new RelationLine(id, name, colour, changed);
        }
    }

    /// What is wrong with the form.
    enum Fault {
        NO_NAME, NAME_TAKEN, LABEL_WITHOUT_NAME, LABEL_TWICE, LABEL_WITHOUT_SHAPE, RELATION_WITHOUT_NAME, RELATION_TWICE
    }

    private final Set<String> taken;
    private String name;
    private final List<Line> lines = new ArrayList<>();
    private AttributeForm picture = AttributeForm.EMPTY;
    private SubmitRule submitting = SubmitRule.ASK;
    private final List<RelationLine> relations = new ArrayList<>();
    private ProjectKind kind;
    private long nextNew = -1;

    private ProjectForm(String name, ProjectKind kind, List<String> taken) {
        this.name = name;
        this.kind = kind;
        this.taken = new HashSet<>(taken);
    }

    /// @param taken names of the other projects
    static ProjectForm empty(List<String> taken) {
        return new ProjectForm("", ProjectKind.IMAGE, taken);
    }

    static ProjectForm of(Project project, List<String> taken) {
        ProjectForm form = new ProjectForm(project.name(), project.kind(), taken);
        form.take(project.schema());
        return form;
    }

    /// Takes everything from the schema; labels with a negative id are new.
    void take(LabelSchema schema) {
        lines.clear();
        schema.labels().forEach(label -> lines.add(Line.of(label)));
        picture = schema.picture();
        submitting = schema.submitting();
        relations.clear();
        schema.relations().forEach(type -> relations.add(new RelationLine(type.id(), type.name(), type.colour(), type.direction())));
        nextNew = Math.min(nextNew, lines.stream().mapToLong(line -> line.id().value()).min().orElse(0) - 1);
        nextNew = Math.min(nextNew, relations.stream().mapToLong(line -> line.id().value()).min().orElse(0) - 1);
        fitShapes();
    }

    ProjectKind kind() {
        return kind;
    }

    /// Labels keep the shapes that such a project can have, or get all of them.
    void setKind(ProjectKind changed) {
        kind = changed;
        fitShapes();
    }

    private void fitShapes() {
        Set<ShapeKind> possible = Projects.shapes(kind);
        lines.replaceAll(line -> {
            Set<ShapeKind> both = new HashSet<>(line.shapes());
            both.retainAll(possible);
            return line.withShapes(both.isEmpty() ? possible : both);
        });
    }

    /// What was entered, with negative ids for new labels; only when there is no [#fault]. A condition on a label that is gone goes too.
    LabelSchema schema() {
        List<LabelClass> labels = lines.stream().map(Line::label).toList();
        Set<LabelId> there = new HashSet<>();
        labels.forEach(label -> there.add(label.id()));
        List<AttributeDefinition> asked = new ArrayList<>();
        for (AttributeDefinition definition : picture.definitions()) {
            Set<LabelId> kept = new HashSet<>(definition.condition().labels());
            kept.retainAll(there);
            asked.add(definition.with(new AttributeCondition(definition.condition().attribute(), definition.condition().values(), kept)));
        }
        List<RelationType> types = relations.stream()
                .map(line -> new RelationType(line.id(), line.name().strip(), line.colour(), line.direction())).toList();
        return new LabelSchema(labels, new AttributeForm(asked), types, submitting);
    }

    AttributeForm picture() {
        return picture;
    }

    void setPicture(AttributeForm changed) {
        picture = changed;
    }

    SubmitRule submitting() {
        return submitting;
    }

    void setSubmitting(SubmitRule changed) {
        submitting = changed;
    }

    String name() {
        return name.strip();
    }

    void setName(String changed) {
        name = changed;
    }

    List<Line> lines() {
        return List.copyOf(lines);
    }

    /// Adds a label for each name that is not there yet; names are parted by commas or line ends.
    void add(String names) {
        for (String part : names.split("[,，、;\\n]")) {
            String wanted = part.strip();
            if (!wanted.isEmpty() && lines.stream().noneMatch(line -> line.name().strip().equals(wanted))) {
                lines.add(
                        new Line(new LabelId(nextNew--), wanted, freeColour(), Projects.shapes(kind), AttributeForm.EMPTY, null));
            }
        }
    }

    void set(int index, Line line) {
        lines.set(index, line);
    }

    void remove(int index) {
        lines.remove(index);
    }

    /// Moves a label one place up (-1) or down (1); nothing happens at the end of the list.
    void move(int index, int by) {
        int to = index + by;
        if (to >= 0 && to < lines.size()) {
            lines.add(to, lines.remove(index));
        }
    }

    List<RelationLine> relations() {
        return List.copyOf(relations);
    }

    /// Adds a type of relation for each name that is not there yet; names are parted as those of labels.
    void addRelations(String names) {
        for (String part : names.split("[,，、;\\n]")) {
            String wanted = part.strip();
            if (!wanted.isEmpty() && relations.stream().noneMatch(line -> line.name().strip().equals(wanted))) {
                relations.add(new RelationLine(new RelationTypeId(nextNew--), wanted, Colour.ofPalette(relations.size()),
                        Direction.DIRECTED));
            }
        }
    }

    void setRelation(int index, RelationLine line) {
        relations.set(index, line);
    }

    void removeRelation(int index) {
        relations.remove(index);
    }

    /// The first thing that is wrong; empty when the form can be stored.
    Optional<Fault> fault() {
        if (name().isEmpty()) {
            return Optional.of(Fault.NO_NAME);
        }
        if (taken.stream().anyMatch(other -> other.toLowerCase(Locale.ROOT).equals(name().toLowerCase(Locale.ROOT)))) {
            return Optional.of(Fault.NAME_TAKEN);
        }
        Set<String> names = new HashSet<>();
        for (Line line : lines) {
            if (line.name().isBlank()) {
                return Optional.of(Fault.LABEL_WITHOUT_NAME);
            }
            if (!names.add(line.name().strip())) {
                return Optional.of(Fault.LABEL_TWICE);
            }
            if (line.shapes().isEmpty()) {
                return Optional.of(Fault.LABEL_WITHOUT_SHAPE);
            }
        }
        return relationFault();
    }

    private Optional<Fault> relationFault() {
        Set<String> names = new HashSet<>();
        for (RelationLine line : relations) {
            if (line.name().isBlank()) {
                return Optional.of(Fault.RELATION_WITHOUT_NAME);
            }
            if (!names.add(line.name().strip())) {
                return Optional.of(Fault.RELATION_TWICE);
            }
        }
        return Optional.empty();
    }

    private Colour freeColour() {
        Set<Colour> used = new HashSet<>();
        lines.forEach(line -> used.add(line.colour()));
        for (int i = 0; i <= lines.size(); i++) {
            if (!used.contains(Colour.ofPalette(i))) {
                return Colour.ofPalette(i);
            }
        }
        return Colour.ofPalette(lines.size());
    }
}
