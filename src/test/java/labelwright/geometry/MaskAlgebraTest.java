package labelwright.geometry;

import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class MaskAlgebraTest {
    private static final int SIZE = 40;

    /// Blobs and single pixels.
    private static Spans random(Random random) {
        MaskBitmap bitmap = new MaskBitmap(0, 0, SIZE, SIZE);
        for (int i = 0; i < 12; i++) {
            int x = random.nextInt(SIZE);
            int y = random.nextInt(SIZE);
            int side = random.nextInt(9);
            for (int row = y; row < y + side; row++) {
                if (random.nextInt(4) > 0) {
                    bitmap.fill(row, x, x + side);
                } else {
                    bitmap.clear(row, x - side, x + 1);
                }
            }
        }
        bitmap.fill(random.nextInt(SIZE), 3, 4);
        return bitmap.spans();
    }

    private static boolean near(Spans spans, int x, int y, int radius) {
        for (int dy = -radius; dy <= radius; dy++) {
            for (int dx = -radius; dx <= radius; dx++) {
                if (dx * dx + dy * dy <= radius * radius && spans.contains(x + dx, y + dy)) {
                    return true;
                }
            }
        }
        return false;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void everyPixelIsWhereTheSetsSay(long seed) {
        Random random = new Random(seed);
        Spans a = random(random);
        Spans b = random(random);
        Spans union = MaskAlgebra.union(a, b);
        Spans common = MaskAlgebra.intersect(a, b);
        Spans rest = MaskAlgebra.subtract(a, b);
        for (int y = -1; y <= SIZE; y++) {
            for (int x = -1; x <= SIZE; x++) {
                boolean inA = a.contains(x, y);
                boolean inB = b.contains(x, y);
                assertEquals(inA || inB, union.contains(x, y));
                assertEquals(inA && inB, common.contains(x, y));
                assertEquals(inA && !inB, rest.contains(x, y));
            }
        }
        assertEquals(a.area() + b.area(), common.area() + union.area());
        assertEquals(!common.isEmpty(), MaskAlgebra.overlap(a, b));
        assertEquals(a, MaskAlgebra.union(rest, common));
        assertEquals(a, MaskAlgebra.union(a, a));
        assertTrue(MaskAlgebra.subtract(a, a).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5})
    void growingReachesADiscAndShrinkingTakesOneAway(int radius) {
        Spans spans = random(new Random(radius));
        Spans grown = MaskAlgebra.grow(spans, radius);
        Spans shrunk = MaskAlgebra.shrink(spans, radius);
        Spans outside = MaskAlgebra.complement(spans, new Bounds(-20, -20, SIZE + 40, SIZE + 40));
        for (int y = -radius - 1; y <= SIZE + radius; y++) {
            for (int x = -radius - 1; x <= SIZE + radius; x++) {
                assertEquals(near(spans, x, y, radius), grown.contains(x, y), x + "," + y);
                assertEquals(spans.contains(x, y) && !near(outside, x, y, radius), shrunk.contains(x, y), x + "," + y);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void openingAndClosingTwiceChangesNothingMore(long seed) {
        Spans spans = random(new Random(seed));
        Spans opened = MaskAlgebra.open(spans, 2);
        Spans closed = MaskAlgebra.close(spans, 2);
        assertEquals(opened, MaskAlgebra.open(opened, 2));
        assertEquals(closed, MaskAlgebra.close(closed, 2));
        assertTrue(MaskAlgebra.subtract(opened, spans).isEmpty());
        assertTrue(MaskAlgebra.subtract(spans, closed).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void piecesAreApartAndTogetherTheWhole(long seed) {
        Spans spans = random(new Random(seed));
        List<Spans> pieces = MaskPieces.of(spans);
        assertEquals(spans, pieces.stream().reduce(MaskAlgebra::union).orElseThrow());
        assertEquals(spans.area(), pieces.stream().mapToLong(Spans::area).sum());
        for (Spans piece : pieces) {
            assertEquals(1, MaskOutline.polygon(new Mask(piece)).parts().size());
            Spans beside = MaskAlgebra.subtract(MaskAlgebra.grow(piece, 1), piece);
            assertFalse(MaskAlgebra.overlap(beside, spans), "a piece ends where nothing goes on");
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void filledHolesStayFilled(long seed) {
        Spans spans = random(new Random(seed));
        Spans filled = MaskPieces.fillHoles(spans, Long.MAX_VALUE);
        assertEquals(filled, MaskPieces.fillHoles(filled, Long.MAX_VALUE));
        assertTrue(MaskPieces.holes(filled).isEmpty());
        assertTrue(MaskAlgebra.subtract(spans, filled).isEmpty());
        assertEquals(filled.area() - spans.area(), MaskPieces.holes(spans).stream().mapToLong(Spans::area).sum());
        Polygon outline = MaskOutline.polygon(new Mask(filled));
        assertTrue(outline.parts().stream().allMatch(part -> part.holes().isEmpty()));
    }

    @Test
    void onlySmallHolesAndSpecksGo() {
        MaskBitmap bitmap = new MaskBitmap(0, 0, 30, 20);
        for (int y = 2; y < 18; y++) {
            bitmap.fill(y, 2, 20);
        }
        bitmap.clear(5, 5, 6);
        bitmap.clear(10, 8, 13);
        bitmap.fill(4, 25, 26);
        bitmap.fill(8, 24, 28);
        Spans spans = bitmap.spans();
        Spans filled = MaskPieces.fillHoles(spans, 1);
        assertTrue(filled.contains(5, 5));
        assertFalse(filled.contains(9, 10));
        Spans clean = MaskPieces.removeSpecks(spans, 3);
        assertFalse(clean.contains(25, 4));
        assertTrue(clean.contains(25, 8));
        assertEquals(List.of(5L, 1L), MaskPieces.holes(spans).stream().map(Spans::area).toList());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void toPolygonAndBackIsTheSame(long seed) {
        Mask mask = new Mask(random(new Random(seed)));
        assertEquals(mask, MaskFill.of(MaskOutline.polygon(mask), SIZE, SIZE).orElseThrow());
    }

    @Test
    void nothingComesOfNothing() {
        Spans none = new Spans.Builder().build();
        assertTrue(MaskAlgebra.grow(none, 3).isEmpty());
        assertTrue(MaskAlgebra.shrink(none, 3).isEmpty());
        assertTrue(MaskPieces.of(none).isEmpty());
        assertTrue(MaskPieces.fillHoles(none, 9).isEmpty());
        assertTrue(MaskPieces.removeSpecks(none, 9).isEmpty());
    }
}
