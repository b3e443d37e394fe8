package labelwright.engine.text;

import java.util.Arrays;

/// A linear chain of tags (conditional random field, Lafferty et al. 2001): the score of a sequence is the sum of what each unit says about its tag and of how well each tag follows
/// the one before. Tags that would make an ill-formed span have no part in any sum, in learning as in reading, so no such sequence is ever found.
///
/// Transitions lie in a flat array: `tags * tags` from one tag to the next, then `tags` from the border to the first.
final class TagChain {

    private static final double NEVER = -1e30;

    private final int tags;
    private final boolean[] allowed;

    TagChain(int tags) {
        this.tags = tags;
        this.allowed = new boolean[(tags + 1) * tags];
        for (int before = 0; before <= tags; before++) {
            for (int after = 0; after < tags; after++) {
                allowed[before * tags + after] = TagLayers.mayFollow(before == tags ? -1 : before, after);
            }
        }
    }

    int transitions() {
        return (tags + 1) * tags;
    }

    /// What all sequences together say.
    ///
    /// @param forward natural logarithms of the sums up to each unit, unit by unit
    /// @param backward the same from the end
    /// @param total logarithm of the sum over all sequences
    @SuppressWarnings("ArrayRecordComponent") // handed on without a copy and never compared
    record Sums(double[] forward, double[] backward, double total) {

        /// The probability of a tag at a unit.
        double marginal(int at) {
            return Math.exp(forward[at] + backward[at] - total);
        }
    }

    /// @param scores of each unit its tags', from `offset + unit * stride`
    /// @param transitions read from `from`
    Sums sums(float[] scores, int units, int stride, int offset, float[] transitions, int from) {
        double[] forward = new double[units * tags];
        double[] backward = new double[units * tags];
        double[] parts = new double[tags];
        for (int t = 0; t < units; t++) {
            for (int k = 0; k < tags; k++) {
                if (t == 0) {
                    forward[k] = step(tags, k, transitions, from) + scores[offset + k];
                    continue;
                }
                for (int j = 0; j < tags; j++) {
                    parts[j] = forward[(t - 1) * tags + j] + step(j, k, transitions, from);
                }
                forward[t * tags + k] = logSum(parts) + scores[offset + t * stride + k];
            }
        }
        for (int t = units - 2; t >= 0; t--) {
            for (int j = 0; j < tags; j++) {
                for (int k = 0; k < tags; k++) {
                    parts[k] = step(j, k, transitions, from) + scores[offset + (t + 1) * stride + k] + backward[(t + 1) * tags + k];
                }
                backward[t * tags + j] = logSum(parts);
            }
        }
        double total = logSum(Arrays.copyOfRange(forward, (units - 1) * tags, units * tags));
        return new Sums(forward, backward, total);
    }

    /// The negative logarithm of the probability of the right tags, and its gradients.
    ///
    /// @param scoreGradient set, of the form of `scores`
    /// @param transitionGradient added to, from `from`
    double loss(float[] scores, int units, int stride, int offset, int[] right, float[] transitions, int from, float[] scoreGradient,
            float[] transitionGradient) {
        Sums sums = sums(scores, units, stride, offset, transitions, from);
        double said = 0;
        for (int t = 0; t < units; t++) {
            int before = t == 0 ? tags : right[t - 1];
            said += scores[offset + t * stride + right[t]] + step(before, right[t], transitions, from);
            transitionGradient[from + before * tags + right[t]] -= 1;
            for (int k = 0; k < tags; k++) {
                double p = sums.marginal(t * tags + k);
                scoreGradient[offset + t * stride + k] = (float) (p - (right[t] == k ? 1 : 0));
                if (t == 0) {
                    transitionGradient[from + tags * tags + k] += (float) p;
                }
            }
            for (int j = 0; j < tags && t > 0; j++) {
                for (int k = 0; k < tags; k++) {
                    if (allowed[j * tags + k]) {
                        transitionGradient[from + j * tags + k] += (float) Math.exp(sums.forward[(t - 1) * tags + j]
                                + step(j, k, transitions, from) + scores[offset + t * stride + k] + sums.backward[t * tags + k]
                                - sums.total);
                    }
                }
            }
        }
        return sums.total - said;
    }

    /// The most probable sequence (Viterbi 1967).
    int[] best(float[] scores, int units, int stride, int offset, float[] transitions, int from) {
        double[] reached = new double[tags];
        double[] next = new double[tags];
        int[] came = new int[units * tags];
        for (int k = 0; k < tags; k++) {
            reached[k] = step(tags, k, transitions, from) + scores[offset + k];
        }
        for (int t = 1; t < units; t++) {
            for (int k = 0; k < tags; k++) {
                int best = 0;
                double most = Double.NEGATIVE_INFINITY;
                for (int j = 0; j < tags; j++) {
                    double sum = reached[j] + step(j, k, transitions, from);
                    if (sum > most) {
                        most = sum;
                        best = j;
                    }
                }
                came[t * tags + k] = best;
                next[k] = most + scores[offset + t * stride + k];
            }
            System.arraycopy(next, 0, reached, 0, tags);
        }
        int[] sequence = new int[units];
        for (int k = 1; k < tags && units > 0; k++) {
            sequence[units - 1] = reached[k] > reached[sequence[units - 1]] ? k : sequence[units - 1];
        }
        for (int t = units - 1; t > 0; t--) {
            sequence[t - 1] = came[t * tags + sequence[t]];
        }
        return sequence;
    }

    private double step(int before, int after, float[] transitions, int from) {
        int at = before * tags + after;
        return allowed[at] ? transitions[from + at] : NEVER;
    }

    private static double logSum(double[] parts) {
        double most = parts[0];
        for (double part : parts) {
            most = Math.max(most, part);
        }
        double sum = 0;
        for (double part : parts) {
            sum += part - most < -40 ? 0 : Math.exp(part - most);
        }
        return most + Math.log(sum);
    }
}
