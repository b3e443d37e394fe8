package labelwright.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.norm.BatchNorm;

/// Convolution, batch normalisation and, if asked for, a rectifier.
final class ConvUnit {

    private static final float KEEP = 0.9f;
    private static final float EPSILON = 1e-5f;

    private final int weight;
    private final int gamma;
    private final int beta;
    private final int mean;
    private final int variance;
    private final Shape stride;
    private final Shape padding;

    ConvUnit(WeightLayout layout, String name, int inputs, int outputs, int kernel, int stride) {
        this.weight = layout.learned(name + ".weight", WeightLayout.Start.HE, outputs, inputs, kernel, kernel);
        this.gamma = layout.learned(name + ".gamma", WeightLayout.Start.ONE, outputs);
        this.beta = layout.learned(name + ".beta", WeightLayout.Start.ZERO, outputs);
        this.mean = layout.statistic(name + ".mean", WeightLayout.Start.ZERO, outputs);
        this.variance = layout.statistic(name + ".variance", WeightLayout.Start.ONE, outputs);
        this.stride = new Shape(stride, stride);
        this.padding = new Shape(kernel / 2, kernel / 2);
    }

    /// Rectified output.
    NDArray forward(Weights weights, NDArray x, Mode mode) {
        return Activation.relu(linear(weights, x, mode));
    }

    /// Output before the rectifier.
    NDArray linear(Weights weights, NDArray x, Mode mode) {
        NDArray y = Conv2d.conv2d(x, weights.view(weight), null, stride, padding).head();
        return BatchNorm.batchNorm(y, weights.view(mean), weights.view(variance), weights.view(gamma), weights.view(beta), 1, KEEP, EPSILON,
                mode == Mode.TRAINING).head();
    }
}
