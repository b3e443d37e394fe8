package labelwright.canvas;

import org.junit.jupiter.api.Test;

import labelwright.canvas.tool.PixelOptions;
import labelwright.geometry.Mask;
import labelwright.geometry.Point;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

class BrushRehearsalTest {

    @Test
    void paintsAndErasesForItself() {
        BrushRehearsal rehearsal = new BrushRehearsal();
        rehearsal.run();
        assertEquals(1, rehearsal.result().annotations().size());
        Mask mask = assertInstanceOf(Mask.class, rehearsal.result().annotations().getFirst().shape());
        double before = 64 - (PixelOptions.USUAL.tip().size() / 2 - 1.5) / Math.sqrt(2);
        assertTrue(mask.contains(new Point(before, before)), "where only the brush was");
        assertFalse(mask.contains(new Point(85.5, 85.5)), "where the eraser came last");
    }
}
