package labelwright.canvas.tool;

import java.util.List;

import org.junit.jupiter.api.Test;

import labelwright.edit.EditName;
import labelwright.edit.Selection;
import labelwright.geometry.Box;
import labelwright.geometry.Point;
import labelwright.geometry.Polygon;
import labelwright.model.AnnotationId;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class SelectToolTest {
    private static final Polygon TRIANGLE = Polygon.of(List.of(new Point(20, 20), new Point(80, 20), new Point(20, 80)));

    private final Board board = new Board();

    @Test
    void aClickSelectsTheTopmostAndAnotherTheOneBelow() {
        AnnotationId small = board.put(new Box(40, 40, 20, 20));
        AnnotationId large = board.put(new Box(10, 10, 90, 80));
        board.click(50, 50);
        assertEquals(Selection.of(large), board.selection());
        board.click(50, 50);
        assertEquals(Selection.of(small), board.selection());
        board.click(50, 50);
        assertEquals(Selection.of(large), board.selection());
    }

    @Test
    void aClickOnTheBackgroundSelectsNothing() {
        board.select(board.put(new Box(10, 10, 20, 20)));
        board.click(150, 80);
        assertEquals(Selection.NONE, board.selection());
    }

    @Test
    void shiftAddsAndTakesAway() {
        AnnotationId first = board.put(new Box(10, 10, 20, 20));
        AnnotationId second = board.put(new Box(60, 10, 20, 20));
        board.click(20, 20);
        board.click(70, 20, Pointer.Modifier.SHIFT);
        assertEquals(Selection.of(List.of(first, second)), board.selection());
        board.click(20, 20, Pointer.Modifier.SHIFT);
        assertEquals(Selection.of(second), board.selection());
    }

    @Test
    void aRubberBandSelectsWhatLiesInside() {
        AnnotationId inside = board.put(new Box(10, 10, 20, 20));
        board.put(new Box(60, 10, 80, 20));
        board.drag(2, 2, 90, 50);
        assertEquals(Selection.of(inside), board.selection());
    }

    @Test
    void aDragMovesTheWholeSelectionInOneStep() {
        AnnotationId first = board.put(new Box(10, 10, 20, 20));
        AnnotationId second = board.put(new Box(60, 10, 20, 20));
        board.select(first, second);
        board.drag(20, 20, 50, 40);
        assertEquals(new Box(40, 30, 20, 20), board.shape(first));
        assertEquals(new Box(90, 30, 20, 20), board.shape(second));
        assertEquals(List.of(EditName.MOVE), board.names());
        assertEquals(Selection.of(List.of(first, second)), board.selection());
    }

    @Test
    void anUnselectedShapeCanBeDraggedAtOnce() {
        AnnotationId box = board.put(new Box(10, 10, 20, 20));
        board.drag(20, 20, 30, 20);
        assertEquals(new Box(20, 10, 20, 20), board.shape(box));
        assertEquals(Selection.of(box), board.selection());
    }

    @Test
    void aMoveStopsAtTheEdgeOfTheImage() {
        AnnotationId box = board.put(new Box(10, 10, 20, 20));
        board.select(box);
        board.drag(20, 20, 900, -900);
        assertEquals(new Box(180, 0, 20, 20), board.shape(box));
    }

    @Test
    void shiftMovesAlongOneAxis() {
        AnnotationId box = board.put(new Box(10, 10, 20, 20));
        board.select(box);
        board.station().press(Board.at(20, 20));
        board.station().move(Board.at(50, 28, Pointer.Modifier.SHIFT));
        board.station().release(Board.at(50, 28, Pointer.Modifier.SHIFT));
        assertEquals(new Box(40, 10, 20, 20), board.shape(box));
    }

    @Test
    void aHandleResizesTheBox() {
        AnnotationId box = board.put(new Box(10, 10, 40, 40));
        board.select(box);
        board.drag(50, 50, 70, 60);
        assertEquals(new Box(10, 10, 60, 50), board.shape(box));
        assertEquals(List.of(EditName.RESIZE), board.names());
    }

    @Test
    void aHandleKeepsItsDistanceFromThePointer() {
        AnnotationId box = board.put(new Box(10, 10, 40, 40));
        board.select(box);
        board.drag(52, 53, 72, 63);
        assertEquals(new Box(10, 10, 60, 50), board.shape(box));
    }

    @Test
    void aClickOnAHandleChangesNothing() {
        AnnotationId box = board.put(new Box(10, 10, 40, 40));
        board.select(box);
        board.click(51, 49);
        assertEquals(List.of(), board.names());
        assertEquals(Selection.of(box), board.selection());
    }

    @Test
    void resizingToNothingIsNotKept() {
        AnnotationId box = board.put(new Box(10, 10, 40, 40));
        board.select(box);
        board.drag(50, 30, 10, 30);
        assertEquals(new Box(10, 10, 40, 40), board.shape(box));
    }

    @Test
    void aVertexIsMoved() {
        AnnotationId polygon = board.put(TRIANGLE);
        board.select(polygon);
        board.drag(80, 20, 120, 30);
        assertEquals(Polygon.of(List.of(new Point(20, 20), new Point(120, 30), new Point(20, 80))), board.shape(polygon));
        assertEquals(List.of(EditName.EDIT_POINTS), board.names());
    }

    @Test
    void draggingTheMiddleOfAnEdgeAddsAVertex() {
        AnnotationId polygon = board.put(TRIANGLE);
        board.select(polygon);
        board.drag(50, 20, 50, 5);
        assertEquals(Polygon.of(List.of(new Point(20, 20), new Point(50, 5), new Point(80, 20), new Point(20, 80))), board.shape(polygon));
    }

    @Test
    void aDoubleClickOnAnEdgeAddsAVertex() {
        AnnotationId polygon = board.put(TRIANGLE);
        board.select(polygon);
        board.doubleClick(35, 20);
        assertEquals(Polygon.of(List.of(new Point(20, 20), new Point(35, 20), new Point(80, 20), new Point(20, 80))), board.shape(polygon));
    }

    @Test
    void altClickAndDeleteTakeAVertexOut() {
        AnnotationId polygon = board
                .put(Polygon.of(List.of(new Point(10, 10), new Point(90, 10), new Point(95, 50), new Point(90, 90), new Point(10, 90))));
        board.select(polygon);
        board.click(95, 50, Pointer.Modifier.ALT);
        assertEquals(4, ((Polygon) board.shape(polygon)).pointCount());
        board.station().move(Board.at(90, 90));
        board.station().key(ToolKey.DELETE);
        assertEquals(3, ((Polygon) board.shape(polygon)).pointCount());
        assertEquals(List.of(EditName.EDIT_POINTS, EditName.EDIT_POINTS), board.names());
    }

    @Test
    void deleteTakesTheSelectionOutInOneStep() {
        board.select(board.put(new Box(10, 10, 20, 20)), board.put(new Box(60, 10, 20, 20)));
        board.station().key(ToolKey.DELETE);
        assertEquals(List.of(), board.set().annotations());
        assertEquals(List.of(EditName.DELETE), board.names());
        assertEquals(Selection.NONE, board.selection());
    }

    @Test
    void arrowsMoveTheSelectionAndHoldingAKeyIsOneStep() {
        AnnotationId box = board.put(new Box(10, 10, 20, 20));
        board.select(box);
        for (int i = 0; i < 5; i++) {
            board.station().key(ToolKey.RIGHT);
        }
        board.station().key(ToolKey.BIG_DOWN);
        board.station().keyReleased(ToolKey.RIGHT);
        assertEquals(new Box(15, 20, 20, 20), board.shape(box));
        assertEquals(List.of(EditName.MOVE), board.names());
    }

    @Test
    void arrowsWithoutASelectionAreForTheScreen() {
        assertFalse(board.station().key(ToolKey.RIGHT));
    }

    @Test
    void escapeEndsADragWithoutATraceAndThenClearsTheSelection() {
        AnnotationId box = board.put(new Box(10, 10, 40, 40));
        board.select(box);
        board.dragWithoutRelease(30, 30, 60, 60);
        assertTrue(board.station().preview() instanceof Preview.Changed);
        board.station().key(ToolKey.ESCAPE);
        board.station().release(Board.at(60, 60));
        assertEquals(new Box(10, 10, 40, 40), board.shape(box));
        assertEquals(List.of(), board.names());
        assertEquals(Selection.of(box), board.selection());
        board.station().key(ToolKey.ESCAPE);
        assertEquals(Selection.NONE, board.selection());
    }

    @Test
    void lockedShapesCannotBeTaken() {
        AnnotationId box = board.put(new Box(10, 10, 40, 40));
        board.lock(box);
        board.click(30, 30);
        assertEquals(Selection.NONE, board.selection());
        board.select(box);
        board.station().key(ToolKey.DELETE);
        assertEquals(1, board.set().annotations().size());
    }

    @Test
    void aClickOnASuggestionPointsAtIt() {
        AnnotationId suggestion = board.suggest(new Box(100, 10, 40, 40));
        board.click(120, 30);
        assertEquals(new Outcome.Pointed(suggestion), board.lastOutcome());
    }

    @Test
    void theLookTellsWhatAPressWouldDo() {
        AnnotationId box = board.put(new Box(10, 10, 40, 40));
        assertEquals(Tool.Look.ARROW, board.station().look(Board.at(150, 80)));
        assertEquals(Tool.Look.POINTING, board.station().look(Board.at(30, 30)));
        board.select(box);
        assertEquals(Tool.Look.MOVE, board.station().look(Board.at(30, 30)));
        assertEquals(Tool.Look.RESIZE_NW_SE, board.station().look(Board.at(50, 50)));
        assertEquals(Tool.Look.RESIZE_NE_SW, board.station().look(Board.at(50, 10)));
        assertEquals(Tool.Look.RESIZE_H, board.station().look(Board.at(10, 30)));
        assertEquals(Tool.Look.RESIZE_V, board.station().look(Board.at(30, 50)));
    }

    @Test
    void altClickOnAVertexGoesOnToAShapeThatLiesThere() {
        AnnotationId small = board.put(new Box(14, 14, 10, 10));
        AnnotationId large = board.put(TRIANGLE);
        board.select(large);
        board.click(20, 20, Pointer.Modifier.ALT);
        assertEquals(Selection.of(small), board.selection());
        assertEquals(TRIANGLE, board.shape(large), "the point is still there");
    }

    @Test
    void aDoubleClickOnAVertexTakesItOut() {
        AnnotationId square = board.put(Polygon.of(List.of(new Point(20, 20), new Point(80, 20), new Point(80, 80), new Point(20, 80))));
        board.put(new Box(75, 75, 20, 20));
        board.select(square);
        board.doubleClick(80, 80);
        assertEquals(3, ((Polygon) board.shape(square)).pointCount());
        assertEquals(EditName.EDIT_POINTS, board.names().getLast());
    }

    @Test
    void aPinnedShapeIsSelectedAndDeletedButNotMovedOrReshaped() {
        AnnotationId pinned = board.put(new Box(20, 20, 40, 40));
        AnnotationId free = board.put(new Box(100, 20, 20, 20));
        board.pin(pinned);
        board.click(40, 40);
        assertEquals(Selection.of(pinned), board.selection());
        board.drag(40, 40, 60, 60);
        board.drag(60, 60, 70, 70);
        board.station().key(ToolKey.RIGHT);
        assertEquals(new Box(20, 20, 40, 40), board.shape(pinned));
        board.select(pinned, free);
        board.drag(110, 30, 120, 30);
        assertEquals(new Box(20, 20, 40, 40), board.shape(pinned));
        assertEquals(new Box(110, 20, 20, 20), board.shape(free));
        board.select(pinned);
        board.station().key(ToolKey.DELETE);
        assertEquals(1, board.set().annotations().size());
    }
}
