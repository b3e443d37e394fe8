package labelwright.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;

import org.jdbi.v3.core.Handle;

import labelwright.model.Author;
import labelwright.model.ModelId;
import labelwright.model.ModelVersion;
import labelwright.model.ProjectId;
import labelwright.model.RunId;
import labelwright.model.Split;

/// Model versions. Thread-safe.
public final class ModelRepository {
    private static final String SELECT = "SELECT id, project_id, name, family, stage, run_id, labels, folder, metrics, created FROM model_version ";
    private final Database database;
    private final Authors authors;
    private final Catalogues catalogues;

    ModelRepository(Database database, Authors authors, Catalogues catalogues) {
        this.database = database;
        this.authors = authors;
        this.catalogues = catalogues;
    }

    /// Stores a new version; the id that it comes with is not used, the returned one has the new id.
    /// @throws StoreException FAILED when the project has a model of that name
    public ModelVersion add(ModelVersion model) {
        return database.write(handle -> {
            if (find(handle, model.project(), model.name()).isPresent()) {
                throw StoreException.failed("There is a model called \"" + model.name() + "\" already.");
            }
            RunId run = model.run();
            long id = handle
                    .createUpdate("INSERT INTO model_version (project_id, name, family, stage, run_id, labels, folder, metrics, created) "
                            + "VALUES (:project, :name, :family, :stage, :run, :labels, :folder, :metrics, :created)")
                    .bind("project", model.project().value()).bind("name", model.name()).bind("family", model.family())
                    .bind("stage", model.stage().name()).bind("run", run == null ? null : run.value())
                    .bind("labels", Json.write(model.labels()))
                    .bind("folder", model.folder()).bind("metrics", Json.write(model.metrics()))
                    .bind("created", model.created().atOffset(ZoneOffset.UTC)).executeAndReturnGeneratedKeys("id").mapTo(Long.class).one();
            return read(handle, new ModelId(id));
        });
    }

    /// Oldest first.
    public List<ModelVersion> of(ProjectId project) {
        return database.read(handle -> handle.createQuery(SELECT + "WHERE project_id = ? ORDER BY id").bind(0, project.value())
                .map((row, context) -> read(row)).list());
    }

    /// By its name, or else by its id in digits.
    public Optional<ModelVersion> findByName(ProjectId project, String nameOrId) {
        return database.read(handle -> find(handle, project, nameOrId).or(() -> of(handle, project, nameOrId)));
    }

    /// @throws StoreException FAILED when there is no such model
    public ModelVersion model(ModelId id) {
        return database.read(handle -> read(handle, id));
    }

    public void setStage(ModelId id, ModelVersion.Stage stage) {
        database.change(handle -> requireOne(id, handle.createUpdate("UPDATE model_version SET stage = :stage WHERE id = :id")
                .bind("stage", stage.name()).bind("id", id.value()).execute()));
    }

    /// @throws StoreException FAILED when another model of the project has the name
    public void rename(ModelId id, String name) {
        database.change(handle -> {
            ModelVersion model = read(handle, id);
            if (!model.name().equals(name) && find(handle, model.project(), name).isPresent()) {
                throw StoreException.failed("There is a model called \"" + name + "\" already.");
            }
            handle.createUpdate("UPDATE model_version SET name = :name WHERE id = :id").bind("name", name).bind("id", id.value()).execute();
        });
    }

    /// Removes the model and its suggestions. What people took from it stays and remembers the model's number; files stay.
    public void delete(ModelId id) {
        OptionalInt author = authors.find(new Author.ByModel(id));
        database.change(handle -> {
            read(handle, id);
            author.ifPresent(number -> deleteSuggestions(handle, number));
            handle.createUpdate("DELETE FROM evaluation WHERE model_id = ?").bind(0, id.value()).execute();
            handle.createUpdate("DELETE FROM model_version WHERE id = ?").bind(0, id.value()).execute();
        });
        author.ifPresent(number -> catalogues.tell(catalogue -> catalogue.suggested(number)));
    }

