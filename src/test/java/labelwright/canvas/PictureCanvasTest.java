package labelwright.canvas;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.image.ImageView;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import labelwright.canvas.raster.LayerStyle;
import labelwright.canvas.raster.PictureTone;
import labelwright.canvas.raster.Viewport;
import labelwright.canvas.tool.Outcome;
import labelwright.canvas.tool.Tool;
import labelwright.edit.Edit;
import labelwright.edit.EditHistory;
import labelwright.edit.EditName;
import labelwright.edit.EditRequest;
import labelwright.edit.Selection;
import labelwright.geometry.Bounds;
import labelwright.geometry.Box;
import labelwright.geometry.Point;
import labelwright.geometry.Polygon;
import labelwright.geometry.Shape;
import labelwright.geometry.ShapeKind;
import labelwright.journey.Fx;
import labelwright.media.ImageDecoder;
import labelwright.media.Picture;
import labelwright.media.PictureFile;
import labelwright.media.PictureOpener;
import labelwright.media.PixelImage;
import labelwright.media.SampleWindow;
import labelwright.media.TiffFixture;
import labelwright.media.TiledPicture;
import labelwright.model.Annotation;
import labelwright.model.AnnotationIds;
import labelwright.model.AnnotationSet;
import labelwright.model.Author;
import labelwright.model.Colour;
import labelwright.model.ItemId;
import labelwright.model.LabelClass;
import labelwright.model.LabelId;
import labelwright.model.LabelSchema;
import labelwright.model.ModelId;
import labelwright.model.Origin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// The canvas in a real scene, with real events, headless.
class PictureCanvasTest {
    private static final int WIDTH = 600;
    private static final int HEIGHT = 400;
    private static final LabelClass RED = new LabelClass(new LabelId(1), "red", new Colour(0xFF0000), EnumSet.allOf(ShapeKind.class));
    private static final LabelSchema SCHEMA = new LabelSchema(List.of(RED));

    private final AnnotationIds ids = new AnnotationIds(0);
    private final List<EditName> edits = new ArrayList<>();
    private final List<Outcome.Refusal> refusals = new ArrayList<>();
    private EditHistory history;
    private PictureCanvas canvas;
    private Stage stage;

    @BeforeEach
    void open() {
        history = new EditHistory(AnnotationSet.empty(new ItemId(1), new Author.Annotator("me")), List.of(), List.of(), commit -> {});
        Fx.run(() -> {
            canvas = new PictureCanvas(Runnable::run, ids::next);
            canvas.onEdit(this::perform);
            canvas.onRefusal(refusals::add);
            stage = new Stage();
            stage.setScene(new Scene(canvas, WIDTH, HEIGHT));
            stage.show();
            canvas.showPicture(plain(200, 100, 0xFF808080));
            canvas.showAnnotations(history.set(), SCHEMA);
            canvas.activeLabelProperty().set(RED.id());
        });
        Fx.pulse();
        Fx.run(() -> canvas.actualSize());
        Fx.run(() -> canvas.panBy(-canvas.getViewport().offsetX(), -canvas.getViewport().offsetY()));
    }

    @AfterEach
    void close() {
        Fx.run(stage::close);
    }

    private void perform(EditRequest request) {
        edits.add(request.name());
        history.perform(request.name(), request.edit());
        canvas.showAnnotations(history.set(), SCHEMA);
    }

    @Test
    void aDragWithTheBoxToolComesOutAsOneEdit() {
        Fx.run(() -> canvas.toolProperty().set(Tool.Kind.BOX));
        drag(MouseButton.PRIMARY, 10, 20, 110, 60);
        assertEquals(List.of(EditName.DRAW), edits);
        assertEquals(new Box(10, 20, 100, 40), history.set().annotations().getFirst().shape());
        assertEquals(Selection.of(history.set().annotations().getFirst().id()), Fx.get(canvas::getSelection));
    }

