package labelwright.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;

import labelwright.geometry.Bounds;
import labelwright.geometry.Box;
import labelwright.geometry.Shape;
import labelwright.geometry.ShapeKind;
import labelwright.model.Annotation;
import labelwright.model.AnnotationId;
import labelwright.model.LabelId;
import labelwright.model.Origin;
import labelwright.model.Origin.Fidelity;

/// Annotations as rows.
final class AnnotationRows {
    /// For reading; the table is called `a`.
    static final String COLUMNS = "a.id, a.label_id, a.kind, a.x, a.y, a.width, a.height, a.outline, a.origin, a.origin_format, "
            + "a.origin_model, a.origin_suggestion, a.score, a.attributes";
    private static final String INSERT = "INSERT INTO annotation (label_id, kind, x, y, width, height, outline, origin, origin_format, "
            + "origin_model, origin_suggestion, score, attributes, ord, id, set_id, batch_id) "
            + "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String UPDATE = "UPDATE annotation SET label_id = ?, kind = ?, x = ?, y = ?, width = ?, height = ?, outline = ?, "
            + "origin = ?, origin_format = ?, origin_model = ?, origin_suggestion = ?, score = ?, attributes = ? WHERE id = ?";

    private AnnotationRows() {}

    /// An annotation and where it stands: within a set, a larger `ord` is drawn later.
    record Placed(long set, double ord, Annotation annotation) {}

    static void insert(Connection connection, Collection<Placed> rows, @Nullable Long batch) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (Placed row : rows) {
                int next = bind(insert, row.annotation);
                insert.setDouble(next++, row.ord);
                insert.setLong(next++, row.annotation.id().value());
                insert.setLong(next++, row.set);
                insert.setObject(next, batch, Types.BIGINT);
                insert.addBatch();
            }
            insert.executeBatch();
        }
        insertTaken(connection, rows);
    }

    static void update(Connection connection, long set, List<Annotation> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement update = connection.prepareStatement(UPDATE)) {
            for (Annotation row : rows) {
                update.setLong(bind(update, row), row.id().value());
                update.addBatch();
            }
            update.executeBatch();
        }
        deleteTaken(connection, rows.stream().map(Annotation::id).toList());
        insertTaken(connection, rows.stream().map(annotation -> new Placed(set, 0, annotation)).toList());
    }

    static void delete(Connection connection, Collection<AnnotationId> ids) throws SQLException {
        deleteEach(connection, "DELETE FROM annotation WHERE id = ?", ids);
        deleteTaken(connection, ids);
    }

    private static void deleteTaken(Connection connection, Collection<AnnotationId> ids) throws SQLException {
        deleteEach(connection, "DELETE FROM taken WHERE annotation_id = ?", ids);
    }

    private static void deleteEach(Connection connection, String sql, Collection<AnnotationId> ids) throws SQLException {
        if (ids.isEmpty()) {
            return;
        }
        try (PreparedStatement delete = connection.prepareStatement(sql)) {
            for (AnnotationId id : ids) {
                delete.setLong(1, id.value());
                delete.addBatch();
            }
            delete.executeBatch();
        }
    }

    private static void insertTaken(Connection connection, Collection<Placed> rows) throws SQLException {
        if (rows.stream().noneMatch(row -> row.annotation.origin() instanceof Origin.Taken)) {
            return;
        }
        String sql = "INSERT INTO taken (annotation_id, set_id, model_id, suggestion_id, changed) VALUES (?, ?, ?, ?, ?)";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (Placed row : rows) {
                if (row.annotation.origin() instanceof Origin.Taken taken) {
                    insert.setLong(1, row.annotation.id().value());
                    insert.setLong(2, row.set);
                    insert.setLong(3, taken.model().value());
                    insert.setLong(4, taken.suggestion().value());
                    insert.setBoolean(5, taken.fidelity() == Fidelity.CHANGED);
                    insert.addBatch();
                }
            }
            insert.executeBatch();
        }
    }

    /// @return the number of the next parameter
    private static int bind(PreparedStatement statement, Annotation annotation) throws SQLException {
        Shape shape = annotation.shape();
        Bounds bounds = shape.bounds();
        int next = 1;
        statement.setLong(next++, annotation.label().value());
        statement.setInt(next++, shape.kind().code());
        statement.setDouble(next++, bounds.x());
        statement.setDouble(next++, bounds.y());
        statement.setDouble(next++, bounds.width());
        statement.setDouble(next++, bounds.height());
        statement.setBytes(next++, OutlineCodec.encode(shape));
        next = OriginColumns.of(annotation.origin()).bind(statement, next);
        statement.setString(next++, Json.attributes(annotation.attributes()));
        return next;
    }

    /// Reads the columns of [#COLUMNS], which start at `first`.
    /// @throws IllegalArgumentException when the row is not a possible annotation
    static Annotation read(ResultSet row, int first) throws SQLException {
        AnnotationId id = new AnnotationId(row.getLong(first));
        LabelId label = new LabelId(row.getLong(first + 1));
        Shape shape = shape(row, first + 2);
        Origin origin = OriginColumns.read(row, first + 8);
        return new Annotation(id, label, shape, origin, Json.attributes(row.getString(first + 13)));
    }

    private static Shape shape(ResultSet row, int first) throws SQLException {
        ShapeKind kind = ShapeKind.ofCode(row.getInt(first));
        byte[] outline = row.getBytes(first + 5);
        if (outline != null) {
            return OutlineCodec.decode(outline);
        }
        return switch (kind) {
            case BOX -> new Box(row.getDouble(first + 1), row.getDouble(first + 2), row.getDouble(first + 3), row.getDouble(first + 4));
            case POLYGON, ROTATED_BOX, ELLIPSE, POLYLINE, POINTS, KEYPOINTS, MASK, SPAN ->
                throw new IllegalArgumentException("A shape of the kind " + kind + " has no outline");
        };
    }
}
