package labelwright.model;

/// What a data set is to be trained for, in formats whose files differ by it.
public enum ExportTask {
    /// by what is there
    AUTO,
    /// boxes
    DETECT,
    /// outlines
    SEGMENT,
    /// oriented boxes
    OBB,
    /// skeletons
    POSE
}
