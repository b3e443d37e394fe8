package labelwright.engine.text;

import java.util.Arrays;
import java.util.SplittableRandom;

/// Some buckets with their values.
///
/// @param indices ascending
@SuppressWarnings("ArrayRecordComponent") // handed on without a copy and never compared
record SparseVector(int[] indices, float[] values) {

    int size() {
        return indices.length;
    }

    /// A copy without a random part; the rest is made larger for it.
    SparseVector thinned(double part, SplittableRandom random) {
        int[] kept = new int[indices.length];
        float[] larger = new float[indices.length];
        float scale = (float) (1 / (1 - part));
        int size = 0;
        for (int i = 0; i < indices.length; i++) {
            if (random.nextDouble() >= part) {
                kept[size] = indices[i];
                larger[size++] = values[i] * scale;
            }
        }
        return new SparseVector(Arrays.copyOf(kept, size), Arrays.copyOf(larger, size));
    }
}
