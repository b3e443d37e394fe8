package labelwright.store;

import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

import labelwright.geometry.ShapeKind;
import labelwright.model.AttributeCondition;
import labelwright.model.AttributeDefinition;
import labelwright.model.AttributeForm;
import labelwright.model.AttributeUse;
import labelwright.model.Colour;
import labelwright.model.LabelClass;
import labelwright.model.LabelId;
import labelwright.model.LabelSchema;
import labelwright.model.Project;
import labelwright.model.ProjectId;
import labelwright.model.ProjectKind;
import labelwright.model.RelationType;
import labelwright.model.SkeletonTemplate;

/// Projects and their labels. Thread-safe.
public final class ProjectRepository {
    private final Database database;
    private final Catalogues catalogues;

    ProjectRepository(Database database, Catalogues catalogues) {
        this.database = database;
        this.catalogues = catalogues;
    }

    /// @throws StoreException FAILED when a project of that name exists, or two labels have one name
    public Project create(String name, ProjectKind kind, List<LabelDraft> labels) {
        return database.write(handle -> {
            requireFree(handle, name);
            long id = handle.createUpdate("INSERT INTO project (name, kind, created) VALUES (:name, :kind, :created)").bind("name", name)
                    .bind("kind", kind.key()).bind("created", Instant.now().atOffset(ZoneOffset.UTC)).executeAndReturnGeneratedKeys("id")
                    .mapTo(Long.class).one();
            ProjectId project = new ProjectId(id);
            for (LabelDraft label : labels) {
                insert(handle, project, label, null);
            }
            return read(handle, project);
        });
    }

    public List<Project> all() {
        return database.read(handle -> handle.createQuery("SELECT id FROM project ORDER BY id").mapTo(Long.class).list().stream()
                .map(id -> read(handle, new ProjectId(id))).toList());
    }

    public Optional<Project> findByName(String name) {
        return database.read(handle -> handle.createQuery("SELECT id FROM project WHERE name = ?").bind(0, name).mapTo(Long.class).findOne()
                .map(id -> read(handle, new ProjectId(id))));
    }

    /// @throws StoreException FAILED when there is no such project
    public Project project(ProjectId id) {
        return database.read(handle -> read(handle, id));
    }

    public void rename(ProjectId id, String name) {
        database.change(handle -> {
            if (!read(handle, id).name().equals(name)) {
                requireFree(handle, name);
                handle.createUpdate("UPDATE project SET name = :name WHERE id = :id").bind("name", name).bind("id", id.value()).execute();
            }
        });
    }

    /// The new label stands last.
    /// @throws StoreException FAILED when the project has a label of that name
    public LabelClass addLabel(ProjectId project, LabelDraft label) {
        return database.write(handle -> {
            LabelId id = insert(handle, project, label, null);
            return read(handle, project).schema().label(id);
        });
    }

    /// Replaces what is said about the labels and their order, removes those that are not in the schema any more, and replaces what is asked
    /// about pictures. Values that annotations have stay, also when nothing defines them any more; see [AttributeUse].
    /// Labels and types of relation whose id is negative are new and get an id of their own; conditions may speak of labels by the negative one.
    /// @throws StoreException FAILED when a label that annotations carry or a type that relations have would be removed, or the schema has one that the project has not
    public Project saveSchema(ProjectId project, LabelSchema wanted) {
        return database.write(handle -> {
            LabelSchema before = read(handle, project).schema();
            LabelSchema schema = withNewLabels(handle, project, wanted);
            for (LabelClass label : before.labels()) {
                if (schema.find(label.id()).isEmpty()) {
                    remove(handle, label);
                }
            }
            for (int place = 0; place < schema.labels().size(); place++) {
                LabelClass label = schema.labels().get(place);
                int changed = handle
                        .createUpdate("UPDATE label_class SET place = :place, name = :name, colour = :colour, shapes = :shapes, "
                                + "attributes = :attributes, skeleton = :skeleton WHERE id = :id AND project_id = :project")
                        .bind("place", place).bind("name", label.name()).bind("colour", label.colour().rgb())
                        .bind("shapes", bits(label.shapes())).bind("attributes", formText(label.attributes()))
                        .bind("skeleton", label.findSkeleton().map(skeleton -> SchemaJson.write(skeleton).toString()).orElse(null))
                        .bind("id", label.id().value()).bind("project", project.value()).execute();
                if (changed == 0) {
                    throw StoreException.failed("The label \"" + label.name() + "\" does not belong to the project; add it first.");
                }
            }
            RelationTypes.save(handle, project, schema.relations());
            handle.createUpdate("UPDATE project SET picture = :picture, submitting = :submitting WHERE id = :id")
                    .bind("picture", formText(schema.picture())).bind("submitting", SchemaJson.write(schema.submitting()))
                    .bind("id", project.value()).execute();
            return read(handle, project);
        });
    }

