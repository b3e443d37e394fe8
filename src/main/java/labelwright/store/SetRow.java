package labelwright.store;

import java.util.DoubleSummaryStatistics;
import java.util.Map;
import java.util.Optional;

import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

import labelwright.model.AnnotationSet;
import labelwright.model.WorkState;

/// The row of a set itself, with the sums over its annotations.
///
/// @param steps how many entries of the journal are done
/// @param lowest the lowest score of a suggestion in it, answers of a model included; null when there is none
record SetRow(long id, long item, int author, WorkState state, int annotations, @Nullable Double lowest, @Nullable Double highest,
        int steps, Map<String, String> answers) {

    static SetRow of(AnnotationSet set, int author, int steps) {
        DoubleSummaryStatistics scores = AnnotationRepository.suggestedScores(set.annotations());
        boolean any = scores.getCount() > 0;
        return new SetRow(Authors.setId(set.item(), author), set.item().value(), author, set.state(), set.annotations().size(),
                any ? scores.getMin() : null, any ? scores.getMax() : null, steps, set.answers());
    }

    /// Answers count like a suggestion of one score.
    ///
    /// @param certainty how sure the model is of its answers
    static SetRow suggested(AnnotationSet set, int author, double certainty) {
        SetRow row = of(set, author, 0);
        if (set.answers().isEmpty()) {
            return row;
        }
        return new SetRow(row.id, row.item, row.author, row.state, row.annotations,
                row.lowest == null ? certainty : Math.min(row.lowest, certainty),
                row.highest == null ? certainty : Math.max(row.highest, certainty), 0, row.answers);
    }

    static Optional<SetRow> find(Handle handle, long id) {
        return handle
                .createQuery(
                        "SELECT item_id, author_id, state, annotations, lowest_score, highest_score, steps, answers FROM annotation_set WHERE id = ?")
                .bind(0, id)
                .map((row, context) -> new SetRow(id, row.getLong(1), row.getInt(2), WorkState.ofCode(row.getInt(3)), row.getInt(4),
                        row.getObject(5, Double.class), row.getObject(6, Double.class), row.getInt(7), Json.attributes(row.getString(8))))
                .findOne();
    }

    void save(Handle handle, boolean there) {
        String sql = there
                ? "UPDATE annotation_set SET state = :state, annotations = :annotations, lowest_score = :lowest, highest_score = :highest, "
                        + "steps = :steps, answers = :answers, changed = CURRENT_TIMESTAMP WHERE id = :id"
                : "INSERT INTO annotation_set (id, item_id, author_id, state, annotations, lowest_score, highest_score, steps, answers, changed) "
                        + "VALUES (:id, :item, :author, :state, :annotations, :lowest, :highest, :steps, :answers, CURRENT_TIMESTAMP)";
        var update = handle.createUpdate(sql).bind("id", id).bind("state", state.code()).bind("annotations", annotations)
                .bind("lowest", lowest).bind("highest", highest).bind("steps", steps).bind("answers", Json.attributes(answers));
        if (!there) {
            update.bind("item", item).bind("author", author);
        }
        update.execute();
    }
}
