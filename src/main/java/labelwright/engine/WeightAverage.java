package labelwright.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;

/// The exponential moving average of a network's weights and statistics; it is what is validated and saved.
final class WeightAverage {

    private final Weights average;
    private final double decay;

    /// @param decay part kept per step; 0 follows the weights themselves
    WeightAverage(Weights start, double decay) {
        this.average = start;
        this.decay = decay;
    }

    /// @param steps taken so far; the average is shorter in the beginning, when weights change fast
    void follow(Weights weights, long steps) {
        float kept = (float) Math.min(decay, steps / (steps + 20.0) * decay);
        blend(average.learned(), weights.learned(), kept);
        blend(average.statistics(), weights.statistics(), kept);
    }

    Weights weights() {
        return average;
    }

    private static void blend(NDArray into, NDArray from, float kept) {
        try (NDManager scratch = into.getManager().newSubManager()) {
            NDArray part = from.mul(1 - kept);
            part.attach(scratch);
            into.muli(kept).addi(part);
        }
    }
}
