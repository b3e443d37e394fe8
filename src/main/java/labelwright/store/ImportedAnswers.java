package labelwright.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jdbi.v3.core.Handle;

import labelwright.model.ItemId;

/// What an import says about whole items, inside the caller's transaction. Each set remembers what the import added until it is finished.
final class ImportedAnswers {
    private final Handle handle;
    private final long batch;

    ImportedAnswers(Handle handle, long batch) {
        this.handle = handle;
        this.batch = batch;
    }

    /// The sets are there already. What they say already stays.
    /// @return how many sets were changed
    int add(int author, List<Map.Entry<ItemId, Map<String, String>>> answers) {
        int changed = 0;
        List<Long> scored = new ArrayList<>();
        for (Map.Entry<ItemId, Map<String, String>> one : answers) {
            long set = Authors.setId(one.getKey(), author);
            Map<String, String> before = answers(set);
            Map<String, String> added = new HashMap<>(one.getValue());
            added.keySet().removeAll(before.keySet());
            added.values().removeIf(String::isEmpty);
            if (!added.isEmpty()) {
                Map<String, String> known = new HashMap<>(before);
                known.putAll(added);
                write(set, known);
                scored.add(set);
                remember(set, added);
                changed++;
            }
        }
        // answers of a model count like suggestions that it is sure of
        handle.createUpdate(
                "UPDATE annotation_set SET lowest_score = COALESCE(lowest_score, 1), highest_score = COALESCE(highest_score, 1) "
                        + "WHERE id = ANY(:sets) AND author_id IN (SELECT id FROM author WHERE model_id IS NOT NULL)")
                .bindArray("sets", Long.class, scored).execute();
        return changed;
    }

    private void remember(long set, Map<String, String> added) {
        Map<String, String> all = new HashMap<>(handle.createQuery("SELECT answers FROM import_answer WHERE batch_id = ? AND set_id = ?")
                .bind(0, batch).bind(1, set).mapTo(String.class).findOne().map(Json::attributes).orElse(Map.of()));
        all.putAll(added);
        handle.createUpdate("MERGE INTO import_answer (batch_id, set_id, answers) VALUES (:batch, :set, :answers)").bind("batch", batch)
                .bind("set", set).bind("answers", Json.attributes(all)).execute();
    }

    /// From now on the answers stay.
    void keep() {
        handle.createUpdate("DELETE FROM import_answer WHERE batch_id = ?").bind(0, batch).execute();
    }

    /// Takes away what the import added, unless somebody has changed it since.
    void takeBack() {
        handle.createQuery("SELECT set_id, answers FROM import_answer WHERE batch_id = ?").bind(0, batch)
                .map((row, context) -> Map.entry(row.getLong(1), Json.attributes(row.getString(2)))).list().forEach(one -> {
                    Map<String, String> left = new HashMap<>(answers(one.getKey()));
                    one.getValue().forEach(left::remove);
                    write(one.getKey(), left);
                    handle.createUpdate("UPDATE annotation_set SET lowest_score = NULL, highest_score = NULL "
                            + "WHERE id = ? AND annotations = 0 AND answers IS NULL").bind(0, one.getKey()).execute();
                });
        keep();
    }

    private Map<String, String> answers(long set) {
        return handle.createQuery("SELECT answers FROM annotation_set WHERE id = ?").bind(0, set)
                .map((row, context) -> Json.attributes(row.getString(1))).findOne().orElse(Map.of());
    }

    private void write(long set, Map<String, String> answers) {
        handle.createUpdate("UPDATE annotation_set SET answers = :answers WHERE id = :id").bind("answers", Json.attributes(answers))
                .bind("id", set).execute();
    }
}
