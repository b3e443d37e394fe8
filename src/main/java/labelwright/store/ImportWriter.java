package labelwright.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

import labelwright.model.Annotation;
import labelwright.model.AnnotationId;
import labelwright.model.AnnotationIds;
import labelwright.model.ItemId;
import labelwright.model.LabelId;
import labelwright.model.Relation;
import labelwright.model.WorkState;
import labelwright.store.AnnotationRows.Placed;

/// Writes one chunk of an import's annotations or relations inside the caller's transaction.
final class ImportWriter {
    private final Handle handle;
    private final long batch;
    private final int author;
    private final AnnotationIds annotationIds;

    ImportWriter(Handle handle, long batch, int author, AnnotationIds annotationIds) {
        this.handle = handle;
        this.batch = batch;
        this.author = author;
        this.annotationIds = annotationIds;
    }

    /// A set that gets annotations in this chunk.
    ///
    /// @param before how many it had
    /// @param first where its first new annotation stands in the drawing order
    private record Target(int before, double first) {
        static final Target NEW = new Target(0, 0);
    }

    /// @return the new ids in the order of the chunk
    List<AnnotationId> addAnnotations(WorkState state, List<NewAnnotation> chunk) throws SQLException {
        Map<Long, List<Annotation>> bySet = new LinkedHashMap<>();
        List<AnnotationId> ids = new ArrayList<>(chunk.size());
        for (NewAnnotation one : chunk) {
            AnnotationId id = annotationIds.next();
            ids.add(id);
            bySet.computeIfAbsent(Authors.setId(one.item(), author), _ -> new ArrayList<>())
                    .add(new Annotation(id, one.label(), one.shape(), one.origin(), one.attributes()));
        }
        Map<Long, Target> there = targets(bySet.keySet());
        List<Placed> rows = new ArrayList<>(chunk.size());
        Map<Long, List<Annotation>> fresh = new LinkedHashMap<>();
        Map<Long, List<Annotation>> grown = new LinkedHashMap<>();
        long highest = 0;
        for (Map.Entry<Long, List<Annotation>> set : bySet.entrySet()) {
            double ord = there.getOrDefault(set.getKey(), Target.NEW).first;
            for (Annotation annotation : set.getValue()) {
                rows.add(new Placed(set.getKey(), ord++, annotation));
                highest = Math.max(highest, annotation.id().value());
            }
            (there.containsKey(set.getKey()) ? grown : fresh).put(set.getKey(), set.getValue());
        }
        insertSets(state, fresh);
        growSets(grown);
        insertLabels(bySet, labelsThere(grown.keySet()));
        AnnotationRows.insert(handle.getConnection(), rows, batch);
        HighestIds.coverAnnotation(handle, highest);
        return ids;
    }

    /// @return how many
    int addRelations(List<NewRelation> chunk) throws SQLException {
        List<RelationRows.Placed> rows = new ArrayList<>(chunk.size());
        for (NewRelation one : chunk) {
            rows.add(new RelationRows.Placed(Authors.setId(one.item(), author),
                    new Relation(annotationIds.nextRelation(), one.type(), one.from(), one.to(), one.origin(), one.attributes())));
        }
        RelationRows.insert(handle.getConnection(), rows, batch);
        HighestIds.coverAnnotation(handle, rows.getLast().relation().id().value());
        return rows.size();
    }

    /// @return how many answers are new
    int addAnswers(WorkState state, List<ItemId> items) throws SQLException {
        Map<Long, List<Annotation>> fresh = new LinkedHashMap<>();
        items.forEach(item -> fresh.put(Authors.setId(item, author), List.of()));
        targets(new HashSet<>(fresh.keySet())).keySet().forEach(fresh::remove);
        insertSets(state, fresh);
        return fresh.size();
    }

