package labelwright.canvas.tool;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import labelwright.edit.EditName;
import labelwright.edit.Selection;
import labelwright.geometry.Bounds;
import labelwright.geometry.Box;
import labelwright.geometry.Ellipse;
import labelwright.geometry.Handles;
import labelwright.geometry.Point;
import labelwright.geometry.Points;
import labelwright.geometry.Polygon;
import labelwright.geometry.Polyline;
import labelwright.geometry.RotatedBox;
import labelwright.geometry.Shape;
import labelwright.geometry.ShapeKind;
import labelwright.geometry.Turn;
import labelwright.model.Annotation;
import labelwright.model.AnnotationId;
import labelwright.model.Colour;
import labelwright.model.LabelClass;
import labelwright.model.LabelId;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Rotated boxes, ellipses, lines, points, freehand outlines, parts and holes, and the knife: points in, one edit out.
class VectorToolsTest {
    private static final Polygon SQUARE = Polygon.of(List.of(new Point(20, 20), new Point(60, 20), new Point(60, 60), new Point(20, 60)));

    private final Board board = new Board();

    @Test
    void threeClicksDrawARotatedBox() {
        choose(Tool.Kind.ROTATED_BOX);
        board.click(50, 50);
        board.station().move(Board.at(80, 80));
        board.click(90, 90);
        board.station().move(Board.at(70, 90));
        assertEquals("56.6 × 14.1   45.0°", board.station().note().orElseThrow().text());
        board.click(60, 80);
        RotatedBox box = (RotatedBox) board.newest();
        assertEquals(45, box.angle(), 1e-9);
        assertEquals(Math.hypot(40, 40), box.width(), 1e-9);
        assertEquals(Math.hypot(10, 10), box.height(), 1e-9);
        assertTrue(box.corners().stream().anyMatch(corner -> corner.distance(new Point(50, 50)) < 1e-9));
        assertEquals(List.of(EditName.DRAW), board.names());
    }

    @Test
    void shiftHoldsTheSideToStepsOfFifteenDegrees() {
        choose(Tool.Kind.ROTATED_BOX);
        board.click(50, 50);
        board.click(90, 63, Pointer.Modifier.SHIFT);
        board.click(60, 80);
        assertEquals(15, ((RotatedBox) board.newest()).angle(), 1e-9);
    }

    @Test
    void aDragDrawsALevelBoxThatItsHandleTurns() {
        choose(Tool.Kind.ROTATED_BOX);
        board.drag(80, 40, 120, 60);
        RotatedBox level = new RotatedBox(100, 50, 40, 20, 0);
        assertEquals(level, board.newest());
        Point handle = Handles.turner(level, 1, board.picture()).orElseThrow().at();
        Point to = new Turn(level.centre(), 30).apply(handle);
        board.dragWithoutRelease(handle.x(), handle.y(), to.x(), to.y());
        assertEquals("30.0°", board.station().note().orElseThrow().text());
        board.station().release(Board.at(to.x(), to.y()));
        assertEquals(30, ((RotatedBox) board.newest()).angle(), 1e-9);
        assertEquals(List.of(EditName.DRAW, EditName.TURN), board.names());
        board.history().undo();
        assertEquals(level, board.newest());
    }

    @Test
    void shiftTurnsBySteps() {
        AnnotationId id = board.put(new RotatedBox(100, 50, 40, 20, 7));
        board.select(id);
        Point handle = Handles.turner(board.shape(id), 1, board.picture()).orElseThrow().at();
        Point to = new Turn(new Point(100, 50), 21).apply(handle);
        board.drag(handle.x(), handle.y(), to.x(), to.y(), Pointer.Modifier.SHIFT);
        assertEquals(30, ((RotatedBox) board.shape(id)).angle(), 1e-9);
    }

    @Test
    void theTurnHandleKeepsItsDistanceOnTheScreen() {
        AnnotationId id = board.put(new Ellipse(100, 50, 20, 10, 0));
        board.select(id);
        board.zoom(0.1);
        board.drag(100, 37.6, 112.4, 50);
        assertEquals(90, ((Ellipse) board.shape(id)).angle(), 1e-9);
    }