    @Test
    void thePressTakesTheFocusSoThatKeysWork() {
        Fx.run(() -> canvas.toolProperty().set(Tool.Kind.BOX));
        drag(MouseButton.PRIMARY, 10, 20, 110, 60);
        assertTrue(Fx.get(canvas::isFocused));
        key(KeyCode.DELETE);
        assertEquals(List.of(EditName.DRAW, EditName.DELETE), edits);
    }

    @Test
    void escapeInTheMiddleOfADragLeavesNoTrace() {
        Fx.run(() -> canvas.toolProperty().set(Tool.Kind.BOX));
        mouse(MouseEvent.MOUSE_PRESSED, MouseButton.PRIMARY, 10, 10);
        mouse(MouseEvent.MOUSE_DRAGGED, MouseButton.PRIMARY, 80, 60);
        key(KeyCode.ESCAPE);
        mouse(MouseEvent.MOUSE_RELEASED, MouseButton.PRIMARY, 80, 60);
        assertEquals(List.of(), edits);
        assertFalse(Fx.get(canvas.gestures()::isGoingOn));
    }

    @Test
    void theWheelZoomsAtTheCursor() {
        Point before = Fx.get(() -> canvas.getViewport().toPicture(120, 40));
        scroll(120, 40, 0, 40);
        Viewport after = Fx.get(canvas::getViewport);
        assertEquals(1.2, after.scale(), 1e-9);
        assertEquals(before.x(), after.toPicture(120, 40).x(), 1e-9);
        assertEquals(before.y(), after.toPicture(120, 40).y(), 1e-9);
    }

    @Test
    void aSidewaysWheelPans() {
        scroll(120, 40, 30, 0);
        assertEquals(new Viewport(1, 30, 0), Fx.get(canvas::getViewport));
    }

    @Test
    void middleAndRightDragPanWhateverTheTool() {
        Fx.run(() -> canvas.toolProperty().set(Tool.Kind.BOX));
        drag(MouseButton.MIDDLE, 10, 10, 60, 30);
        drag(MouseButton.SECONDARY, 10, 10, 20, 10);
        assertEquals(new Viewport(1, 60, 20), Fx.get(canvas::getViewport));
        assertEquals(List.of(), edits);
    }

