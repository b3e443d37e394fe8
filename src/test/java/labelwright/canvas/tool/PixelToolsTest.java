package labelwright.canvas.tool;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import labelwright.edit.EditName;
import labelwright.edit.Selection;
import labelwright.geometry.Bounds;
import labelwright.geometry.Box;
import labelwright.geometry.BrushTip;
import labelwright.geometry.Mask;
import labelwright.geometry.MaskAlgebra;
import labelwright.geometry.MaskFill;
import labelwright.geometry.MaskPieces;
import labelwright.geometry.ShapeKind;
import labelwright.geometry.Spans;
import labelwright.media.PixelImage;
import labelwright.model.AnnotationId;
import labelwright.model.AnnotationSet;
import labelwright.model.Colour;
import labelwright.model.LabelClass;
import labelwright.model.LabelId;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

class PixelToolsTest {
    private static final PixelOptions TEN = PixelOptions.USUAL.withSize(10);

    private final Board board = new Board();

    @BeforeEach
    void setUp() {
        board.options(TEN);
        board.station().choose(Tool.Kind.BRUSH);
    }

    private static Mask mask(double x, double y, double width, double height) {
        return MaskFill.of(new Box(x, y, width, height), 200, 100).orElseThrow();
    }

    private Spans pixels(AnnotationId id) {
        return ((Mask) board.shape(id)).spans();
    }

    private Spans newestPixels() {
        return ((Mask) board.newest()).spans();
    }

    private AnnotationId newestId() {
        return board.set().annotations().getLast().id();
    }

    private void wand(double x, double y, Pointer.Modifier... modifiers) {
        board.click(x, y, modifiers);
        board.work();
    }

    /// A picture of 200 x 100: grey, with a red rectangle from (50,20) to (90,60) and a second one of nearly the same red at (120,20).
    private static PixelImage picture() {
        int[] argb = new int[200 * 100];
        Arrays.fill(argb, 0xFF808080);
        for (int y = 20; y < 60; y++) {
            Arrays.fill(argb, y * 200 + 50, y * 200 + 90, 0xFFC02020);
            Arrays.fill(argb, y * 200 + 120, y * 200 + 150, 0xFFC42424);
        }
        return new PixelImage(200, 100, argb);
    }

    @Test
    void aStrokeIsOneMaskAndOneEdit() {
        board.station().press(Board.at(20, 50));
        board.station().move(Board.at(180, 50));
        board.station().release(Board.at(180, 50));
        Spans stroke = newestPixels();
        assertEquals(1, board.set().annotations().size());
        assertEquals(List.of(EditName.PAINT), board.names());
        assertEquals(1, MaskPieces.of(stroke).size(), "no gap however fast the pointer is");
        for (int x = 16; x < 184; x++) {
            assertTrue(stroke.contains(x, 50));
        }
        assertEquals(160 * 10 + Math.PI * 25, (double) stroke.area(), 20);
        assertEquals(Selection.of(newestId()), board.selection());
    }

    @Test
    void strokesGoOnWithTheSelectedMask() {
        board.click(30, 30);
        board.drag(60, 30, 90, 30);
        assertEquals(1, board.set().annotations().size());
        assertEquals(2, MaskPieces.of(newestPixels()).size());
        board.history().undo();
        assertEquals(1, MaskPieces.of(newestPixels()).size());
        board.history().undo();
        assertTrue(board.set().annotations().isEmpty());
        board.history().redo();
        board.history().redo();
        assertEquals(2, MaskPieces.of(newestPixels()).size());
    }

    @Test
    void shiftAndTheOptionBeginANewMask() {
        board.click(30, 30);
        board.click(60, 30, Pointer.Modifier.SHIFT);
        assertEquals(2, board.set().annotations().size());
        board.options(TEN.withTarget(PixelOptions.Target.NEW));
        board.click(90, 30);
        assertEquals(3, board.set().annotations().size());
    }

