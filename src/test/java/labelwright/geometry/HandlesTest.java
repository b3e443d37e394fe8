package labelwright.geometry;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class HandlesTest {
    private static final Box BOX = new Box(10, 20, 30, 40);
    private static final Polygon TRIANGLE = Polygon.of(List.of(new Point(0, 0), new Point(10, 0), new Point(0, 10)));

    @Test
    void aBoxHasEightHandlesOnItsOutlineCornersFirst() {
        List<Handle> handles = Handles.of(BOX);
        assertEquals(8, handles.size());
        for (int i = 0; i < handles.size(); i++) {
            assertEquals(0, BOX.distanceToOutline(handles.get(i).at()), 1e-9);
            assertEquals(i < 4, ((Handle.Grip) handles.get(i)).side().isCorner());
        }
    }

    @Test
    void aPolygonHasAHandleAtEachPointAndInTheMiddleOfEachEdge() {
        Polygon withHole = new Polygon(List.of(new Polygon.Part(ring(0, 0, 30), List.of(ring(5, 5, 10)))));
        List<Handle> handles = Handles.of(withHole);
        assertEquals(8, handles.stream().filter(Handle.Vertex.class::isInstance).count());
        assertEquals(8, handles.stream().filter(Handle.Edge.class::isInstance).count());
    }

    @Test
    void draggingACornerMovesTwoSidesAndLeavesTheOthers() {
        Shape moved = Handles.move(BOX, grip(Handle.BoxGrip.NORTH_WEST), new Point(0, 0), Handles.Constraint.FREE);
        assertEquals(new Box(0, 0, 40, 60), moved);
    }

    @Test
    void draggingASideMovesOnlyThatSide() {
        Shape moved = Handles.move(BOX, grip(Handle.BoxGrip.EAST), new Point(100, -5), Handles.Constraint.FREE);
        assertEquals(new Box(10, 20, 90, 40), moved);
    }

    @Test
    void draggingACornerOverTheOppositeOneTurnsTheBoxInsideOut() {
        Shape moved = Handles.move(BOX, grip(Handle.BoxGrip.SOUTH_EAST), new Point(0, 0), Handles.Constraint.FREE);
        assertEquals(new Box(0, 0, 10, 20), moved);
    }

    @Test
    void aCornerCanKeepTheProportions() {
        Box moved = (Box) Handles.move(BOX, grip(Handle.BoxGrip.SOUTH_EAST), new Point(70, 61), Handles.Constraint.KEEP_RATIO);
        assertEquals(BOX.width() / BOX.height(), moved.width() / moved.height(), 1e-9);
    }

    /// Property: whatever handle of a random box goes anywhere, the result is a box that reaches exactly to where it was dragged.
    @Test
    void everyDragOfABoxGivesABoxThatReachesThePointer() {
        Random random = new Random(1);
        for (int i = 0; i < 2_000; i++) {
            Box box = new Box(random.nextDouble() * 100, random.nextDouble() * 100, random.nextDouble() * 50, random.nextDouble() * 50);
            Handle.BoxGrip side = Handle.BoxGrip.values()[random.nextInt(8)];
            Point to = new Point(random.nextDouble() * 200 - 50, random.nextDouble() * 200 - 50);
            Box moved = (Box) Handles.move(box, grip(side), to, Handles.Constraint.FREE);
            if (side.horizontal() != 0) {
                assertTrue(Math.abs(moved.x() - to.x()) < 1e-9 || Math.abs(moved.maxX() - to.x()) < 1e-9);
            } else {
                assertEquals(box.width(), moved.width(), 1e-9);
            }
            if (side.vertical() != 0) {
                assertTrue(Math.abs(moved.y() - to.y()) < 1e-9 || Math.abs(moved.maxY() - to.y()) < 1e-9);
            } else {
                assertEquals(box.height(), moved.height(), 1e-9);
            }
        }
    }

    /// Property: a point put on an edge and taken out again gives the polygon back, and putting it in does not change the area.
    @Test
    void addingAndRemovingAPointGivesThePolygonBack() {
        Random random = new Random(2);
        for (int i = 0; i < 500; i++) {
            Polygon polygon = star(random, 3 + random.nextInt(20));
            List<Handle> edges = Handles.of(polygon).stream().filter(Handle.Edge.class::isInstance).toList();
            Handle.Edge edge = (Handle.Edge) edges.get(random.nextInt(edges.size()));
            Polygon more = (Polygon) Handles.move(polygon, edge, edge.at(), Handles.Constraint.FREE);
            assertEquals(polygon.pointCount() + 1, more.pointCount());
            assertEquals(polygon.area(), more.area(), 1e-6);
            assertEquals(polygon, Handles.remove(more, new Handle.Vertex(0, edge.index() + 1, edge.at())).orElseThrow());
        }
    }

    @Test
    void aTriangleKeepsItsThreePoints() {
        assertTrue(Handles.remove(TRIANGLE, new Handle.Vertex(0, 1, new Point(10, 0))).isEmpty());
    }

    @Test
    void theNearestHandleWithinReachIsFound() {
        assertEquals(new Handle.Vertex(0, 1, new Point(10, 0)), Handles.near(TRIANGLE, new Point(9, 0.5), 3).orElseThrow());
        assertEquals(new Handle.Edge(0, 0, new Point(5, 0)), Handles.near(TRIANGLE, new Point(5.5, 0), 3).orElseThrow());
        assertTrue(Handles.near(TRIANGLE, new Point(50, 50), 3).isEmpty());
    }

    @Test
    void theNearestEdgeIsFoundAtItsNearestPlace() {
        Handle.Edge edge = Handles.edgeNear(TRIANGLE, new Point(3, -1), 2).orElseThrow();
        assertEquals(0, edge.index());
        assertEquals(new Point(3, 0), edge.at());
        assertTrue(Handles.edgeNear(TRIANGLE, new Point(3, -5), 2).isEmpty());
    }

    @Test
    void aHandleOfAnotherShapeIsRefused() {
        assertThrows(IllegalArgumentException.class,
                () -> Handles.move(TRIANGLE, grip(Handle.BoxGrip.EAST), new Point(0, 0), Handles.Constraint.FREE));
    }

    private static Handle grip(Handle.BoxGrip side) {
        return new Handle.Grip(side, new Point(0, 0));
    }

    private static Ring ring(double x, double y, double side) {
        return new Ring(List.of(new Point(x, y), new Point(x + side, y), new Point(x + side, y + side), new Point(x, y + side)));
    }

    private static Polygon star(Random random, int points) {
        List<Point> outline = new ArrayList<>();
        for (int i = 0; i < points; i++) {
            double angle = 2 * Math.PI * i / points;
            double radius = 10 + random.nextDouble() * 40;
            outline.add(new Point(100 + radius * Math.cos(angle), 100 + radius * Math.sin(angle)));
        }
        return Polygon.of(outline);
    }
}
