package labelwright.ui.shell;

import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

import labelwright.task.Job;
import labelwright.task.JobState;
import labelwright.task.Progress;

/// A job as it was when it was last looked at. FX thread only.
final class JobRow {
    private final Job<?> job;
    private final ReadOnlyObjectWrapper<JobState> state = new ReadOnlyObjectWrapper<>(JobState.WAITING);
    private final ReadOnlyDoubleWrapper fraction = new ReadOnlyDoubleWrapper(-1);
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");

    JobRow(Job<?> job) {
        this.job = job;
        sample();
    }

    Job<?> job() {
        return job;
    }

    String title() {
        return job.title();
    }

    ReadOnlyObjectProperty<JobState> state() {
        return state.getReadOnlyProperty();
    }

    /// Between 0 and 1, or -1 while nobody knows.
    ReadOnlyDoubleProperty fraction() {
        return fraction.getReadOnlyProperty();
    }

    ReadOnlyStringProperty message() {
        return message.getReadOnlyProperty();
    }

    void sample() {
        Progress.State progress = job.progress();
        state.set(job.state());
        fraction.set(progress.fraction());
        message.set(progress.message());
    }
}
