package labelwright.store;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jdbi.v3.core.Handle;

import labelwright.model.Item;
import labelwright.model.Relation;
import labelwright.model.RelationTypeId;

/// Checks the relations of a page of items: that both ends are there, in the same set, and that the project has the type.
final class RelationCheck {
    private final Handle handle;
    private final IntegrityCheck.Findings findings;

    RelationCheck(Handle handle, IntegrityCheck.Findings findings) {
        this.handle = handle;
        this.findings = findings;
    }

    /// @param page neighbours by id
    void check(List<Item> page) {
        long first = Authors.firstSetOf(page.getFirst().id().value());
        long last = Authors.lastSetOf(page.getLast().id().value());
        Map<Long, Item> items = new HashMap<>();
        page.forEach(item -> items.put(item.id().value(), item));
        Map<RelationTypeId, Long> projects = new HashMap<>();
        handle.createQuery("SELECT r.set_id, " + RelationRows.COLUMNS
                + ", (SELECT a.set_id FROM annotation a WHERE a.id = r.from_id), (SELECT a.set_id FROM annotation a WHERE a.id = r.to_id) "
                + "FROM relation r WHERE r.set_id BETWEEN :first AND :last").bind("first", first).bind("last", last)
                .map((row, context) -> {
                    long set = row.getLong(1);
                    long id = row.getLong(2);
                    try {
                        Relation relation = RelationRows.read(row, 2);
                        Item item = items.get(set / Authors.PER_ITEM);
                        if (item == null) {
                            findings.add("Relation " + id + " belongs to an item that does not exist.");
                        } else if (projectOf(relation.type(), projects) != item.project().value()) {
                            findings.add("Relation " + id + " on item " + item.id() + " has the type " + relation.type()
                                    + ", which its project does not have.");
                        }
                        Set<Long> ends = new HashSet<>(List.of(row.getLong(12), row.getLong(13)));
                        if (!ends.equals(Set.of(set))) {
                            findings.add("Relation " + id + " joins annotations that are not both in annotation set " + set + ".");
                        }
                    } catch (IllegalArgumentException e) {
                        findings.add("Relation " + id + " cannot be read: " + e.getMessage());
                    }
                    return id;
                }).list();
    }

    /// 0 for a type that no project has.
    private long projectOf(RelationTypeId type, Map<RelationTypeId, Long> known) {
        return known.computeIfAbsent(type, _ -> handle.createQuery("SELECT project_id FROM relation_type WHERE id = ?")
                .bind(0, type.value()).mapTo(Long.class).findOne().orElse(0L));
    }
}
