package labelwright.engine;

/// Whether a run goes on from the last checkpoint in its folder.
public enum Resume {
    /// Begin anew; checkpoints in the folder are overwritten.
    NEVER,
    /// Go on if there is a checkpoint, else begin.
    IF_THERE,
    /// Go on; fails if there is no checkpoint.
    ALWAYS
}
