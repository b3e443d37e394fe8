package labelwright.canvas.raster;

import java.util.Random;

import org.junit.jupiter.api.Test;

import labelwright.geometry.Bounds;
import labelwright.geometry.Point;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class ViewportTest {
    private static final double NEAR = 1e-9;

    @Test
    void toPictureUndoesToScreen() {
        Viewport view = new Viewport(2.5, -100, 40);
        Point picture = new Point(123.25, 77.5);
        Point screen = view.toScreen(picture);
        assertEquals(new Point(207.5625 + 0.5625, 233.75), screen.plus(0.0625 - 0.0625, 0));
        Point back = view.toPicture(screen.x(), screen.y());
        assertEquals(picture.x(), back.x(), NEAR);
        assertEquals(picture.y(), back.y(), NEAR);
    }

    /// Property: the picture point under the cursor stays there, whatever the view and the factor.
    @Test
    void zoomKeepsThePointUnderTheCursor() {
        Random random = new Random(5);
        for (int i = 0; i < 1_000; i++) {
            Viewport view = new Viewport(0.01 + random.nextDouble() * 20, random.nextDouble() * 2_000 - 1_000,
                    random.nextDouble() * 2_000 - 1_000);
            double x = random.nextDouble() * 1_400;
            double y = random.nextDouble() * 900;
            Point before = view.toPicture(x, y);
            Point after = view.zoomAt(x, y, 0.1 + random.nextDouble() * 5).toPicture(x, y);
            assertEquals(before.x(), after.x(), 1e-6);
            assertEquals(before.y(), after.y(), 1e-6);
        }
    }

    @Test
    void zoomStaysWithinItsLimits() {
        assertEquals(Viewport.MAX_SCALE, new Viewport(1, 0, 0).zoomAt(5, 5, 1e9).scale());
        assertEquals(Viewport.MIN_SCALE, new Viewport(1, 0, 0).zoomAt(5, 5, 1e-9).scale());
    }

    @Test
    void fitShowsTheWholePictureInTheMiddle() {
        Viewport view = Viewport.fit(new Bounds(0, 0, 400, 100), 220, 300, 10);
        assertEquals(0.5, view.scale(), NEAR);
        assertEquals(new Bounds(10, 125, 200, 50), view.toScreen(new Bounds(0, 0, 400, 100)));
    }

    @Test
    void visibleRegionIsWhatTheViewShows() {
        assertEquals(new Bounds(25, 10, 50, 25), new Viewport(4, -100, -40).visibleRegion(200, 100));
    }

    @Test
    void theOffsetFallsOnWholeDevicePixels() {
        assertEquals(new Viewport(1.5, 15, -8), new Viewport(1, 10.2, -5.4).onDevice(1.5));
    }

    @Test
    void thePictureCannotBePushedOutOfSight() {
        Bounds picture = new Bounds(0, 0, 100, 100);
        assertEquals(new Viewport(1, 760, -60), new Viewport(1, 5_000, -5_000).keepInSight(picture, 800, 600, 40));
        assertEquals(new Viewport(1, 20, 30), new Viewport(1, 20, 30).keepInSight(picture, 800, 600, 40));
    }

    @Test
    void aViewNeedsAScale() {
        assertThrows(IllegalArgumentException.class, () -> new Viewport(0, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new Viewport(Double.NaN, 0, 0));
    }
}
