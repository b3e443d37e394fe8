package labelwright.engine.text;

import java.util.Arrays;
import java.util.List;

/// The hashed features that a model knows, each with the row of its weights and its rarity.
final class FeatureRows {

    private final int[] buckets;
    private final float[] rarity;
    private final int[] rowOf;

    /// @param buckets by row
    /// @param rarity inverse document frequency by row
    FeatureRows(int[] buckets, float[] rarity) {
        this.buckets = buckets;
        this.rarity = rarity;
        this.rowOf = new int[HashedNgrams.BUCKETS];
        Arrays.fill(rowOf, -1);
        for (int row = 0; row < buckets.length; row++) {
            rowOf[buckets[row]] = row;
        }
    }

    /// The features of at least `least` of the examples. The rarity is 1 + ln((1 + n) / (1 + examples with it)), as is usual for tf-idf.
    static FeatureRows learn(List<SparseVector> examples, int least) {
        int[] seenIn = new int[HashedNgrams.BUCKETS];
        for (SparseVector example : examples) {
            for (int bucket : example.indices()) {
                seenIn[bucket]++;
            }
        }
        int rows = (int) Arrays.stream(seenIn).filter(n -> n >= least).count();
        int[] buckets = new int[rows];
        float[] rarity = new float[rows];
        int row = 0;
        for (int bucket = 0; bucket < seenIn.length; bucket++) {
            if (seenIn[bucket] >= least) {
                buckets[row] = bucket;
                rarity[row++] = (float) (1 + Math.log((1.0 + examples.size()) / (1 + seenIn[bucket])));
            }
        }
        return new FeatureRows(buckets, rarity);
    }

    int size() {
        return buckets.length;
    }

    /// As numbers that a float holds exactly.
    float[] bucketsAsFloats() {
        float[] values = new float[buckets.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = buckets[i];
        }
        return values;
    }

    float[] rarity() {
        return rarity;
    }

    /// The known features as rows, with their values as they are.
    SparseVector known(SparseVector raw) {
        int[] rows = new int[raw.size()];
        float[] values = new float[raw.size()];
        int size = 0;
        for (int i = 0; i < raw.size(); i++) {
            int row = rowOf[raw.indices()[i]];
            if (row >= 0) {
                rows[size] = row;
                values[size++] = raw.values()[i];
            }
        }
        return new SparseVector(Arrays.copyOf(rows, size), Arrays.copyOf(values, size));
    }

    /// The known features as rows, weighed by their rarity, of length one.
    SparseVector project(SparseVector raw) {
        int[] rows = new int[raw.size()];
        float[] values = new float[raw.size()];
        int size = 0;
        double squares = 0;
        for (int i = 0; i < raw.size(); i++) {
            int row = rowOf[raw.indices()[i]];
            if (row >= 0) {
                float value = raw.values()[i] * rarity[row];
                rows[size] = row;
                values[size++] = value;
                squares += (double) value * value;
            }
        }
        float scale = (float) (1 / Math.max(1e-12, Math.sqrt(squares)));
        float[] scaled = Arrays.copyOf(values, size);
        for (int i = 0; i < size; i++) {
            scaled[i] *= scale;
        }
        return new SparseVector(Arrays.copyOf(rows, size), scaled);
    }
}
