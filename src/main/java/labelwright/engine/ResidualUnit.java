package labelwright.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Activation;

/// Two 3 x 3 convolutions added to their input (He et al. 2016).
final class ResidualUnit {

    private final ConvUnit first;
    private final ConvUnit second;

    ResidualUnit(WeightLayout layout, String name, int channels) {
        this.first = new ConvUnit(layout, name + ".a", channels, channels, 3, 1);
        this.second = new ConvUnit(layout, name + ".b", channels, channels, 3, 1);
    }

    NDArray forward(Weights weights, NDArray x, Mode mode) {
        return Activation.relu(second.linear(weights, first.forward(weights, x, mode), mode).add(x));
    }
}
