package labelwright.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

import labelwright.model.MetricPoint;
import labelwright.model.ProjectId;
import labelwright.model.Recipe;
import labelwright.model.Run;
import labelwright.model.RunId;
import labelwright.model.RunState;

/// Training runs and every value they measured. Thread-safe.
public final class RunRepository {
    private static final String SELECT = "SELECT id, project_id, name, recipe, state, folder, started, ended, epochs, data_hash, failure, "
            + "environment, metrics FROM run ";
    private final Database database;

    RunRepository(Database database) {
        this.database = database;
    }

    /// A waiting run.
    /// @param folder relative to the workspace's `models` folder
    /// @throws StoreException FAILED when the project has a run of that name
    public Run create(ProjectId project, String name, Recipe recipe, String folder) {
        return database.write(handle -> {
            if (find(handle, project, name).isPresent()) {
                throw StoreException.failed("There is a run called \"" + name + "\" already.");
            }
            Run run = new Run(new RunId(0), project, name, recipe, RunState.WAITING, folder, new Run.Progress(null, null, 0, "", ""),
                    new TreeMap<>(), new TreeMap<>());
            Update insert = handle
                    .createUpdate("INSERT INTO run (project_id, name, recipe, state, folder, started, ended, epochs, data_hash, "
                            + "failure, environment, metrics) VALUES (:project, :name, :recipe, :state, :folder, :started, :ended, :epochs, :hash, "
                            + ":failure, :environment, :metrics)")
                    .bind("project", project.value());
            long id = bind(insert, run).executeAndReturnGeneratedKeys("id").mapTo(Long.class).one();
            return read(handle, new RunId(id));
        });
    }

    /// Replaces everything about the run but its project and its metric points.
    public void save(Run run) {
        database.change(handle -> {
            Update update = handle.createUpdate("UPDATE run SET name = :name, recipe = :recipe, state = :state, folder = :folder, "
                    + "started = :started, ended = :ended, epochs = :epochs, data_hash = :hash, failure = :failure, "
                    + "environment = :environment, metrics = :metrics WHERE id = :id").bind("id", run.id().value());
            if (bind(update, run).execute() == 0) {
                throw StoreException.failed("There is no run with the id " + run.id() + ".");
            }
        });
    }

    /// How far a run is that goes on.
    public void saveEpochs(RunId id, int epochs) {
        database.change(handle -> handle.createUpdate("UPDATE run SET epochs = :epochs WHERE id = :id").bind("epochs", epochs)
                .bind("id", id.value()).execute());
    }

    /// Removes the run with its metric points. The models that it gave stay and forget where they came from; files stay.
    public void delete(RunId id) {
        database.change(handle -> {
            read(handle, id);
            for (String sql : new String[] {"UPDATE model_version SET run_id = NULL WHERE run_id = ?",
                    "DELETE FROM metric WHERE run_id = ?",
                    "DELETE FROM run WHERE id = ?"}) {
                handle.createUpdate(sql).bind(0, id.value()).execute();
            }
        });
    }

    private static Update bind(Update statement, Run run) {
        return statement.bind("name", run.name()).bind("recipe", Json.recipe(run.recipe())).bind("state", run.state().name())
                .bind("folder", run.folder()).bind("started", time(run.progress().started())).bind("ended", time(run.progress().ended()))
                .bind("epochs", run.progress().epochs()).bind("hash", run.progress().dataHash()).bind("failure", run.progress().failure())
                .bind("environment", Json.write(run.environment())).bind("metrics", Json.write(run.metrics()));
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    /// Oldest first.
    public List<Run> of(ProjectId project) {
        return database.read(handle -> handle.createQuery(SELECT + "WHERE project_id = ? ORDER BY id").bind(0, project.value())
                .map((row, context) -> read(row)).list());
    }

    /// @throws StoreException FAILED when there is no such run
    public Run run(RunId id) {
        return database.read(handle -> read(handle, id));
    }

    public Optional<Run> findByName(ProjectId project, String name) {
        return database.read(handle -> find(handle, project, name));
    }

    private static Optional<Run> find(Handle handle, ProjectId project, String name) {
        return handle.createQuery(SELECT + "WHERE project_id = ? AND name = ?").bind(0, project.value()).bind(1, name)
                .map((row, context) -> read(row)).findOne();
    }

    private static Run read(Handle handle, RunId id) {
        return handle.createQuery(SELECT + "WHERE id = ?").bind(0, id.value()).map((row, context) -> read(row)).findOne()
                .orElseThrow(() -> StoreException.failed("There is no run with the id " + id + "."));
    }

    private static Run read(ResultSet row) throws SQLException {
        Run.Progress progress = new Run.Progress(instant(row, 7), instant(row, 8), row.getInt(9), row.getString(10), row.getString(11));
        return new Run(new RunId(row.getLong(1)), new ProjectId(row.getLong(2)), row.getString(3), Json.recipe(row.getString(4)),
                RunState.valueOf(row.getString(5)), row.getString(6), progress, Json.texts(row.getString(12)),
                Json.numbers(row.getString(13)));
    }

    private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    /// Adds points to those that the run has.
    public void addMetrics(RunId run, List<MetricPoint> points) {
        String sql = "INSERT INTO metric (run_id, name, step, epoch, measured) VALUES (?, ?, ?, ?, ?)";
        database.changeAside(handle -> {
            try (PreparedStatement insert = handle.getConnection().prepareStatement(sql)) {
                for (MetricPoint point : points) {
                    insert.setLong(1, run.value());
                    insert.setString(2, point.name());
                    insert.setLong(3, point.step());
                    insert.setInt(4, point.epoch());
                    insert.setDouble(5, point.value());
                    insert.addBatch();
                }
                insert.executeBatch();
            }
        });
    }

    /// Takes back the points after a step, as a run does that goes on from a checkpoint.
    public void dropMetricsAfter(RunId run, long step) {
        database.change(handle -> handle.createUpdate("DELETE FROM metric WHERE run_id = :run AND step > :step").bind("run", run.value())
                .bind("step", step).execute());
    }

    /// Points by name, then by step.
    /// @param names which ones; empty for all
    public List<MetricPoint> metrics(RunId run, Set<String> names) {
        String all = "SELECT epoch, step, name, measured FROM metric WHERE run_id = :run";
        String order = " ORDER BY run_id, name, step";
        return database.read(handle -> {
            var query = names.isEmpty()
                    ? handle.createQuery(all + order)
                    : handle.createQuery(all + " AND name = ANY(:names)" + order).bindArray("names", String.class, List.copyOf(names));
            return query.bind("run", run.value())
                    .map((row, context) -> new MetricPoint(row.getInt(1), row.getLong(2), row.getString(3), row.getDouble(4))).list();
        });
    }

    /// What was running or waiting when the process died was interrupted and can be resumed.
    void markInterrupted() {
        if (database.read(handle -> handle.createQuery("SELECT COUNT(*) FROM run WHERE state IN ('RUNNING', 'WAITING')").mapTo(Long.class)
                .one()) > 0) {
            database.change(handle -> handle.execute("UPDATE run SET state = 'INTERRUPTED' WHERE state IN ('RUNNING', 'WAITING')"));
        }
    }
}