    private static LabelSchema withNewLabels(Handle handle, ProjectId project, LabelSchema wanted) {
        Map<LabelId, LabelId> ids = new HashMap<>();
        List<LabelClass> labels = new ArrayList<>();
        for (LabelClass label : wanted.labels()) {
            if (label.id().value() < 0) {
                ids.put(label.id(), insertRow(handle, project, new LabelDraft(label.name(), label.colour(), label.shapes()), null));
            }
            labels.add(label.withId(ids.getOrDefault(label.id(), label.id())));
        }
        return ids.isEmpty() ? wanted : wanted.withLabels(labels).withPicture(renumbered(wanted.picture(), ids));
    }

    private static AttributeForm renumbered(AttributeForm form, Map<LabelId, LabelId> ids) {
        List<AttributeDefinition> definitions = new ArrayList<>();
        for (AttributeDefinition definition : form.definitions()) {
            AttributeCondition condition = definition.condition();
            Set<LabelId> labels = new HashSet<>();
            condition.labels().forEach(label -> labels.add(ids.getOrDefault(label, label)));
            definitions.add(definition.with(new AttributeCondition(condition.attribute(), condition.values(), labels)));
        }
        return new AttributeForm(definitions);
    }

    /// What annotations and answers of the project say that the schema would not know any more; empty when all fits.
    public List<AttributeUse> unknownTo(ProjectId project, LabelSchema schema) {
        return database.read(handle -> new AttributeUses(handle, project).unknownTo(schema));
    }

    private static @Nullable String formText(AttributeForm form) {
        return form.isEmpty() ? null : SchemaJson.stored().write(form).toString();
    }

    private static void remove(Handle handle, LabelClass label) {
        long used = handle.createQuery("SELECT COUNT(*) FROM set_label l JOIN annotation a ON a.set_id = l.item_id * 1000000 + l.author_id "
                + "AND a.label_id = l.label_id WHERE l.author_id IN (SELECT id FROM author) AND l.label_id = :id")
                .bind("id", label.id().value())
                .mapTo(Long.class).one();
        if (used > 0) {
            throw StoreException.failed("The label \"" + label.name() + "\" cannot be removed: " + used
                    + (used == 1 ? " annotation carries it." : " annotations carry it.") + " Give them another label first.");
        }
        handle.createUpdate("DELETE FROM label_class WHERE id = :id").bind("id", label.id().value()).execute();
    }

    /// Removes the project with its items, annotations, runs and models. Files stay.
    public void delete(ProjectId project) {
        database.change(handle -> {
            read(handle, project);
            delete(handle, project);
        });
        catalogues.of(project).changed();
    }

    private static void delete(Handle handle, ProjectId project) throws SQLException {
        new ItemDeletion(handle).delete(handle.createQuery("SELECT id FROM item WHERE project_id = ? ORDER BY id").bind(0, project.value())
                .mapTo(Long.class).list());
        for (String sql : new String[] {
                "DELETE FROM author WHERE model_id IN (SELECT id FROM model_version WHERE project_id = ?)",
                "DELETE FROM model_version WHERE project_id = ?",
                "DELETE FROM metric WHERE run_id IN (SELECT id FROM run WHERE project_id = ?)",
                "DELETE FROM run WHERE project_id = ?",
                "DELETE FROM import_problem WHERE batch_id IN (SELECT id FROM import_batch WHERE project_id = ?)",
                "DELETE FROM import_batch WHERE project_id = ?", "DELETE FROM label_class WHERE project_id = ?",
                "DELETE FROM relation_type WHERE project_id = ?",
                "DELETE FROM project WHERE id = ?"}) {
            handle.createUpdate(sql).bind(0, project.value()).execute();
        }
    }

