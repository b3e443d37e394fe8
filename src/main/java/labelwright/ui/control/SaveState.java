package labelwright.ui.control;

/// Whether what a person did last is on disk.
public enum SaveState {
    SAVED, SAVING, FAILED
}
