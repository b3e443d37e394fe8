package labelwright.engine;

import java.util.Arrays;
import java.util.List;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.nn.Activation;

/// The answers of the whole grid for some pictures, in plain arrays.
///
/// @param probabilities pictures x cells x labels
/// @param boxes pictures x cells x 4 raw box answers
@SuppressWarnings("ArrayRecordComponent") // large arrays, handed on without a copy and never compared
record DenseAnswers(float[] probabilities, float[] boxes, InputGrid grid, int labels) {

    /// @param heads as [DetectorNetwork#heads] gives them
    static DenseAnswers of(NDList heads, InputGrid grid, int labels) {
        NDArray probabilities = Activation.sigmoid(heads.get(0)).transpose(0, 2, 3, 1);
        return new DenseAnswers(probabilities.toFloatArray(), heads.get(1).transpose(0, 2, 3, 1).toFloatArray(), grid, labels);
    }

    /// The same answers for the mirror image, put back in place.
    DenseAnswers mirrored(boolean leftRight, boolean upDown) {
        float[] p = new float[probabilities.length];
        float[] b = new float[boxes.length];
        int pictures = boxes.length / (grid.cells() * 4);
        for (int n = 0; n < pictures; n++) {
            for (int row = 0; row < grid.rows(); row++) {
                int fromRow = upDown ? grid.rows() - 1 - row : row;
                for (int column = 0; column < grid.columns(); column++) {
                    int to = n * grid.cells() + row * grid.columns() + column;
                    int from = n * grid.cells() + fromRow * grid.columns() + (leftRight ? grid.columns() - 1 - column : column);
                    System.arraycopy(probabilities, from * labels, p, to * labels, labels);
                    b[to * 4] = leftRight ? -boxes[from * 4] : boxes[from * 4];
                    b[to * 4 + 1] = upDown ? -boxes[from * 4 + 1] : boxes[from * 4 + 1];
                    b[to * 4 + 2] = boxes[from * 4 + 2];
                    b[to * 4 + 3] = boxes[from * 4 + 3];
                }
            }
        }
        return new DenseAnswers(p, b, grid, labels);
    }

    /// A copy of the answers for some of the pictures.
    DenseAnswers part(int first, int count) {
        int cells = grid.cells();
        return new DenseAnswers(Arrays.copyOfRange(probabilities, first * cells * labels, (first + count) * cells * labels),
                Arrays.copyOfRange(boxes, first * cells * 4, (first + count) * cells * 4), grid, labels);
    }

    void add(DenseAnswers other) {
        for (int i = 0; i < probabilities.length; i++) {
            probabilities[i] += other.probabilities[i];
        }
        for (int i = 0; i < boxes.length; i++) {
            boxes[i] += other.boxes[i];
        }
    }

    void divide(int count) {
        for (int i = 0; i < probabilities.length; i++) {
            probabilities[i] /= count;
        }
        for (int i = 0; i < boxes.length; i++) {
            boxes[i] /= count;
        }
    }

    /// The boxes of one picture in input pixels, by falling score.
    List<Detection> boxes(int picture, BoxDecoder decoder) {
        DenseAnswers one = part(picture, 1);
        return decoder.decode(one.probabilities, one.boxes, labels);
    }
}