    @Test
    void anotherLabelBeginsANewMask() {
        board.click(30, 30);
        LabelClass other = new LabelClass(new LabelId(2), "other", new Colour(1), EnumSet.allOf(ShapeKind.class));
        board.label(other);
        board.click(32, 30);
        assertEquals(List.of(new LabelId(1), new LabelId(2)), board.set().annotations().stream().map(drawn -> drawn.label()).toList());
    }

    @Test
    void aLabelWithoutMasksIsNotPainted() {
        board.label(new LabelClass(new LabelId(2), "box only", new Colour(1), EnumSet.of(ShapeKind.BOX)));
        board.click(30, 30);
        assertEquals(new Outcome.Refused(Outcome.Refusal.LABEL_FORBIDS_SHAPE), board.lastOutcome());
    }

    @Test
    void aStrokeEndsAtThePicture() {
        board.drag(-50, 5, 30, 5);
        assertEquals(new Bounds(0, 0, 35, 10), board.newest().bounds());
        board.drag(190, 90, 250, 140, Pointer.Modifier.SHIFT);
        assertTrue(new Bounds(0, 0, 200, 100).contains(board.newest().bounds()));
    }

    @Test
    void escapeLeavesNoTrace() {
        board.click(30, 30);
        AnnotationSet before = board.set();
        board.dragWithoutRelease(30, 30, 150, 80);
        assertInstanceOf(Preview.LiveMasks.class, board.station().preview());
        board.station().key(ToolKey.ESCAPE);
        assertEquals(before, board.set());
        assertEquals(Preview.NOTHING, board.station().preview());
    }

    @Test
    void theLiveMaskStandsForTheSelectedOneAndSaysWhatIsDirty() {
        board.click(30, 30);
        board.station().press(Board.at(60, 60));
        board.station().move(Board.at(64, 60));
        Preview.LiveMasks live = (Preview.LiveMasks) board.station().preview();
        assertEquals(List.of(newestId()), List.copyOf(Preview.hiddenBy(live)));
        assertTrue(live.masks().getFirst().pixels().get(30, 30));
        assertTrue(live.masks().getFirst().pixels().get(66, 60));
        assertEquals(new Bounds(55, 55, 14, 10), live.dirty());
    }

    @Test
    void theEraserTakesFromTheSelectedMask() {
        AnnotationId below = board.put(mask(10, 10, 80, 60));
        AnnotationId above = board.put(mask(10, 10, 80, 60));
        board.select(below);
        board.station().choose(Tool.Kind.ERASER);
        board.drag(20, 40, 60, 40);
        assertFalse(pixels(below).contains(40, 40));
        assertTrue(pixels(above).contains(40, 40));
        assertEquals(List.of(EditName.ERASE), board.names());
        assertEquals(Selection.of(below), board.selection());
    }

    @Test
    void withNothingSelectedTheTopmostMaskIsErased() {
        AnnotationId below = board.put(mask(10, 10, 80, 60));
        AnnotationId above = board.put(mask(10, 10, 80, 60));
        board.station().choose(Tool.Kind.ERASER);
        board.click(40, 40);
        assertTrue(pixels(below).contains(40, 40));
        assertFalse(pixels(above).contains(40, 40));
        board.click(150, 90);
        board.select();
        board.click(150, 90);
        assertEquals(new Outcome.Refused(Outcome.Refusal.NO_MASK_HERE), board.lastOutcome());
    }

