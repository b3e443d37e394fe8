package labelwright.workbench;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import labelwright.model.Author;
import labelwright.model.ItemId;
import labelwright.model.query.ItemSort;
import labelwright.task.CancelToken;
import labelwright.task.Progress;
import labelwright.task.WorkerThreads;

import static org.junit.jupiter.api.Assertions.assertEquals;

/// The labels of the sample are there for whoever opens it, until somebody has worked with them.
@Timeout(60)
class SampleAdoptionTest {
    private static final int LABELLED = 3;
    @TempDir
    private Path folder;
    private final ExecutorService threads = WorkerThreads.pool("test", 2);

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void whoeverOpensTheSampleFirstHasItsLabels() {
        make("maker");
        assertEquals(LABELLED, labelled("maker"));
        assertEquals(LABELLED, labelled("ada"), "another person on another day");
        assertEquals(LABELLED, labelled("maker"), "and back again, as nobody has done anything");
    }

    @Test
    void labelsThatSomebodyHasChangedStayWithThem() {
        make("maker");
        try (Workbench bench = open("ada")) {
            ItemId first = items(bench, "ada").getFirst();
            bench.labelling().open(first, new Author.Annotator("ada")).reopen();
        }
        assertEquals(0, labelled("lee"));
        assertEquals(LABELLED - 1, labelled("ada"));
    }

    @Test
    void whoHasLabelledSomethingElseKeepsTheirOwn() {
        make("maker");
        try (Workbench bench = open("maker")) {
            List<ItemId> free = bench.catalogue().find(bench.projects().all().getFirst(), "state:new", new Author.Annotator("maker"),
                    ItemSort.IMPORTED);
            bench.labelling().open(free.getFirst(), new Author.Annotator("lee")).submit();
        }
        assertEquals(1, labelled("lee"));
        assertEquals(LABELLED, labelled("maker"));
    }

    private void make(String person) {
        new SampleWorkspace(LABELLED * 3).write(folder.resolve("w"), context(person), Progress.NONE, new CancelToken()).close();
    }

    private Workbench open(String person) {
        return Workbench.open(folder.resolve("w"), context(person));
    }

    private WorkbenchContext context(String person) {
        return new WorkbenchContext(threads, 2, 64L << 20, new Author.Annotator(person));
    }

    private int labelled(String person) {
        try (Workbench bench = open(person)) {
            assertEquals(List.of(), bench.maintenance().check().problems());
            return items(bench, person).size();
        }
    }

    private static List<ItemId> items(Workbench bench, String person) {
        return bench.catalogue().find(bench.projects().all().getFirst(), "state:submitted", new Author.Annotator(person),
                ItemSort.IMPORTED);
    }
}
