package labelwright.canvas;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;

import javafx.event.EventType;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import labelwright.canvas.tool.ProposalGesture;
import labelwright.canvas.tool.Tool;
import labelwright.edit.EditHistory;
import labelwright.edit.EditName;
import labelwright.edit.EditRequest;
import labelwright.edit.Selection;
import labelwright.geometry.Box;
import labelwright.geometry.Points;
import labelwright.geometry.Polygon;
import labelwright.geometry.ShapeKind;
import labelwright.journey.Fx;
import labelwright.media.PixelImage;
import labelwright.model.Annotation;
import labelwright.model.AnnotationIds;
import labelwright.model.AnnotationSet;
import labelwright.model.Author;
import labelwright.model.Colour;
import labelwright.model.ItemId;
import labelwright.model.LabelClass;
import labelwright.model.LabelId;
import labelwright.model.LabelSchema;
import labelwright.model.Origin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// What Enter is to the cursor that keys move: a point, and at the same place once more the end. The canvas in a real scene, headless.
class KeyCursorTest {
    private static final LabelClass ANY = new LabelClass(new LabelId(1), "any", new Colour(0xFF0000), EnumSet.allOf(ShapeKind.class));
    private static final LabelSchema SCHEMA = new LabelSchema(List.of(ANY));

    private final AnnotationIds ids = new AnnotationIds(0);
    private final EditHistory history = new EditHistory(AnnotationSet.empty(new ItemId(1), new Author.Annotator("me")), List.of(),
            List.of(), commit -> {});
    private PictureCanvas canvas;
    private Stage stage;

    @BeforeEach
    void open() {
        int[] grey = new int[200 * 100];
        Arrays.fill(grey, 0xFF808080);
        Fx.run(() -> {
            canvas = new PictureCanvas(Runnable::run, ids::next);
            canvas.onEdit(this::perform);
            stage = new Stage();
            stage.setScene(new Scene(canvas, 600, 400));
            stage.show();
            canvas.showPicture(new PixelImage(200, 100, grey));
            canvas.showAnnotations(history.set(), SCHEMA);
            canvas.activeLabelProperty().set(ANY.id());
        });
        Fx.pulse();
    }

    @AfterEach
    void close() {
        Fx.run(stage::close);
    }

    @Test
    void fourPointsMakeAnOutlineOfFourAndTheLastOneIsTheEndOnlyWhenEnterComesAgain() {
        begin(Tool.Kind.POLYGON);
        press(KeyCode.ENTER);
        go(KeyCode.RIGHT);
        press(KeyCode.ENTER);
        go(KeyCode.DOWN);
        press(KeyCode.ENTER);
        go(KeyCode.LEFT);
        press(KeyCode.ENTER);
        assertTrue(isDrawing(), "the fourth Enter sets a point");
        press(KeyCode.ENTER);
        assertEquals(4, corners());
        press(KeyCode.ENTER);
        assertFalse(isDrawing(), "the same place begins no new outline");
        go(KeyCode.LEFT);
        press(KeyCode.ENTER);
        assertTrue(isDrawing(), "another place does");
    }

    @Test
    void aPointThatSpaceSetIsEndedByEnterToo() {
        begin(Tool.Kind.POLYLINE);
        press(KeyCode.SPACE);
        go(KeyCode.RIGHT);
        press(KeyCode.SPACE);
        press(KeyCode.ENTER);
        assertFalse(isDrawing());
        assertEquals(1, history.set().annotations().size());
    }

    @Test
    void enterThatIsHeldOnSetsOnePointAndEndsNothing() {
        begin(Tool.Kind.POLYGON);
        press(KeyCode.ENTER);
        go(KeyCode.RIGHT);
        press(KeyCode.ENTER);
        go(KeyCode.DOWN);
        for (int i = 0; i < 5; i++) {
            key(KeyEvent.KEY_PRESSED, KeyCode.ENTER, false);
        }
        assertTrue(isDrawing());
        assertEquals(List.of(), history.set().annotations());
        key(KeyEvent.KEY_RELEASED, KeyCode.ENTER, false);
        press(KeyCode.ENTER);
        assertEquals(3, corners());
    }