    @Test
    void theEraserTakesFromAllMasksWhenAskedToButNotFromLockedOnes() {
        AnnotationId one = board.put(mask(10, 10, 80, 60));
        AnnotationId two = board.put(mask(30, 10, 80, 60));
        AnnotationId locked = board.put(mask(30, 10, 80, 60));
        AnnotationId gone = board.put(mask(40, 38, 4, 4));
        AnnotationId far = board.put(mask(150, 80, 10, 10));
        board.lock(locked);
        board.options(TEN.withErasing(PixelOptions.Erasing.ALL));
        board.station().choose(Tool.Kind.ERASER);
        AnnotationSet before = board.set();
        board.drag(20, 40, 60, 40);
        assertFalse(pixels(one).contains(40, 40));
        assertFalse(pixels(two).contains(40, 40));
        assertTrue(pixels(locked).contains(40, 40));
        assertTrue(board.set().annotations().stream().noneMatch(left -> left.id().equals(gone)), "an empty mask goes");
        assertEquals(mask(150, 80, 10, 10), board.shape(far));
        board.history().undo();
        assertEquals(before.annotations(), board.set().annotations());
    }

    @Test
    void erasingAMaskAwayDeletesIt() {
        AnnotationId id = board.put(mask(30, 30, 4, 4));
        board.select(id);
        board.station().choose(Tool.Kind.ERASER);
        board.click(32, 32);
        assertTrue(board.set().annotations().isEmpty());
        assertTrue(board.selection().isEmpty());
        board.history().undo();
        assertEquals(mask(30, 30, 4, 4), board.shape(id));
    }

    @Test
    void altTurnsTheBrushIntoTheEraserAndBack() {
        AnnotationId id = board.put(mask(10, 10, 80, 60));
        board.select(id);
        board.click(40, 40, Pointer.Modifier.ALT);
        assertFalse(pixels(id).contains(40, 40));
        board.station().choose(Tool.Kind.ERASER);
        board.click(40, 40, Pointer.Modifier.ALT);
        assertEquals(mask(10, 10, 80, 60), board.shape(id));
    }

    @Test
    void paintTakesPixelsFromOtherMasksInTheSameStep() {
        AnnotationId other = board.put(mask(10, 10, 80, 60));
        AnnotationId gone = board.put(mask(30, 38, 4, 4));
        AnnotationId locked = board.put(mask(10, 10, 80, 60));
        board.lock(locked);
        board.options(TEN.withOverlap(PixelOptions.Overlap.TAKEN_AWAY));
        AnnotationSet before = board.set();
        board.drag(20, 40, 150, 40);
        Spans painted = newestPixels();
        assertFalse(MaskAlgebra.overlap(painted, pixels(other)));
        assertTrue(board.set().annotations().stream().noneMatch(left -> left.id().equals(gone)));
        assertEquals(mask(10, 10, 80, 60), board.shape(locked));
        assertEquals(4_800, pixels(other).area() + MaskAlgebra.intersect(painted, mask(10, 10, 80, 60).spans()).area());
        board.history().undo();
        assertEquals(before.annotations(), board.set().annotations());
        board.history().redo();
        assertEquals(painted, newestPixels());
    }

    @Test
    void aSquareTipLeavesSquareEnds() {
        board.options(TEN.withTip(new BrushTip(BrushTip.Form.SQUARE, 10)));
        board.drag(20, 50, 60, 50);
        assertEquals(mask(15, 45, 50, 10), board.newest());
    }

    @Test
    void theTipGrowsAndShrinksByAtLeastAPixelWithinItsLimits() {
        assertEquals(2, PixelOptions.USUAL.withSize(1).resized(1.1).tip().size());
        assertEquals(1, PixelOptions.USUAL.withSize(1).resized(0.9).tip().size());
        assertEquals(PixelOptions.LARGEST_TIP, PixelOptions.USUAL.withSize(1e9).tip().size());
    }