    @Test
    void aDragDrawsAnEllipseAndShiftACircleAndAltFromTheCentre() {
        choose(Tool.Kind.ELLIPSE);
        board.drag(20, 20, 60, 40);
        assertEquals(Ellipse.in(new Bounds(20, 20, 40, 20)), board.newest());
        board.drag(100, 20, 140, 30, Pointer.Modifier.SHIFT);
        assertEquals(Ellipse.circle(new Point(120, 40), 20), board.newest());
        board.drag(160, 50, 180, 60, Pointer.Modifier.ALT);
        assertEquals(Ellipse.in(new Bounds(140, 40, 40, 20)), board.newest());
        board.drag(100, 80, 110, 85, Pointer.Modifier.ALT, Pointer.Modifier.SHIFT);
        assertEquals(Ellipse.circle(new Point(100, 80), 10), board.newest());
    }

    @Test
    void aCircleFromTheCentreStaysInThePicture() {
        choose(Tool.Kind.ELLIPSE);
        board.drag(100, 80, 190, 80, Pointer.Modifier.ALT, Pointer.Modifier.SHIFT);
        assertEquals(Ellipse.circle(new Point(100, 80), 20), board.newest());
    }

    @Test
    void clicksAndEnterDrawALine() {
        choose(Tool.Kind.POLYLINE);
        board.click(10, 10);
        board.click(50, 10);
        board.click(500, 60);
        board.station().key(ToolKey.ENTER);
        assertEquals(new Polyline(List.of(new Point(10, 10), new Point(50, 10), new Point(200, 60))), board.newest());
        assertEquals(List.of(EditName.DRAW), board.names());
    }

    @Test
    void aLineIsContinuedFromEitherEnd() {
        choose(Tool.Kind.POLYLINE);
        AnnotationId id = board.put(new Polyline(List.of(new Point(50, 50), new Point(90, 50))));
        board.select(id);
        board.click(91, 51);
        board.click(90, 80);
        board.station().key(ToolKey.ENTER);
        board.click(50, 50);
        board.click(50, 20);
        board.station().key(ToolKey.ENTER);
        assertEquals(List.of(new Point(90, 80), new Point(90, 50), new Point(50, 50), new Point(50, 20)),
                ((Polyline) board.shape(id)).points());
        assertEquals(List.of(EditName.EDIT_POINTS, EditName.EDIT_POINTS), board.names());
    }

    @Test
    void shiftHoldsALineToEightDirections() {
        choose(Tool.Kind.POLYLINE);
        board.click(50, 50);
        board.click(90, 53, Pointer.Modifier.SHIFT);
        board.click(88, 90, Pointer.Modifier.SHIFT);
        board.station().key(ToolKey.ENTER);
        assertEquals(List.of(new Point(50, 50), new Point(90, 50), new Point(90, 90)), ((Polyline) board.newest()).points());
    }

    @Test
    void everyPointIsOneStep() {
        choose(Tool.Kind.POINTS);
        board.click(20, 20);
        board.click(60, 20);
        board.click(60, 60);
        assertEquals(new Points(List.of(new Point(20, 20), new Point(60, 20), new Point(60, 60))), board.newest());
        assertEquals(1, board.set().annotations().size());
        board.history().undo();
        assertEquals(2, ((Points) board.newest()).points().size());
        board.click(100, 50, Pointer.Modifier.SHIFT);
        assertEquals(Points.of(new Point(100, 50)), board.newest());
        assertEquals(2, board.set().annotations().size());
    }

    @Test
    void pointsOfAnotherLabelBeginANewSet() {
        choose(Tool.Kind.POINTS);
        board.click(20, 20);
        board.label(new LabelClass(new LabelId(2), "other", new Colour(0), Set.of(ShapeKind.POINTS)));
        board.click(60, 20);
        assertEquals(2, board.set().annotations().size());
    }

    @Test
    void aPointIsDraggedByItself() {
        choose(Tool.Kind.POINTS);
        board.click(20, 20);
        board.click(60, 20);
        board.drag(60, 20, 80, 40);
        assertEquals(new Points(List.of(new Point(20, 20), new Point(80, 40))), board.newest());
    }

