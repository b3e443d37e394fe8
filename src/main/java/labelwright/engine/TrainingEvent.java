package labelwright.engine;

import java.nio.file.Path;
import java.util.Map;

/// What a training run says while it goes. Events are handed to the listener on the training thread, which waits for it.
public sealed interface TrainingEvent {

    /// @param epochs planned; fewer are run if the time budget ends first
    /// @param stepsPerEpoch batches in an epoch
    /// @param width of the network's input in pixels
    /// @param height of the network's input in pixels
    record Started(int epochs, int stepsPerEpoch, int width, int height) implements TrainingEvent {}

    /// @param epoch from 1
    /// @param step from 1, over the whole run
    /// @param losses by name: `label`, `box`, `total`
    /// @param imagesPerSecond mean over the epoch so far
    record Step(int epoch, long step, Map<String, Double> losses, double learningRate, double imagesPerSecond) implements TrainingEvent {}

    /// @param epoch from 1
    /// @param losses means over the epoch, by name
    /// @param metrics of the validation pictures: `mAP50`, `mAP50_95`, `precision`, `recall`, `f1`; empty in epochs that were not validated
    /// @param secondsLeft expected until the run ends
    record EpochEnd(int epoch, int epochs, Map<String, Double> losses, Map<String, Double> metrics, double learningRate,
            double secondsLeft) implements TrainingEvent {}

    record CheckpointSaved(Path file, int epoch) implements TrainingEvent {}

    /// One plain sentence for the run's log.
    record Message(String text) implements TrainingEvent {}

    record Finished(TrainingResult result) implements TrainingEvent {}
}
