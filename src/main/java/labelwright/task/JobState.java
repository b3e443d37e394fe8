package labelwright.task;

/// The life of a job: waiting, running, then exactly one of the three ends.
public enum JobState {
    WAITING, RUNNING, DONE, FAILED, CANCELLED;

    public boolean isEnd() {
        return switch (this) {
            case WAITING, RUNNING -> false;
            case DONE, FAILED, CANCELLED -> true;
        };
    }
}