    @Test
    void aStrokeBecomesAPolygonOfFewPointsNearIt() {
        choose(Tool.Kind.FREEHAND);
        board.station().press(Board.at(130, 50));
        for (int i = 1; i < 400; i++) {
            double angle = 2 * Math.PI * i / 400;
            board.station().move(Board.at(100 + 30 * Math.cos(angle), 50 + 30 * Math.sin(angle)));
        }
        board.station().release(Board.at(130, 50));
        Polygon drawn = (Polygon) board.newest();
        assertTrue(drawn.pointCount() < 40, () -> "points: " + drawn.pointCount());
        assertEquals(Math.PI * 900, drawn.area(), 60);
        assertEquals(List.of(EditName.DRAW), board.names());
    }

    @Test
    void aStrokeOutsideThePictureIsClamped() {
        choose(Tool.Kind.FREEHAND);
        board.station().press(Board.at(150, 50));
        board.station().move(Board.at(300, 50));
        board.station().move(Board.at(300, 300));
        board.station().release(Board.at(150, 300));
        assertEquals(new Bounds(150, 50, 50, 50), board.newest().bounds());
    }

    @Test
    void shiftAddsAPartToTheSelectedPolygon() {
        AnnotationId id = board.put(SQUARE);
        board.select(id);
        choose(Tool.Kind.POLYGON);
        board.click(100, 20, Pointer.Modifier.SHIFT);
        board.click(140, 20);
        board.click(140, 60);
        board.station().key(ToolKey.ENTER);
        assertEquals(2, ((Polygon) board.shape(id)).parts().size());
        assertEquals(1600 + 800, board.shape(id).area(), 1e-9);
        assertEquals(List.of(EditName.EDIT_POINTS), board.names());
        board.history().undo();
        assertEquals(SQUARE, board.shape(id));
    }

    @Test
    void altCutsAHoleIntoTheSelectedPolygon() {
        AnnotationId id = board.put(SQUARE);
        board.select(id);
        choose(Tool.Kind.POLYGON);
        board.click(30, 30, Pointer.Modifier.ALT);
        board.click(50, 30);
        board.click(50, 50);
        board.click(30, 30);
        assertEquals(1, ((Polygon) board.shape(id)).parts().getFirst().holes().size());
        assertEquals(1600 - 200, board.shape(id).area(), 1e-9);
    }

    @Test
    void aFreehandHoleTakesAway() {
        AnnotationId id = board.put(SQUARE);
        board.select(id);
        choose(Tool.Kind.FREEHAND);
        board.station().press(Board.at(30, 30, Pointer.Modifier.ALT));
        board.station().move(Board.at(50, 30, Pointer.Modifier.ALT));
        board.station().move(Board.at(50, 50, Pointer.Modifier.ALT));
        board.station().release(Board.at(30, 50, Pointer.Modifier.ALT));
        assertEquals(1200, board.shape(id).area(), 1e-9);
    }

    @Test
    void takingAwayEverythingIsRefused() {
        AnnotationId id = board.put(SQUARE);
        board.select(id);
        choose(Tool.Kind.POLYGON);
        board.click(1, 1, Pointer.Modifier.ALT);
        board.click(150, 1);
        board.click(150, 99);
        board.click(1, 99);
        board.station().key(ToolKey.ENTER);
        assertEquals(new Outcome.Refused(Outcome.Refusal.NOTHING_LEFT), board.lastOutcome());
    }

    @Test
    void theKnifeCutsTheSelectedShapeInTwo() {
        AnnotationId id = board.put(SQUARE);
        AnnotationId other = board.put(new Box(20, 20, 40, 40));
        board.select(id);
        choose(Tool.Kind.KNIFE);
        board.click(10, 30);
        board.click(70, 30);
        board.station().key(ToolKey.ENTER);
        assertEquals(List.of(EditName.CUT), board.names());
        assertEquals(3, board.set().annotations().size());
        assertEquals(new Box(20, 20, 40, 40), board.shape(other));
        assertEquals(2, board.selection().ids().size());
        assertEquals(List.of(400.0, 1200.0), board.selection().of(board.set()).stream().map(each -> each.shape().area()).sorted().toList());
        board.history().undo();
        assertEquals(SQUARE, board.shape(id));
        assertEquals(2, board.set().annotations().size());
    }

