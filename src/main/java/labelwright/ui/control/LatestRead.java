package labelwright.ui.control;

import java.util.concurrent.Callable;
import java.util.function.Consumer;

/// A row of reads of which only the newest counts. FX thread only.
public final class LatestRead {
    private final FxJobs jobs;
    private long newest;

    LatestRead(FxJobs jobs) {
        this.jobs = jobs;
    }

    /// @param doing for the message when it fails
    public <T> void read(String doing, Callable<T> work, Consumer<T> done) {
        long number = ++newest;
        jobs.read(doing, work, value -> {
            if (number == newest) {
                done.accept(value);
            }
        });
    }

    /// Whatever is still on its way is no longer wanted.
    public void forget() {
        newest++;
    }
}
