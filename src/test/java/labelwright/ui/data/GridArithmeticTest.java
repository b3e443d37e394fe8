package labelwright.ui.data;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Where cells lie and which are selected.
class GridArithmeticTest {

    @Test
    void eachCellIsFoundAtItsMiddle() {
        GridLayout layout = new GridLayout(1_000_000, 730, 148);
        for (int index : new int[] {0, 3, 4, 57, 999_999}) {
            assertEquals(index,
                    layout.indexAt(layout.x(index) + layout.cellWidth() / 2, layout.y(index) + layout.cellHeight() / 2));
        }
    }

    @Test
    void betweenCellsThereIsNothing() {
        GridLayout layout = new GridLayout(10, 730, 148);
        assertEquals(-1, layout.indexAt(2, 2));
        assertEquals(-1, layout.indexAt(layout.x(0) + layout.cellWidth() + 1, layout.y(0) + 5));
        assertEquals(-1, layout.indexAt(layout.x(1), layout.y(9) + layout.cellHeight() + GridLayout.GAP + 5));
    }

    @Test
    void exactlyTheCellsInSightAreDrawn() {
        GridLayout layout = new GridLayout(1_000, 730, 148);
        int columns = layout.columns();
        double row = layout.cellHeight() + GridLayout.GAP;
        assertEquals(0, layout.firstAt(0));
        assertEquals(columns * 2, layout.firstAt(GridLayout.MARGIN + 2 * row + 1));
        assertTrue(layout.endAt(600) >= columns * 600 / (int) Math.ceil(row));
        assertEquals(1_000, layout.endAt(layout.height() * 2));
    }

    @Test
    void aRangeGoesFromTheAnchorInBothDirections() {
        GridSelection selection = new GridSelection();
        selection.reset(10);
        selection.only(5);
        selection.extendTo(7);
        assertArrayEquals(new int[] {5, 6, 7}, selection.indices());
        selection.extendTo(3);
        assertArrayEquals(new int[] {3, 4, 5}, selection.indices());
        assertEquals(3, selection.cursor());
    }

    @Test
    void controlAddsAndTakesOut() {
        GridSelection selection = new GridSelection();
        selection.reset(10);
        selection.only(2);
        selection.toggle(6);
        selection.toggle(2);
        assertArrayEquals(new int[] {6}, selection.indices());
    }

    @Test
    void whatLiesOutsideTheListIsNotSelected() {
        GridSelection selection = new GridSelection();
        selection.reset(3);
        selection.only(3);
        selection.toggle(-1);
        selection.extendTo(9);
        assertEquals(0, selection.count());
    }
}
