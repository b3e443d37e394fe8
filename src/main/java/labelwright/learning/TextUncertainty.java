package labelwright.learning;

import java.util.Arrays;
import java.util.List;

/// How unsure a model is about a text; everything is 0 when sure and 1 at most.
public final class TextUncertainty {

    private TextUncertainty() {}

    /// The entropy of a distribution, as a part of the greatest possible.
    ///
    /// @param probabilities summing to one
    public static double entropy(double[] probabilities) {
        if (probabilities.length < 2) {
            return 0;
        }
        double sum = 0;
        for (double p : probabilities) {
            sum -= p > 0 ? p * Math.log(p) : 0;
        }
        return Math.clamp(sum / Math.log(probabilities.length), 0, 1);
    }

    /// One minus the distance between the two most probable.
    public static double margin(double[] probabilities) {
        double first = 0;
        double second = 0;
        for (double p : probabilities) {
            if (p > first) {
                second = first;
                first = p;
            } else {
                second = Math.max(second, p);
            }
        }
        return 1 - (first - second);
    }

    /// The mean entropy of answers that stand alone, yes or no each.
    public static double independentEntropy(double[] probabilities) {
        double sum = 0;
        for (double p : probabilities) {
            sum += entropy(new double[] {p, 1 - p});
        }
        return probabilities.length == 0 ? 0 : sum / probabilities.length;
    }

    /// What several passes with dropout disagree about: the entropy of their mean less the mean of their entropies (Houlsby et al. 2011), as a part of the greatest possible.
    ///
    /// @param passes distributions of one length; at least one
    public static double disagreement(List<double[]> passes) {
        double[] mean = new double[passes.getFirst().length];
        double entropies = 0;
        for (double[] pass : passes) {
            entropies += entropy(pass);
            for (int k = 0; k < mean.length; k++) {
                mean[k] += pass[k] / passes.size();
            }
        }
        return Math.clamp(entropy(mean) - entropies / passes.size(), 0, 1);
    }

    /// For a sequence of tags: half the entropy of the least sure tag, half the mean over the tenth that is least sure, so that a long text is not unsure by its length alone.
    ///
    /// @param entropies one for each tag, 0 to 1
    public static double ofTags(double[] entropies) {
        if (entropies.length == 0) {
            return 0;
        }
        double[] sorted = entropies.clone();
        Arrays.sort(sorted);
        int tenth = Math.max(1, (sorted.length + 9) / 10);
        double sum = 0;
        for (int i = sorted.length - tenth; i < sorted.length; i++) {
            sum += sorted[i];
        }
        return 0.5 * sorted[sorted.length - 1] + 0.5 * sum / tenth;
    }
}
