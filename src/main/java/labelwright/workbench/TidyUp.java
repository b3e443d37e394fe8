package labelwright.workbench;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import labelwright.task.WorkerThreads;

/// Work that nobody needs to wait for: deleting what a cancelled import had stored. Whatever is left of it when the process dies is done when
/// the workspace is opened again.
final class TidyUp implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TidyUp.class);
    private static final int LOOK_MILLIS = 100;

    private final ExecutorService thread = WorkerThreads.pool("tidy-up", 1);
    private volatile Future<?> last = CompletableFuture.completedFuture(null);

    void later(Runnable work) {
        last = thread.submit(() -> {
            try {
                work.run();
            } catch (RuntimeException e) {
                LOG.error("What a cancelled import left could not be deleted; it is tried again when the workspace is opened", e);
            }
        });
    }

    /// Waits for it, watched and stopped like any other work.
    void await(Watch watch) {
        while (!isOver()) {
            watch.token().throwIfCancelled();
            watch.progress().report(0, 0, "Deleting what the cancelled import left");
        }
    }

    void await() {
        while (!isOver()) {
            LOG.trace("Waiting for the end of {}", last);
        }
    }

    @Override
    public void close() {
        await();
        thread.shutdown();
    }

    /// Waits a moment.
    private boolean isOver() {
        try {
            last.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
