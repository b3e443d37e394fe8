package labelwright.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

import labelwright.model.ImportRecord;
import labelwright.model.Problem;
import labelwright.model.ProjectId;

/// Imports: running ones as an [ImportBatch], finished ones with their report. Thread-safe.
public final class ImportRepository {
    private final ImportContext context;
    private final Database database;

    ImportRepository(ImportContext context) {
        this.context = context;
        database = context.database();
    }

    /// Starts an import. Nobody sees its items before it is finished.
    /// @param source the folder or file that is read, for people
    public ImportBatch begin(ProjectId project, String format, String source) {
        long annotationMark = context.annotationIds().next().value();
        long itemMark = context.ids().highestItem();
        long id = database.write(handle -> handle
                .createUpdate("INSERT INTO import_batch (project_id, format, source, started, item_mark, annotation_mark) "
                        + "VALUES (:project, :format, :source, :started, :items, :annotations)")
                .bind("project", project.value()).bind("format", format).bind("source", source)
                .bind("started", Instant.now().atOffset(ZoneOffset.UTC)).bind("items", itemMark).bind("annotations", annotationMark)
                .executeAndReturnGeneratedKeys("id").mapTo(Long.class).one());
        context.visibility().hide(id);
        return new ImportBatch(new ImportBatch.Place(id, project, itemMark, annotationMark), context);
    }

    /// Finished imports, oldest first.
    public List<ImportRecord> past(ProjectId project) {
        return database.read(handle -> handle
                .createQuery(
                        "SELECT id, format, source, finished, items, annotations, repaired, skipped, refused, seconds FROM import_batch "
                                + "WHERE project_id = ? AND finished IS NOT NULL ORDER BY id")
                .bind(0, project.value())
                .map((row, statement) -> new ImportRecord(row.getLong(1), project, row.getString(2), row.getString(3),
                        row.getObject(4, OffsetDateTime.class).toInstant(), row.getLong(5), row.getLong(6), row.getLong(7), row.getLong(8),
                        row.getLong(9), row.getDouble(10)))
                .list());
    }

    /// The problems of an import in the order in which they were found.
    public List<Problem> problems(long importId, long offset, int limit) {
        return database.read(handle -> handle
                .createQuery("SELECT place, what, action FROM import_problem WHERE batch_id = :batch AND position >= :offset "
                        + "ORDER BY batch_id, position FETCH FIRST :limit ROWS ONLY")
                .bind("batch", importId).bind("offset", offset).bind("limit", limit)
                .map((row, statement) -> new Problem(row.getString(1), row.getString(2), Problem.Action.valueOf(row.getString(3)))).list());
    }

    /// Takes back what a killed process had imported half. When the disk is too full even for that, the items stay hidden until next time.
    void rollBackUnfinished() {
        List<ImportBatch.Place> unfinished = database.read(handle -> handle
                .createQuery("SELECT id, project_id, item_mark, annotation_mark FROM import_batch WHERE finished IS NULL ORDER BY id DESC")
                .map((row, statement) -> new ImportBatch.Place(row.getLong(1), new ProjectId(row.getLong(2)), row.getLong(3),
                        row.getLong(4)))
                .list());
        unfinished.forEach(place -> context.visibility().hide(place.id()));
        try {
            for (ImportBatch.Place place : unfinished) {
                new ImportBatch(place, context).rollBack();
            }
        } catch (StoreException e) {
            if (e.reason() != StoreException.Reason.DISK_FULL) {
                throw e;
            }
        }
    }
}
