package labelwright.store;

import java.io.Serial;

import org.jspecify.annotations.Nullable;

/// The workspace could not do what was asked. The message is one plain sentence or two for people: what happened, and what to do.
public final class StoreException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    /// Why, for callers that do different things for different reasons.
    public enum Reason {
        LOCKED, NEWER_VERSION, NOT_A_WORKSPACE, READ_ONLY, DISK_FULL, DAMAGED, NOT_EMPTY, FAILED
    }

    private final Reason reason;

    StoreException(Reason reason, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    StoreException(Reason reason, String message) {
        this(reason, message, null);
    }

    static StoreException failed(String message) {
        return new StoreException(Reason.FAILED, message);
    }

    public Reason reason() {
        return reason;
    }
}
