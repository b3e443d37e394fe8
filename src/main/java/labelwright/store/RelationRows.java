package labelwright.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

import labelwright.model.AnnotationId;
import labelwright.model.Relation;
import labelwright.model.RelationId;
import labelwright.model.RelationTypeId;

/// Relations as rows.
final class RelationRows {
    /// For reading; the table is called `r`.
    static final String COLUMNS = "r.id, r.type_id, r.from_id, r.to_id, r.origin, r.origin_format, r.origin_model, r.origin_suggestion, "
            + "r.score, r.attributes";
    private static final String INSERT = "INSERT INTO relation (type_id, from_id, to_id, origin, origin_format, origin_model, "
            + "origin_suggestion, score, attributes, id, set_id, batch_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String UPDATE = "UPDATE relation SET type_id = ?, from_id = ?, to_id = ?, origin = ?, origin_format = ?, "
            + "origin_model = ?, origin_suggestion = ?, score = ?, attributes = ? WHERE id = ?";

    private RelationRows() {}

    /// A relation and the set that it belongs to.
    record Placed(long set, Relation relation) {}

    /// The relations of sets, by their keys, each list in the order of ids; sets without any are missing.
    static Map<Long, List<Relation>> bySet(Handle handle, List<Long> sets) {
        Map<Long, List<Relation>> relations = new HashMap<>();
        handle.createQuery("SELECT r.set_id, " + COLUMNS + " FROM relation r WHERE r.set_id = ANY(:sets) ORDER BY r.id")
                .bindArray("sets", Long.class, sets)
                .map((row, context) -> relations.computeIfAbsent(row.getLong(1), _ -> new ArrayList<>()).add(read(row, 2))).list();
        return relations;
    }

    /// Reads the columns of [#COLUMNS], which start at `first`.
    /// @throws IllegalArgumentException when the row is not a possible relation
    static Relation read(ResultSet row, int first) throws SQLException {
        return new Relation(new RelationId(row.getLong(first)), new RelationTypeId(row.getLong(first + 1)),
                new AnnotationId(row.getLong(first + 2)), new AnnotationId(row.getLong(first + 3)), OriginColumns.read(row, first + 4),
                Json.attributes(row.getString(first + 4 + OriginColumns.COUNT)));
    }

    /// Writes what is different between two versions of a set. Costs little when little differs, however many there are.
    static void write(Handle handle, long set, List<Relation> before, List<Relation> after) throws SQLException {
        if (before.equals(after)) {
            return;
        }
        Map<RelationId, Relation> gone = new HashMap<>();
        before.forEach(relation -> gone.put(relation.id(), relation));
        List<Placed> inserted = new ArrayList<>();
        List<Relation> changed = new ArrayList<>();
        for (Relation relation : after) {
            Relation old = gone.remove(relation.id());
            if (old == null) {
                inserted.add(new Placed(set, relation));
            } else if (!Objects.equals(old, relation)) {
                changed.add(relation);
            }
        }
        requireTypes(handle, inserted, changed);
        delete(handle.getConnection(), gone.keySet());
        update(handle.getConnection(), changed);
        insert(handle.getConnection(), inserted, null);
    }

    private static void requireTypes(Handle handle, List<Placed> inserted, List<Relation> changed) {
        Set<Long> types = new HashSet<>();
        inserted.forEach(placed -> types.add(placed.relation.type().value()));
        changed.forEach(relation -> types.add(relation.type().value()));
        if (!types.isEmpty()) {
            handle.createQuery("SELECT id FROM relation_type WHERE id = ANY(:types)").bindArray("types", Long.class, List.copyOf(types))
                    .mapTo(Long.class).forEach(types::remove);
        }
        for (Long missing : types) {
            throw StoreException.failed("The type of relation " + missing + " was removed from the project; the change was not saved.");
        }
    }

    static void insert(Connection connection, Collection<Placed> rows, @Nullable Long batch) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (Placed row : rows) {
                int next = bind(insert, row.relation);
                insert.setLong(next++, row.relation.id().value());
                insert.setLong(next++, row.set);
                insert.setObject(next, batch, Types.BIGINT);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void update(Connection connection, List<Relation> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement update = connection.prepareStatement(UPDATE)) {
            for (Relation row : rows) {
                update.setLong(bind(update, row), row.id().value());
                update.addBatch();
            }
            update.executeBatch();
        }
    }

    private static void delete(Connection connection, Collection<RelationId> ids) throws SQLException {
        if (ids.isEmpty()) {
            return;
        }
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM relation WHERE id = ?")) {
            for (RelationId id : ids) {
                delete.setLong(1, id.value());
                delete.addBatch();
            }
            delete.executeBatch();
        }
    }

    /// @return the number of the next parameter
    private static int bind(PreparedStatement statement, Relation relation) throws SQLException {
        statement.setLong(1, relation.type().value());
        statement.setLong(2, relation.from().value());
        statement.setLong(3, relation.to().value());
        int next = OriginColumns.of(relation.origin()).bind(statement, 4);
        statement.setString(next++, Json.attributes(relation.attributes()));
        return next;
    }
}
