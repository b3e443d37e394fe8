package labelwright.workbench;

/// Whether what was edited is on the disk.
public sealed interface SaveState {

    /// Everything is written.
    record Saved() implements SaveState {}

    /// @param waiting edits that are not written yet
    record Saving(int waiting) implements SaveState {}

    /// Writing failed; the edits are kept in memory and tried again with the next edit, on [Labelling#flush] and when the workspace closes.
    ///
    /// @param sentence what is wrong, for people
    record Failed(int waiting, String sentence) implements SaveState {}
}