    @Test
    void theLassoFillsWhatItGoesAround() {
        board.station().choose(Tool.Kind.LASSO);
        board.station().press(Board.at(20, 20));
        board.station().move(Board.at(60, 20));
        board.station().move(Board.at(60, 60));
        board.station().release(Board.at(20, 60));
        assertEquals(mask(20, 20, 40, 40), board.newest());
        board.station().press(Board.at(30, 30, Pointer.Modifier.ALT));
        board.station().move(Board.at(50, 30));
        board.station().move(Board.at(50, 50));
        board.station().release(Board.at(30, 50));
        assertEquals(1_600 - 400, newestPixels().area());
        assertEquals(List.of(EditName.FILL_REGION, EditName.FILL_REGION), board.names());
        board.select();
        board.click(100, 50, Pointer.Modifier.ALT);
        assertEquals(new Outcome.Refused(Outcome.Refusal.NO_MASK_SELECTED), board.lastOutcome());
    }

    @Test
    void theWandTakesWhatIsConnectedAndAlike() {
        board.pixels(picture());
        board.station().choose(Tool.Kind.WAND);
        wand(70, 40);
        assertEquals(mask(50, 20, 40, 40), board.newest());
        wand(130, 40, Pointer.Modifier.SHIFT);
        assertEquals(1, board.set().annotations().size());
        assertEquals(1_600 + 1_200, newestPixels().area());
        wand(130, 40, Pointer.Modifier.ALT);
        assertEquals(mask(50, 20, 40, 40), board.newest());
    }

    @Test
    void theWandTakesWhatIsAlikeEverywhereInView() {
        board.pixels(picture());
        board.options(TEN.withReach(PixelOptions.Reach.EVERYWHERE));
        board.station().choose(Tool.Kind.WAND);
        wand(70, 40);
        assertEquals(1_600 + 1_200, newestPixels().area());
        board.visible(new Bounds(0, 0, 100, 40));
        board.select();
        wand(70, 30);
        assertEquals(mask(50, 20, 40, 20), board.newest());
    }

    @Test
    void draggingTheWandToTheRightTakesMoreAndBackTakesLess() {
        board.pixels(picture());
        board.station().choose(Tool.Kind.WAND);
        board.dragWithoutRelease(70, 40, 199, 0);
        board.work();
        Preview.LiveMasks wide = (Preview.LiveMasks) board.station().preview();
        long most = wide.masks().getFirst().pixels().spans().area();
        board.station().move(Board.at(70, 40));
        assertEquals(1_600, wide.masks().getFirst().pixels().spans().area());
        assertTrue(most >= 1_600);
        board.options(TEN.withTolerance(254));
        board.station().key(ToolKey.ESCAPE);
        board.drag(70, 40, 72, 40);
        board.work();
        assertEquals(20_000, newestPixels().area());
    }

    @Test
    void theWandLooksAtPixelsInTheBackgroundAndWaitsForNobody() {
        board.pixels(picture());
        board.station().choose(Tool.Kind.WAND);
        board.click(70, 40);
        assertEquals(1, board.waiting());
        assertTrue(board.set().annotations().isEmpty() && board.station().isBusy(), "the button is up, the search goes on");
        board.work();
        assertEquals(mask(50, 20, 40, 40), board.newest());
        board.click(130, 40);
        board.station().key(ToolKey.ESCAPE);
        board.work();
        assertEquals(1, board.set().annotations().size());
    }

    @Test
    void theWandReachesNoFurtherThanASomeThousandPixels() {
        Board large = new Board(14_000, 50);
        int[] argb = new int[14_000 * 50];
        Arrays.fill(argb, 0xFF203040);
        large.pixels(new PixelImage(14_000, 50, argb));
        large.visible(new Bounds(0, 0, 14_000, 50));
        large.station().choose(Tool.Kind.WAND);
        large.click(7_000, 25);
        large.work();
        assertEquals(new Bounds(1_000, 0, 12_000, 50), large.newest().bounds());
    }

