package labelwright.model.query;

import java.io.Serial;

/// A query line that cannot be understood. The message says what is wrong, where, and what is possible there.
public final class QueryException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;
    private final int position;

    public QueryException(String message, int position) {
        super(message);
        this.position = position;
    }

    /// Where in the text the trouble starts, counted from 0.
    public int position() {
        return position;
    }
}
