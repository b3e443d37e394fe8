package labelwright.task;

import java.util.concurrent.atomic.AtomicBoolean;

/// A flag that asks running work to stop. May be set from any thread, once and for good.
public final class CancelToken {
    private final AtomicBoolean cancelled = new AtomicBoolean();

    public void cancel() {
        cancelled.set(true);
    }

    public boolean isCancelled() {
        return cancelled.get();
    }

    /// @throws CancelledException when cancel was asked for
    public void throwIfCancelled() {
        if (isCancelled()) {
            throw new CancelledException();
        }
    }
}
