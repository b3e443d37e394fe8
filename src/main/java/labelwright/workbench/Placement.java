package labelwright.workbench;

/// What an import does with the picture files.
public enum Placement {
    /// They stay where they are; the workspace remembers the absolute path.
    REFERENCE,
    /// They are copied into the workspace's `media` folder.
    COPY
}
