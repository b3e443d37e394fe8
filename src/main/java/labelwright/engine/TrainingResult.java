package labelwright.engine;

import java.nio.file.Path;
import java.util.Map;

/// What came of a run.
///
/// @param epochs completed, those before a resume included
/// @param seconds spent training, those before a resume included
/// @param metrics validation metrics of the best model, by name as in [TrainingEvent.EpochEnd]; empty if none was validated
/// @param model folder of the best model, for [DetectorPredictor#open]
public record TrainingResult(int epochs, double seconds, Map<String, Double> metrics, Path model, StopReason reason) {}
