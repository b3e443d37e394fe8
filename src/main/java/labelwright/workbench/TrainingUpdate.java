package labelwright.workbench;

import java.util.SortedMap;

import org.jspecify.annotations.Nullable;

import labelwright.model.ModelVersion;
import labelwright.model.RunState;

/// What a running training tells. Called on the training thread, often; listeners must be quick.
public sealed interface TrainingUpdate {

    /// Training begins, or goes on at this epoch.
    record Started(int firstEpoch, int epochs, long stepsPerEpoch, String device) implements TrainingUpdate {}

    /// Values of one optimiser step: loss parts and learning rate, by metric name.
    ///
    /// @param step counted from the start of the run
    /// @param secondsLeft an estimate for the whole run; negative while unknown
    record Step(int epoch, long step, SortedMap<String, Double> values, double secondsLeft) implements TrainingUpdate {}

    /// The end of an epoch, with the means over it and the metrics of the validation split.
    record Epoch(int epoch, int epochs, SortedMap<String, Double> values, double secondsLeft) implements TrainingUpdate {}

    /// A line of the log, for people.
    record Log(String line) implements TrainingUpdate {}

    /// The run is over.
    ///
    /// @param model what was registered; null when nothing was
    record Ended(RunState state, @Nullable ModelVersion model) implements TrainingUpdate {}
}
