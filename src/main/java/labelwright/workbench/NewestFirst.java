package labelwright.workbench;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;

/// Runs the newest task first, so that what is on the screen now comes before what was scrolled past. Thread-safe.
final class NewestFirst implements Executor {
    private final Executor executor;
    private final Deque<Runnable> waiting = new ArrayDeque<>();

    NewestFirst(Executor executor) {
        this.executor = executor;
    }

    @Override
    public void execute(Runnable task) {
        synchronized (waiting) {
            waiting.push(task);
        }
        executor.execute(() -> {
            Runnable next;
            synchronized (waiting) {
                next = waiting.poll();
            }
            if (next != null) {
                next.run();
            }
        });
    }
}
