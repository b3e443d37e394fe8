package labelwright.task;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

@Timeout(30)
class JobTest {
    @Test
    void aJobReportsProgressAndGivesItsResult() throws Exception {
        List<Double> seen = new CopyOnWriteArrayList<>();
        Job<String> job = new Job<>("count", (progress, _) -> {
            progress.report(1, 4, "one");
            return "done";
        });
        job.onChange(() -> seen.add(job.progress().fraction()));
        new DirectJobRunner().start(JobRunner.Lane.READ, job);
        assertEquals("done", job.result().get());
        assertEquals(JobState.DONE, job.state());
        assertTrue(seen.contains(0.25), seen::toString);
    }

    @Test
    void aFailureIsKeptAsTheResult() {
        Job<String> job = new Job<>("fail", (_, _) -> {
            throw new IOException("no such folder");
        });
        new DirectJobRunner().start(JobRunner.Lane.READ, job);
        ExecutionException failure = assertThrows(ExecutionException.class, () -> job.result().get());
        assertEquals("no such folder", failure.getCause().getMessage());
        assertEquals(JobState.FAILED, job.state());
    }

    @Test
    void runningWorkSeesTheCancelAndAWaitingJobNeverBegins() throws Exception {
        try (ThreadedJobRunner runner = new ThreadedJobRunner()) {
            CountDownLatch begun = new CountDownLatch(1);
            CountDownLatch release = new CountDownLatch(1);
            Job<String> first = runner.start(JobRunner.Lane.PROJECT, new Job<>("first", (_, token) -> {
                begun.countDown();
                release.await();
                token.throwIfCancelled();
                return "never";
            }));
            Job<String> second = runner.start(JobRunner.Lane.PROJECT, new Job<>("second", (_, _) -> "never"));
            begun.await();
            second.cancel();
            first.cancel();
            release.countDown();
            ExecutionException failure = assertThrows(ExecutionException.class, () -> first.result().get(10, TimeUnit.SECONDS));
            assertInstanceOf(CancelledException.class, failure.getCause());
            assertEquals(JobState.CANCELLED, first.state());
            assertEquals(JobState.CANCELLED, second.state());
        }
    }

    @Test
    void jobsOfOneLaneRunInTheOrderOfArrival() throws Exception {
        List<Integer> order = new CopyOnWriteArrayList<>();
        try (ThreadedJobRunner runner = new ThreadedJobRunner()) {
            List<Job<Integer>> jobs = new CopyOnWriteArrayList<>();
            for (int i = 0; i < 20; i++) {
                int number = i;
                jobs.add(runner.start(JobRunner.Lane.ENGINE, new Job<>("job " + i, (_, _) -> {
                    order.add(number);
                    return number;
                })));
            }
            for (Job<Integer> job : jobs) {
                job.result().get(10, TimeUnit.SECONDS);
            }
        }
        assertEquals(order.stream().sorted().toList(), order);
    }
}
