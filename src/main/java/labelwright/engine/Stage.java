package labelwright.engine;

import java.util.ArrayList;
import java.util.List;

import ai.djl.ndarray.NDArray;

/// Halves the resolution, then a number of residual units.
final class Stage {

    private final ConvUnit down;
    private final List<ResidualUnit> units = new ArrayList<>();

    Stage(WeightLayout layout, String name, int inputs, int outputs, int depth) {
        this.down = new ConvUnit(layout, name + ".down", inputs, outputs, 3, 2);
        for (int i = 0; i < depth; i++) {
            units.add(new ResidualUnit(layout, name + "." + i, outputs));
        }
    }

    NDArray forward(Weights weights, NDArray x, Mode mode) {
        NDArray y = down.forward(weights, x, mode);
        for (ResidualUnit unit : units) {
            y = unit.forward(weights, y, mode);
        }
        return y;
    }
}
