package labelwright.workbench;

import java.util.SortedMap;

import org.jspecify.annotations.Nullable;

import labelwright.model.ModelVersion;
import labelwright.model.RunState;

/// What a running training tells. Called on the training thread, often; listeners must be quick.
public sealed interface TrainingUpdate {

    /// Training begins or goes on.
    ///
    /// @param epochs planned; fewer are run when the time is up first
    /// @param width of what the network sees, in pixels; likewise height
    record Started(int epochs, long stepsPerEpoch, int width, int height) implements TrainingUpdate {}

    /// Values of one optimiser step: `loss.total`, `loss.label`, `loss.box`, `learningRate`, `picturesPerSecond`. They are stored under the
    /// same names.
    ///
    /// @param step counted from the start of the run
    /// @param secondsLeft an estimate for the whole run; negative while unknown
    record Step(int epoch, long step, SortedMap<String, Double> values, double secondsLeft) implements TrainingUpdate {}

    /// The end of an epoch: means over it as `epoch.loss.total` and so on, and, where it was validated, `val.mAP50`, `val.mAP50_95`,
    /// `val.precision`, `val.recall`, `val.f1`. They are stored under the same names.
    record Epoch(int epoch, int epochs, SortedMap<String, Double> values, double secondsLeft) implements TrainingUpdate {}

    /// A line of the log, for people.
    record Log(String line) implements TrainingUpdate {}

    /// The run is over.
    ///
    /// @param model what was registered; null when nothing was
    record Ended(RunState state, @Nullable ModelVersion model) implements TrainingUpdate {}
}
