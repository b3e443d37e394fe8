package labelwright.workbench;

/// Whether an item's picture can be shown.
public enum FileState {
    PRESENT, MISSING, UNREADABLE
}
