package labelwright.engine.text;

import java.util.Arrays;
import java.util.SplittableRandom;

/// A linear layer, or one hidden layer of rectified units and a linear one, with dropout on inputs and units. Weights and gradients lie in flat arrays: the hidden layer's
/// matrix `inputs * hidden` and its `hidden` biases, then the last matrix and its biases.
final class DenseLayers {

    private final int inputs;
    private final int hidden;
    private final int outputs;
    private final float[] theta;

    /// @param hidden units; 0 for none
    DenseLayers(int inputs, int hidden, int outputs, SplittableRandom random) {
        this(inputs, hidden, outputs, new float[size(inputs, hidden, outputs)]);
        if (hidden > 0) {
            double spread = Math.sqrt(2.0 / inputs);
            for (int i = 0; i < inputs * hidden; i++) {
                theta[i] = (float) (random.nextGaussian() * spread);
            }
            double last = Math.sqrt(1.0 / hidden);
            for (int i = 0; i < hidden * outputs; i++) {
                theta[lastAt() + i] = (float) (random.nextGaussian() * last);
            }
        }
    }

    DenseLayers(int inputs, int hidden, int outputs, float[] theta) {
        this.inputs = inputs;
        this.hidden = hidden;
        this.outputs = outputs;
        this.theta = theta;
    }

    static int size(int inputs, int hidden, int outputs) {
        return hidden == 0 ? (inputs + 1) * outputs : (inputs + 1) * hidden + (hidden + 1) * outputs;
    }

    float[] theta() {
        return theta;
    }

    /// What one pass saw, for the way back.
    final class Pass {
        private final float[] x = new float[inputs];
        private final float[] units = new float[hidden];
        private final float[] back = new float[hidden];
    }

    /// Adds what the layers say about `x` to `sums`, from `offset`.
    ///
    /// @param x read from `from`
    /// @param dropout part of inputs and units that is left out at random; 0 for none
    void add(float[] x, int from, Pass pass, double dropout, SplittableRandom random, float[] sums, int offset) {
        drop(x, from, pass.x, inputs, dropout, random);
        if (hidden == 0) {
            affine(pass.x, inputs, 0, outputs, sums, offset);
            return;
        }
        Arrays.fill(pass.units, 0);
        affine(pass.x, inputs, 0, hidden, pass.units, 0);
        for (int h = 0; h < hidden; h++) {
            pass.units[h] = Math.max(0, pass.units[h]);
        }
        drop(pass.units, 0, pass.units, hidden, dropout, random);
        affine(pass.units, hidden, lastAt(), outputs, sums, offset);
    }

    /// Adds the gradient of the weights to `gradient`, given that of the outputs.
    void back(Pass pass, float[] outputGradient, int offset, double dropout, float[] gradient) {
        if (hidden == 0) {
            outer(pass.x, inputs, outputGradient, offset, outputs, gradient, 0);
            return;
        }
        outer(pass.units, hidden, outputGradient, offset, outputs, gradient, lastAt());
        float kept = (float) (1 / (1 - dropout));
        for (int h = 0; h < hidden; h++) {
            float sum = 0;
            if (pass.units[h] > 0) {
                int row = lastAt() + h * outputs;
                for (int k = 0; k < outputs; k++) {
                    sum += theta[row + k] * outputGradient[offset + k];
                }
            }
            pass.back[h] = sum * kept;
        }
        outer(pass.x, inputs, pass.back, 0, hidden, gradient, 0);
    }

    private int lastAt() {
        return (inputs + 1) * hidden;
    }

    private static void drop(float[] from, int at, float[] to, int size, double dropout, SplittableRandom random) {
        if (dropout <= 0) {
            System.arraycopy(from, at, to, 0, size);
            return;
        }
        long limit = (long) (dropout * (1L << 32));
        float kept = (float) (1 / (1 - dropout));
        for (int i = 0; i < size; i += 2) {
            long bits = random.nextLong();
            to[i] = (bits >>> 32) < limit ? 0 : from[at + i] * kept;
            if (i + 1 < size) {
                to[i + 1] = (bits & 0xFFFFFFFFL) < limit ? 0 : from[at + i + 1] * kept;
            }
        }
    }

    private void affine(float[] x, int rows, int at, int columns, float[] sums, int offset) {
        for (int i = 0; i < rows; i++) {
            float value = x[i];
            if (value != 0) {
                int row = at + i * columns;
                for (int k = 0; k < columns; k++) {
                    sums[offset + k] += value * theta[row + k];
                }
            }
        }
        int biases = at + rows * columns;
        for (int k = 0; k < columns; k++) {
            sums[offset + k] += theta[biases + k];
        }
    }

    private static void outer(float[] x, int rows, float[] y, int offset, int columns, float[] gradient, int at) {
        for (int i = 0; i < rows; i++) {
            float value = x[i];
            if (value != 0) {
                int row = at + i * columns;
                for (int k = 0; k < columns; k++) {
                    gradient[row + k] += value * y[offset + k];
                }
            }
        }
        int biases = at + rows * columns;
        for (int k = 0; k < columns; k++) {
            gradient[biases + k] += y[offset + k];
        }
    }
}
