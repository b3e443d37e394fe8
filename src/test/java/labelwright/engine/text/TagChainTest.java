package labelwright.engine.text;

import java.util.Arrays;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class TagChainTest {

    private static final int TAGS = 5;
    private static final int UNITS = 4;

    private static float[] random(int size, SplittableRandom random, double spread) {
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = (float) (random.nextGaussian() * spread);
        }
        return values;
    }

    @Test
    void theGradientsAreThoseOfFiniteDifferences() {
        SplittableRandom random = new SplittableRandom(5);
        TagChain chain = new TagChain(TAGS);
        float[] scores = random(UNITS * TAGS, random, 1);
        float[] transitions = random(chain.transitions(), random, 1);
        int[] right = {1, 2, 0, 3};
        float[] scoreGradient = new float[scores.length];
        float[] transitionGradient = new float[transitions.length];
        chain.loss(scores, UNITS, TAGS, 0, right, transitions, 0, scoreGradient, transitionGradient);
        assertArrayEquals(slopes(scores, () -> loss(chain, scores, right, transitions)), scoreGradient, 2e-3f);
        assertArrayEquals(slopes(transitions, () -> loss(chain, scores, right, transitions)), transitionGradient, 2e-3f);
    }

    private static double loss(TagChain chain, float[] scores, int[] right, float[] transitions) {
        return chain.loss(scores, UNITS, TAGS, 0, right, transitions, 0, new float[scores.length], new float[transitions.length]);
    }

    private interface Loss {
        double now();
    }

    private static float[] slopes(float[] at, Loss loss) {
        float[] slopes = new float[at.length];
        for (int i = 0; i < at.length; i++) {
            float value = at[i];
            at[i] = value + 1e-2f;
            double above = loss.now();
            at[i] = value - 1e-2f;
            double below = loss.now();
            at[i] = value;
            slopes[i] = (float) ((above - below) / 2e-2);
        }
        return slopes;
    }

    @Test
    void sumsAndTheBestAreThoseOfAllSequencesCounted() {
        SplittableRandom random = new SplittableRandom(9);
        TagChain chain = new TagChain(TAGS);
        float[] scores = random(UNITS * TAGS, random, 2);
        float[] transitions = random(chain.transitions(), random, 1);
        double sum = 0;
        double most = Double.NEGATIVE_INFINITY;
        int[] best = {};
        for (int code = 0; code < Math.pow(TAGS, UNITS); code++) {
            int[] tags = new int[UNITS];
            int rest = code;
            for (int t = 0; t < UNITS; t++) {
                tags[t] = rest % TAGS;
                rest /= TAGS;
            }
            if (isWellFormed(tags)) {
                double score = 0;
                for (int t = 0; t < UNITS; t++) {
                    score += scores[t * TAGS + tags[t]] + transitions[(t == 0 ? TAGS : tags[t - 1]) * TAGS + tags[t]];
                }
                sum += Math.exp(score);
                if (score > most) {
                    most = score;
                    best = tags;
                }
            }
        }
        TagChain.Sums sums = chain.sums(scores, UNITS, TAGS, 0, transitions, 0);
        assertEquals(Math.log(sum), sums.total(), 1e-6);
        assertArrayEquals(best, chain.best(scores, UNITS, TAGS, 0, transitions, 0));
        for (int t = 0; t < UNITS; t++) {
            double all = 0;
            for (int k = 0; k < TAGS; k++) {
                all += sums.marginal(t * TAGS + k);
            }
            assertEquals(1, all, 1e-9);
        }
    }

    @Test
    void whatIsFoundIsAlwaysWellFormed() {
        SplittableRandom random = new SplittableRandom(11);
        TagChain chain = new TagChain(7);
        for (int round = 0; round < 500; round++) {
            int units = 1 + random.nextInt(30);
            int[] best = chain.best(random(units * 7, random, 20), units, 7, 0, random(chain.transitions(), random, 20), 0);
            assertTrue(isWellFormed(best), () -> Arrays.toString(best));
        }
    }

    private static boolean isWellFormed(int[] tags) {
        for (int t = 0; t < tags.length; t++) {
            if (!TagLayers.mayFollow(t == 0 ? -1 : tags[t - 1], tags[t])) {
                return false;
            }
        }
        return true;
    }
}