    @Test
    void spaceAndDragPan() {
        Fx.run(() -> canvas.requestFocus());
        Fx.run(() -> canvas.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, " ", " ", KeyCode.SPACE, false, false, false, false)));
        drag(MouseButton.PRIMARY, 10, 10, 60, 30);
        Fx.run(() -> canvas.fireEvent(new KeyEvent(KeyEvent.KEY_RELEASED, " ", " ", KeyCode.SPACE, false, false, false, false)));
        assertEquals(new Viewport(1, 50, 20), Fx.get(canvas::getViewport));
    }

    @Test
    void fitStaysAFitWhenTheWindowChanges() {
        Fx.run(() -> canvas.fit());
        double scale = Fx.get(() -> canvas.getViewport().scale());
        Fx.run(() -> {
            stage.setWidth(900);
            stage.setHeight(700);
        });
        Fx.await("the picture fits the larger window", () -> canvas.getViewport().scale() > scale * 1.2);
    }

    @Test
    void whatIsUnderThePointerIsTold() {
        mouse(MouseEvent.MOUSE_MOVED, MouseButton.NONE, 15.5, 7.2);
        assertEquals(new PictureCanvas.Probe(15, 7, 0x808080, "128, 128, 128"), Fx.get(() -> canvas.probeProperty().get()));
        mouse(MouseEvent.MOUSE_MOVED, MouseButton.NONE, 350, 7);
        assertTrue(Fx.get(() -> canvas.probeProperty().get() == null));
    }

    @Test
    void theCommittedShapeIsOnTheScreen() {
        Fx.run(() -> canvas.toolProperty().set(Tool.Kind.BOX));
        drag(MouseButton.PRIMARY, 10, 20, 110, 60);
        Fx.run(() -> {
            canvas.toolProperty().set(Tool.Kind.SELECT);
            canvas.select(Selection.NONE);
        });
        WritableImage picture = drawn();
        assertEquals(0xFFFF0000, picture.getPixelReader().getArgb(60, 60));
        int inside = picture.getPixelReader().getArgb(60, 40);
        assertTrue((inside >> 16 & 0xFF) > (inside & 0xFF), "the inside is tinted red");
        assertEquals(0xFF808080, picture.getPixelReader().getArgb(160, 40));
    }

    @Test
    void aShapeThatIsDraggedIsNotDrawnTwice() {
        Annotation box = annotation(new Box(20, 20, 40, 40));
        Fx.run(() -> {
            canvas.setLook(new LayerStyle.Look(0.5, LayerStyle.Captions.HIDDEN, 1));
            perform(new EditRequest(EditName.DRAW, Edit.add(history.set(), List.of(box)), Selection.NONE));
            canvas.select(Selection.of(box.id()));
        });
        mouse(MouseEvent.MOUSE_PRESSED, MouseButton.PRIMARY, 40, 40);
        mouse(MouseEvent.MOUSE_DRAGGED, MouseButton.PRIMARY, 140, 40);
        WritableImage picture = drawn();
        assertEquals(0xFF808080, picture.getPixelReader().getArgb(40, 40));
        assertTrue((picture.getPixelReader().getArgb(140, 40) >> 16 & 0xFF) > 0x88);
        mouse(MouseEvent.MOUSE_RELEASED, MouseButton.PRIMARY, 140, 40);
    }

    @Test
    void aSuggestionCanBePointedAt() {
        Annotation suggestion = new Annotation(ids.next(), RED.id(), new Box(20, 20, 60, 40), new Origin.Suggested(new ModelId(1), 0.83));
        Fx.run(() -> canvas.showSuggestions(List.of(suggestion)));
        mouse(MouseEvent.MOUSE_PRESSED, MouseButton.PRIMARY, 50, 40);
        mouse(MouseEvent.MOUSE_RELEASED, MouseButton.PRIMARY, 50, 40);
        assertEquals(Selection.of(suggestion.id()), Fx.get(() -> canvas.pointedSuggestionProperty().get()));
        Fx.run(() -> canvas.showSuggestions(List.of()));
        assertEquals(Selection.NONE, Fx.get(() -> canvas.pointedSuggestionProperty().get()));
    }

    @Test
    void withoutALabelTheReasonComesOut() {
        Fx.run(() -> {
            canvas.activeLabelProperty().set(null);
            canvas.toolProperty().set(Tool.Kind.POLYGON);
        });
        drag(MouseButton.PRIMARY, 10, 20, 110, 60);
        assertEquals(List.of(Outcome.Refusal.NO_LABEL), refusals);
    }

    @Test
    void hiddenAndLockedShapesCannotBeTaken() {
        Annotation box = annotation(new Box(20, 20, 40, 40));
        Fx.run(() -> {
            canvas.showAnnotations(history.set().withAnnotations(List.of(box)), SCHEMA);
            canvas.setVisibility(Set.of(), Set.of(box.id()));
        });
        mouse(MouseEvent.MOUSE_PRESSED, MouseButton.PRIMARY, 40, 40);
        mouse(MouseEvent.MOUSE_RELEASED, MouseButton.PRIMARY, 40, 40);
        assertEquals(Selection.NONE, Fx.get(canvas::getSelection));
    }

    @Test
    void revealBringsAShapeIntoView() {
        Annotation far = annotation(new Box(3_000, 2_000, 40, 40));
        Fx.run(() -> {
            canvas.showPicture(plain(4_000, 3_000, 0xFF000000));
            canvas.showAnnotations(history.set().withAnnotations(List.of(far)), SCHEMA);
            canvas.actualSize();
            canvas.panBy(3_000, 3_000);
            canvas.reveal(far.id());
        });
        assertTrue(Fx.get(() -> canvas.getViewport().visibleRegion(WIDTH, HEIGHT).contains(far.shape().bounds())));
    }

    @Test
    void aPictureLargerThanAnyTextureIsShown() {
        Fx.run(() -> canvas.showPicture(plain(20_000, 900, 0xFF3366CC)));
        WritableImage picture = drawn();
        assertEquals(0xFF3366CC, picture.getPixelReader().getArgb(WIDTH / 2, HEIGHT / 2));
    }

    @Test
    void aMissingPictureIsASheetThatKeepsItsAnnotations() {
        Annotation box = annotation(new Box(20, 20, 100, 60));
        Fx.run(() -> {
            canvas.showMissing(200, 100);
            canvas.showAnnotations(history.set().withAnnotations(List.of(box)), SCHEMA);
        });
        WritableImage picture = drawn();
        Point edge = Fx.get(() -> canvas.getViewport().toScreen(new Point(20, 50)));
        assertEquals(0xFFFF0000, picture.getPixelReader().getArgb((int) edge.x(), (int) edge.y()));
    }

    @Test
    void polygonsWithoutEndCanBePannedAndHit() {
        List<Annotation> many = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            double x = i % 100 * 2;
            double y = i / 100.0;
            many.add(annotation(Polygon.of(List.of(new Point(x, y), new Point(x + 1.5, y), new Point(x, y + 1)))));
        }
        Fx.run(() -> {
            canvas.showAnnotations(history.set().withAnnotations(many), SCHEMA);
            canvas.panBy(5, 5);
        });
        assertTrue(Fx.get(() -> canvas.annotationsAt(new Point(100.2, 50.2)).size()) > 0);
        assertEquals(10_000, Fx.get(() -> {
            canvas.selectAll();
            return canvas.getSelection().ids().size();
        }));
    }

    @Test
    void theKeyboardsCursorDrawsABoxWithTwoClicksOrOneHeldKey() {
        Fx.run(() -> {
            canvas.toolProperty().set(Tool.Kind.BOX);
            canvas.panBy(60, 60);
            canvas.keyCursorProperty().set(true);
        });
        Point start = cursor();
        key(KeyCode.ENTER);
        release(KeyCode.ENTER);
        for (int i = 0; i < 3; i++) {
            key(KeyCode.RIGHT, KeyCode.SHIFT);
            release(KeyCode.RIGHT);
        }
        key(KeyCode.DOWN);
        release(KeyCode.DOWN);
        key(KeyCode.ENTER);
        release(KeyCode.ENTER);
        assertEquals(List.of(EditName.DRAW), edits);
        assertEquals(new Box(start.x(), start.y(), 30, 1), history.set().annotations().getFirst().shape());

        key(KeyCode.DOWN, KeyCode.SHIFT);
        release(KeyCode.DOWN);
        key(KeyCode.SPACE);
        key(KeyCode.SPACE);
        key(KeyCode.LEFT, KeyCode.SHIFT);
        key(KeyCode.UP, KeyCode.SHIFT);
        release(KeyCode.SPACE);
        assertEquals(2, history.set().annotations().size());
        assertEquals(10, history.set().annotations().getLast().shape().bounds().width());
    }

    @Test
    void aHeldArrowGoesFasterAndTheCursorStaysOnThePictureAndInView() {
        Fx.run(() -> {
            canvas.keyCursorProperty().set(true);
            canvas.zoomAt(0, 0, 8);
        });
        Point start = cursor();
        for (int i = 0; i < 10; i++) {
            key(KeyCode.RIGHT);
        }
        assertEquals(start.x() + 5 + 2 * 5, cursor().x());
        for (int i = 0; i < 60; i++) {
            key(KeyCode.RIGHT, KeyCode.SHIFT);
        }
        assertEquals(200, cursor().x());
        Point corner = cursor();
        Point screen = Fx.get(() -> canvas.getViewport().toScreen(corner));
        assertTrue(screen.x() <= WIDTH - 30 && screen.x() > 0, screen::toString);
        release(KeyCode.RIGHT);
        key(KeyCode.LEFT, KeyCode.CONTROL);
        assertEquals(200 - 1 / Fx.get(() -> canvas.getViewport().scale()), cursor().x(), 1e-9);
    }

    @Test
    void escapeLeavesTheKeyboardsCursorWhenNothingElseIsToBeCancelled() {
        Fx.run(() -> canvas.keyCursorProperty().set(true));
        key(KeyCode.ESCAPE);
        assertFalse(Fx.get(() -> canvas.keyCursorProperty().get()));
    }

    @Test
    void theToneChangesWhatIsSeenAndNotThePicture() {
        PixelImage picture = plain(200, 100, 0xFF204060);
        Fx.run(() -> {
            canvas.showPicture(picture);
            canvas.toneProperty().set(PictureTone.IDENTITY.withPolarity(PictureTone.Polarity.INVERTED));
        });
        assertEquals(0xFFDFBF9F, drawn().getPixelReader().getArgb(300, 200));
        Fx.run(() -> canvas.toneProperty().set(PictureTone.IDENTITY.withChannel(PictureTone.Channel.GREEN)));
        assertEquals(0xFF404040, drawn().getPixelReader().getArgb(300, 200));
        Fx.run(() -> canvas.toneProperty().set(PictureTone.IDENTITY));
        assertEquals(0xFF204060, drawn().getPixelReader().getArgb(300, 200));
    }

    @Test
    void theMapIsThereOnlyWhilePartOfThePictureIsOutOfView() {
        Fx.run(() -> {
            canvas.aids().minimapProperty().set(true);
            canvas.fit();
        });
        assertFalse(Fx.get(() -> canvas.lookup("#canvas-minimap").isVisible()));
        Fx.run(() -> canvas.zoomAt(300, 200, 20));
        Node map = Fx.get(() -> canvas.lookup("#canvas-minimap"));
        assertTrue(Fx.get(map::isVisible));
        Fx.run(() -> map.fireEvent(new MouseEvent(MouseEvent.MOUSE_PRESSED, map.getLayoutX() + 1, map.getLayoutY() + 1, 0, 0,
                MouseButton.PRIMARY, 1, false, false, false, false, true, false, false, true, false, true, null)));
        assertTrue(Fx.get(() -> canvas.getViewport().visibleRegion(WIDTH, HEIGHT).contains(new Point(1, 1))),
                "the view went to the corner");
        assertEquals(List.of(), edits);
    }

    @Test
    void theWandFollowsTheValuesOfADeepPictureAsTheyAreShown(@TempDir Path folder) throws IOException {
        TiffFixture.Page page = TiffFixture.Page.of(200, 100, 1, 16).tiles(64);
        Path file = TiffFixture.write(folder.resolve("deep.tif"), page, (x, y, c) -> x < 100 ? 400 : y < 50 ? 900 : 40_000);
        Picture deep = new PictureOpener(new ImageDecoder(), folder.resolve("tiles"), Runnable::run, 1 << 20).open(PictureFile.of(file));
        Fx.run(() -> {
            canvas.showPicture(deep);
            canvas.showWindow(new SampleWindow(0, 1_000));
            canvas.toolProperty().set(Tool.Kind.WAND);
        });
        Fx.pulse();
        Fx.run(() -> canvas.zoomAt(0, 0, 1 / canvas.getViewport().scale()));
        Fx.run(() -> canvas.panBy(-canvas.getViewport().offsetX(), -canvas.getViewport().offsetY()));
        drag(MouseButton.PRIMARY, 150, 20, 150, 20);
        Fx.pulse();
        assertEquals(new Bounds(100, 0, 100, 100), history.set().annotations().getLast().shape().bounds(), "both are white");
        Fx.run(() -> {
            canvas.select(Selection.NONE);
            canvas.showWindow(new SampleWindow(0, 40_000));
        });
        Fx.pulse();
        drag(MouseButton.PRIMARY, 150, 20, 150, 20);
        Fx.pulse();
        assertEquals(new Bounds(0, 0, 200, 100), history.set().annotations().getLast().shape().bounds(), "400 and 900 are both black");
    }

    @Test
    void aBigPictureThatIsShownAgainHasItsMapAndItsSamplesAtOnce(@TempDir Path folder) throws Exception {
        TiffFixture.Page page = TiffFixture.Page.of(6_000, 5_100, 1, 16).tiles(512).with(TiffFixture.Packing.DEFLATE);
        byte[] raw = new byte[512 * 512 * 2];
        for (int i = 0; i < raw.length; i++) {
            raw[i] = (byte) (i / 1_024);
        }
        byte[] tile = TiffFixture.pack(raw, TiffFixture.Packing.DEFLATE);
        Path file = folder.resolve("big.tif");
        try (TiffFixture out = TiffFixture.create(file)) {
            out.page(page, _ -> tile);
        }
        try (ExecutorService executor = Executors.newSingleThreadExecutor();
                TiledPicture big = (TiledPicture) new PictureOpener(new ImageDecoder(), folder.resolve("tiles"), executor, 64L << 20)
                        .open(PictureFile.of(file))) {
            ImageView map = (ImageView) Fx.get(() -> canvas.lookup("#canvas-minimap").lookup("ImageView"));
            for (int visit = 0; visit < 2; visit++) {
                Fx.run(() -> {
                    canvas.showPicture(big);
                    assertNull(map.getImage());
                    assertNull(canvas.sampleRangeProperty().get());
                });
                Fx.await("the map and the samples", () -> map.getImage() != null && canvas.sampleRangeProperty().get() != null);
                Fx.await("all tiles", () -> !big.isBusy());
                Fx.run(() -> canvas.showMissing(10, 10));
            }
        }
    }

    private Point cursor() {
        return Fx.get(() -> {
            Node mark = canvas.lookup("#canvas-key-cursor");
            assertTrue(mark.isVisible());
            return canvas.cursorAt().orElseThrow();
        });
    }

    private void key(KeyCode code, KeyCode held) {
        Fx.run(() -> canvas
                .fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, held == KeyCode.SHIFT, held == KeyCode.CONTROL, false,
                        false)));
    }

    private void release(KeyCode code) {
        Fx.run(() -> canvas.fireEvent(new KeyEvent(KeyEvent.KEY_RELEASED, "", "", code, false, false, false, false)));
    }

    private Annotation annotation(Shape shape) {
        return new Annotation(ids.next(), RED.id(), shape, new Origin.Manual());
    }

    private WritableImage drawn() {
        Fx.pulse();
        Fx.pulse();
        return Fx.get(() -> canvas.snapshot(null, null));
    }

    private void drag(MouseButton button, double x0, double y0, double x1, double y1) {
        mouse(MouseEvent.MOUSE_PRESSED, button, x0, y0);
        mouse(MouseEvent.MOUSE_DRAGGED, button, (x0 + x1) / 2, (y0 + y1) / 2);
        mouse(MouseEvent.MOUSE_DRAGGED, button, x1, y1);
        mouse(MouseEvent.MOUSE_RELEASED, button, x1, y1);
    }

    private void mouse(EventType<MouseEvent> type, MouseButton button, double x, double y) {
        boolean primary = button == MouseButton.PRIMARY;
        Fx.run(() -> canvas.fireEvent(new MouseEvent(type, x, y, x, y, button, 1, false, false, false, false, primary,
                button == MouseButton.MIDDLE, button == MouseButton.SECONDARY, true, false, true, null)));
    }

    private void scroll(double x, double y, double dx, double dy) {
        Fx.run(() -> canvas
                .fireEvent(new ScrollEvent(ScrollEvent.SCROLL, x, y, x, y, false, false, false, false, false, false, dx, dy, dx, dy,
                        ScrollEvent.HorizontalTextScrollUnits.NONE, 0, ScrollEvent.VerticalTextScrollUnits.NONE, 0, 0, null)));
    }

    private void key(KeyCode code) {
        Fx.run(() -> canvas.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false)));
    }

    private static PixelImage plain(int width, int height, int argb) {
        int[] pixels = new int[width * height];
        Arrays.fill(pixels, argb);
        return new PixelImage(width, height, pixels);
    }
}
