package labelwright.journey;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;

import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import labelwright.canvas.PictureCanvas;
import labelwright.geometry.Bounds;
import labelwright.geometry.Mask;
import labelwright.geometry.MaskAlgebra;
import labelwright.geometry.MaskFill;
import labelwright.geometry.Point;
import labelwright.geometry.Shape;
import labelwright.geometry.ShapeKind;
import labelwright.geometry.Spans;
import labelwright.media.sample.Cell;
import labelwright.media.sample.CellKind;
import labelwright.media.sample.CellPictures;
import labelwright.model.LabelClass;
import labelwright.settings.Theme;
import labelwright.task.WorkerThreads;
import labelwright.ui.action.ActionRegistry;
import labelwright.ui.action.ShortcutDispatch;
import labelwright.ui.annotate.AnnotateScreen;
import labelwright.ui.annotate.LabellingBench;
import labelwright.ui.control.Appearance;
import labelwright.ui.control.FxJobs;
import labelwright.ui.control.Place;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// A person paints masks, erases, takes like colours and cuts a cell out of a box, in the real screen over a real workspace.
class MaskJourneyTest {
    @TempDir
    Path folder;

    private final ExecutorService threads = WorkerThreads.pool("journey", 2);
    private LabellingBench bench;
    private AnnotateScreen screen;
    private Stage stage;

    @BeforeEach
    void workspace() throws IOException {
        bench = LabellingBench.create(folder, 2, threads);
        for (LabelClass label : bench.project().schema().labels()) {
            bench.workbench().projects().setShapes(bench.project().id(), label.id(), EnumSet.allOf(ShapeKind.class));
        }
        Fx.run(() -> {
            Appearance.apply(Theme.LIGHT);
            screen = new AnnotateScreen(bench.projectContext(threads, FxJobs.fxThread()));
            ActionRegistry registry = new ActionRegistry();
            registry.add(screen.actions());
            Scene scene = new Scene((Parent) screen.view(), 1_280, 800);
            Appearance.dress(scene);
            new ShortcutDispatch(registry, () -> Place.ANNOTATE).install(scene);
            stage = new Stage();
            stage.setScene(scene);
            stage.setWidth(1_280);
            stage.setHeight(800);
            stage.show();
            screen.onShow();
        });
        Fx.await("the first picture is open", () -> ((Label) node("#annotate-place")).getText().startsWith("1 of"));
        Fx.await("its pixels are there", () -> ((Label) node("#annotate-region-count")).getText().equals("0"));
        for (int i = 0; i < 6; i++) {
            Fx.pulse();
        }
    }

    @AfterEach
    void close() {
        Fx.run(() -> {
            screen.onHide();
            stage.close();
        });
        bench.close();
        threads.shutdownNow();
    }

    @Test
    void paintEraseUndoAndRedo() {
        key(KeyCode.U);
        double before = canvas().pixelOptionsProperty().get().tip().size();
        key(KeyCode.CLOSE_BRACKET);
        assertTrue(canvas().pixelOptionsProperty().get().tip().size() > before);
        stroke(new Point(100, 100), new Point(300, 140), Set.of());
        stroke(new Point(120, 200), new Point(320, 240), Set.of());
        assertEquals(1, shapes().size());
        Spans painted = pixels(0);
        key(KeyCode.U, KeyCode.SHIFT);
        stroke(new Point(200, 80), new Point(210, 260), Set.of());
        Spans erased = pixels(0);
        assertTrue(erased.area() < painted.area());
        key(KeyCode.U);
        hover(new Point(400, 200));
        Fx.pulse();
        Screenshots.save(stage.getScene(), "mask-brush");
        key(KeyCode.Z, KeyCode.CONTROL);
        assertEquals(painted, pixels(0));
        key(KeyCode.Y, KeyCode.CONTROL);
        assertEquals(erased, pixels(0));
        mouse(MouseEvent.MOUSE_PRESSED, new Point(400, 300), Set.of(KeyCode.SHIFT));
        mouse(MouseEvent.MOUSE_DRAGGED, new Point(520, 380), Set.of(KeyCode.SHIFT));
        Fx.pulse();
        Fx.pulse();
        Screenshots.save(stage.getScene(), "mask-live-stroke");
        mouse(MouseEvent.MOUSE_RELEASED, new Point(520, 380), Set.of(KeyCode.SHIFT));
        assertEquals(2, shapes().size());
    }

