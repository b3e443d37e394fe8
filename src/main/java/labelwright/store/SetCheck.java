package labelwright.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jdbi.v3.core.Handle;

import labelwright.geometry.Bounds;
import labelwright.geometry.Ellipse;
import labelwright.geometry.RotatedBox;
import labelwright.geometry.Shape;
import labelwright.model.Annotation;
import labelwright.model.Item;
import labelwright.model.LabelId;
import labelwright.model.Origin;
import labelwright.model.ProjectId;

/// Checks the annotation sets of a page of items against their annotations.
final class SetCheck {
    /// In pixels; sums of doubles are not exact.
    private static final double TOLERANCE = 1e-3;
    private final Handle handle;
    private final Map<LabelId, ProjectId> labels;
    private final IntegrityCheck.Findings findings;

    SetCheck(Handle handle, Map<LabelId, ProjectId> labels, IntegrityCheck.Findings findings) {
        this.handle = handle;
        this.labels = labels;
        this.findings = findings;
    }

    /// What the annotations of a set add up to.
    private static final class Sum {
        private int annotations;
        private int taken;
        private double ord = Double.NEGATIVE_INFINITY;
        private final Set<Long> labels = new HashSet<>();
    }

    /// @param page neighbours by id
    /// @return how many annotations they have
    long check(List<Item> page) {
        Map<Long, Item> items = new HashMap<>();
        page.forEach(item -> items.put(item.id().value(), item));
        long first = Authors.firstSetOf(page.getFirst().id().value());
        long last = Authors.lastSetOf(page.getLast().id().value());
        Map<Long, Sum> sums = new HashMap<>();
        long seen = handle
                .createQuery("SELECT a.set_id, a.ord, " + AnnotationRows.COLUMNS
                        + " FROM annotation a WHERE a.set_id BETWEEN :first AND :last ORDER BY a.set_id, a.ord")
                .bind("first", first).bind("last", last)
                .map((row, context) -> check(row, items.get(row.getLong(1) / Authors.PER_ITEM), sums)).list().stream()
                .filter(belongs -> belongs)
                .count();
        checkSets(first, last, sums);
        checkLabels(first, last, sums);
        checkTaken(first, last, sums);
        return seen;
    }

    private boolean check(ResultSet row, @org.jspecify.annotations.Nullable Item item, Map<Long, Sum> sums) throws SQLException {
        long set = row.getLong(1);
        long id = row.getLong(3);
        if (item == null) {
            findings.add("Annotation " + id + " belongs to an item that does not exist.");
            return false;
        }
        Sum sum = sums.computeIfAbsent(set, _ -> new Sum());
        sum.annotations++;
        sum.labels.add(row.getLong(4));
        double ord = row.getDouble(2);
        if (!(ord > sum.ord)) {
            findings.add("Annotation " + id + " on item " + item.id() + " has no place of its own in the drawing order.");
        }
        sum.ord = ord;
        try {
            Annotation annotation = AnnotationRows.read(row, 3);
            if (annotation.origin() instanceof Origin.Taken) {
                sum.taken++;
            }
            check(annotation, item);
        } catch (IllegalArgumentException e) {
            findings.add("Annotation " + id + " on item " + item.id() + " cannot be read: " + e.getMessage());
        }
        return true;
    }

    private void check(Annotation annotation, Item item) {
        if (!item.project().equals(labels.get(annotation.label()))) {
            findings.add("Annotation " + annotation.id() + " on item " + item.id() + " has the label " + annotation.label()
                    + ", which its project does not have.");
        }
        Bounds bounds = annotation.shape().bounds();
        boolean sized = item.width() > 0 && item.height() > 0 && canBeCut(annotation.shape());
        if (sized && (bounds.x() < -TOLERANCE || bounds.y() < -TOLERANCE || bounds.maxX() > item.width() + TOLERANCE
                || bounds.maxY() > item.height() + TOLERANCE)) {
            findings.add(
                    "Annotation " + annotation.id() + " lies partly outside the picture of item " + item.id() + " (" + item.name() + ").");
        }
    }

    /// Rotated boxes and ellipses may reach beyond the picture.
    private static boolean canBeCut(Shape shape) {
        return !(shape instanceof RotatedBox || shape instanceof Ellipse);
    }

    private void checkSets(long first, long last, Map<Long, Sum> sums) {
        Set<Long> known = new HashSet<>();
        handle.createQuery("SELECT id, annotations, answers FROM annotation_set WHERE id BETWEEN :first AND :last").bind("first", first)
                .bind("last", last)
                .map((row, context) -> {
                    long id = row.getLong(1);
                    Sum sum = sums.get(id);
                    int counted = sum == null ? 0 : sum.annotations;
                    if (counted != row.getInt(2)) {
                        findings.add("Annotation set " + id + " says that it has " + row.getInt(2) + " annotations, but " + counted
                                + " are there.");
                    }
                    checkAnswers(id, row.getString(3));
                    return known.add(id);
                }).list();
        for (Long set : sums.keySet()) {
            if (!known.contains(set)) {
                findings.add("Annotations belong to set " + set + ", which does not exist.");
            }
        }
    }

    private void checkAnswers(long set, @org.jspecify.annotations.Nullable String text) {
        try {
            Json.attributes(text);
        } catch (IllegalArgumentException e) {
            findings.add("What annotation set " + set + " says about its item cannot be read: " + e.getMessage());
        }
    }

    private void checkLabels(long first, long last, Map<Long, Sum> sums) {
        Map<Long, Set<Long>> listed = new HashMap<>();
        handle.createQuery("SELECT item_id * 1000000 + author_id, label_id FROM set_label WHERE item_id BETWEEN :first AND :last")
                .bind("first", first / Authors.PER_ITEM).bind("last", last / Authors.PER_ITEM)
                .map((row, context) -> listed.computeIfAbsent(row.getLong(1), _ -> new HashSet<>()).add(row.getLong(2))).list();
        for (Map.Entry<Long, Sum> sum : sums.entrySet()) {
            if (!sum.getValue().labels.equals(listed.getOrDefault(sum.getKey(), Set.of()))) {
                findings.add("The list of labels in use is wrong for annotation set " + sum.getKey() + ".");
            }
        }
        listed.keySet().removeAll(sums.keySet());
        listed.keySet().forEach(set -> findings.add("The list of labels in use names annotation set " + set + ", which is empty."));
    }

    private void checkTaken(long first, long last, Map<Long, Sum> sums) {
        Map<Long, Integer> counted = new HashMap<>();
        handle.createQuery("SELECT set_id, COUNT(*) FROM taken WHERE set_id BETWEEN :first AND :last GROUP BY set_id").bind("first", first)
                .bind("last", last).map((row, context) -> counted.put(row.getLong(1), row.getInt(2))).list();
        for (Map.Entry<Long, Sum> sum : sums.entrySet()) {
            if (sum.getValue().taken != counted.getOrDefault(sum.getKey(), 0)) {
                findings.add("The count of taken suggestions is wrong for annotation set " + sum.getKey() + ".");
            }
        }
    }
}
