package labelwright.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import org.jdbi.v3.core.Handle;

/// Removes items with all that hangs on them, inside the caller's transaction. Items whose ids follow each other go together.
final class ItemDeletion {
    private static final List<String> BY_SETS = List.of("DELETE FROM annotation WHERE set_id BETWEEN ? AND ?",
            "DELETE FROM taken WHERE set_id BETWEEN ? AND ?", "DELETE FROM refused WHERE set_id BETWEEN ? AND ?",
            "DELETE FROM journal WHERE set_id BETWEEN ? AND ?", "DELETE FROM relation WHERE set_id BETWEEN ? AND ?",
            "DELETE FROM annotation_set WHERE id BETWEEN ? AND ?");
    private static final List<String> BY_ITEMS = List.of("DELETE FROM set_label WHERE item_id BETWEEN ? AND ?",
            "DELETE FROM usefulness WHERE item_id BETWEEN ? AND ?", "DELETE FROM item_text WHERE item_id BETWEEN ? AND ?",
            "DELETE FROM item WHERE id BETWEEN ? AND ?");
    private final Handle handle;

    ItemDeletion(Handle handle) {
        this.handle = handle;
    }

    /// Neighbours, both ends included.
    private record Range(long first, long last) {}

    void delete(List<Long> items) throws SQLException {
        List<Range> ranges = ranges(items.stream().sorted().distinct().toList());
        for (String sql : BY_SETS) {
            delete(sql, ranges.stream().map(range -> new Range(Authors.firstSetOf(range.first), Authors.lastSetOf(range.last))).toList());
        }
        delete("DELETE FROM text_part WHERE id BETWEEN ? AND ?",
                ranges.stream().map(range -> new Range(TextRows.firstPartOf(range.first), TextRows.lastPartOf(range.last))).toList());
        for (String sql : BY_ITEMS) {
            delete(sql, ranges);
        }
    }

    private static List<Range> ranges(List<Long> sorted) {
        List<Range> ranges = new ArrayList<>();
        for (long item : sorted) {
            if (!ranges.isEmpty() && ranges.getLast().last == item - 1) {
                ranges.set(ranges.size() - 1, new Range(ranges.getLast().first, item));
            } else {
                ranges.add(new Range(item, item));
            }
        }
        return ranges;
    }

    private void delete(String sql, List<Range> ranges) throws SQLException {
        try (PreparedStatement delete = handle.getConnection().prepareStatement(sql)) {
            for (Range range : ranges) {
                delete.setLong(1, range.first);
                delete.setLong(2, range.last);
                delete.addBatch();
            }
            delete.executeBatch();
        }
    }
}
