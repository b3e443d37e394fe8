package labelwright.geometry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Simplification, conversion, directions and turn handles.
class ReshapingTest {
    private static final Bounds PICTURE = new Bounds(0, 0, 200, 100);

    /// Property: both ends stay, the points that stay are among the old ones, and no old point is farther away than the tolerance.
    @Test
    void aSimplerLineStaysWithinTheTolerance() {
        Random random = new Random(3);
        for (int i = 0; i < 100; i++) {
            List<Point> points = wave(random);
            double tolerance = 0.2 + random.nextDouble() * 3;
            List<Point> simple = Simplification.line(points, tolerance);
            assertEquals(points.getFirst(), simple.getFirst());
            assertEquals(points.getLast(), simple.getLast());
            assertTrue(points.containsAll(simple));
            Polyline line = new Polyline(simple);
            points.forEach(point -> assertTrue(line.distanceToOutline(point) <= tolerance + 1e-9));
        }
    }

    @Test
    void pointsOnAStraightLineGo() {
        List<Point> straight = List.of(new Point(0, 0), new Point(1, 0), new Point(2, 0), new Point(9, 0));
        assertEquals(List.of(new Point(0, 0), new Point(9, 0)), Simplification.line(straight, 0.1));
        Polygon square = Polygon.of(List.of(new Point(0, 0), new Point(5, 0), new Point(10, 0), new Point(10, 10), new Point(0, 10)));
        assertEquals(4, Simplification.pointCount(Simplification.of(square, 0.5)));
        assertEquals(100, Simplification.of(square, 0.5).area(), 1e-9);
    }

    @Test
    void aPolygonNeverLosesItselfOrItsHoles() {
        Ellipse outer = Ellipse.circle(new Point(50, 50), 40);
        Ellipse inner = Ellipse.circle(new Point(50, 50), 10);
        Polygon ring = new Polygon(List.of(new Polygon.Part(new Ring(outer.outline()), List.of(new Ring(inner.outline())))));
        for (double tolerance = 0.5; tolerance < 60; tolerance *= 2) {
            Polygon simple = (Polygon) Simplification.of(ring, tolerance);
            assertTrue(simple.pointCount() <= ring.pointCount());
            assertEquals(1, simple.parts().getFirst().holes().size());
            assertTrue(simple.area() > 0);
        }
    }

    @Test
    void conversionsByHand() {
        Box box = new Box(20, 10, 40, 20);
        assertEquals(Optional.of(RotatedBox.of(box, 0)), Conversion.to(ShapeKind.ROTATED_BOX, box, PICTURE));
        assertEquals(Optional.of(Ellipse.in(box.bounds())), Conversion.to(ShapeKind.ELLIPSE, box, PICTURE));
        Shape polygon = Conversion.to(ShapeKind.POLYGON, box, PICTURE).orElseThrow();
        assertEquals(box, Conversion.to(ShapeKind.BOX, polygon, PICTURE).orElseThrow());
        Shape mask = Conversion.to(ShapeKind.MASK, polygon, PICTURE).orElseThrow();
        assertEquals(800, mask.area());
        assertEquals(1, Overlap.iou(Conversion.to(ShapeKind.POLYGON, mask, PICTURE).orElseThrow(), box), 1e-12);
        Shape line = Conversion.to(ShapeKind.POLYLINE, polygon, PICTURE).orElseThrow();
        assertEquals(120, ((Polyline) line).length(), 1e-9);
        assertEquals(1, Overlap.iou(polygon, Conversion.to(ShapeKind.POLYGON, line, PICTURE).orElseThrow()), 1e-12);
        assertEquals(Optional.empty(), Conversion.to(ShapeKind.KEYPOINTS, box, PICTURE));
    }

