package labelwright.geometry;

import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class MoreShapesTest {

    private static void assertNear(Point expected, Point actual) {
        assertEquals(expected.x(), actual.x(), 1e-9);
        assertEquals(expected.y(), actual.y(), 1e-9);
    }

    @Test
    void aQuarterTurnIsClockwiseOnTheScreen() {
        RotatedBox box = RotatedBox.of(new Box(0, 0, 4, 2), 90);
        assertNear(new Point(3, -1), box.corners().getFirst());
        assertNear(new Point(3, 3), box.corners().get(1));
        assertTrue(box.contains(new Point(2, 2.9)));
        assertFalse(box.contains(new Point(3.9, 1)));
    }

    @Test
    void anglesAreBroughtIntoOneTurn() {
        assertEquals(350, new RotatedBox(0, 0, 1, 1, -10).angle());
        assertEquals(0, new RotatedBox(0, 0, 1, 1, 720).angle());
        assertEquals(0, new Ellipse(0, 0, 1, 1, -1e-20).angle());
    }

    @Test
    void aTurnKeepsAreaAndDistances() {
        Random random = new Random(5);
        for (int i = 0; i < 100; i++) {
            Turn turn = new Turn(new Point(random.nextDouble(50), random.nextDouble(50)), random.nextDouble(360));
            Point point = new Point(random.nextDouble(50), random.nextDouble(50));
            assertNear(point, turn.undo(turn.apply(point)));
            RotatedBox box = new RotatedBox(20, 20, 7, 3, turn.degrees());
            assertEquals(21, Polygon.of(box.corners()).area(), 1e-9);
        }
    }

    @Test
    void draggingACornerOfATurnedBoxLeavesTheOppositeOneWhereItIs() {
        RotatedBox box = new RotatedBox(50, 50, 20, 10, 30);
        Handle grip = Handles.of(box).stream()
                .filter(handle -> handle instanceof Handle.Grip(Handle.BoxGrip side, Point _) && side == Handle.BoxGrip.SOUTH_EAST)
                .findFirst().orElseThrow();
        RotatedBox dragged = (RotatedBox) Handles.move(box, grip, new Point(80, 90), Handles.Constraint.FREE);
        assertNear(box.corners().getFirst(), dragged.corners().getFirst());
        assertNear(new Point(80, 90), dragged.corners().get(2));
        assertEquals(30, dragged.angle());
    }

    @Test
    void theBoundsOfATurnedEllipseTouchIt() {
        Ellipse ellipse = new Ellipse(40, 30, 20, 5, 25);
        Bounds around = Bounds.around(ellipse.outline());
        assertEquals(around.width(), ellipse.bounds().width(), 0.1);
        assertEquals(around.height(), ellipse.bounds().height(), 0.1);
        assertEquals(ellipse.area(), Polygon.of(ellipse.outline()).area(), 0.005 * ellipse.area());
    }

    @Test
    void aLineThatLeavesThePictureKeepsItsLongestPiece() {
        Polyline line = new Polyline(List.of(new Point(2, 5), new Point(-4, 5), new Point(-4, 8), new Point(9, 8), new Point(9, 4)));
        Polyline inside = (Polyline) line.clip(10, 10).orElseThrow();
        assertEquals(List.of(new Point(0, 8), new Point(9, 8), new Point(9, 4)), inside.points());
        assertEquals(Optional.empty(), line.translate(0, 20).clip(10, 10));
    }

    @Test
    void aLineThatCrossesItselfStaysWholeInside() {
        Polyline line = new Polyline(List.of(new Point(1, 1), new Point(8, 8), new Point(8, 1), new Point(1, 8), new Point(-3, 8)));
        Polyline inside = (Polyline) line.clip(10, 10).orElseThrow();
        assertEquals(List.of(new Point(1, 1), new Point(8, 8), new Point(8, 1), new Point(1, 8), new Point(0, 8)), inside.points());
    }

    @Test
    void keypointsOutsideThePictureBecomeAbsent() {
        Keypoints skeleton = new Keypoints(List.of(Keypoint.visible(new Point(3, 3)), Keypoint.visible(new Point(30, 3)), Keypoint.ABSENT));
        Keypoints inside = (Keypoints) skeleton.clip(10, 10).orElseThrow();
        assertEquals(List.of(new Point(3, 3)), inside.placed());
        assertEquals(3, inside.points().size());
        assertThrows(IllegalArgumentException.class, () -> new Keypoints(List.of(Keypoint.ABSENT)));
    }

    @Test
    void absentKeypointsStayAtNothingWhenTheSkeletonMoves() {
        Keypoints moved = new Keypoints(List.of(Keypoint.visible(new Point(3, 3)), Keypoint.ABSENT)).translate(5, 5);
        assertEquals(List.of(Keypoint.visible(new Point(8, 8)), Keypoint.ABSENT), moved.points());
    }

    @Test
    void pointsTakenOutOfLinesAndSkeletons() {
        Polyline line = new Polyline(List.of(new Point(0, 0), new Point(1, 1)));
        assertEquals(Optional.empty(), Handles.remove(line, new Handle.Vertex(0, 0, new Point(0, 0))));
        Keypoints skeleton = new Keypoints(List.of(Keypoint.visible(new Point(3, 3)), Keypoint.visible(new Point(4, 4))));
        assertEquals(Optional.of(new Keypoints(List.of(Keypoint.ABSENT, Keypoint.visible(new Point(4, 4))))),
                Handles.remove(skeleton, new Handle.Vertex(0, 0, new Point(3, 3))));
    }
}
