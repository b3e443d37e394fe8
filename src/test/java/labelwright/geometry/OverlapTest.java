package labelwright.geometry;

import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class OverlapTest {

    @Test
    void boxesByHand() {
        assertEquals(50.0 / 150, Overlap.iou(new Box(0, 0, 10, 10), new Box(5, 0, 10, 10)), 1e-12);
        assertEquals(0, Overlap.iou(new Box(0, 0, 10, 10), new Box(10, 0, 10, 10)));
        assertEquals(1, Overlap.iou(new Box(1, 2, 3, 4), new Box(1, 2, 3, 4)));
    }

    /// A square turned by 45 degrees over itself: the common part is a regular octagon of 2(sqrt 2 - 1) times the square.
    @Test
    void aSquareAndItselfTurnedByHand() {
        Box square = new Box(10, 10, 20, 20);
        double common = 400 * 2 * (Math.sqrt(2) - 1);
        assertEquals(common / (800 - common), Overlap.iou(square, RotatedBox.of(square, 45)), 1e-9);
        assertEquals(1, Overlap.iou(square, RotatedBox.of(square, 90)), 1e-9);
    }

    @Test
    void aCircleInItsSquare() {
        assertEquals(Math.PI / 4, Overlap.iou(Ellipse.circle(new Point(50, 50), 40), new Box(10, 10, 80, 80)), 2e-3);
    }

    @Test
    void aPolygonWithAHole() {
        Polygon ring = new Polygon(List.of(new Polygon.Part(ring(0, 0, 10), List.of(ring(4, 4, 2)))));
        assertEquals(0.96, Overlap.iou(ring, new Box(0, 0, 10, 10)), 1e-12);
        assertEquals(0, Overlap.iou(ring, new Box(4, 4, 2, 2)), 1e-12);
    }

    @Test
    void masksByPixels() {
        Mask a = MaskFill.of(new Box(0, 0, 4, 4), 20, 20).orElseThrow();
        Mask b = MaskFill.of(new Box(2, 2, 4, 4), 20, 20).orElseThrow();
        assertEquals(4.0 / 28, Overlap.iou(a, b), 1e-12);
        assertEquals(4.0 / 28, Overlap.iou(a, new Box(2, 2, 4, 4)), 1e-12);
        assertEquals(16.0 / 36, Overlap.iou(a, new Box(-2, -2, 6, 6)), 1e-12);
    }

    @Test
    void linesAndPointsHaveNoArea() {
        Polyline line = new Polyline(List.of(new Point(0, 0), new Point(5, 5)));
        assertEquals(1, Overlap.iou(line, line));
        assertEquals(0, Overlap.iou(line, new Box(0, 0, 5, 5)));
    }

    /// Property: between 0 and 1, the same both ways round, 1 with itself, and the same after both are moved or turned together.
    @Test
    void itDoesNotDependOnOrderPlaceOrDirection() {
        Random random = new Random(5);
        for (int i = 0; i < 200; i++) {
            RotatedBox a = any(random);
            RotatedBox b = any(random);
            double iou = Overlap.iou(a, b);
            assertTrue(iou >= 0 && iou <= 1);
            assertEquals(iou, Overlap.iou(b, a), 1e-9);
            assertEquals(1, Overlap.iou(a, a), 1e-9);
            assertEquals(iou, Overlap.iou(a.translate(31, -7), b.translate(31, -7)), 1e-7);
            Turn turn = new Turn(new Point(640, 360), random.nextDouble() * 360);
            assertEquals(iou, Overlap.iou(turned(a, turn), turned(b, turn)), 1e-7);
        }
    }

    /// Property: a turn in pixels keeps sides and right angles on a picture that is not square; one in percent of width and height would
    /// not, and boxes turned by 90 degrees would come out with the wrong sides.
    @Test
    void aTurnKeepsSidesAndRightAngles() {
        Random random = new Random(6);
        for (int i = 0; i < 200; i++) {
            RotatedBox box = any(random);
            List<Point> corners = box.corners();
            assertEquals(box.width(), corners.get(0).distance(corners.get(1)), 1e-9);
            assertEquals(box.height(), corners.get(1).distance(corners.get(2)), 1e-9);
            double diagonal = Math.hypot(box.width(), box.height());
            assertEquals(diagonal, corners.get(0).distance(corners.get(2)), 1e-9);
            assertEquals(diagonal, corners.get(1).distance(corners.get(3)), 1e-9);
            assertEquals(box.area(), Polygon.of(corners).area(), 1e-6);
            corners.forEach(corner -> assertEquals(0, box.distanceToOutline(corner), 1e-9));
        }
        RotatedBox quarter = new RotatedBox(640, 360, 400, 100, 90);
        assertEquals(590, quarter.bounds().x(), 1e-9);
        assertEquals(160, quarter.bounds().y(), 1e-9);
        assertEquals(100, quarter.bounds().width(), 1e-9);
        assertEquals(400, quarter.bounds().height(), 1e-9);
    }

    private static RotatedBox turned(RotatedBox box, Turn turn) {
        Point centre = turn.apply(box.centre());
        return new RotatedBox(centre.x(), centre.y(), box.width(), box.height(), box.angle() + turn.degrees());
    }

    private static RotatedBox any(Random random) {
        return new RotatedBox(600 + random.nextDouble() * 80, 320 + random.nextDouble() * 80, 10 + random.nextDouble() * 100,
                10 + random.nextDouble() * 100, random.nextDouble() * 360);
    }

    private static Ring ring(double x, double y, double side) {
        return new Ring(List.of(new Point(x, y), new Point(x + side, y), new Point(x + side, y + side), new Point(x, y + side)));
    }
}
