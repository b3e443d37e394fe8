package labelwright.cli;

import java.nio.file.Path;
import java.util.concurrent.ExecutorService;

import labelwright.task.WorkerThreads;
import labelwright.workbench.Workbench;
import labelwright.workbench.WorkbenchContext;

/// An open workspace with the threads it works on, for as long as one command takes.
final class Session implements AutoCloseable {
    private final ExecutorService threads;
    private final Workbench bench;

    /// How a workspace comes to be open.
    @FunctionalInterface
    interface Opening {
        Workbench open(WorkbenchContext context);
    }

    private Session(ExecutorService threads, Workbench bench) {
        this.threads = threads;
        this.bench = bench;
    }

    static Session open(Path folder, String annotator) {
        return open(annotator, context -> Workbench.open(folder, context));
    }

    static Session open(String annotator, Opening opening) {
        ExecutorService threads = WorkerThreads.pool("work", Runtime.getRuntime().availableProcessors());
        try {
            return new Session(threads, opening.open(WorkbenchContext.of(threads, annotator)));
        } catch (RuntimeException | Error e) {
            threads.shutdownNow();
            throw e;
        }
    }

    Workbench bench() {
        return bench;
    }

    @Override
    public void close() {
        try {
            bench.close();
        } finally {
            threads.shutdownNow();
        }
    }
}
