package labelwright.engine.text;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;

import labelwright.engine.SafeTensors;
import labelwright.engine.SafeTensors.MalformedException;
import labelwright.engine.SafeTensors.Tensor;

/// One score for each label: what the n-grams say and what the layers over the pretrained vector say, added up.
///
/// @param rows the known n-grams; none where the family does without
/// @param centre subtracted from each vector
/// @param spread each number of a vector is divided by
@SuppressWarnings("ArrayRecordComponent") // large arrays, handed on without a copy and never compared
record ClassifierNetwork(int labels, int dimension, int hidden, FeatureRows rows, SparseLayer sparse, float[] centre, float[] spread,
        DenseLayers dense) {

    /// What one text looks like to the network.
    ///
    /// @param vector centred and spread; empty where the family does without
    record Features(SparseVector ngrams, float[] vector) {}

    /// @param vector as embedded; empty where the family does without
    Features features(SparseVector raw, float[] vector) {
        float[] scaled = new float[dimension];
        for (int d = 0; d < dimension; d++) {
            scaled[d] = (vector[d] - centre[d]) / spread[d];
        }
        return new Features(rows.project(raw), scaled);
    }

    /// The scores before they are made probabilities.
    ///
    /// @param dropout part of the features left out at random; 0 for none
    /// @return the n-grams that were not left out
    SparseVector scores(Features features, double dropout, SplittableRandom random, DenseLayers.Pass pass, float[] scores) {
        Arrays.fill(scores, 0);
        SparseVector kept = dropout > 0 ? features.ngrams.thinned(dropout, random) : features.ngrams;
        sparse.add(kept, scores, 0);
        if (dimension > 0) {
            dense.add(features.vector, 0, pass, dropout, random, scores, 0);
        }
        return kept;
    }

    Map<String, Tensor> tensors() {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        tensors.put("ngrams.buckets", Tensor.flat(rows.bucketsAsFloats()));
        tensors.put("ngrams.rarity", Tensor.flat(rows.rarity()));
        tensors.put("ngrams.weights", new Tensor(new long[] {rows.size(), labels}, sparse.weights()));
        tensors.put("vector.centre", Tensor.flat(centre));
        tensors.put("vector.spread", Tensor.flat(spread));
        tensors.put("layers", Tensor.flat(dense.theta()));
        return tensors;
    }

    static ClassifierNetwork of(SafeTensors saved, int labels, int dimension, int hidden) throws MalformedException {
        Tensor bucketTensor = saved.tensors().get("ngrams.buckets");
        if (bucketTensor == null) {
            throw new MalformedException("no array ngrams.buckets");
        }
        FeatureRows rows = rows(bucketTensor.values(), saved.values("ngrams.rarity", bucketTensor.values().length));
        SparseLayer sparse = new SparseLayer(labels, saved.values("ngrams.weights", (long) rows.size() * labels), new float[0]);
        int size = dimension == 0 ? 0 : DenseLayers.size(dimension, hidden, labels);
        return new ClassifierNetwork(labels, dimension, hidden, rows, sparse, saved.values("vector.centre", dimension),
                saved.values("vector.spread", dimension), new DenseLayers(dimension, hidden, labels, saved.values("layers", size)));
    }

    static FeatureRows rows(float[] bucketValues, float[] rarity) throws MalformedException {
        int[] buckets = new int[bucketValues.length];
        for (int i = 0; i < buckets.length; i++) {
            buckets[i] = (int) bucketValues[i];
            if (buckets[i] < 0 || buckets[i] >= HashedNgrams.BUCKETS) {
                throw new MalformedException("an n-gram lies outside of all buckets");
            }
        }
        return new FeatureRows(buckets, rarity);
    }
}
