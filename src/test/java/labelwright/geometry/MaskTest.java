package labelwright.geometry;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class MaskTest {

    /// Rows of `#` and `.`; the left top corner is pixel (0,0).
    private static Mask picture(String... rows) {
        Spans.Builder spans = new Spans.Builder();
        for (int y = 0; y < rows.length; y++) {
            for (int x = 0; x < rows[y].length(); x++) {
                if (rows[y].charAt(x) == '#') {
                    spans.add(y, x, x + 1);
                }
            }
        }
        return new Mask(spans.build());
    }

    private static Mask random(Random random, int width, int height, double share) {
        MaskBitmap bitmap = new MaskBitmap(0, 0, width, height);
        bitmap.fill(height / 2, 0, 1);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                if (random.nextDouble() < share) {
                    bitmap.fill(y, x, x + 1);
                }
            }
        }
        return bitmap.toMask().orElseThrow();
    }

    @Test
    void runsThatTouchBecomeOne() {
        Mask mask = picture("####", "#..#");
        assertEquals(3, mask.spans().size());
        assertEquals(6, mask.area());
        assertEquals(new Bounds(0, 0, 4, 2), mask.bounds());
    }

    @Test
    void runsOutOfOrderAreRefused() {
        Spans.Builder builder = new Spans.Builder();
        builder.add(3, 5, 9);
        assertThrows(IllegalArgumentException.class, () -> builder.add(3, 8, 12));
        assertThrows(IllegalArgumentException.class, () -> builder.add(2, 0, 1));
    }

    @Test
    void aPointIsInThePixelThatItLiesOn() {
        Mask mask = picture(".#.", "###");
        assertTrue(mask.contains(new Point(1.99, 0)));
        assertFalse(mask.contains(new Point(2, 0.5)));
        assertFalse(mask.contains(new Point(-0.01, 1.5)));
        assertFalse(mask.contains(new Point(1, 2)));
    }

    @Test
    void distanceGoesToTheNearestPixelEdge() {
        Mask mask = picture("#####", "#####", "#####", "#####");
        assertEquals(0.5, mask.distanceToOutline(new Point(2.5, 0.5)));
        assertEquals(1.75, mask.distanceToOutline(new Point(2.5, 1.75)));
        assertEquals(5, mask.distanceToOutline(new Point(8, 8)));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theOutlineFilledAgainIsTheSameMask(long seed) {
        Random random = new Random(seed);
        for (double share : new double[] {0.1, 0.35, 0.5, 0.65, 0.9}) {
            Mask mask = random(random, 5 + random.nextInt(90), 5 + random.nextInt(40), share);
            Polygon polygon = MaskOutline.polygon(mask);
            assertEquals(mask.area(), polygon.area(), "seed " + seed + ", share " + share);
            assertEquals(mask, MaskFill.of(polygon, 100, 100).orElseThrow(), "seed " + seed + ", share " + share);
        }
    }

    @Test
    void holesBelongToTheirPiece() {
        Polygon polygon = MaskOutline.polygon(picture("#####.#", "#...#..", "#.#.#..", "#...#..", "#####.."));
        assertEquals(3, polygon.parts().size());
        assertEquals(1, polygon.parts().getFirst().holes().size());
        assertEquals(9, polygon.parts().getFirst().holes().getFirst().area());
    }

    @Test
    void piecesThatTouchAtACornerStayApart() {
        assertEquals(2, MaskOutline.polygon(picture("##..", "##..", "..##")).parts().size());
    }

    @Test
    void aBoxCoversThePixelsWhoseCentreIsInIt() {
        Mask mask = MaskFill.of(new Box(1.5, 0.4, 2, 1.2), 10, 10).orElseThrow();
        assertEquals(picture(".##.", ".##."), mask);
    }

    @Test
    void theAreaOfAnEllipseInPixelsComesNearItsArea() {
        Ellipse ellipse = new Ellipse(100, 80, 60, 25, 33);
        double pixels = MaskFill.of(ellipse, 200, 200).orElseThrow().area();
        assertEquals(ellipse.area(), pixels, 0.005 * ellipse.area());
    }

    @Test
    void whatLiesOutsideThePictureIsCutOff() {
        Mask mask = new Mask(picture("###", "###").spans().translate(-1, 9));
        assertEquals(List.of(new Bounds(0, 9, 2, 1)), mask.clip(20, 10).map(Shape::bounds).stream().toList());
        assertTrue(mask.clip(20, 9).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 63, 64, 65, 127, 128, 129, 200})
    void theBitmapDoesWhatAnArrayOfFlagsDoes(int width) {
        Random random = new Random(width);
        MaskBitmap bitmap = new MaskBitmap(7, -3, width, 4);
        boolean[][] flags = new boolean[4][width];
        for (int i = 0; i < 400; i++) {
            int row = random.nextInt(4);
            int from = random.nextInt(width + 10) - 5;
            int to = from + random.nextInt(width);
            boolean on = random.nextBoolean();
            if (on) {
                bitmap.fill(row - 3, from + 7, to + 7);
            } else {
                bitmap.clear(row - 3, from + 7, to + 7);
            }
            Arrays.fill(flags[row], Math.clamp(from, 0, width), Math.clamp(Math.max(from, to), 0, width), on);
        }
        long area = 0;
        for (int row = 0; row < 4; row++) {
            for (int x = 0; x < width; x++) {
                assertEquals(flags[row][x], bitmap.get(x + 7, row - 3), "row " + row + ", column " + x);
                area += flags[row][x] ? 1 : 0;
            }
        }
        Spans spans = bitmap.spans();
        assertEquals(area, spans.area());
        MaskBitmap again = new MaskBitmap(7, -3, width, 4);
        again.fill(spans);
        assertEquals(spans, again.spans());
    }
}
