package labelwright.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jdbi.v3.core.Handle;

import labelwright.model.Annotation;
import labelwright.model.AnnotationId;
import labelwright.model.AnnotationList;
import labelwright.model.AnnotationSet;
import labelwright.model.AnswerSuggestion;
import labelwright.model.ItemId;
import labelwright.model.LabelId;
import labelwright.model.ModelId;
import labelwright.store.AnnotationRows.Placed;

/// Brings the rows of one set from one version to the next, inside the caller's transaction.
final class SetWriter {
    private final Handle handle;
    private final Connection connection;
    private final ItemId item;
    private final int author;
    private final long set;

    SetWriter(Handle handle, ItemId item, int author) {
        this.handle = handle;
        connection = handle.getConnection();
        this.item = item;
        this.author = author;
        set = Authors.setId(item, author);
    }

    /// Writes what is different in annotations, labels, refusals and relations. The set's own row is the caller's.
    void write(AnnotationSet before, AnnotationSet after) throws SQLException {
        writeAnnotations(before.annotations(), after.annotations());
        writeLabels(labels(before.annotations()), labels(after.annotations()));
        writeRefused(before.refused(), after.refused());
        RelationRows.write(handle, set, before.relations(), after.relations());
    }

    private void writeAnnotations(List<Annotation> before, List<Annotation> after) throws SQLException {
        SetChange change = SetChange.between(before, after);
        AnnotationRows.delete(connection, change.removed());
        AnnotationRows.update(connection, set, change.changed());
        if (change.runs().isEmpty()) {
            return;
        }
        double[] places = places(change, after);
        List<Placed> inserted = new ArrayList<>();
        List<Placed> moved = new ArrayList<>();
        int next = 0;
        for (SetChange.Run run : change.runs()) {
            for (int i = run.from(); i < run.to(); i++) {
                Placed placed = new Placed(set, places[next++], after.get(i));
                (change.moved().contains(placed.annotation().id()) ? moved : inserted).add(placed);
            }
        }
        AnnotationRows.insert(connection, inserted, null);
        move(moved);
    }

    /// A place for every annotation of every run, in order. When there is no room left between two neighbours, the whole set gets new
    /// places first.
    private double[] places(SetChange change, List<Annotation> after) throws SQLException {
        Map<AnnotationId, Double> anchors = anchors(change, after);
        double[] places = new double[change.runs().stream().mapToInt(run -> run.to() - run.from()).sum()];
        int next = 0;
        for (SetChange.Run run : change.runs()) {
            int count = run.to() - run.from();
            Double left = run.from() == 0 ? null : anchors.get(after.get(run.from() - 1).id());
            Double right = run.to() == after.size() ? null : anchors.get(after.get(run.to()).id());
            double low = left != null ? left : right != null ? right - count - 1 : 0;
            double high = right != null ? right : low + count + 1;
            double previous = low;
            for (int i = 1; i <= count; i++) {
                double place = low + (high - low) * i / (count + 1);
                if (place <= previous || place >= high) {
                    return spreadOut(change, after);
                }
                places[next++] = place;
                previous = place;
            }
        }
        return places;
    }

    private Map<AnnotationId, Double> anchors(SetChange change, List<Annotation> after) {
        Set<Long> ids = new HashSet<>();
        for (SetChange.Run run : change.runs()) {
            if (run.from() > 0) {
                ids.add(after.get(run.from() - 1).id().value());
            }
            if (run.to() < after.size()) {
                ids.add(after.get(run.to()).id().value());
            }
        }
        Map<AnnotationId, Double> anchors = new HashMap<>();
        handle.createQuery("SELECT id, ord FROM annotation WHERE id = ANY(:ids)").bindArray("ids", Long.class, List.copyOf(ids))
                .map((row, context) -> anchors.put(new AnnotationId(row.getLong(1)), row.getDouble(2))).list();
        return anchors;
    }

    /// Places 0, 1, 2 ... for the whole list; what already has a row is moved there.
    private double[] spreadOut(SetChange change, List<Annotation> after) throws SQLException {
        double[] places = new double[change.runs().stream().mapToInt(run -> run.to() - run.from()).sum()];
        List<Placed> moved = new ArrayList<>();
        int next = 0;
        int index = 0;
        for (SetChange.Run run : change.runs()) {
            for (; index < run.from(); index++) {
                moved.add(new Placed(set, index, after.get(index)));
            }
            for (; index < run.to(); index++) {
                places[next++] = index;
            }
        }
        for (; index < after.size(); index++) {
            moved.add(new Placed(set, index, after.get(index)));
        }
        move(moved);
        return places;
    }

    private void move(List<Placed> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement update = connection.prepareStatement("UPDATE annotation SET ord = ? WHERE id = ?")) {
            for (Placed row : rows) {
                update.setDouble(1, row.ord());
                update.setLong(2, row.annotation().id().value());
                update.addBatch();
            }
            update.executeBatch();
        }
    }

    static Set<LabelId> labels(List<Annotation> annotations) {
        return AnnotationList.of(annotations).labels();
    }

    private void writeLabels(Set<LabelId> before, Set<LabelId> after) {
        for (LabelId label : before) {
            if (!after.contains(label)) {
                label("DELETE FROM set_label WHERE author_id = :author AND label_id = :label AND item_id = :item", label);
            }
        }
        for (LabelId label : after) {
            if (!before.contains(label)) {
                int found = label("INSERT INTO set_label (author_id, label_id, item_id) "
                        + "SELECT :author, id, :item FROM label_class WHERE id = :label", label);
                if (found == 0) {
                    throw StoreException.failed("The label " + label + " was removed from the project; the change was not saved.");
                }
            }
        }
    }

    private int label(String sql, LabelId label) {
        return handle.createUpdate(sql).bind("author", author).bind("label", label.value()).bind("item", item.value()).execute();
    }

    private void writeRefused(Set<AnnotationId> before, Set<AnnotationId> after) {
        for (AnnotationId id : before) {
            if (!after.contains(id)) {
                handle.createUpdate("DELETE FROM refused WHERE set_id = :set AND suggestion_id = :id").bind("set", set)
                        .bind("id", id.value())
                        .execute();
            }
        }
        for (AnnotationId id : after) {
            if (!before.contains(id)) {
                Long model = AnswerSuggestion.modelOf(id).map(ModelId::value).orElse(null);
                handle.createUpdate("INSERT INTO refused (set_id, suggestion_id, model_id) "
                        + "VALUES (:set, :id, COALESCE(:model, (SELECT origin_model FROM annotation WHERE id = :id AND origin = 2)))")
                        .bind("set", set)
                        .bind("id", id.value()).bind("model", model).execute();
            }
        }
    }
}