    private Map<Long, Target> targets(Set<Long> sets) {
        Map<Long, Target> there = new HashMap<>();
        handle.createQuery("SELECT s.id, s.annotations, (SELECT MAX(a.ord) FROM annotation a WHERE a.set_id = s.id) FROM annotation_set s "
                + "WHERE s.id = ANY(:sets)").bindArray("sets", Long.class, List.copyOf(sets)).map((row, context) -> {
                    Double last = row.getObject(3, Double.class);
                    return there.put(row.getLong(1), new Target(row.getInt(2), last == null ? 0 : last + 1));
                }).list();
        return there;
    }

    private void insertSets(WorkState state, Map<Long, List<Annotation>> sets) throws SQLException {
        String sql = "INSERT INTO annotation_set (id, item_id, author_id, state, annotations, lowest_score, highest_score, steps, batch_id, changed) "
                + "VALUES (?, ?, ?, ?, ?, ?, ?, 0, ?, CURRENT_TIMESTAMP)";
        try (PreparedStatement insert = handle.getConnection().prepareStatement(sql)) {
            for (Map.Entry<Long, List<Annotation>> set : sets.entrySet()) {
                DoubleSummaryStatistics scores = AnnotationRepository.suggestedScores(set.getValue());
                insert.setLong(1, set.getKey());
                insert.setLong(2, set.getKey() / Authors.PER_ITEM);
                insert.setInt(3, author);
                insert.setInt(4, state.code());
                insert.setInt(5, set.getValue().size());
                insert.setObject(6, lowest(scores), java.sql.Types.DOUBLE);
                insert.setObject(7, highest(scores), java.sql.Types.DOUBLE);
                insert.setLong(8, batch);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private void growSets(Map<Long, List<Annotation>> sets) throws SQLException {
        if (sets.isEmpty()) {
            return;
        }
        String sql = "UPDATE annotation_set SET annotations = annotations + ?, lowest_score = LEAST(lowest_score, ?), "
                + "highest_score = GREATEST(highest_score, ?), changed = CURRENT_TIMESTAMP WHERE id = ?";
        try (PreparedStatement update = handle.getConnection().prepareStatement(sql)) {
            for (Map.Entry<Long, List<Annotation>> set : sets.entrySet()) {
                DoubleSummaryStatistics scores = AnnotationRepository.suggestedScores(set.getValue());
                update.setInt(1, set.getValue().size());
                update.setObject(2, lowest(scores), java.sql.Types.DOUBLE);
                update.setObject(3, highest(scores), java.sql.Types.DOUBLE);
                update.setLong(4, set.getKey());
                update.addBatch();
            }
            update.executeBatch();
        }
    }

    private static @Nullable Double lowest(DoubleSummaryStatistics scores) {
        return scores.getCount() == 0 ? null : scores.getMin();
    }

    private static @Nullable Double highest(DoubleSummaryStatistics scores) {
        return scores.getCount() == 0 ? null : scores.getMax();
    }

    private record Use(long item, long label) {}

    private Set<Use> labelsThere(Set<Long> sets) {
        Set<Use> uses = new HashSet<>();
        if (!sets.isEmpty()) {
            handle.createQuery("SELECT item_id, label_id FROM set_label WHERE item_id = ANY(:items) AND author_id + 0 = :author")
                    .bindArray("items", Long.class, sets.stream().map(set -> set / Authors.PER_ITEM).toList()).bind("author", author)
                    .map((row, context) -> uses.add(new Use(row.getLong(1), row.getLong(2)))).list();
        }
        return uses;
    }

    private void insertLabels(Map<Long, List<Annotation>> sets, Set<Use> there) throws SQLException {
        try (PreparedStatement insert = handle.getConnection()
                .prepareStatement("INSERT INTO set_label (author_id, label_id, item_id) VALUES (?, ?, ?)")) {
            for (Map.Entry<Long, List<Annotation>> set : sets.entrySet()) {
                long item = set.getKey() / Authors.PER_ITEM;
                for (LabelId label : SetWriter.labels(set.getValue())) {
                    if (!there.contains(new Use(item, label.value()))) {
                        insert.setInt(1, author);
                        insert.setLong(2, label.value());
                        insert.setLong(3, item);
                        insert.addBatch();
                    }
                }
            }
            insert.executeBatch();
        }
    }
}
