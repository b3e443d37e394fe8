package labelwright.workbench;

import java.nio.file.Path;
import java.util.concurrent.ExecutorService;

import labelwright.model.Author;
import labelwright.model.Project;
import labelwright.model.ProjectKind;
import labelwright.task.WorkerThreads;

/// A real workspace in a folder, with one project.
public final class TestBench implements AutoCloseable {
    public static final Author.Annotator KIM = new Author.Annotator("kim");

    private final ExecutorService threads = WorkerThreads.pool("test", 2);
    private final Path folder;
    private Workbench bench;

    private TestBench(Path folder, Workbench bench) {
        this.folder = folder;
        this.bench = bench;
    }

    public static TestBench create(Path folder) {
        TestBench test = new TestBench(folder, null);
        test.bench = Workbench.create(folder, test.context());
        test.bench.projects().create("P", ProjectKind.IMAGE, java.util.List.of());
        return test;
    }

    public WorkbenchContext context() {
        return new WorkbenchContext(threads, 2, 64L << 20, KIM);
    }

    public Workbench get() {
        return bench;
    }

    public Project project() {
        return bench.projects().byName("P");
    }

    /// Closes the workspace for a while, so that another process can have it.
    public void suspend() {
        bench.close();
    }

    /// Opens it again.
    public void resume() {
        bench = Workbench.open(folder, context());
    }

    @Override
    public void close() {
        bench.close();
        threads.shutdownNow();
    }
}
