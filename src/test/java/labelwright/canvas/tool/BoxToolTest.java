package labelwright.canvas.tool;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import labelwright.edit.EditName;
import labelwright.edit.Selection;
import labelwright.geometry.Box;
import labelwright.geometry.ShapeKind;
import labelwright.model.AnnotationId;
import labelwright.model.Colour;
import labelwright.model.LabelClass;
import labelwright.model.LabelId;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class BoxToolTest {
    private final Board board = new Board();

    @BeforeEach
    void chooseTheTool() {
        board.station().choose(Tool.Kind.BOX);
    }

    @Test
    void aDragDrawsABoxAndSelectsIt() {
        board.drag(10, 20, 60, 50);
        assertEquals(new Box(10, 20, 50, 30), board.newest());
        assertEquals(Selection.of(board.set().annotations().getLast().id()), board.selection());
    }

    @Test
    void aDragBackwardsDrawsTheSameBox() {
        board.drag(60, 50, 10, 20);
        assertEquals(new Box(10, 20, 50, 30), board.newest());
    }

    @Test
    void aDragIsOneUndoStep() {
        board.drag(10, 20, 60, 50);
        assertEquals(List.of(EditName.DRAW), board.names());
        board.history().undo();
        assertEquals(List.of(), board.set().annotations());
        assertFalse(board.history().canUndo());
    }

    @Test
    void dragOutsideTheImageIsClamped() {
        board.drag(150, 50, 900, -70);
        assertEquals(new Box(150, 0, 50, 50), board.newest());
    }

    @Test
    void aPressOutsideTheImageStartsAtItsEdge() {
        board.drag(-30, -30, 20, 10);
        assertEquals(new Box(0, 0, 20, 10), board.newest());
    }

    @Test
    void twoClicksDrawABox() {
        board.click(10, 10);
        assertTrue(board.station().isBusy());
        board.station().move(Board.at(30, 30));
        board.click(40, 30);
        assertEquals(new Box(10, 10, 30, 20), board.newest());
    }

    @Test
    void shiftDrawsASquareThatStaysInTheImage() {
        board.drag(150, 50, 300, 60, Pointer.Modifier.SHIFT);
        assertEquals(new Box(150, 50, 50, 50), board.newest());
    }

    @Test
    void thePreviewShowsTheBoxAndTheDocumentDoesNotMove() {
        board.dragWithoutRelease(10, 20, 60, 50);
        assertEquals(new Preview.NewShape(Board.ANY.id(), new Box(10, 20, 50, 30)), board.station().preview());
        assertEquals(List.of(), board.set().annotations());
    }

    @Test
    void escapeLeavesNoTrace() {
        board.dragWithoutRelease(10, 20, 60, 50);
        assertTrue(board.station().key(ToolKey.ESCAPE));
        board.station().release(Board.at(60, 50));
        assertEquals(List.of(), board.set().annotations());
        assertEquals(Preview.NOTHING, board.station().preview());
        assertFalse(board.history().canUndo());
    }

    @Test
    void choosingAnotherToolCancels() {
        board.dragWithoutRelease(10, 20, 60, 50);
        board.station().choose(Tool.Kind.SELECT);
        board.station().release(Board.at(60, 50));
        assertEquals(List.of(), board.set().annotations());
    }

    @Test
    void aSlipOfTheHandDrawsNothing() {
        board.drag(10, 10, 60, 10.4);
        assertEquals(List.of(), board.set().annotations());
        assertFalse(board.station().isBusy());
    }

    @Test
    void withoutALabelTheReasonIsGiven() {
        board.label(null);
        board.drag(10, 20, 60, 50);
        assertEquals(new Outcome.Refused(Outcome.Refusal.NO_LABEL), board.lastOutcome());
    }

    @Test
    void aLabelForPolygonsOnlyRefusesBoxes() {
        board.label(new LabelClass(new LabelId(1), "outline", new Colour(0), Set.of(ShapeKind.POLYGON)));
        board.drag(10, 20, 60, 50);
        assertEquals(new Outcome.Refused(Outcome.Refusal.LABEL_FORBIDS_SHAPE), board.lastOutcome());
        assertEquals(List.of(), board.set().annotations());
    }

    @Test
    void theNewBoxCanBeSetRightByItsHandles() {
        board.drag(10, 20, 60, 50);
        board.drag(60, 50, 80, 70);
        assertEquals(new Box(10, 20, 70, 50), board.newest());
        assertEquals(List.of(EditName.DRAW, EditName.RESIZE), board.names());
    }

    @Test
    void withCommandHeldItSelects() {
        AnnotationId box = board.put(new Box(10, 10, 40, 40));
        board.click(30, 30, Pointer.Modifier.COMMAND);
        assertEquals(Selection.of(box), board.selection());
        assertEquals(1, board.set().annotations().size());
    }
}
