package labelwright.canvas.tool;

import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import labelwright.geometry.Box;
import labelwright.geometry.MaskFill;
import labelwright.geometry.Overlap;
import labelwright.geometry.Point;
import labelwright.geometry.Polygon;
import labelwright.geometry.Polyline;
import labelwright.model.AnnotationId;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Points jump to other shapes, and borders are shared.
class SnappingTest {
    private static final Polygon STAIRS = Polygon.of(List.of(new Point(20, 20), new Point(60, 20), new Point(60, 40), new Point(80, 40),
            new Point(80, 80), new Point(20, 80)));

    private final Board board = new Board();

    @BeforeEach
    void snap() {
        board.snap();
    }

    @Test
    void aCornerSnapsToACornerOfAnotherShape() {
        board.put(STAIRS);
        board.station().choose(Tool.Kind.BOX);
        board.station().move(Board.at(84, 83));
        assertEquals(Snap.On.VERTEX, board.station().snap().orElseThrow().on());
        board.drag(84, 83, 120, 90);
        assertEquals(new Box(80, 80, 40, 10), board.newest());
    }

    @Test
    void aPointSnapsToAnEdgeWhereNoCornerIsNear() {
        board.put(STAIRS);
        board.station().choose(Tool.Kind.POLYLINE);
        board.click(83, 60);
        assertEquals(Snap.On.EDGE, board.station().snap().orElseThrow().on());
        board.click(150, 60);
        board.station().key(ToolKey.ENTER);
        assertEquals(new Point(80, 60), ((Polyline) board.newest()).points().getFirst());
    }

    @Test
    void aPointSnapsToTheOutlineOfAMask() {
        board.put(MaskFill.of(new Box(40, 20, 50, 50), 200, 100).orElseThrow());
        board.station().choose(Tool.Kind.POLYLINE);
        board.click(93, 44);
        assertEquals(Snap.On.EDGE, board.station().snap().orElseThrow().on());
        board.click(60.5, 16);
        board.click(150, 90);
        board.station().key(ToolKey.ENTER);
        assertEquals(List.of(new Point(90, 44), new Point(60.5, 20), new Point(150, 90)), ((Polyline) board.newest()).points());
    }

    @Test
    void altSuspendsIt() {
        board.put(STAIRS);
        board.station().choose(Tool.Kind.POLYLINE);
        board.click(83, 60, Pointer.Modifier.ALT);
        board.click(150, 60);
        board.station().key(ToolKey.ENTER);
        assertEquals(new Point(83, 60), ((Polyline) board.newest()).points().getFirst());
    }

    @Test
    void theEdgeOfThePictureDrawsPointsToItself() {
        board.station().choose(Tool.Kind.BOX);
        board.drag(4, 5, 100, 96);
        assertEquals(new Box(0, 0, 100, 100), board.newest());
    }

    @Test
    void aDraggedCornerSnapsButNotToItsOwnShape() {
        AnnotationId box = board.put(new Box(100, 20, 40, 40));
        board.put(STAIRS);
        board.select(box);
        board.drag(100, 20, 64, 24);
        assertEquals(new Box(60, 20, 80, 40), board.shape(box));
        board.drag(140, 60, 137, 57);
        assertEquals(new Box(60, 20, 77, 37), board.shape(box));
    }

    @Test
    void aMovedShapeSnapsByItsNearestCorner() {
        AnnotationId box = board.put(new Box(110, 50, 20, 20));
        board.put(STAIRS);
        board.select(box);
        board.drag(120, 60, 93, 48);
        assertEquals(new Box(80, 40, 20, 20), board.shape(box));
    }

    @Test
    void twoPointsOnANeighbourFollowItsBorder() {
        board.put(STAIRS);
        board.station().choose(Tool.Kind.POLYGON);
        board.click(60, 20);
        board.station().move(Board.at(81, 79));
        assertEquals(List.of(new Point(60, 40), new Point(80, 40), new Point(80, 80)),
                ((Preview.NewOutline) board.station().preview()).ahead());
        board.click(81, 79);
        board.click(120, 70);
        board.station().key(ToolKey.ENTER);
        assertEquals(Polygon.of(List.of(new Point(60, 20), new Point(60, 40), new Point(80, 40), new Point(80, 80), new Point(120, 70))),
                board.newest());
        assertEquals(0, Overlap.iou(STAIRS, board.newest()), 1e-9);
    }

    @Test
    void shiftFollowsTheBorderTheOtherWayRound() {
        board.put(STAIRS);
        board.station().choose(Tool.Kind.POLYGON);
        board.click(60, 20);
        board.click(80, 80, Pointer.Modifier.SHIFT);
        assertEquals(List.of(new Point(60, 20), new Point(20, 20), new Point(20, 80), new Point(80, 80)),
                ((Preview.NewOutline) board.station().preview()).points());
    }

    @Test
    void aFollowedBorderIsTakenBackAsOne() {
        board.put(STAIRS);
        board.station().choose(Tool.Kind.POLYGON);
        board.click(60, 20);
        board.click(80, 80);
        board.station().key(ToolKey.BACKSPACE);
        assertEquals(List.of(new Point(60, 20)), ((Preview.NewOutline) board.station().preview()).points());
    }

    @Test
    void aBorderIsFollowedFromTheMiddleOfAnEdgeToo() {
        board.put(STAIRS);
        board.station().choose(Tool.Kind.POLYGON);
        board.click(42, 19);
        board.click(81, 60);
        List<Point> points = ((Preview.NewOutline) board.station().preview()).points();
        assertEquals(List.of(new Point(42, 20), new Point(60, 20), new Point(60, 40), new Point(80, 40), new Point(80, 60)), points);
        assertTrue(board.station().isBusy());
    }
}
