package labelwright.workbench;

import java.util.concurrent.atomic.AtomicBoolean;

import labelwright.task.CancelToken;

/// How a running training is asked to stop, and what then becomes of it. Thread-safe.
///
/// Plain cancel of the token leaves a run that can be resumed and no model; [#stopAndKeep] registers the best checkpoint so far as a model.
public final class TrainingStop {
    private final CancelToken token;
    private final AtomicBoolean keep = new AtomicBoolean();

    public TrainingStop(CancelToken token) {
        this.token = token;
    }

    public CancelToken token() {
        return token;
    }

    public void stopAndKeep() {
        keep.set(true);
        token.cancel();
    }

    boolean keepsModel() {
        return keep.get();
    }
}
