package labelwright.task;

import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/// Where running work says how far it is. Safe to call from the working thread as often as liked; the newest value counts.
@FunctionalInterface
public interface Progress {
    /// A report that nobody reads.
    Progress NONE = state -> {};

    void report(State state);

    /// @param message what is being done, for people; may be empty
    default void report(long done, long total, String message) {
        report(new State(done, total, message));
    }

    /// @param total 0 when it is not known
    record State(long done, long total, String message) {
        public static final State UNKNOWN = new State(0, 0, "");

        /// Between 0 and 1, or -1 when the total is not known.
        public double fraction() {
            return total <= 0 ? -1 : Math.clamp((double) done / total, 0, 1);
        }
    }

    static Progress of(@Nullable Consumer<State> listener) {
        return listener == null ? NONE : listener::accept;
    }
}
