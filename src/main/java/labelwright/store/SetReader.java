package labelwright.store;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;

import org.jdbi.v3.core.Handle;

import labelwright.model.Annotation;
import labelwright.model.AnnotationId;
import labelwright.model.AnnotationSet;
import labelwright.model.Author;
import labelwright.model.ItemId;
import labelwright.model.Relation;
import labelwright.model.WorkState;

/// Reads whole sets by their keys, four statements for any number of sets.
final class SetReader {
    private final Handle handle;

    SetReader(Handle handle) {
        this.handle = handle;
    }

    /// Sets of one author that exist, in the order of their items.
    Map<ItemId, AnnotationSet> sets(List<Long> keys, IntFunction<Author> author) {
        Map<ItemId, AnnotationSet> sets = new LinkedHashMap<>();
        byKey(keys, author).values().forEach(set -> sets.put(set.item(), set));
        return sets;
    }

    /// Sets that exist, by their keys in rising order.
    /// @param author says who an author number is
    Map<Long, AnnotationSet> byKey(List<Long> keys, IntFunction<Author> author) {
        Map<Long, List<Annotation>> annotations = new LinkedHashMap<>();
        handle.createQuery(
                "SELECT a.set_id, " + AnnotationRows.COLUMNS + " FROM annotation a WHERE a.set_id = ANY(:keys) ORDER BY a.set_id, a.ord")
                .bindArray("keys", Long.class, keys)
                .map((row, context) -> annotations.computeIfAbsent(row.getLong(1), _ -> new ArrayList<>()).add(AnnotationRows.read(row, 2)))
                .list();
        Map<Long, Set<AnnotationId>> refused = new LinkedHashMap<>();
        handle.createQuery("SELECT set_id, suggestion_id FROM refused WHERE set_id = ANY(:keys)").bindArray("keys", Long.class, keys)
                .map((row, context) -> refused.computeIfAbsent(row.getLong(1), _ -> new HashSet<>()).add(new AnnotationId(row.getLong(2))))
                .list();
        Map<Long, List<Relation>> relations = RelationRows.bySet(handle, keys);
        Map<Long, AnnotationSet> sets = new LinkedHashMap<>();
        handle.createQuery("SELECT id, item_id, author_id, state, answers FROM annotation_set WHERE id = ANY(:keys) ORDER BY id")
                .bindArray("keys", Long.class, keys).map((row, context) -> {
                    long key = row.getLong(1);
                    ItemId item = new ItemId(row.getLong(2));
                    return sets.put(key, new AnnotationSet(item, author.apply(row.getInt(3)), WorkState.ofCode(row.getInt(4)),
                            annotations.getOrDefault(key, List.of()), relations.getOrDefault(key, List.of()),
                            refused.getOrDefault(key, Set.of()),
                            Json.attributes(row.getString(5))));
                }).list();
        return sets;
    }
}
