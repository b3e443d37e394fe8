package labelwright.canvas.aid;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class TickStepTest {

    @Test
    void numbersAreRoundAndNeverTooCloseOrTooFarApart() {
        for (double scale = 0.005; scale <= 64; scale *= 1.07) {
            TickStep step = TickStep.at(scale);
            double screen = step.labelled() * scale;
            assertTrue(screen >= 64 && (screen <= 64 * 2.6 || step.labelled() == 1), scale + ": " + step);
            double digits = step.labelled() / Math.pow(10, Math.floor(Math.log10(step.labelled()) + 1e-9));
            assertTrue(digits == 1 || digits == 2 || digits == 5, step::toString);
            assertEquals(Math.rint(step.labelled() / step.small()), step.labelled() / step.small(), 1e-9);
        }
    }

    @Test
    void aSinglePixelIsTheSmallestStep() {
        assertEquals(new TickStep(1, 1), TickStep.at(64));
    }
}
