package labelwright.workbench;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import labelwright.geometry.ShapeKind;
import labelwright.model.AttributeUse;
import labelwright.model.Colour;
import labelwright.model.LabelClass;
import labelwright.model.LabelId;
import labelwright.model.LabelSchema;
import labelwright.model.Project;
import labelwright.model.ProjectId;
import labelwright.model.ProjectKind;
import labelwright.model.SkeletonTemplate;
import labelwright.store.LabelDraft;
import labelwright.store.ProjectRepository;
import labelwright.workbench.WorkbenchException.Reason;

/// Projects and their labels. Every change is stored when the method returns; the changed project comes back.
public final class Projects {
    private static final Set<ShapeKind> OF_TEXTS = Set.of(ShapeKind.SPAN);

    private final ProjectRepository store;

    Projects(ProjectRepository store) {
        this.store = store;
    }

    /// The kinds of shape that labels of such a project can allow.
    public static Set<ShapeKind> shapes(ProjectKind kind) {
        return switch (kind) {
            case IMAGE -> ShapeKind.OF_PICTURES;
            case TEXT -> OF_TEXTS;
        };
    }

    public List<Project> all() {
        return Faults.told(store::all);
    }

    public Project project(ProjectId id) {
        return Faults.told(() -> store.project(id));
    }

    public Optional<Project> findByName(String name) {
        return Faults.told(() -> store.findByName(name));
    }

    /// @throws WorkbenchException NOT_FOUND, naming the projects there are
    public Project byName(String name) {
        return findByName(name).orElseThrow(() -> {
            List<String> names = all().stream().map(Project::name).toList();
            return new WorkbenchException(Reason.NOT_FOUND, names.isEmpty()
                    ? "There is no project called \"" + name + "\"; the workspace has none yet."
                    : "There is no project called \"" + name + "\". There are: " + String.join(", ", names) + ".");
        });
    }

    /// A project with labels of its own making.
    ///
    /// @param schema its labels have negative ids, as [#saveSchema] wants for new ones
    public Project create(String name, ProjectKind kind, LabelSchema schema) {
        Project made = create(name, kind, List.of());
        try {
            return saveSchema(made.id(), schema);
        } catch (WorkbenchException e) {
            delete(made.id());
            throw e;
        }
    }

    /// Replaces everything that is said about labels and pictures, in one step. Labels with a negative id are new, labels that are missing go.
    /// @throws WorkbenchException when a label in use would go; says how often it is used, and nothing was changed
    public Project saveSchema(ProjectId id, LabelSchema schema) {
        return Faults.told(() -> store.saveSchema(id, fitted(store.project(id).kind(), schema)));
    }

    /// The labels of the schema with only those shapes that are possible in such a project: all that are, when a label names none of them.
    private static LabelSchema fitted(ProjectKind kind, LabelSchema schema) {
        Set<ShapeKind> possible = shapes(kind);
        return schema.withLabels(schema.labels().stream().map(label -> {
            Set<ShapeKind> both = EnumSet.copyOf(possible);
            both.retainAll(label.shapes());
            return label.withShapes(both.isEmpty() ? possible : both);
        }).toList());
    }

    /// What annotations and answers say that the schema would not know any more: it stays with them, but nothing asks for it.
    public List<AttributeUse> unknownTo(ProjectId id, LabelSchema schema) {
        return Faults.told(() -> store.unknownTo(id, schema));
    }

    /// @param labels names in the order of their keys; each allows every shape
    public Project create(String name, ProjectKind kind, List<String> labels) {
        if (name.isBlank()) {
            throw new WorkbenchException(Reason.INVALID, "A project needs a name.");
        }
        if (findByName(name.strip()).isPresent()) {
            throw new WorkbenchException(Reason.INVALID, "There is a project called \"" + name.strip() + "\" already.");
        }
        List<LabelDraft> drafts = new ArrayList<>();
        for (String label : labels) {
            String stripped = label.strip();
            if (stripped.isEmpty() || drafts.stream().anyMatch(draft -> draft.name().equals(stripped))) {
                throw new WorkbenchException(Reason.INVALID,
                        stripped.isEmpty() ? "A label needs a name." : "Two labels are called \"" + stripped + "\".");
            }
            drafts.add(new LabelDraft(stripped, Colour.ofPalette(drafts.size()), shapes(kind)));
        }
        return Faults.told(() -> store.create(name.strip(), kind, drafts));
    }

