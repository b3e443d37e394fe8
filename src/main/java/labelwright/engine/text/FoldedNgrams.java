package labelwright.engine.text;

/// The n-grams of a text folded into a short vector of length one, so that texts with the same words are near each other where there is no pretrained network.
final class FoldedNgrams {

    private static final int SIZE = 256;

    private FoldedNgrams() {}

    static float[] of(String text) {
        SparseVector raw = HashedNgrams.of(text);
        float[] vector = new float[SIZE];
        double squares = 0;
        for (int i = 0; i < raw.size(); i++) {
            long hash = HashedNgrams.mix(raw.indices()[i]);
            vector[(int) (hash & (SIZE - 1))] += hash < 0 ? -raw.values()[i] : raw.values()[i];
        }
        for (float value : vector) {
            squares += (double) value * value;
        }
        float scale = (float) (1 / Math.max(1e-12, Math.sqrt(squares)));
        for (int i = 0; i < SIZE; i++) {
            vector[i] *= scale;
        }
        return vector;
    }
}
