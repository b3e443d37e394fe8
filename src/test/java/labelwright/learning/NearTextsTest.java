package labelwright.learning;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class NearTextsTest {

    private static final List<float[]> VECTORS = List.of(new float[] {1, 0}, new float[] {0, 1}, new float[] {0.8f, 0.6f},
            new float[] {1, 0},
            new float[] {0.6f, 0.8f});

    @Test
    void theNearestComeFirstAndTheEarlierOfTwo() {
        assertEquals(List.of(0, 3, 2), NearTexts.nearest(new float[] {1, 0}, VECTORS, 3).stream().map(NearTexts.Near::index).toList());
        assertEquals(5, NearTexts.nearest(new float[] {1, 0}, VECTORS, 50).size());
    }

    @Test
    void pairsAndGroupsAreThoseAboveTheBorder() {
        List<NearTexts.Pair> pairs = NearTexts.pairs(VECTORS, 0.9);
        assertEquals(2, pairs.size());
        assertEquals(new NearTexts.Pair(0, 3, 1), pairs.getFirst());
        assertEquals(List.of(List.of(0, 3), List.of(2, 4)), NearTexts.groups(VECTORS, 0.9));
        assertTrue(NearTexts.groups(VECTORS, 1.1).isEmpty());
    }

    @Test
    void uncertaintyIsNoneWhenSureAndOneWhenNothingIsKnown() {
        assertEquals(0, TextUncertainty.entropy(new double[] {1, 0, 0}));
        assertEquals(1, TextUncertainty.entropy(new double[] {0.25, 0.25, 0.25, 0.25}), 1e-12);
        assertEquals(0.9, TextUncertainty.margin(new double[] {0.4, 0.5, 0.1}), 1e-12);
        assertEquals(1, TextUncertainty.independentEntropy(new double[] {0.5, 0.5}), 1e-12);
        assertEquals(1, TextUncertainty.disagreement(List.of(new double[] {1, 0}, new double[] {0, 1})), 1e-12);
        assertEquals(0, TextUncertainty.disagreement(List.of(new double[] {0.5, 0.5}, new double[] {0.5, 0.5})), 1e-12);
        assertEquals(0.9, TextUncertainty.ofTags(new double[] {0, 0.1, 0.9, 0}), 1e-12);
    }
}