    public void rename(ProjectId id, String name) {
        if (name.isBlank()) {
            throw new WorkbenchException(Reason.INVALID, "A project needs a name.");
        }
        Faults.told(() -> store.rename(id, name.strip()));
    }

    /// Deletes the project with its items, labels, runs and models; files that are referenced in place stay.
    public void delete(ProjectId id) {
        Faults.told(() -> store.delete(id));
    }

    /// A new label after the others, in the next colour, for every shape.
    public Project addLabel(ProjectId id, String name) {
        Project project = project(id);
        LabelSchema schema = project.schema();
        String free = freeName(schema, name);
        Faults.told(() -> store.addLabel(id, new LabelDraft(free, Colour.ofPalette(schema.labels().size()), shapes(project.kind()))));
        return project(id);
    }

    public Project renameLabel(ProjectId id, LabelId label, String name) {
        LabelSchema schema = project(id).schema();
        if (schema.label(label).name().equals(name.strip())) {
            return project(id);
        }
        String free = freeName(schema, name);
        return change(id, label, old -> old.withName(free));
    }

    public Project recolour(ProjectId id, LabelId label, Colour colour) {
        return change(id, label, old -> old.withColour(colour));
    }

    /// @param shapes the kinds that may carry the label; at least one
    public Project setShapes(ProjectId id, LabelId label, Set<ShapeKind> shapes) {
        if (shapes.isEmpty()) {
            throw new WorkbenchException(Reason.INVALID, "A label needs at least one kind of shape.");
        }
        return change(id, label, old -> old.withShapes(shapes));
    }

    /// @param shapes the kinds that may carry the label from now on
    /// @param skeleton null for a label without skeletons
    public Project setSkeleton(ProjectId id, LabelId label, Set<ShapeKind> shapes, @Nullable SkeletonTemplate skeleton) {
        return change(id, label, old -> old.withShapes(shapes).withSkeleton(skeleton));
    }

    /// @throws WorkbenchException when the label is in use; says how often
    public Project removeLabel(ProjectId id, LabelId label) {
        LabelSchema schema = project(id).schema();
        List<LabelClass> labels = new ArrayList<>(schema.labels());
        labels.removeIf(old -> old.id().equals(label));
        return Faults.told(() -> store.saveSchema(id, schema.withLabels(labels)));
    }

    /// Moves the label to the place, counted from 0; the places are those of the hotkeys.
    public Project reorder(ProjectId id, LabelId label, int place) {
        LabelSchema schema = project(id).schema();
        List<LabelClass> labels = new ArrayList<>(schema.labels());
        LabelClass moved = schema.label(label);
        labels.remove(moved);
        labels.add(Math.clamp(place, 0, labels.size()), moved);
        return Faults.told(() -> store.saveSchema(id, schema.withLabels(labels)));
    }

    private Project change(ProjectId id, LabelId label, UnaryOperator<LabelClass> change) {
        LabelSchema schema = project(id).schema();
        List<LabelClass> labels = schema.labels().stream().map(old -> old.id().equals(label) ? change.apply(old) : old).toList();
        return Faults.told(() -> store.saveSchema(id, schema.withLabels(labels)));
    }

    private static String freeName(LabelSchema schema, String name) {
        String stripped = name.strip();
        if (stripped.isEmpty()) {
            throw new WorkbenchException(Reason.INVALID, "A label needs a name.");
        }
        if (schema.findByName(stripped).isPresent()) {
            throw new WorkbenchException(Reason.INVALID, "There is a label called \"" + stripped + "\" already.");
        }
        return stripped;
    }
}
