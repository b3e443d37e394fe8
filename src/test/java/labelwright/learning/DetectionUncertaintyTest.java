package labelwright.learning;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

import labelwright.geometry.Bounds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class DetectionUncertaintyTest {

    private static final double EXACT = 1e-9;

    @Test
    void sureAndUnanimousPassesAreCertain() {
        List<ProbableBox> pass = List.of(box(0, 1, 0));
        assertEquals(0, DetectionUncertainty.of(List.of(pass, pass, pass), 2), EXACT);
    }

    @Test
    void aPictureWithoutBoxesIsCertain() {
        assertEquals(0, DetectionUncertainty.of(List.of(List.of(), List.of()), 3), EXACT);
    }

    /// One label, probability 1 in one pass and nothing in the other: variance 1/4, entropy of 1/2 is one bit.
    @Test
    void aThingSeenInHalfThePassesIsMostUncertain() {
        assertEquals(1.25, DetectionUncertainty.of(List.of(List.of(box(0, 1)), List.of()), 1), EXACT);
    }

    /// Probabilities .6 and .8 of the first label: variance .01, and the entropy of .7 in bits; the second label adds nothing; mean over two labels.
    @Test
    void varianceAndEntropyAreMeansOverLabels() {
        double entropy = -(.7 * Math.log(.7) + .3 * Math.log(.3)) / Math.log(2);
        double expected = .01 / 2 + entropy / 2;
        assertEquals(expected, DetectionUncertainty.of(List.of(List.of(box(0, .6, 0)), List.of(box(1, .8, 0))), 2), EXACT);
    }

    @Test
    void farBoxesAreDifferentThings() {
        double apart = DetectionUncertainty.of(List.of(List.of(box(0, 1)), List.of(box(50, 1))), 1);
        double together = DetectionUncertainty.of(List.of(List.of(box(0, 1)), List.of(box(1, 1))), 1);
        assertEquals(1.25, apart, EXACT);
        assertEquals(0, together, EXACT);
    }

    @Test
    void twoBoxesOfOnePassNeverBecomeOneThing() {
        List<ProbableBox> two = List.of(box(0, 1), box(1, 1));
        assertEquals(0, DetectionUncertainty.of(List.of(two, two), 1), EXACT);
    }

    @Test
    void faintBoxesDoNotHideTheClearOnes() {
        List<ProbableBox> clear = List.of(box(0, 1));
        List<ProbableBox> withFaint = List.of(box(0, 1), box(50, .03), box(90, .02));
        assertEquals(0, DetectionUncertainty.of(List.of(clear, withFaint), 1), EXACT);
        assertTrue(DetectionUncertainty.of(List.of(List.of(box(50, .03)), List.of()), 1) > 0);
    }

    @Test
    void refusesNoPassesAndWrongLengths() {
        assertThrows(IllegalArgumentException.class, () -> DetectionUncertainty.of(List.of(), 1));
        assertThrows(IllegalArgumentException.class, () -> DetectionUncertainty.of(List.of(List.of(box(0, 1))), 2));
    }

    private static ProbableBox box(double x, double... probabilities) {
        return new ProbableBox(new Bounds(x, 0, 10, 10), Arrays.stream(probabilities).boxed().toList());
    }
}
