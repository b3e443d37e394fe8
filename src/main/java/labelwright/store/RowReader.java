package labelwright.store;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jdbi.v3.core.Handle;

import labelwright.model.Item;
import labelwright.model.ItemId;
import labelwright.model.WorkState;
import labelwright.model.query.ItemRow;

/// Reads what a grid shows of a page of items, three statements for any number of items.
final class RowReader {
    private final Handle handle;
    private final int viewer;

    RowReader(Handle handle, int viewer) {
        this.handle = handle;
        this.viewer = viewer;
    }

    private record Suggestions(int open, double best) {
        static final Suggestions NONE = new Suggestions(0, Double.NaN);
    }

    Map<ItemId, ItemRow> rows(List<ItemId> page) {
        List<Long> ids = page.stream().map(ItemId::value).toList();
        Map<ItemId, Suggestions> suggestions = suggestions(ids);
        Map<ItemId, ItemRow> rows = new HashMap<>();
        handle.createQuery("SELECT " + ItemRows.COLUMNS + ", COALESCE(s.state, 0), COALESCE(s.annotations, 0) FROM item i "
                + "LEFT JOIN annotation_set s ON s.id = i.id * " + Authors.PER_ITEM + " + :viewer WHERE i.id = ANY(:ids)")
                .bind("viewer", viewer)
                .bindArray("ids", Long.class, ids).map((row, context) -> {
                    Item item = ItemRows.read(row);
                    Suggestions suggested = suggestions.getOrDefault(item.id(), Suggestions.NONE);
                    return rows.put(item.id(), new ItemRow(item, WorkState.ofCode(row.getInt(ItemRows.COUNT + 1)),
                            row.getInt(ItemRows.COUNT + 2), suggested.open, suggested.best));
                }).list();
        return rows;
    }

    private Map<ItemId, Suggestions> suggestions(List<Long> ids) {
        Map<ItemId, Suggestions> suggestions = new HashMap<>();
        if (handle.createQuery("SELECT id FROM author WHERE model_id IS NOT NULL FETCH FIRST ROW ONLY").mapTo(Integer.class).findOne()
                .isEmpty()) {
            return suggestions;
        }
        handle.createQuery(
                """
                        SELECT i.id, SUM(x.annotations), MAX(x.highest_score),
                            (SELECT COUNT(*) FROM taken t JOIN annotation a ON a.id = t.suggestion_id WHERE t.set_id = i.id * 1000000 + :viewer)
                            + (SELECT COUNT(*) FROM refused r JOIN annotation a ON a.id = r.suggestion_id AND a.origin = 2 WHERE r.set_id = i.id * 1000000 + :viewer)
                        FROM item i
                        JOIN annotation_set x ON x.id BETWEEN i.id * 1000000 AND i.id * 1000000 + 999999
                        JOIN author w ON w.id = x.author_id AND w.model_id IS NOT NULL
                        WHERE i.id = ANY(:ids) GROUP BY i.id""")
                .bind("viewer", viewer).bindArray("ids", Long.class, ids).map((row, context) -> {
                    Double best = row.getObject(3, Double.class);
                    return suggestions.put(new ItemId(row.getLong(1)),
                            new Suggestions(Math.max(0, row.getInt(2) - row.getInt(4)), best == null ? Double.NaN : best));
                }).list();
        new SuggestedAnswers(handle).open(ids, viewer).forEach((item, open) -> suggestions.computeIfPresent(new ItemId(item),
                (_, known) -> new Suggestions(known.open + open, known.best)));
        return suggestions;
    }
}
