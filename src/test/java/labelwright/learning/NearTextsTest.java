package labelwright.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class NearTextsTest {

    private static final List<float[]> VECTORS = List.of(new float[] {1, 0}, new float[] {0, 1}, new float[] {0.8f, 0.6f},
            new float[] {1, 0},
            new float[] {0.6f, 0.8f});

    private static List<Integer> nearest(int count) {
        NearTexts.Nearest nearest = new NearTexts.Nearest(new float[] {1, 0}, count);
        for (int i = 0; i < VECTORS.size(); i++) {
            nearest.offer(i, VECTORS.get(i));
        }
        return nearest.found().stream().map(NearTexts.Near::index).toList();
    }

    @Test
    void theNearestComeFirstAndTheEarlierOfTwo() {
        assertEquals(List.of(0, 3, 2), nearest(3));
        assertEquals(5, nearest(50).size());
    }

    @Test
    void groupsAreWhatIsLinkedAboveTheBorder() {
        assertEquals(List.of(List.of(0, 3), List.of(2, 4)), NearTexts.groups(VECTORS, 0.9, () -> {}));
        assertTrue(NearTexts.groups(VECTORS, 1.1, () -> {}).isEmpty());
    }

    @Test
    void groupsAreThoseOfASimpleSearchAndManyThatAreAlikeCostNoMemory() {
        Random random = new Random(3);
        List<float[]> vectors = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            double angle = random.nextInt(200) * Math.PI / 100;
            vectors.add(new float[] {(float) Math.cos(angle), (float) Math.sin(angle), 0, 0, 0});
        }
        AtomicInteger compared = new AtomicInteger();
        List<List<Integer>> groups = NearTexts.groups(vectors, 0.99999, compared::incrementAndGet);
        assertEquals(600, compared.get());
        for (List<Integer> group : groups) {
            for (int i = 0; i < vectors.size(); i++) {
                assertEquals(group.contains(i), Arrays.equals(vectors.get(group.getFirst()), vectors.get(i)));
            }
        }
        assertEquals(List.of(IntStream.range(0, 20_000).boxed().toList()),
                NearTexts.groups(Collections.nCopies(20_000, new float[] {1}), 0.9, () -> {}));
    }

    @Test
    void whatTheListenerThrowsEndsTheSearch() {
        assertThrows(IllegalStateException.class, () -> NearTexts.groups(VECTORS, 0.9, () -> {
            throw new IllegalStateException("enough");
        }));
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