    /// Property: the rotated box around the corners of a rotated box is that box.
    @Test
    void theRotatedBoxAroundAPolygonFitsIt() {
        Random random = new Random(4);
        for (int i = 0; i < 100; i++) {
            RotatedBox box = new RotatedBox(100, 50, 30 + random.nextDouble() * 30, 5 + random.nextDouble() * 20,
                    random.nextDouble() * 360);
            Shape around = Conversion.to(ShapeKind.ROTATED_BOX, Polygon.of(box.corners()), PICTURE).orElseThrow();
            assertEquals(1, Overlap.iou(box, around), 1e-6);
        }
    }

    @Test
    void anEllipseBecomesItsTurnedBoxAndBack() {
        Ellipse ellipse = new Ellipse(100, 50, 30, 10, 30);
        Shape box = Conversion.to(ShapeKind.ROTATED_BOX, ellipse, PICTURE).orElseThrow();
        assertEquals(ellipse, Conversion.to(ShapeKind.ELLIPSE, box, PICTURE).orElseThrow());
        assertTrue(Overlap.iou(ellipse, Conversion.to(ShapeKind.POLYGON, ellipse, PICTURE).orElseThrow()) > 0.999);
    }

    @Test
    void aDragIsHeldToDirectionsAndNeverLeavesThePicture() {
        Point from = new Point(50, 50);
        assertEquals(new Point(80, 50), Direction.held(from, new Point(80, 55), 45, PICTURE));
        assertEquals(new Point(50, 20), Direction.held(from, new Point(47, 20), 45, PICTURE));
        Point diagonal = Direction.held(from, new Point(75, 71), 45, PICTURE);
        assertEquals(diagonal.x() - 50, diagonal.y() - 50, 1e-9);
        assertEquals(73, diagonal.x(), 1e-9);
        Point atEdge = Direction.held(from, new Point(400, 390), 45, PICTURE);
        assertEquals(100, atEdge.x(), 1e-9);
        assertEquals(100, atEdge.y(), 1e-9);
    }

    @Test
    void theTurnHandleStandsAtAConstantDistanceOnTheScreen() {
        RotatedBox box = new RotatedBox(100, 50, 40, 20, 0);
        assertEquals(new Point(100, 16), Handles.turner(box, 1, PICTURE).orElseThrow().at());
        assertEquals(new Point(100, 37.6), Handles.turner(box, 0.1, PICTURE).orElseThrow().at());
        RotatedBox high = new RotatedBox(100, 20, 40, 20, 0);
        assertEquals(new Point(100, 54), Handles.turner(high, 1, PICTURE).orElseThrow().at());
        assertEquals(Optional.empty(), Handles.turner(new Box(0, 0, 1, 1), 1, PICTURE));
    }

    @Test
    void theTurnHandleTurnsByTheAngleOfTheDrag() {
        RotatedBox box = new RotatedBox(100, 50, 40, 20, 10);
        Handle.Turner handle = Handles.turner(box, 1, PICTURE).orElseThrow();
        RotatedBox turned = (RotatedBox) Handles.move(box, handle, new Turn(box.centre(), 33).apply(handle.at()),
                Handles.Constraint.FREE);
        assertEquals(43, turned.angle(), 1e-9);
        assertEquals(box.width(), turned.width());
        RotatedBox stepped = (RotatedBox) Handles.move(box, handle, new Turn(box.centre(), 33).apply(handle.at()),
                Handles.Constraint.KEEP_RATIO);
        assertEquals(45, stepped.angle(), 1e-9);
        Ellipse ellipse = new Ellipse(100, 50, 40, 20, 0);
        Handle.Turner other = Handles.turner(ellipse, 1, PICTURE).orElseThrow();
        Ellipse quarter = (Ellipse) Handles.move(ellipse, other, new Point(180, 50), Handles.Constraint.FREE);
        assertEquals(90, quarter.angle(), 1e-9);
    }

    private static List<Point> wave(Random random) {
        List<Point> points = new ArrayList<>();
        double y = 50;
        for (int x = 0; x < 150; x++) {
            y += random.nextGaussian();
            points.add(new Point(x, y));
        }
        return points;
    }
}
