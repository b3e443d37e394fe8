package labelwright.workbench;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import labelwright.geometry.ShapeKind;
import labelwright.model.AttributeDefinition;
import labelwright.model.AttributeForm;
import labelwright.model.AttributeType;
import labelwright.model.Colour;
import labelwright.model.LabelClass;
import labelwright.model.LabelId;
import labelwright.model.LabelSchema;
import labelwright.model.ProjectId;
import labelwright.model.SkeletonTemplate;
import labelwright.store.ImportBatch;
import labelwright.store.LabelDraft;
import labelwright.store.ProjectRepository;

/// The labels of an import: those the project lacks are added in the order of the files, and every label allows the shapes that were found
/// with it. Skeletons and questions about pictures that the files bring and the project lacks are added too. One thread.
final class ImportedLabels {
    private final ImportBatch batch;
    private final ProjectRepository projects;
    private final ProjectId project;
    private final Map<String, LabelId> ids = new HashMap<>();
    private final Map<LabelId, Set<ShapeKind>> found = new LinkedHashMap<>();
    private final List<LabelId> added = new ArrayList<>();
    private final Map<String, SkeletonTemplate> skeletons = new HashMap<>();
    private final Map<String, Set<String>> choices = new LinkedHashMap<>();
    /// Whether all answers to a question about a picture are yes.
    private final Map<String, Boolean> questions = new LinkedHashMap<>();

    ImportedLabels(ImportBatch batch, ProjectRepository projects, ProjectId project) {
        this.batch = batch;
        this.projects = projects;
        this.project = project;
        for (LabelClass label : projects.project(project).schema().labels()) {
            ids.put(label.name(), label.id());
        }
    }

    void declare(String name) {
        if (!ids.containsKey(name)) {
            LabelClass label = batch.addLabel(new LabelDraft(name, Colour.ofPalette(ids.size()), ShapeKind.OF_PICTURES));
            ids.put(name, label.id());
            added.add(label.id());
        }
    }

    LabelId used(String name, ShapeKind shape) {
        declare(name);
        LabelId id = ids.get(name);
        if (id == null) {
            throw new IllegalStateException("The label \"" + name + "\" was declared and is not there");
        }
        found.computeIfAbsent(id, _ -> EnumSet.noneOf(ShapeKind.class)).add(shape);
        return id;
    }

    void skeleton(String label, SkeletonTemplate template) {
        skeletons.putIfAbsent(label, template);
    }

    /// A question that may only be answered in these ways.
    void choices(String question, List<String> options) {
        choices.computeIfAbsent(question, _ -> new LinkedHashSet<>()).addAll(options);
    }

    /// @param answers about one picture, by question
    void asked(Map<String, String> answers) {
        answers.forEach((question, answer) -> questions.merge(question, answer.equals(AttributeType.YES), Boolean::logicalAnd));
    }

    void fitToFound() {
        LabelSchema schema = projects.project(project).schema();
        List<LabelClass> labels = new ArrayList<>();
        for (LabelClass label : schema.labels()) {
            Set<ShapeKind> shapes = EnumSet.noneOf(ShapeKind.class);
            shapes.addAll(found.getOrDefault(label.id(), Set.of()));
            if (!added.contains(label.id()) || shapes.isEmpty()) {
                shapes.addAll(label.shapes());
            }
            LabelClass fitted = label.withShapes(shapes);
            labels.add(label.findSkeleton().isPresent() ? fitted : fitted.withSkeleton(skeletons.get(label.name())));
        }
        LabelSchema changed = schema.withLabels(labels).withPicture(withQuestions(schema.picture()));
        if (!changed.equals(schema)) {
            projects.saveSchema(project, changed);
        }
    }

    private AttributeForm withQuestions(AttributeForm form) {
        List<AttributeDefinition> definitions = new ArrayList<>(form.definitions().stream().map(this::withChoices).toList());
        questions.forEach((name, isTag) -> {
            if (!name.isBlank() && form.find(name).isEmpty()) {
                definitions.add(new AttributeDefinition(name, type(name, isTag)));
            }
        });
        return new AttributeForm(definitions);
    }

    private AttributeType type(String question, boolean isTag) {
        Set<String> options = choices.getOrDefault(question, Set.of());
        return options.isEmpty()
                ? isTag ? new AttributeType.Check() : new AttributeType.LongText()
                : new AttributeType.Select(List.copyOf(options));
    }

    /// Options that the project lacks come behind those that it has.
    private AttributeDefinition withChoices(AttributeDefinition definition) {
        Set<String> more = choices.getOrDefault(definition.name(), Set.of());
        if (!(definition.type() instanceof AttributeType.Select select) || select.options().containsAll(more)) {
            return definition;
        }
        Set<String> options = new LinkedHashSet<>(select.options());
        options.addAll(more);
        return definition.withType(new AttributeType.Select(List.copyOf(options)));
    }
}
