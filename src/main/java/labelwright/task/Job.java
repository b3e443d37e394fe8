package labelwright.task;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One piece of background work, as everybody but its own code sees it. Methods may be called from any thread; listeners are
/// called on the thread that changes the state.
public final class Job<T> {
    private static final Logger LOG = LoggerFactory.getLogger(Job.class);

    /// What a job does. Runs on the runner's thread.
    @FunctionalInterface
    public interface Work<T> {
        /// @throws CancelledException when it stopped because the token asked for it
        /// @throws Exception when it failed; the message is shown to people
        T run(Progress progress, CancelToken token) throws Exception;
    }

    private final String title;
    private final Work<T> work;
    private final CancelToken token = new CancelToken();
    private final CompletableFuture<T> result = new CompletableFuture<>();
    private final AtomicReference<JobState> state = new AtomicReference<>(JobState.WAITING);
    private final AtomicReference<Progress.State> progress = new AtomicReference<>(Progress.State.UNKNOWN);
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    /// @param title what it does, in words for people
    public Job(String title, Work<T> work) {
        this.title = title;
        this.work = work;
    }

    public String title() {
        return title;
    }

    public JobState state() {
        return state.get();
    }

    public Progress.State progress() {
        return progress.get();
    }

    /// Completes with the result, with the failure, or with [CancelledException].
    public CompletableFuture<T> result() {
        return result;
    }

    /// Asks the work to stop at its next safe point; a job that has not begun never begins.
    public void cancel() {
        token.cancel();
        if (state.compareAndSet(JobState.WAITING, JobState.CANCELLED)) {
            result.completeExceptionally(new CancelledException());
            changed();
        }
    }

    public boolean cancelRequested() {
        return token.isCancelled();
    }

    /// The listener is called after every change of state or progress.
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    void execute() {
        if (!state.compareAndSet(JobState.WAITING, JobState.RUNNING)) {
            return;
        }
        changed();
        try {
            T value = work.run(this::progressed, token);
            finish(JobState.DONE);
            result.complete(value);
        } catch (CancelledException e) {
            LOG.info("Cancelled: {}", title);
            finish(JobState.CANCELLED);
            result.completeExceptionally(e);
        } catch (Throwable e) {
            // The last catch of a worker thread: nothing may vanish, not even an Error.
            LOG.error("Failed: {}", title, e);
            finish(JobState.FAILED);
            result.completeExceptionally(e);
        }
        changed();
    }

    private void finish(JobState end) {
        state.set(end);
    }

    private void progressed(Progress.State next) {
        progress.set(next);
        changed();
    }

    private void changed() {
        listeners.forEach(Runnable::run);
    }
}