    @Test
    void withoutASelectionTheKnifeCutsWhatLiesUnderTheLine() {
        board.put(SQUARE);
        board.put(new RotatedBox(100, 40, 30, 30, 20));
        board.put(new Box(150, 80, 10, 10));
        choose(Tool.Kind.KNIFE);
        board.click(5, 40);
        board.doubleClick(140, 40);
        assertEquals(5, board.set().annotations().size());
    }

    @Test
    void aClosedKnifeLineCutsOut() {
        AnnotationId id = board.put(SQUARE);
        board.select(id);
        choose(Tool.Kind.KNIFE);
        board.click(30, 30);
        board.click(50, 30);
        board.click(50, 50);
        board.click(30, 50);
        board.click(30, 30);
        assertEquals(List.of(400.0, 1200.0),
                board.set().annotations().stream().map(Annotation::shape).map(Shape::area).sorted().toList());
    }

    @Test
    void aKnifeLineThatCutsNothingSaysSo() {
        board.put(SQUARE);
        choose(Tool.Kind.KNIFE);
        board.click(100, 80);
        board.click(150, 80);
        board.station().key(ToolKey.ENTER);
        assertEquals(new Outcome.Refused(Outcome.Refusal.NOTHING_CUT), board.lastOutcome());
    }

    @Test
    void aLabelChosenWhileDrawingCounts() {
        choose(Tool.Kind.POLYGON);
        board.click(10, 10);
        board.click(60, 10);
        board.label(new LabelClass(new LabelId(7), "late", new Colour(0), Set.of(ShapeKind.POLYGON)));
        board.click(10, 60);
        board.station().key(ToolKey.ENTER);
        assertEquals(new LabelId(7), board.set().annotations().getLast().label());
    }

    @Test
    void anotherToolKeepsAnOutlineOfEnoughPointsAndTheSelection() {
        choose(Tool.Kind.POLYGON);
        board.click(10, 10);
        board.click(60, 10);
        board.click(10, 60);
        choose(Tool.Kind.BOX);
        assertEquals(1, board.set().annotations().size());
        Selection drawn = board.selection();
        assertFalse(drawn.isEmpty());
        choose(Tool.Kind.ELLIPSE);
        assertEquals(drawn, board.selection());
        choose(Tool.Kind.POLYGON);
        board.click(100, 10);
        board.click(120, 10);
        choose(Tool.Kind.SELECT);
        assertEquals(1, board.set().annotations().size());
    }

    @Test
    void keysThatDoNotConcernTheGestureGoOnToTheScreen() {
        choose(Tool.Kind.POLYGON);
        board.click(10, 10);
        assertFalse(board.station().key(ToolKey.SKIP));
        assertFalse(board.station().key(ToolKey.OCCLUDED));
        assertTrue(board.station().isBusy());
    }

    @Test
    void aLevelLineCanBeReshaped() {
        AnnotationId id = board.put(new Polyline(List.of(new Point(20, 50), new Point(90, 60))));
        board.select(id);
        board.drag(90, 60, 90, 50);
        assertEquals(new Polyline(List.of(new Point(20, 50), new Point(90, 50))), board.shape(id));
    }

    @Test
    void aShapeThatReachesBeyondThePictureIsNotPushedBack() {
        AnnotationId id = board.put(new Ellipse(5, 50, 20, 10, 0));
        board.select(id);
        board.drag(10, 50, 20, 60);
        assertEquals(new Ellipse(15, 60, 20, 10, 0), board.shape(id));
    }

    @Test
    void shiftMovesAlongTheDiagonalToo() {
        AnnotationId id = board.put(new Box(20, 20, 20, 20));
        board.select(id);
        board.station().press(Board.at(30, 30));
        board.station().move(Board.at(52, 50, Pointer.Modifier.SHIFT));
        board.station().release(Board.at(52, 50, Pointer.Modifier.SHIFT));
        assertEquals(41, board.shape(id).bounds().x(), 1e-9);
        assertEquals(41, board.shape(id).bounds().y(), 1e-9);
    }

    private void choose(Tool.Kind kind) {
        board.station().choose(kind);
    }
}