    private static void deleteSuggestions(Handle handle, int author) {
        for (String sql : new String[] {"DELETE FROM relation WHERE set_id IN (SELECT s.id FROM annotation_set s WHERE s.author_id = ?)",
                "DELETE FROM annotation WHERE set_id IN (SELECT s.id FROM annotation_set s WHERE s.author_id = ?)",
                "DELETE FROM set_label WHERE author_id = ?", "DELETE FROM annotation_set WHERE author_id = ?",
                "DELETE FROM author WHERE id = ?"}) {
            handle.createUpdate(sql).bind(0, author).execute();
        }
    }

    /// Keeps what the model was measured to be on a split, instead of what was measured there before.
    ///
    /// @param report text that the caller understands
    public void saveEvaluation(ModelId id, Split split, String report) {
        database.change(handle -> {
            read(handle, id);
            handle.createUpdate("MERGE INTO evaluation (model_id, split, measured, report) KEY (model_id, split) "
                    + "VALUES (:model, :split, :measured, :report)").bind("model", id.value()).bind("split", split.code())
                    .bind("measured", Instant.now().atOffset(ZoneOffset.UTC)).bind("report", report).execute();
        });
    }

    /// The newest evaluation of the model, of whichever split.
    public Optional<StoredEvaluation> lastEvaluation(ModelId id) {
        return database.read(handle -> handle
                .createQuery("SELECT split, report FROM evaluation WHERE model_id = ? ORDER BY measured DESC FETCH FIRST 1 ROW ONLY")
                .bind(0, id.value()).map((row, context) -> new StoredEvaluation(Split.ofCode(row.getInt(1)), row.getString(2))).findOne());
    }

    /// Forgets how good the model was: it has changed.
    public void forgetEvaluations(ModelId id) {
        database.change(handle -> handle.createUpdate("DELETE FROM evaluation WHERE model_id = ?").bind(0, id.value()).execute());
    }

    /// Replaces the names of the labels.
    public void saveLabels(ModelId id, List<String> labels) {
        database.change(handle -> requireOne(id, handle.createUpdate("UPDATE model_version SET labels = :labels WHERE id = :id")
                .bind("labels", Json.write(labels)).bind("id", id.value()).execute()));
    }

    /// Replaces the metrics.
    public void saveMetrics(ModelId id, SortedMap<String, Double> metrics) {
        database.change(handle -> requireOne(id, handle.createUpdate("UPDATE model_version SET metrics = :metrics WHERE id = :id")
                .bind("metrics", Json.write(metrics)).bind("id", id.value()).execute()));
    }

    private static void requireOne(ModelId id, int changed) {
        if (changed == 0) {
            throw StoreException.failed("There is no model with the id " + id + ".");
        }
    }

    private static Optional<ModelVersion> find(Handle handle, ProjectId project, String name) {
        return handle.createQuery(SELECT + "WHERE project_id = ? AND name = ?").bind(0, project.value()).bind(1, name)
                .map((row, context) -> read(row)).findOne();
    }

    private static Optional<ModelVersion> of(Handle handle, ProjectId project, String id) {
        return id.matches("[0-9]{1,18}")
                ? handle.createQuery(SELECT + "WHERE project_id = ? AND id = ?").bind(0, project.value()).bind(1, Long.parseLong(id))
                        .map((row, context) -> read(row)).findOne()
                : Optional.empty();
    }

    static ModelVersion read(Handle handle, ModelId id) {
        return handle.createQuery(SELECT + "WHERE id = ?").bind(0, id.value()).map((row, context) -> read(row)).findOne()
                .orElseThrow(() -> StoreException.failed("There is no model with the id " + id + "."));
    }

    private static ModelVersion read(ResultSet row) throws SQLException {
        Long run = row.getObject(6, Long.class);
        return new ModelVersion(new ModelId(row.getLong(1)), new ProjectId(row.getLong(2)), row.getString(3), row.getString(4),
                ModelVersion.Stage.valueOf(row.getString(5)), run == null ? null : new RunId(run), Json.names(row.getString(7)),
                row.getString(8), Json.numbers(row.getString(9)), row.getObject(10, OffsetDateTime.class).toInstant());
    }
}
