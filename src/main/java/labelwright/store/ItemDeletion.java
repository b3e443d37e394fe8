package labelwright.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

import org.jdbi.v3.core.Handle;

/// Removes items with all that hangs on them, inside the caller's transaction.
final class ItemDeletion {
    private static final List<String> BY_SETS = List.of("DELETE FROM annotation WHERE set_id BETWEEN ? AND ?",
            "DELETE FROM taken WHERE set_id BETWEEN ? AND ?", "DELETE FROM refused WHERE set_id BETWEEN ? AND ?",
            "DELETE FROM journal WHERE set_id BETWEEN ? AND ?", "DELETE FROM annotation_set WHERE id BETWEEN ? AND ?");
    private static final List<String> BY_ITEM = List.of("DELETE FROM set_label WHERE item_id = ?",
            "DELETE FROM usefulness WHERE item_id = ?",
            "DELETE FROM item WHERE id = ?");
    private final Handle handle;

    ItemDeletion(Handle handle) {
        this.handle = handle;
    }

    void delete(List<Long> items) throws SQLException {
        for (String sql : BY_SETS) {
            try (PreparedStatement delete = handle.getConnection().prepareStatement(sql)) {
                for (long item : items) {
                    delete.setLong(1, Authors.firstSetOf(item));
                    delete.setLong(2, Authors.lastSetOf(item));
                    delete.addBatch();
                }
                delete.executeBatch();
            }
        }
        for (String sql : BY_ITEM) {
            try (PreparedStatement delete = handle.getConnection().prepareStatement(sql)) {
                for (long item : items) {
                    delete.setLong(1, item);
                    delete.addBatch();
                }
                delete.executeBatch();
            }
        }
    }
}