    @Test
    void aCellIsCutOutOfItsBox() {
        List<Cell> cells = new CellPictures(4).render(0).cells();
        Cell cell = cells.stream().filter(one -> one.kind() == CellKind.DISC && cells.stream()
                .allMatch(other -> other.equals(one) || !other.box().bounds().intersects(one.box().bounds()))).findFirst().orElseThrow();
        key(KeyCode.W, KeyCode.SHIFT);
        Bounds box = cell.box().bounds().grow(4);
        stroke(new Point(box.x(), box.y()), new Point(box.maxX(), box.maxY()), Set.of());
        assertTrue(Fx.get(() -> canvas().gestures().isGoingOn()));
        key(KeyCode.ENTER);
        Fx.await("the cell is cut out", () -> !canvas().gestures().isGoingOn());
        Screenshots.save(stage.getScene(), "mask-cutout");
        Spans truth = MaskFill.of(cell.outline(), CellPictures.WIDTH, CellPictures.HEIGHT).map(Mask::spans).orElseThrow();
        double common = MaskAlgebra.intersect(truth, pixels(0)).area();
        double iou = common / MaskAlgebra.union(truth, pixels(0)).area();
        assertTrue(iou >= 0.85, "IoU " + iou);
        key(KeyCode.W);
        Point centre = cells.getLast().box().bounds().centre();
        stroke(centre, new Point(centre.x() + 20, centre.y()), Set.of());
        Fx.pulse();
        Screenshots.save(stage.getScene(), "mask-wand");
        assertEquals(2, shapes().size());
        assertFalse(pixels(1).isEmpty());
    }

    private List<Shape> shapes() {
        bench.workbench().labelling().flush();
        return bench.workbench().catalogue().answers(List.of(bench.items().getFirst()), LabellingBench.KIM).getFirst().annotations()
                .stream()
                .map(annotation -> annotation.shape()).toList();
    }

    private Spans pixels(int index) {
        return ((Mask) shapes().get(index)).spans();
    }

    private Node node(String selector) {
        return stage.getScene().lookup(selector);
    }

    private PictureCanvas canvas() {
        return (PictureCanvas) node("#annotate-canvas");
    }

    private void stroke(Point from, Point to, Set<KeyCode> held) {
        mouse(MouseEvent.MOUSE_PRESSED, from, held);
        mouse(MouseEvent.MOUSE_DRAGGED, to, held);
        mouse(MouseEvent.MOUSE_RELEASED, to, held);
    }

    private void hover(Point at) {
        mouse(MouseEvent.MOUSE_MOVED, at, Set.of());
    }

    /// @param at in picture pixels
    private void mouse(EventType<MouseEvent> type, Point at, Set<KeyCode> held) {
        Fx.run(() -> {
            Point local = canvas().getViewport().toScreen(at);
            Point2D on = canvas().localToScene(local.x(), local.y());
            boolean down = type != MouseEvent.MOUSE_MOVED;
            canvas().fireEvent(new MouseEvent(type, on.getX(), on.getY(), on.getX(), on.getY(),
                    down ? MouseButton.PRIMARY : MouseButton.NONE, 1,
                    held.contains(KeyCode.SHIFT), false, held.contains(KeyCode.ALT), false, down, false, false, true, false, true, null));
        });
    }

    private void key(KeyCode code, KeyCode... held) {
        List<KeyCode> modifiers = List.of(held);
        Fx.run(() -> {
            Node focused = stage.getScene().getFocusOwner();
            Node target = focused == null ? canvas() : focused;
            for (EventType<KeyEvent> type : List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_RELEASED)) {
                target.fireEvent(new KeyEvent(type, "", "", code, modifiers.contains(KeyCode.SHIFT), modifiers.contains(KeyCode.CONTROL),
                        false, false));
            }
        });
        Fx.pulse();
    }
}
