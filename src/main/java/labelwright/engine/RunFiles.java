package labelwright.engine;

import java.nio.file.Path;

/// Where a run writes, and what it writes with its weights.
///
/// @param fingerprint of the run's data and settings, see [TrainingState#loadCheckpoint]
record RunFiles(Path checkpoint, Path model, ModelDescription description, String fingerprint) {

    /// The checkpoint before the newest.
    Path previous() {
        return checkpoint.resolveSibling("previous.checkpoint");
    }
}
