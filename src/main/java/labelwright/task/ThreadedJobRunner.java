package labelwright.task;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs the jobs of each lane on daemon threads of that lane.
public final class ThreadedJobRunner implements JobRunner {
    private static final Logger LOG = LoggerFactory.getLogger(ThreadedJobRunner.class);
    private static final long CLOSE_SECONDS = 10;

    private final Map<Lane, ExecutorService> lanes = new EnumMap<>(Lane.class);
    private final List<Job<?>> active = new CopyOnWriteArrayList<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    public ThreadedJobRunner() {
        lanes.put(Lane.PROJECT, WorkerThreads.pool("project", 1));
        lanes.put(Lane.ENGINE, WorkerThreads.pool("engine", 1));
        int several = Math.max(2, Runtime.getRuntime().availableProcessors());
        lanes.put(Lane.READ, WorkerThreads.pool("read", several));
        lanes.put(Lane.PICTURES, WorkerThreads.pool("pictures", several));
    }

    /// The threads of a lane for work that needs no title or progress, such as decoding the next picture.
    public Executor executor(Lane lane) {
        return lane(lane);
    }

    @Override
    public <T> Job<T> start(Lane lane, Job<T> job) {
        active.add(job);
        changed();
        lane(lane).execute(() -> {
            try {
                job.execute();
            } finally {
                active.remove(job);
                changed();
            }
        });
        return job;
    }

    @Override
    public List<Job<?>> active() {
        return active.stream().filter(job -> !job.state().isEnd()).toList();
    }

    @Override
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    @Override
    public void close() {
        active.forEach(Job::cancel);
        lanes.values().forEach(ExecutorService::shutdown);
        try {
            for (ExecutorService pool : lanes.values()) {
                if (!pool.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                    LOG.warn("Background work did not stop within {} s: {}", CLOSE_SECONDS, active.stream().map(Job::title).toList());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private ExecutorService lane(Lane lane) {
        ExecutorService pool = lanes.get(lane);
        if (pool == null) {
            throw new IllegalStateException("No threads for " + lane);
        }
        return pool;
    }

    private void changed() {
        listeners.forEach(Runnable::run);
    }
}
