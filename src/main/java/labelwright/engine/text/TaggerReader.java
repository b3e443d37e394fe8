package labelwright.engine.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import labelwright.geometry.TextRange;
import labelwright.learning.TextUncertainty;

/// Reads the spans of segments with a [TaggerNetwork]. For one thread.
final class TaggerReader {

    private final TaggerNetwork network;
    private final List<TagChain> chains;

    TaggerReader(TaggerNetwork network) {
        this.network = network;
        this.chains = network.chains();
    }

    /// @param segments of one text, their states scaled
    SpanReading read(List<SeenSegment> segments) {
        List<FoundSpan> found = new ArrayList<>();
        List<Double> entropies = new ArrayList<>();
        for (SeenSegment segment : segments) {
            read(segment, found, entropies);
        }
        // the levels of one label may agree on a span
        Map<TagLayers.Labelled, FoundSpan> once = new LinkedHashMap<>();
        found.forEach(span -> once.merge(new TagLayers.Labelled(span.label(), span.range()), span,
                (one, other) -> one.score() >= other.score() ? one : other));
        found = new ArrayList<>(once.values());
        found.sort(Comparator.comparing(FoundSpan::range).thenComparingInt(FoundSpan::label));
        return new SpanReading(found, TextUncertainty.ofTags(entropies.stream().mapToDouble(Double::doubleValue).toArray()));
    }

    /// What each unit says about its tags.
    float[] scores(SeenSegment segment) {
        int units = segment.size();
        float[] scores = new float[units * network.layers().allTags()];
        List<SparseVector> rows = segment.features().stream().map(network.rows()::known).toList();
        DenseLayers.Pass pass = network.dense().new Pass();
        DenseLayers.Pass[] passes = IntStream.range(0, units).mapToObj(u -> pass).toArray(DenseLayers.Pass[]::new);
        network.scores(segment, rows, 0, new SplittableRandom(0), passes, scores);
        return scores;
    }

    /// The spans of a segment by their labels and borders alone.
    ///
    /// @param scores of the segment
    /// @param transitions in the place of the network's
    List<TagLayers.Labelled> spans(SeenSegment segment, float[] scores, float[] transitions) {
        List<TagLayers.Labelled> spans = new ArrayList<>();
        int from = 0;
        for (int layer = 0; layer < chains.size(); layer++) {
            int[] best = chains.get(layer).best(scores, segment.size(), network.layers().allTags(), network.layers().offset(layer),
                    transitions, from);
            from += chains.get(layer).transitions();
            network.layers().decode(layer, best)
                    .forEach(stretch -> spans.add(new TagLayers.Labelled(stretch.label(), range(segment, stretch))));
        }
        return spans;
    }

    private static TextRange range(SeenSegment segment, TagLayers.Stretch stretch) {
        return new TextRange(segment.units().get(stretch.from()).start(), segment.units().get(stretch.to() - 1).end());
    }

    private void read(SeenSegment segment, List<FoundSpan> found, List<Double> entropies) {
        int tags = network.layers().allTags();
        int units = segment.size();
        float[] scores = scores(segment);
        double[] greatest = new double[units];
        int from = 0;
        for (int layer = 0; layer < chains.size(); layer++) {
            TagChain chain = chains.get(layer);
            int offset = network.layers().offset(layer);
            int[] best = chain.best(scores, units, tags, offset, network.transitions(), from);
            TagChain.Sums sums = chain.sums(scores, units, tags, offset, network.transitions(), from);
            from += chain.transitions();
            int own = network.layers().tags(layer);
            for (TagLayers.Stretch stretch : network.layers().decode(layer, best)) {
                double score = 1;
                for (int u = stretch.from(); u < stretch.to(); u++) {
                    score = Math.min(score, sums.marginal(u * own + best[u]));
                }
                if (stretch.to() < units) {
                    score = Math.min(score, 1 - sums.marginal(stretch.to() * own + best[stretch.from()] + 1));
                }
                found.add(new FoundSpan(stretch.label(), range(segment, stretch), Math.clamp(score, 0, 1)));
            }
            for (int u = 0; u < units; u++) {
                double[] p = new double[own];
                for (int k = 0; k < own; k++) {
                    p[k] = sums.marginal(u * own + k);
                }
                greatest[u] = Math.max(greatest[u], TextUncertainty.entropy(p));
            }
        }
        for (double entropy : greatest) {
            entropies.add(entropy);
        }
    }
}