    @Test
    void aPointThatWasTakenBackCanBeSetAgainAtTheSamePlace() {
        begin(Tool.Kind.POLYGON);
        press(KeyCode.ENTER);
        go(KeyCode.RIGHT);
        press(KeyCode.ENTER);
        go(KeyCode.DOWN);
        press(KeyCode.ENTER);
        press(KeyCode.BACK_SPACE);
        press(KeyCode.ENTER);
        Fx.run(() -> canvas.gestures().takeBack());
        press(KeyCode.ENTER);
        assertTrue(isDrawing());
        press(KeyCode.ENTER);
        assertEquals(3, corners());
    }

    @Test
    void aToolOfOneClickDrawsOnceAtOnePlaceUntilThatIsUndone() {
        begin(Tool.Kind.WAND);
        press(KeyCode.ENTER);
        Fx.pulse();
        press(KeyCode.ENTER);
        Fx.pulse();
        assertEquals(1, history.set().annotations().size());
        Fx.run(() -> {
            history.undo();
            canvas.showAnnotations(history.set(), SCHEMA);
        });
        press(KeyCode.ENTER);
        Fx.pulse();
        assertEquals(1, history.set().annotations().size(), "what was undone can be made again");

        Fx.run(() -> canvas.toolProperty().set(Tool.Kind.POINTS));
        press(KeyCode.ENTER);
        press(KeyCode.ENTER);
        assertEquals(1, assertInstanceOf(Points.class, history.set().annotations().getLast().shape()).points().size());
    }

    @Test
    void whatTheMouseDrawsEnterEndsWhetherTheCursorIsOnOrOff() {
        for (boolean on : List.of(true, false)) {
            Fx.run(() -> {
                canvas.toolProperty().set(Tool.Kind.POLYGON);
                canvas.keyCursorProperty().set(on);
                canvas.select(Selection.NONE);
            });
            click(200, 150);
            click(300, 150);
            click(300, 250);
            mouse(MouseEvent.MOUSE_MOVED, 220, 240);
            press(KeyCode.ENTER);
            assertFalse(isDrawing());
            assertEquals(3, corners());
        }
        assertEquals(2, history.set().annotations().size());
    }

    @Test
    void whatIsProposedIsTakenWhereverTheCursorIs() {
        Annotation before = new Annotation(ids.next(), ANY.id(), new Box(10, 10, 20, 20), new Origin.Manual());
        Fx.run(() -> {
            canvas.showAnnotations(history.set().withAnnotations(List.of(before)), SCHEMA);
            canvas.keyCursorProperty().set(true);
        });
        List<EditName> taken = new ArrayList<>();
        Fx.run(() -> {
            canvas.onEdit(request -> taken.add(request.name()));
            canvas.gestures().propose(new ProposalGesture(EditName.SIMPLIFY, List.of(before),
                    List.of(before.withShape(new Box(10, 10, 30, 20)))));
        });
        press(KeyCode.ENTER);
        assertEquals(List.of(EditName.SIMPLIFY), taken);
    }

    private void begin(Tool.Kind tool) {
        Fx.run(() -> {
            canvas.toolProperty().set(tool);
            canvas.keyCursorProperty().set(true);
        });
    }

    private void perform(EditRequest request) {
        history.perform(request.name(), request.edit());
        canvas.showAnnotations(history.set(), SCHEMA);
    }

    private boolean isDrawing() {
        return Fx.get(() -> canvas.gestures().isGoingOn());
    }

    private int corners() {
        return assertInstanceOf(Polygon.class, history.set().annotations().getLast().shape()).pointCount();
    }

    /// Thirty pixels of the picture.
    private void go(KeyCode arrow) {
        for (int i = 0; i < 3; i++) {
            key(KeyEvent.KEY_PRESSED, arrow, true);
            key(KeyEvent.KEY_RELEASED, arrow, true);
        }
    }

    private void press(KeyCode code) {
        key(KeyEvent.KEY_PRESSED, code, false);
        key(KeyEvent.KEY_RELEASED, code, false);
    }

    private void key(EventType<KeyEvent> type, KeyCode code, boolean shift) {
        Fx.run(() -> canvas.fireEvent(new KeyEvent(type, "", "", code, shift, false, false, false)));
    }

    private void click(double x, double y) {
        mouse(MouseEvent.MOUSE_PRESSED, x, y);
        mouse(MouseEvent.MOUSE_RELEASED, x, y);
    }

    private void mouse(EventType<MouseEvent> type, double x, double y) {
        Fx.run(() -> canvas.fireEvent(new MouseEvent(type, x, y, x, y, MouseButton.PRIMARY, 1, false, false, false, false, true, false,
                false, true, false, true, null)));
    }
}
