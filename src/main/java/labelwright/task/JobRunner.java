package labelwright.task;

import java.util.List;

/// Runs jobs and knows which are not finished yet.
public interface JobRunner extends AutoCloseable {

    /// Starts the job, or queues it. Work of one lane runs one after another, in the order of arrival.
    <T> Job<T> start(Lane lane, Job<T> job);

    /// Jobs that wait or run, oldest first.
    List<Job<?>> active();

    /// The listener is called, on any thread, whenever a job starts or ends.
    void onChange(Runnable listener);

    /// Cancels what runs and waits for it, at most a few seconds.
    @Override
    void close();

    /// Jobs of one lane never run at the same time.
    enum Lane {
        /// Imports, exports, splits: what changes the project as a whole.
        PROJECT,
        /// Training, suggesting, evaluating, ranking: what uses the engine.
        ENGINE,
        /// Short reads for the screens; several run at once.
        READ,
        /// Decoding pictures, several at once; apart from the reads, so that nothing on a screen waits for a picture further on.
        PICTURES
    }
}