    private static void requireFree(Handle handle, String name) {
        if (name.isBlank()) {
            throw StoreException.failed("A project needs a name.");
        }
        if (handle.createQuery("SELECT id FROM project WHERE name = ?").bind(0, name).mapTo(Long.class).findOne().isPresent()) {
            throw StoreException.failed("There is a project called \"" + name + "\" already.");
        }
    }

    /// @param batch the import that brings the label; null for a person
    static LabelId insert(Handle handle, ProjectId project, LabelDraft label, @Nullable Long batch) {
        LabelSchema schema = read(handle, project).schema();
        if (schema.findByName(label.name()).isPresent()) {
            throw StoreException.failed("The project has a label called \"" + label.name() + "\" already.");
        }
        return insertRow(handle, project, label, batch);
    }

    private static LabelId insertRow(Handle handle, ProjectId project, LabelDraft label, @Nullable Long batch) {
        LabelClass checked = new LabelClass(new LabelId(0), label.name(), label.colour(), label.shapes());
        int place = handle.createQuery("SELECT COALESCE(MAX(place), -1) + 1 FROM label_class WHERE project_id = ?").bind(0, project.value())
                .mapTo(Integer.class).one();
        return new LabelId(handle
                .createUpdate("INSERT INTO label_class (project_id, place, name, colour, shapes, batch_id) "
                        + "VALUES (:project, :place, :name, :colour, :shapes, :batch)")
                .bind("project", project.value()).bind("place", place).bind("name", checked.name()).bind("colour", checked.colour().rgb())
                .bind("shapes", bits(checked.shapes())).bind("batch", batch).executeAndReturnGeneratedKeys("id").mapTo(Long.class).one());
    }

    private static int bits(Set<ShapeKind> shapes) {
        int bits = 0;
        for (ShapeKind kind : shapes) {
            bits |= 1 << kind.code();
        }
        return bits;
    }

    private static Set<ShapeKind> shapes(int bits) {
        Set<ShapeKind> shapes = EnumSet.noneOf(ShapeKind.class);
        for (ShapeKind kind : ShapeKind.values()) {
            if ((bits & 1 << kind.code()) != 0) {
                shapes.add(kind);
            }
        }
        return shapes;
    }

    private static AttributeForm form(@Nullable String text) {
        return text == null ? AttributeForm.EMPTY : SchemaJson.stored().readForm(Json.tree(text));
    }

    private static @Nullable SkeletonTemplate skeleton(@Nullable String text) {
        return text == null ? null : SchemaJson.readSkeleton(Json.tree(text));
    }

    static Project read(Handle handle, ProjectId id) {
        List<LabelClass> labels = handle
                .createQuery(
                        "SELECT id, name, colour, shapes, attributes, skeleton FROM label_class WHERE project_id = ? ORDER BY place, id")
                .bind(0, id.value())
                .map((row, context) -> new LabelClass(new LabelId(row.getLong(1)), row.getString(2), new Colour(row.getInt(3)),
                        shapes(row.getInt(4)), form(row.getString(5)), skeleton(row.getString(6))))
                .list();
        List<RelationType> relations = RelationTypes.read(handle, id);
        return handle.createQuery("SELECT name, kind, created, picture, submitting FROM project WHERE id = ?").bind(0, id.value())
                .map((row, context) -> new Project(id, row.getString(1), ProjectKind.ofKey(row.getString(2)),
                        new LabelSchema(labels, form(row.getString(4)), relations, SchemaJson.readRule(row.getString(5))),
                        row.getObject(3, OffsetDateTime.class).toInstant()))
                .findOne().orElseThrow(() -> StoreException.failed("There is no project with the id " + id + "."));
    }
}