    @Test
    void noiseBecomesAMaskOfNoMorePiecesThanCanBeKept() {
        int width = 1_500;
        int height = 1_000;
        int[] argb = new int[width * height];
        for (int i = 0; i < argb.length; i++) {
            argb[i] = (i % width / 2 + i / width / 2) % 2 == 0 ? 0xFFFFFFFF : 0xFF000000;
        }
        Board noisy = new Board(width, height);
        noisy.pixels(new PixelImage(width, height, argb));
        noisy.visible(new Bounds(0, 0, width, height));
        noisy.options(TEN.withReach(PixelOptions.Reach.EVERYWHERE).withTolerance(20));
        noisy.station().choose(Tool.Kind.WAND);
        noisy.click(500, 500);
        noisy.work();
        int runs = noisy.set().annotations().isEmpty() ? 0 : ((Mask) noisy.newest()).spans().size();
        assertTrue(runs <= MaskEdits.MOST_RUNS, "of pieces: " + runs);
        assertFalse(noisy.station().isBusy());
    }

    @Test
    void aLargeAreaIsFloodedInBlocksFirstAndExactlyInTheBackground() {
        int width = 1_600;
        int height = 1_200;
        int[] argb = new int[width * height];
        Arrays.fill(argb, 0xFF203040);
        for (int y = 101; y < 1_001; y++) {
            Arrays.fill(argb, y * width + 101, y * width + 1_003, 0xFFE0E0E0);
        }
        Board large = new Board(width, height);
        large.pixels(new PixelImage(width, height, argb));
        large.visible(new Bounds(0, 0, width, height));
        large.station().choose(Tool.Kind.WAND);
        large.click(500, 500);
        assertEquals(1, large.waiting());
        assertTrue(large.station().isBusy());
        large.work();
        assertEquals(new Bounds(101, 101, 902, 900), large.newest().bounds());
        assertEquals(902 * 900, large.newest().area());
        large.click(500, 500);
        large.station().key(ToolKey.ESCAPE);
        large.work();
        assertEquals(1, large.set().annotations().size(), "what was cancelled draws nothing later");
    }

    @Test
    void withoutPixelsTheWandSaysSo() {
        board.station().choose(Tool.Kind.WAND);
        board.click(30, 30);
        assertEquals(new Outcome.Refused(Outcome.Refusal.NO_PIXELS), board.lastOutcome());
    }

    @Test
    void aBoxBecomesTheMaskOfTheObjectInIt() {
        board.pixels(picture());
        board.station().choose(Tool.Kind.CUTOUT);
        board.drag(40, 12, 98, 70);
        assertTrue(board.set().annotations().isEmpty());
        board.work();
        assertTrue(board.station().isBusy(), "what was found waits for a yes");
        board.station().key(ToolKey.ENTER);
        assertEquals(mask(50, 20, 40, 40), board.newest());
        assertEquals(1, board.names().size());
    }

    @Test
    void strokesSayWhatBelongsToTheObjectAndWhatDoesNot() {
        board.pixels(picture());
        board.station().choose(Tool.Kind.CUTOUT);
        board.drag(40, 10, 160, 70);
        board.work();
        board.drag(123, 40, 147, 40, Pointer.Modifier.ALT);
        board.work();
        board.station().key(ToolKey.ENTER);
        Spans found = newestPixels();
        assertTrue(found.contains(70, 40));
        assertFalse(found.contains(135, 40));
    }

    @Test
    void aPressBesideTheBoxTakesWhatWasFound() {
        board.pixels(picture());
        board.station().choose(Tool.Kind.CUTOUT);
        board.drag(40, 12, 98, 70);
        board.click(180, 90);
        assertTrue(board.set().annotations().isEmpty(), "the search goes on");
        board.work();
        assertEquals(mask(50, 20, 40, 40), board.newest());
    }

    @Test
    void aCancelledSearchDrawsNothing() {
        board.pixels(picture());
        board.station().choose(Tool.Kind.CUTOUT);
        board.drag(40, 12, 98, 70);
        board.station().key(ToolKey.ESCAPE);
        board.work();
        assertTrue(board.set().annotations().isEmpty());
        assertFalse(board.station().isBusy());
    }
}
