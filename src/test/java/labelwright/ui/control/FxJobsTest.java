package labelwright.ui.control;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import org.junit.jupiter.api.Test;

import labelwright.task.CancelledException;
import labelwright.task.DirectJobRunner;
import labelwright.task.JobRunner.Lane;

import static org.junit.jupiter.api.Assertions.assertEquals;

class FxJobsTest {
    private final List<String> told = new ArrayList<>();
    private final List<Runnable> waiting = new ArrayList<>();
    private final FxJobs jobs = new FxJobs(new DirectJobRunner(), waiting::add, Runnable::run,
            (doing, fault) -> told.add(doing + ": " + fault.getMessage()));

    @Test
    void aFailureIsToldWithWhatWasBeingDone() {
        jobs.start(Lane.PROJECT, "Import cells", (_, _) -> {
            throw new IllegalStateException("no room");
        }, _ -> told.add("done"), () -> told.add("ended"));
        assertEquals(List.of("Import cells: no room", "ended"), told);
    }

    @Test
    void cancelIsNoFailure() {
        jobs.start(Lane.PROJECT, "Import cells", (_, _) -> {
            throw new CancelledException();
        }, _ -> told.add("done"), () -> told.add("ended"));
        assertEquals(List.of("ended"), told);
    }

    @Test
    void onlyTheNewestReadCountsWhateverOrderTheyEndIn() {
        LatestRead latest = jobs.latest();
        latest.read("Find", () -> "old", told::add);
        latest.read("Find", () -> "new", told::add);
        waiting.reversed().forEach(Runnable::run);
        assertEquals(List.of("new"), told);
    }

    @Test
    void aForgottenReadIsNotDelivered() {
        LatestRead latest = jobs.latest();
        latest.read("Find", () -> "value", told::add);
        latest.forget();
        waiting.forEach(Runnable::run);
        assertEquals(List.of(), told);
    }

    @Test
    void aScreenThatFailsToShowTheResultIsAFailureToo() {
        jobs.start(Lane.PROJECT, "Import cells", (_, _) -> "value", _ -> {
            throw new IllegalStateException("no view");
        });
        assertEquals(List.of("Import cells: no view"), told);
    }

    @Test
    void aFutureIsUnwrappedToItsCause() {
        jobs.deliver("Show", CompletableFuture.failedFuture(new CompletionException(new IllegalStateException("inner"))),
                _ -> told.add("done"),
                fault -> told.add(fault.getMessage()));
        assertEquals(List.of("inner"), told);
    }
}
