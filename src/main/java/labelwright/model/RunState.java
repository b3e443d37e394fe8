package labelwright.model;

/// The life of a training run. A run found running when a workspace is opened was interrupted and can be resumed.
public enum RunState {
    WAITING, RUNNING, DONE, CANCELLED, FAILED, INTERRUPTED;

    public boolean canResume() {
        return switch (this) {
            case CANCELLED, FAILED, INTERRUPTED -> true;
            case WAITING, RUNNING, DONE -> false;
        };
    }
}
