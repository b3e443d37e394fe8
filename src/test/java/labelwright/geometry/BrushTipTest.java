package labelwright.geometry;

import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class BrushTipTest {
    private static final int SIZE = 120;

    private static Spans stroke(BrushTip tip, Point a, Point b) {
        MaskBitmap bitmap = new MaskBitmap(0, 0, SIZE, SIZE);
        Bounds bounds = tip.stroke(a, b, bitmap::fill);
        Spans spans = bitmap.spans();
        assertEquals(new Mask(spans).bounds(), bounds);
        return spans;
    }

    @Test
    void theSmallestTipsPaintWholePixels() {
        assertEquals(1, stroke(new BrushTip(BrushTip.Form.ROUND, 1), new Point(5.01, 7.99), new Point(5.01, 7.99)).area());
        assertTrue(stroke(new BrushTip(BrushTip.Form.ROUND, 1), new Point(5.01, 7.99), new Point(5.01, 7.99)).contains(5, 7));
        assertEquals(4, stroke(new BrushTip(BrushTip.Form.ROUND, 2), new Point(5.4, 7.9), new Point(5.4, 7.9)).area());
        assertEquals(9, stroke(new BrushTip(BrushTip.Form.SQUARE, 3), new Point(5.4, 7.9), new Point(5.4, 7.9)).area());
    }

    @Test
    void aRoundTipHasTheAreaOfItsDisc() {
        double area = stroke(new BrushTip(BrushTip.Form.ROUND, 60), new Point(60, 60), new Point(60, 60)).area();
        assertEquals(Math.PI * 30 * 30, area, area * 0.01);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void aStrokeIsWhatTheTipCoversAtEveryPointOfTheWay(long seed) {
        Random random = new Random(seed);
        for (BrushTip.Form form : BrushTip.Form.values()) {
            BrushTip tip = new BrushTip(form, 7 + random.nextInt(20));
            Point a = new Point(20 + random.nextDouble() * 80, 20 + random.nextDouble() * 80);
            Point b = new Point(20 + random.nextDouble() * 80, 20 + random.nextDouble() * 80);
            Spans whole = stroke(tip, a, b);
            MaskBitmap stamps = new MaskBitmap(0, 0, SIZE, SIZE);
            for (int i = 0; i <= 4_000; i++) {
                Point at = a.plus((b.x() - a.x()) * i / 4_000, (b.y() - a.y()) * i / 4_000);
                tip.stroke(at, at, stamps::fill);
            }
            Spans stamped = stamps.spans();
            assertTrue(MaskAlgebra.subtract(stamped, whole).isEmpty());
            assertTrue(MaskAlgebra.subtract(whole, stamped).area() <= whole.area() / 100);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theThinnestStrokeHasNoGaps(long seed) {
        Random random = new Random(seed);
        Point a = new Point(random.nextDouble() * SIZE, random.nextDouble() * SIZE);
        Point b = new Point(random.nextDouble() * SIZE, random.nextDouble() * SIZE);
        Spans spans = stroke(new BrushTip(BrushTip.Form.ROUND, 1), a, b);
        assertTrue(spans.contains((int) a.x(), (int) a.y()));
        assertTrue(spans.contains((int) b.x(), (int) b.y()));
        assertEquals(1, MaskPieces.of(MaskAlgebra.grow(spans, 1)).size());
    }

    @Test
    void aBitmapGrowsWithTheStrokeAndKeepsItsPixels() {
        Bounds picture = new Bounds(0, 0, 1_000, 700);
        MaskBitmap bitmap = new MaskBitmap(0, 0, 0, 0);
        bitmap.cover(new Bounds(300, 300, 10, 10), picture);
        bitmap.fill(305, 302, 309);
        Spans before = bitmap.spans();
        bitmap.cover(new Bounds(900, 650, 400, 400), picture);
        assertEquals(before, bitmap.spans());
        bitmap.fill(699, 990, 1_000);
        assertTrue(bitmap.get(999, 699));
        int width = bitmap.width();
        bitmap.cover(new Bounds(301, 301, 20, 20), picture);
        assertEquals(width, bitmap.width());
    }

    @Test
    void aBitmapThatBeginsAtAnyColumnGrows() {
        MaskBitmap bitmap = new MaskBitmap(37, 5, 90, 3);
        bitmap.fill(6, 40, 121);
        Spans before = bitmap.spans();
        bitmap.cover(new Bounds(0, 0, 500, 400), new Bounds(0, 0, 600, 600));
        assertEquals(before, bitmap.spans());
        bitmap.fill(399, 0, 500);
        assertTrue(bitmap.get(499, 399));
    }
}
