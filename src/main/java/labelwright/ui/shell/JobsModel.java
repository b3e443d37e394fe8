package labelwright.ui.shell;

import java.util.ArrayList;
import java.util.List;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import labelwright.task.Job;
import labelwright.task.JobRunner;

/// The list of jobs: what waits and runs, oldest first, then what ended, newest first. Jobs tell of themselves on any thread and as often as
/// they like; this list only looks when it is asked to ([#sample]). Outlives the window's content. FX thread only.
public final class JobsModel {
    private static final int MOST_ENDED = 30;

    private final JobRunner runner;
    private final ObservableList<JobRow> active = FXCollections.observableArrayList();
    private final ObservableList<JobRow> ended = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();

    public JobsModel(JobRunner runner) {
        this.runner = runner;
    }

    ObservableList<JobRow> active() {
        return active;
    }

    ObservableList<JobRow> ended() {
        return ended;
    }

    /// Whether anything waits or runs, so that it is worth looking again soon.
    ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    public void sample() {
        for (Job<?> job : runner.active()) {
            if (active.stream().noneMatch(row -> row.job().equals(job))) {
                active.add(new JobRow(job));
            }
        }
        List<JobRow> over = new ArrayList<>();
        for (JobRow row : active) {
            row.sample();
            if (row.state().get().isEnd()) {
                over.add(row);
            }
        }
        active.removeAll(over);
        over.forEach(row -> ended.addFirst(row));
        if (ended.size() > MOST_ENDED) {
            ended.remove(MOST_ENDED, ended.size());
        }
        busy.set(!active.isEmpty());
    }
}
