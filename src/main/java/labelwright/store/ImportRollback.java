package labelwright.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jdbi.v3.core.Handle;

import labelwright.model.AnnotationId;

/// Takes an unfinished import back in short transactions. May itself be killed at any point: the next run goes on where it was.
final class ImportRollback {
    private static final int ITEMS = 2000;
    private static final int ANNOTATIONS = 10_000;
    private final Database database;
    private final ImportBatch.Place batch;

    ImportRollback(Database database, ImportBatch.Place batch) {
        this.database = database;
        this.batch = batch;
    }

    void run() {
        boolean more = true;
        while (more) {
            more = database.writePart(this::deleteItems);
        }
        more = true;
        while (more) {
            more = database.writePart(this::deleteAnnotations);
        }
        database.change(handle -> {
            deleteAnswers(handle);
            new ImportedAnswers(handle, batch.id()).takeBack();
            handle.createUpdate("DELETE FROM label_class WHERE batch_id = :batch AND NOT EXISTS (SELECT 1 FROM set_label l "
                    + "WHERE l.author_id IN (SELECT id FROM author) AND l.label_id = label_class.id)").bind("batch", batch.id()).execute();
            handle.createUpdate("DELETE FROM relation_type WHERE batch_id = :batch AND NOT EXISTS (SELECT 1 FROM relation r "
                    + "WHERE r.type_id = relation_type.id)").bind("batch", batch.id()).execute();
            handle.createUpdate("DELETE FROM import_problem WHERE batch_id = :batch").bind("batch", batch.id()).execute();
            handle.createUpdate("DELETE FROM import_batch WHERE id = :batch").bind("batch", batch.id()).execute();
        });
    }

    /// The labels and types of relation of the import that nobody used on an item that was there before it. A quick look: such items have
    /// lower ids.
    void deleteUnusedLabels() {
        database.writePart(handle -> handle
                .createUpdate("DELETE FROM relation_type WHERE batch_id = :batch AND NOT EXISTS (SELECT 1 FROM relation r "
                        + "WHERE r.type_id = relation_type.id AND r.set_id <= :mark)")
                .bind("batch", batch.id()).bind("mark", Authors.lastSetOf(batch.itemMark())).execute());
        database.writePart(handle -> handle
                .createUpdate("DELETE FROM label_class WHERE batch_id = :batch AND NOT EXISTS (SELECT 1 FROM author w JOIN set_label l "
                        + "ON l.author_id = w.id AND l.label_id = label_class.id AND l.item_id <= :mark)")
                .bind("batch", batch.id()).bind("mark", batch.itemMark()).execute());
    }

    private boolean deleteItems(Handle handle) throws SQLException {
        List<Long> items = handle
                .createQuery("SELECT id FROM item WHERE id > :mark AND batch_id = :batch ORDER BY id FETCH FIRST :count ROWS ONLY")
                .bind("mark", batch.itemMark()).bind("batch", batch.id()).bind("count", ITEMS).mapTo(Long.class).list();
        new ItemDeletion(handle).delete(items);
        return items.size() == ITEMS;
    }

    /// What the import added to items that were there before it.
    private boolean deleteAnnotations(Handle handle) throws SQLException {
        Map<Long, List<AnnotationId>> bySet = new TreeMap<>();
        int count = handle
                .createQuery(
                        "SELECT id, set_id FROM annotation WHERE id > :mark AND batch_id = :batch ORDER BY id FETCH FIRST :count ROWS ONLY")
                .bind("mark", batch.annotationMark()).bind("batch", batch.id()).bind("count", ANNOTATIONS)
                .map((row, context) -> bySet.computeIfAbsent(row.getLong(2), _ -> new ArrayList<>()).add(new AnnotationId(row.getLong(1))))
                .list().size();
        for (Map.Entry<Long, List<AnnotationId>> set : bySet.entrySet()) {
            AnnotationRows.delete(handle.getConnection(), set.getValue());
            deleteCutRelations(handle, set.getKey());
            sumUp(handle, set.getKey());
        }
        return count == ANNOTATIONS;
    }

    /// Relations whose ends are gone, whoever drew them.
    private static void deleteCutRelations(Handle handle, long set) {
        handle.createUpdate("DELETE FROM relation WHERE set_id = :set AND NOT (EXISTS (SELECT 1 FROM annotation a WHERE a.id = from_id) "
                + "AND EXISTS (SELECT 1 FROM annotation a WHERE a.id = to_id))").bind("set", set).execute();
    }

    private static void sumUp(Handle handle, long set) {
        handle.createUpdate("UPDATE annotation_set SET annotations = (SELECT COUNT(*) FROM annotation a WHERE a.set_id = :set), "
                + "lowest_score = (SELECT MIN(a.score) FROM annotation a WHERE a.set_id = :set AND a.origin = 2), "
                + "highest_score = (SELECT MAX(a.score) FROM annotation a WHERE a.set_id = :set AND a.origin = 2) WHERE id = :set")
                .bind("set", set).execute();
        handle.createUpdate("DELETE FROM set_label WHERE item_id = :item AND author_id + 0 = :author "
                + "AND label_id NOT IN (SELECT a.label_id FROM annotation a WHERE a.set_id = :set)").bind("item", set / Authors.PER_ITEM)
                .bind("author", set % Authors.PER_ITEM).bind("set", set).execute();
    }

    /// Answers that the import began on items that were there before it, unless a person went on with them.
    private void deleteAnswers(Handle handle) {
        handle.createUpdate("DELETE FROM annotation_set WHERE batch_id = :batch AND annotations = 0 AND steps = 0 "
                + "AND NOT EXISTS (SELECT 1 FROM journal j WHERE j.set_id = annotation_set.id)").bind("batch", batch.id()).execute();
    }
}
