package labelwright.engine.text;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import labelwright.engine.SafeTensors;
import labelwright.engine.SafeTensors.MalformedException;
import labelwright.engine.SafeTensors.Tensor;

/// What each unit says about its tags, from its hashed features and from the pretrained states around it, and the chains that join the tags.
///
/// @param transitions of all chains, one after the other
@SuppressWarnings("ArrayRecordComponent") // large arrays, handed on without a copy and never compared
record TaggerNetwork(TagLayers layers, SeenSegment.Eye eye, FeatureRows rows, SparseLayer sparse, float[] centre, float[] spread,
        DenseLayers dense, float[] transitions) {

    List<TagChain> chains() {
        return IntStream.range(0, layers.layers()).mapToObj(layer -> new TagChain(layers.tags(layer))).toList();
    }

    static int transitions(TagLayers layers) {
        return IntStream.range(0, layers.layers()).map(layer -> new TagChain(layers.tags(layer)).transitions()).sum();
    }

    static int inputs(SeenSegment.Eye eye) {
        return eye.dimension() * (1 + 2 * eye.window());
    }

    /// The scores of all tags of each unit, unit by unit.
    ///
    /// @param features the segment's, as rows, thinned where there is dropout
    /// @param passes as many as units
    void scores(SeenSegment segment, List<SparseVector> features, double dropout, SplittableRandom random, DenseLayers.Pass[] passes,
            float[] scores) {
        int tags = layers.allTags();
        Arrays.fill(scores, 0, segment.size() * tags, 0);
        for (int u = 0; u < segment.size(); u++) {
            sparse.add(features.get(u), scores, u * tags);
            if (eye.dimension() > 0) {
                dense.add(segment.states(), u * eye.dimension(), passes[u], dropout, random, scores, u * tags);
            }
        }
    }

    /// The transitions of a network that says "outside" less readily: each unit has one step that leads to it, so a toll on all steps to the tag 0 is one on the tag.
    ///
    /// @param toll natural logarithm; 0 for none
    float[] leaning(double toll) {
        float[] leaning = transitions.clone();
        int from = 0;
        for (int layer = 0; layer < layers.layers(); layer++) {
            int tags = layers.tags(layer);
            for (int before = 0; before <= tags; before++) {
                leaning[from + before * tags] -= (float) toll;
            }
            from += (tags + 1) * tags;
        }
        return leaning;
    }

    Map<String, Tensor> tensors() {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        tensors.put("features.buckets", Tensor.flat(rows.bucketsAsFloats()));
        tensors.put("features.weights", new Tensor(new long[] {rows.size(), layers.allTags()}, sparse.weights()));
        tensors.put("states.centre", Tensor.flat(centre));
        tensors.put("states.spread", Tensor.flat(spread));
        tensors.put("layers", Tensor.flat(dense.theta()));
        tensors.put("transitions", Tensor.flat(transitions));
        return tensors;
    }

    static TaggerNetwork of(SafeTensors saved, TagLayers layers, SeenSegment.Eye eye, int hidden) throws MalformedException {
        Tensor buckets = saved.tensors().get("features.buckets");
        if (buckets == null) {
            throw new MalformedException("no array features.buckets");
        }
        int tags = layers.allTags();
        FeatureRows rows = ClassifierNetwork.rows(buckets.values(), new float[buckets.values().length]);
        int inputs = inputs(eye);
        int size = inputs == 0 ? 0 : DenseLayers.size(inputs, hidden, tags);
        return new TaggerNetwork(layers, eye, rows,
                new SparseLayer(tags, saved.values("features.weights", (long) rows.size() * tags), new float[0]),
                saved.values("states.centre", eye.dimension()), saved.values("states.spread", eye.dimension()),
                new DenseLayers(inputs, hidden, tags, saved.values("layers", size)), saved.values("transitions", transitions(layers)));
    }
}
