package labelwright.geometry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ShapeTest {
    private static final Polygon SQUARE_WITH_HOLE = new Polygon(List.of(new Polygon.Part(square(0, 0, 10), List.of(square(4, 4, 2)))));

    @Test
    void overlapOfEqualBoxesIsOneAndOfTouchingBoxesIsZero() {
        assertEquals(1, new Bounds(1, 2, 3, 4).iou(new Bounds(1, 2, 3, 4)));
        assertEquals(0, new Bounds(0, 0, 3, 4).iou(new Bounds(3, 0, 3, 4)));
        assertEquals(0.5 / 1.5, new Bounds(0, 0, 1, 1).iou(new Bounds(0.5, 0, 1, 1)), 1e-12);
    }

    @Test
    void aHoleIsNotInsideAndHasNoArea() {
        assertEquals(96, SQUARE_WITH_HOLE.area());
        assertTrue(SQUARE_WITH_HOLE.contains(new Point(1, 1)));
        assertFalse(SQUARE_WITH_HOLE.contains(new Point(5, 5)));
        assertEquals(0.5, SQUARE_WITH_HOLE.distanceToOutline(new Point(4.5, 5)), 1e-12);
    }

    @Test
    void ringsAreCountedOuterFirst() {
        Polygon changed = SQUARE_WITH_HOLE.withRing(1, square(6, 6, 1));
        assertEquals(99, changed.area());
        assertEquals(List.of(square(0, 0, 10), square(6, 6, 1)), changed.rings());
    }

    @Test
    void whatLiesInsideThePictureIsNotTouchedByClipping() {
        assertSame(SQUARE_WITH_HOLE, SQUARE_WITH_HOLE.clip(10, 10).orElseThrow());
    }

    @Test
    void clippingKeepsThePartInsideThePicture() {
        assertEquals(Optional.of(new Box(0, 2, 3, 6)), new Box(-2, 2, 5, 6).clip(10, 8));
        assertEquals(Optional.empty(), new Box(12, 2, 5, 6).clip(10, 8));
        assertEquals(Optional.empty(), new Box(10, 2, 5, 6).clip(10, 8), "only touching leaves no area");
        assertEquals(24, SQUARE_WITH_HOLE.clip(5, 5).orElseThrow().area(), 1e-9);
    }

    @Test
    void anOutlineThatCrossesItselfIsClippedWithoutFailing() {
        Polygon bowTie = Polygon.of(List.of(new Point(-4, 0), new Point(4, 4), new Point(4, 0), new Point(-4, 4)));
        assertEquals(8, bowTie.clip(10, 10).orElseThrow().area(), 1e-9);
    }

    @Test
    void impossibleShapesAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Box(0, 0, -1, 2));
        assertThrows(IllegalArgumentException.class, () -> new Box(Double.NaN, 0, 1, 2));
        assertThrows(IllegalArgumentException.class, () -> Polygon.of(List.of(new Point(0, 0), new Point(1, 1))));
        assertThrows(IllegalArgumentException.class,
                () -> new Ring(List.of(new Point(0, 0), new Point(1, 1), new Point(2, 0))).removePoint(0));
    }

    @RepeatedTest(20)
    void areaOfAStarShapedRingIsThatOfItsTriangles(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<Point> points = new ArrayList<>();
        int count = 3 + random.nextInt(30);
        double expected = 0;
        double[] radius = random.doubles(count, 5, 50).toArray();
        double step = 2 * Math.PI / count;
        for (int i = 0; i < count; i++) {
            points.add(new Point(100 + radius[i] * Math.cos(i * step), 100 + radius[i] * Math.sin(i * step)));
            expected += radius[i] * radius[(i + 1) % count] * Math.sin(step) / 2;
        }
        Polygon star = Polygon.of(points);
        assertEquals(expected, star.area(), 1e-6);
        assertEquals(expected, star.translate(-31.5, 7).area(), 1e-6);
        assertTrue(star.contains(new Point(100, 100)));
        assertTrue(new Bounds(0, 0, 200, 200).contains(star.bounds()));
        assertEquals(star.distanceToOutline(new Point(100, 100)), star.translate(3, 4).distanceToOutline(new Point(103, 104)), 1e-9);
    }

    private static Ring square(double x, double y, double side) {
        return new Ring(List.of(new Point(x, y), new Point(x + side, y), new Point(x + side, y + side), new Point(x, y + side)));
    }
}
