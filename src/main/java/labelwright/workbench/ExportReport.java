package labelwright.workbench;

import java.util.List;

/// What an export wrote.
///
/// @param lost what the format could not hold, and what was different when the export was read back
/// @param verified what reading it back gave
public record ExportReport(long items, long annotations, List<Loss> lost, Verified verified, double seconds) {

    /// What reading an export back gave.
    public enum Verified {
        /// it was not asked for
        NOT_ASKED,
        /// everything came back
        SAME,
        /// something is missing or different; it is listed among the losses
        DIFFERENT
    }

    public ExportReport {
        lost = List.copyOf(lost);
    }
}
