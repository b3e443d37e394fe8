package labelwright.engine.text;

/// A linear layer over few of many inputs, trained by AdaGrad (Duchi et al. 2011) one example at a time.
final class SparseLayer {

    private static final float EPSILON = 1e-6f;

    private final int outputs;
    private final float[] weights;
    private final float[] squares;

    /// @param rows number of inputs
    SparseLayer(int rows, int outputs) {
        this(outputs, new float[rows * outputs], new float[rows * outputs]);
    }

    /// @param weights `rows * outputs` numbers, row by row
    /// @param squares of the gradients so far, of the same form; empty for a layer that is only used
    SparseLayer(int outputs, float[] weights, float[] squares) {
        this.outputs = outputs;
        this.weights = weights;
        this.squares = squares;
    }

    float[] weights() {
        return weights;
    }

    float[] squares() {
        return squares;
    }

    /// Adds what the inputs say to `sums`, from `offset`.
    void add(SparseVector x, float[] sums, int offset) {
        int[] rows = x.indices();
        float[] values = x.values();
        for (int i = 0; i < rows.length; i++) {
            float value = values[i];
            int from = rows[i] * outputs;
            for (int k = 0; k < outputs; k++) {
                sums[offset + k] += value * weights[from + k];
            }
        }
    }

    /// Takes one step against the gradient of the outputs.
    void step(SparseVector x, float[] gradient, int offset, float rate) {
        int[] rows = x.indices();
        float[] values = x.values();
        for (int i = 0; i < rows.length; i++) {
            float value = values[i];
            int from = rows[i] * outputs;
            for (int k = 0; k < outputs; k++) {
                float g = value * gradient[offset + k];
                float square = squares[from + k] + g * g;
                squares[from + k] = square;
                weights[from + k] -= rate * g / ((float) Math.sqrt(square) + EPSILON);
            }
        }
    }
}
