package labelwright.engine.text;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.SplittableRandom;

import labelwright.engine.SafeTensors;
import labelwright.engine.SafeTensors.MalformedException;
import labelwright.engine.SafeTensors.Tensor;
import labelwright.task.CancelToken;

/// Something that a [LearningLoop] trains.
interface Learner {

    /// Number of training texts.
    int texts();

    /// The highest learning rate, as it is told to people.
    double highestRate();

    /// Learns a batch.
    ///
    /// @param texts indices
    /// @param rate part of the highest learning rate, 0 to 1
    /// @param step from 1, over the whole run
    /// @return the loss by name; `total` is the one that is drawn
    Map<String, Double> step(int[] texts, double rate, long step, SplittableRandom random);

    /// Measures on the texts that are not learned from. Empty when there are none.
    Map<String, Double> validate(CancelToken cancel);

    /// The name of the measure by which the best model is chosen; the more, the better.
    String measure();

    /// Everything that changes in training, to go on from.
    Map<String, Tensor> state();

    void restore(SafeTensors saved) throws MalformedException;

    void saveModel(Path folder, Map<String, Double> metrics, long step) throws IOException;
}
