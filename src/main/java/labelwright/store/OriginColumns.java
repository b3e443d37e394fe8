package labelwright.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;

import org.jspecify.annotations.Nullable;

import labelwright.model.AnnotationId;
import labelwright.model.ItemId;
import labelwright.model.ModelId;
import labelwright.model.Origin;
import labelwright.model.Origin.Fidelity;

/// Where something came from, as five columns of a row: origin, origin_format, origin_model, origin_suggestion, score.
record OriginColumns(int code, @Nullable String format, @Nullable Long model, @Nullable Long suggestion, @Nullable Double score) {
    static final int COUNT = 5;
    private static final int MANUAL = 0;
    private static final int IMPORTED = 1;
    private static final int SUGGESTED = 2;
    private static final int TAKEN = 3;
    private static final int TAKEN_AND_CHANGED = 4;
    /// The item that it was copied from stands where a taken suggestion would.
    private static final int PROPAGATED = 5;

    static OriginColumns of(Origin origin) {
        return switch (origin) {
            case Origin.Manual() -> new OriginColumns(MANUAL, null, null, null, null);
            case Origin.Imported(String format) -> new OriginColumns(IMPORTED, format, null, null, null);
            case Origin.Propagated(ItemId from) -> new OriginColumns(PROPAGATED, null, null, from.value(), null);
            case Origin.Suggested(ModelId model, double score) -> new OriginColumns(SUGGESTED, null, model.value(), null, score);
            case Origin.Taken(AnnotationId suggestion, ModelId model, double score, Fidelity fidelity) ->
                new OriginColumns(fidelity == Fidelity.CHANGED ? TAKEN_AND_CHANGED : TAKEN, null, model.value(), suggestion.value(), score);
        };
    }

    /// @return the number of the next parameter
    int bind(PreparedStatement statement, int first) throws SQLException {
        int next = first;
        statement.setInt(next++, code);
        statement.setString(next++, format);
        statement.setObject(next++, model, Types.BIGINT);
        statement.setObject(next++, suggestion, Types.BIGINT);
        statement.setObject(next++, score, Types.DOUBLE);
        return next;
    }

    /// Reads the columns, which start at `first`.
    /// @throws IllegalArgumentException when they are not a possible origin
    static Origin read(ResultSet row, int first) throws SQLException {
        int code = row.getInt(first);
        return switch (code) {
            case MANUAL -> new Origin.Manual();
            case IMPORTED -> new Origin.Imported(row.getString(first + 1));
            case PROPAGATED -> new Origin.Propagated(new ItemId(row.getLong(first + 3)));
            case SUGGESTED -> new Origin.Suggested(new ModelId(row.getLong(first + 2)), row.getDouble(first + 4));
            case TAKEN, TAKEN_AND_CHANGED -> new Origin.Taken(new AnnotationId(row.getLong(first + 3)), new ModelId(row.getLong(first + 2)),
                    row.getDouble(first + 4), code == TAKEN ? Fidelity.UNCHANGED : Fidelity.CHANGED);
            default -> throw new IllegalArgumentException("No origin has the code " + code);
        };
    }
}
