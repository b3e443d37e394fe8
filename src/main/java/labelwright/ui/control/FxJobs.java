package labelwright.ui.control;

import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

import javafx.application.Platform;

import org.jspecify.annotations.Nullable;

import labelwright.task.CancelledException;
import labelwright.task.Job;
import labelwright.task.JobRunner;
import labelwright.task.JobRunner.Lane;

/// The one class that hops between threads: work leaves the FX thread here and its result comes back to it. What fails is told to
/// [Faults]; nothing can vanish.
public final class FxJobs {
    private final JobRunner runner;
    private final Executor reads;
    private final Executor fx;
    private final Faults faults;
    private final AtomicBoolean closed = new AtomicBoolean();

    /// @param reads runs short reads for the screens, several at once
    /// @param fx runs on the FX thread; see [#fxThread]
    public FxJobs(JobRunner runner, Executor reads, Executor fx, Faults faults) {
        this.runner = runner;
        this.reads = reads;
        this.fx = fx;
        this.faults = faults;
    }

    /// Runs at once when called on the FX thread, else as soon as that thread is free.
    public static Executor fxThread() {
        return work -> {
            if (Platform.isFxApplicationThread()) {
                work.run();
            } else {
                Platform.runLater(work);
            }
        };
    }

    /// The same for the life of one workspace: after [#close], nothing that is still on its way is delivered or told, for what it was read
    /// from is gone.
    public FxJobs forWorkspace() {
        return new FxJobs(runner, reads, fx, faults);
    }

    public void close() {
        closed.set(true);
    }

    /// For the list of jobs.
    public JobRunner runner() {
        return runner;
    }

    public Faults faults() {
        return faults;
    }

    /// Long work that a person sees in the list of jobs, with progress and cancel.
    ///
    /// @param title what it does, in words for people
    /// @param done gets the result on the FX thread; not called when the work fails or is cancelled
    public <T> Job<T> start(Lane lane, String title, Job.Work<T> work, Consumer<T> done) {
        return start(lane, title, work, done, () -> {});
    }

    /// @param ended called on the FX thread after the work ended in whatever way
    public <T> Job<T> start(Lane lane, String title, Job.Work<T> work, Consumer<T> done, Runnable ended) {
        Job<T> job = new Job<>(title, work);
        settle(title, job.result(), done, fault -> faults.report(title, fault), ended);
        return runner.start(lane, job);
    }

    /// A short read for a screen; not in the list of jobs.
    ///
    /// @param doing for the message when it fails
    public <T> void read(String doing, Callable<T> work, Consumer<T> done) {
        settle(doing, later(work), done, fault -> faults.report(doing, fault), () -> {});
    }

    /// A row of reads of which only the newest counts: an older one that ends later is forgotten.
    public LatestRead latest() {
        return new LatestRead(this);
    }

    /// Hands the future's outcome to the FX thread; exactly one of the two is called, none when it was cancelled.
    ///
    /// @param doing for the message when `done` itself fails
    public <T> void deliver(String doing, CompletableFuture<T> future, Consumer<T> done, Consumer<Throwable> failed) {
        settle(doing, future, done, failed, () -> {});
    }

    /// Runs on the FX thread, from any thread.
    public void onFx(Runnable work) {
        fx.execute(work);
    }

    private <T> CompletableFuture<T> later(Callable<T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        try {
            reads.execute(() -> {
                try {
                    result.complete(work.call());
                } catch (Throwable e) {
                    // The end of a worker's stack: whatever it was, the screen has to hear of it.
                    result.completeExceptionally(e);
                }
            });
        } catch (RejectedExecutionException closing) {
            // The reading threads have ended: nobody looks at the screen any more.
            result.completeExceptionally(new CancellationException(closing.getMessage()));
        }
        return result;
    }

    private <T> void settle(String doing, CompletableFuture<T> future, Consumer<T> done, Consumer<Throwable> failed, Runnable ended) {
        var _ = future.whenComplete((value, fault) -> fx.execute(() -> {
            if (closed.get()) {
                return;
            }
            try {
                if (fault == null) {
                    done.accept(value);
                } else if (!isCancel(fault)) {
                    failed.accept(cause(fault));
                }
                ended.run();
            } catch (RuntimeException e) {
                faults.report(doing, e);
            }
        }));
    }

    private static boolean isCancel(Throwable fault) {
        Throwable cause = cause(fault);
        return cause instanceof CancelledException || cause instanceof java.util.concurrent.CancellationException;
    }

    private static Throwable cause(Throwable fault) {
        @Nullable
        Throwable cause = fault.getCause();
        return fault instanceof CompletionException && cause != null ? cause : fault;
    }
}
