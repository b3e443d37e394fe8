package labelwright.geometry;

import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class NearestMaskEdgeTest {
    private static final int SIDE = 24;

    /// Against a look at all sides of all pixels.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void findsTheNearestSideOfAPixelThatIsAnEdge(long seed) {
        Random random = new Random(seed);
        MaskBitmap bitmap = new MaskBitmap(0, 0, SIDE, SIDE);
        for (int i = 0; i < SIDE * SIDE / 2; i++) {
            int x = random.nextInt(SIDE);
            bitmap.fill(random.nextInt(SIDE), x, x + 1 + random.nextInt(3));
        }
        for (int i = 0; i < 200; i++) {
            Point at = new Point(random.nextDouble() * (SIDE + 10) - 5, random.nextDouble() * (SIDE + 10) - 5);
            Optional<Point> found = NearestMaskEdge.nearest(bitmap.spans(), at, 3);
            double wanted = slow(bitmap, at);
            assertEquals(wanted <= 3, found.isPresent());
            found.ifPresent(place -> assertEquals(wanted, place.distance(at), 1e-9));
        }
    }

    @Test
    void aPointInTheMiddleIsOnNoOutline() {
        Mask mask = MaskFill.of(new Box(0, 0, 100, 100), 100, 100).orElseThrow();
        assertTrue(NearestMaskEdge.nearest(mask.spans(), new Point(50, 50), 8).isEmpty());
        assertEquals(Optional.of(new Point(0, 50)), NearestMaskEdge.nearest(mask.spans(), new Point(4, 50), 8));
    }

    private static double slow(MaskBitmap bitmap, Point at) {
        double best = Double.POSITIVE_INFINITY;
        for (int y = -1; y <= SIDE; y++) {
            for (int x = -1; x <= SIDE; x++) {
                if (bitmap.get(x, y) != bitmap.get(x + 1, y)) {
                    best = Math.min(best, at.distanceToSegment(new Point(x + 1, y), new Point(x + 1, y + 1)));
                }
                if (bitmap.get(x, y) != bitmap.get(x, y + 1)) {
                    best = Math.min(best, at.distanceToSegment(new Point(x, y + 1), new Point(x + 1, y + 1)));
                }
            }
        }
        return best;
    }
}
