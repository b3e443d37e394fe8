package labelwright.task;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Runs each job at once on the calling thread; for tests and the command line.
public final class DirectJobRunner implements JobRunner {
    private final List<Job<?>> active = new CopyOnWriteArrayList<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    @Override
    public <T> Job<T> start(Lane lane, Job<T> job) {
        active.add(job);
        listeners.forEach(Runnable::run);
        job.execute();
        active.remove(job);
        listeners.forEach(Runnable::run);
        return job;
    }

    @Override
    public List<Job<?>> active() {
        return List.copyOf(active);
    }

    @Override
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    @Override
    public void close() {
        active.forEach(Job::cancel);
    }
}
