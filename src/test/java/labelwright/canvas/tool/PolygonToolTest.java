package labelwright.canvas.tool;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import labelwright.edit.EditName;
import labelwright.geometry.Point;
import labelwright.geometry.Polygon;
import labelwright.geometry.ShapeKind;
import labelwright.model.Colour;
import labelwright.model.LabelClass;
import labelwright.model.LabelId;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class PolygonToolTest {
    private static final Polygon TRIANGLE = Polygon.of(List.of(new Point(10, 10), new Point(60, 10), new Point(10, 60)));

    private final Board board = new Board();

    @BeforeEach
    void chooseTheTool() {
        board.station().choose(Tool.Kind.POLYGON);
    }

    @Test
    void enterClosesTheOutline() {
        clickThree();
        board.station().key(ToolKey.ENTER);
        assertEquals(TRIANGLE, board.newest());
        assertEquals(List.of(EditName.DRAW), board.names());
    }

    @Test
    void aPressOnTheFirstPointClosesTheOutline() {
        clickThree();
        board.station().move(Board.at(13, 12));
        assertEquals(Preview.Closing.CLOSES, ((Preview.NewOutline) board.station().preview()).closing());
        board.click(13, 12);
        assertEquals(TRIANGLE, board.newest());
    }

    @Test
    void aDoubleClickClosesTheOutlineWithoutAPointTooMany() {
        board.click(10, 10);
        board.click(60, 10);
        board.doubleClick(10, 60);
        assertEquals(TRIANGLE, board.newest());
    }

    @Test
    void backspaceTakesTheLastPointBack() {
        clickThree();
        board.click(90, 90);
        board.station().key(ToolKey.BACKSPACE);
        board.station().key(ToolKey.ENTER);
        assertEquals(TRIANGLE, board.newest());
    }

    @Test
    void backspaceOnTheFirstPointCancels() {
        board.click(10, 10);
        board.station().key(ToolKey.BACKSPACE);
        assertFalse(board.station().isBusy());
    }

    @Test
    void escapeLeavesNoTrace() {
        clickThree();
        board.station().key(ToolKey.ESCAPE);
        assertFalse(board.station().isBusy());
        assertEquals(List.of(), board.set().annotations());
    }

    @Test
    void twoPointsAreNotClosed() {
        board.click(10, 10);
        board.click(60, 10);
        board.station().key(ToolKey.ENTER);
        assertTrue(board.station().isBusy());
        assertEquals(List.of(), board.set().annotations());
    }

    @Test
    void pointsOutsideTheImageAreClamped() {
        board.click(-50, -50);
        board.click(500, 10);
        board.click(10, 500);
        board.station().key(ToolKey.ENTER);
        assertEquals(Polygon.of(List.of(new Point(0, 0), new Point(200, 10), new Point(10, 100))), board.newest());
    }

    @Test
    void draggingDrawsFreehand() {
        board.station().press(Board.at(20, 20));
        for (int i = 1; i <= 100; i++) {
            double angle = 2 * Math.PI * i / 110;
            board.station().move(Board.at(50 - 30 * Math.cos(angle), 20 + 30 * Math.sin(angle) + 15));
        }
        board.station().release(Board.at(20, 35));
        board.station().key(ToolKey.ENTER);
        int points = ((Polygon) board.newest()).pointCount();
        assertTrue(points > 8 && points < 30, "about one point for every twelve pixels, not " + points);
    }

    @Test
    void aLabelForBoxesOnlyRefusesPolygons() {
        board.label(new LabelClass(new LabelId(1), "box", new Colour(0), Set.of(ShapeKind.BOX)));
        board.click(10, 10);
        assertEquals(new Outcome.Refused(Outcome.Refusal.LABEL_FORBIDS_SHAPE), board.lastOutcome());
        assertFalse(board.station().isBusy());
    }

    private void clickThree() {
        board.click(10, 10);
        board.station().move(Board.at(40, 10));
        board.click(60, 10);
        board.click(10, 60);
    }
}
