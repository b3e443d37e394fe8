package labelwright.workbench;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import labelwright.edit.EditHistory;
import labelwright.model.ItemId;
import labelwright.store.StoreException;
import labelwright.task.WorkerThreads;
import labelwright.workbench.WorkbenchException.Reason;

/// Writes edits in the order in which they were made, on one thread of its own. What cannot be written stays in the queue, and no later edit
/// of the same item overtakes it. Thread-safe.
final class EditWriter implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EditWriter.class);
    private static final long CLOSE_SECONDS = 30;

    private final Consumer<EditHistory.Commit> destination;
    private final ExecutorService thread = WorkerThreads.pool("edits", 1);
    private final Deque<EditHistory.Commit> waiting = new ArrayDeque<>();
    private final List<Consumer<SaveState>> listeners = new CopyOnWriteArrayList<>();
    private volatile SaveState state = new SaveState.Saved();

    /// @param destination makes one edit durable before it returns, or throws
    EditWriter(Consumer<EditHistory.Commit> destination) {
        this.destination = destination;
    }

    SaveState state() {
        return state;
    }

    /// The listener is called on the thread that edits or the one that writes.
    void onChange(Consumer<SaveState> listener) {
        listeners.add(listener);
    }

    void removeListener(Consumer<SaveState> listener) {
        listeners.remove(listener);
    }

    /// Returns at once.
    void write(EditHistory.Commit commit) {
        int length;
        synchronized (waiting) {
            waiting.add(commit);
            length = waiting.size();
        }
        show(new SaveState.Saving(length));
        thread.execute(this::drain);
    }

    /// Waits until everything that was edited so far is on the disk.
    /// @throws WorkbenchException when it cannot be written; it is kept for another try
    void flush() {
        finish();
        if (state instanceof SaveState.Failed(int _, String sentence)) {
            throw new WorkbenchException(Reason.FAILED, sentence);
        }
    }

    /// Waits until everything that was edited so far is on the disk, or could not be written.
    void finish() {
        Future<?> done = thread.submit(this::drain);
        try {
            done.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WorkbenchException(Reason.FAILED, "Interrupted while edits were being written.", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /// Tries once more to write what is left, then ends the thread.
    /// @throws WorkbenchException when edits are lost by closing now
    @Override
    public void close() {
        try {
            flush();
        } finally {
            thread.shutdown();
            try {
                if (!thread.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                    LOG.warn("Edits are still being written");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /// Edits of the item that are not on the disk.
    int waiting(ItemId item) {
        synchronized (waiting) {
            return (int) waiting.stream().filter(commit -> commit.after().item().equals(item)).count();
        }
    }

    /// Gives up the edits of the item that are not on the disk.
    void discard(ItemId item) {
        synchronized (waiting) {
            waiting.removeIf(commit -> commit.after().item().equals(item));
        }
        thread.execute(this::drain);
    }

    /// Writes what can be written. An item whose edit fails is passed over, so that it holds up its own later edits and nobody else's.
    private void drain() {
        Set<ItemId> stuck = new HashSet<>();
        RuntimeException failure = null;
        for (EditHistory.Commit next = next(stuck); next != null; next = next(stuck)) {
            try {
                destination.accept(next);
                synchronized (waiting) {
                    waiting.remove(next);
                }
            } catch (RuntimeException e) {
                if (e instanceof StoreException) {
                    LOG.warn("An edit of item {} cannot be written: {}", next.after().item(), e.getMessage());
                } else {
                    LOG.error("An edit of item {} cannot be written", next.after().item(), e);
                }
                stuck.add(next.after().item());
                failure = e;
            }
        }
        int left;
        synchronized (waiting) {
            left = waiting.size();
        }
        if (failure != null) {
            show(new SaveState.Failed(left, sentence(left, failure)));
        } else {
            show(left == 0 ? new SaveState.Saved() : new SaveState.Saving(left));
        }
    }

    private EditHistory.@Nullable Commit next(Set<ItemId> stuck) {
        synchronized (waiting) {
            return waiting.stream().filter(commit -> !stuck.contains(commit.after().item())).findFirst().orElse(null);
        }
    }

    private static String sentence(int edits, RuntimeException e) {
        return "%s not written yet: %s Nothing is lost while the app is open; it tries again with the next edit."
                .formatted(edits == 1 ? "Your last edit is" : "Your last " + edits + " edits are", e.getMessage());
    }

    private void show(SaveState next) {
        state = next;
        listeners.forEach(listener -> listener.accept(next));
    }
}
