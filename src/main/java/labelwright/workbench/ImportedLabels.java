package labelwright.workbench;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import labelwright.geometry.ShapeKind;
import labelwright.model.AttributeDefinition;
import labelwright.model.AttributeKind;
import labelwright.model.Colour;
import labelwright.model.LabelClass;
import labelwright.model.LabelId;
import labelwright.model.LabelSchema;
import labelwright.model.Project;
import labelwright.model.ProjectId;
import labelwright.model.RelationType;
import labelwright.model.RelationTypeId;
import labelwright.model.SkeletonTemplate;
import labelwright.store.ImportBatch;
import labelwright.store.LabelDraft;
import labelwright.store.ProjectRepository;

/// The labels of an import: those the project lacks are added in the order of the files, and every label allows the shapes that were found
/// with it. Types of relation, skeletons, attributes and questions about items that the files bring and the project lacks are added too. One thread.
final class ImportedLabels {
    private final ImportBatch batch;
    private final ProjectRepository projects;
    private final ProjectId project;
    private final Set<ShapeKind> shapes;
    private final Map<String, RelationType> relations = new HashMap<>();
    private final ImportedAttributes attributes = new ImportedAttributes();
    private final ImportedQuestions questions = new ImportedQuestions();
    private final Map<String, LabelId> ids = new HashMap<>();
    private final Map<LabelId, Set<ShapeKind>> found = new LinkedHashMap<>();
    private final List<LabelId> added = new ArrayList<>();
    private final Map<String, SkeletonTemplate> skeletons = new HashMap<>();

    ImportedLabels(ImportBatch batch, ProjectRepository projects, Project project) {
        this.batch = batch;
        this.projects = projects;
        this.project = project.id();
        this.shapes = Projects.shapes(project.kind());
        LabelSchema schema = projects.project(project.id()).schema();
        schema.labels().forEach(label -> ids.put(label.name(), label.id()));
        schema.relations().forEach(type -> relations.put(type.name(), type));
    }

    void declare(String name) {
        if (!ids.containsKey(name)) {
            LabelClass label = batch.addLabel(new LabelDraft(name, Colour.ofPalette(ids.size()), shapes));
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

    void attribute(String label, AttributeDefinition definition) {
        attributes.declare(label, definition);
    }

    /// A question that may only be answered in these ways.
    void choices(String question, List<String> options) {
        questions.offer(question, options);
    }

    void declareRelation(String name) {
        if (!relations.containsKey(name)) {
            relations.put(name, batch.addRelationType(new RelationType(new RelationTypeId(0), name, Colour.ofPalette(relations.size()),
                    RelationType.Direction.DIRECTED)));
        }
    }

    RelationTypeId relation(String name) {
        declareRelation(name);
        RelationType type = relations.get(name);
        if (type == null) {
            throw new IllegalStateException("The relation \"" + name + "\" was declared and is not there");
        }
        return type.id();
    }

    void question(String name, AttributeKind kind) {
        questions.declare(name, kind);
    }

    /// @param answers about one item, by question
    void asked(Map<String, String> answers) {
        questions.answered(answers);
    }

    void fitToFound() {
        LabelSchema schema = projects.project(project).schema();
        List<LabelClass> labels = new ArrayList<>();
        for (LabelClass label : schema.labels()) {
            Set<ShapeKind> fitting = EnumSet.noneOf(ShapeKind.class);
            fitting.addAll(found.getOrDefault(label.id(), Set.of()));
            if (!added.contains(label.id()) || fitting.isEmpty()) {
                fitting.addAll(label.shapes());
            }
            LabelClass fitted = attributes.added(label).withShapes(fitting);
            labels.add(label.findSkeleton().isPresent() ? fitted : fitted.withSkeleton(skeletons.get(label.name())));
        }
        LabelSchema changed = schema.withLabels(labels).withPicture(questions.added(schema.picture()));
        if (!changed.equals(schema)) {
            projects.saveSchema(project, changed);
        }
    }
}
