package labelwright.journey;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;

import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

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
import labelwright.ui.annotate.LabellingBench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// A person paints masks, erases, takes like colours and cuts a cell out of a box, in the real screen over a real workspace.
class MaskJourneyTest extends PictureJourney {
    @BeforeEach
    void workspace() throws IOException {
        bench = LabellingBench.create(folder, 2, threads);
        for (LabelClass label : bench.project().schema().labels()) {
            bench.workbench().projects().setShapes(bench.project().id(), label.id(), EnumSet.allOf(ShapeKind.class));
        }
        showPicture(Theme.LIGHT, 1_280, 800);
    }

    @Test
    void paintEraseUndoAndRedo() {
        key(KeyCode.U);
        double before = canvas().pixelOptionsProperty().get().tip().size();
        key(KeyCode.CLOSE_BRACKET);
        assertTrue(canvas().pixelOptionsProperty().get().tip().size() > before);
        stroke(new Point(100, 100), new Point(300, 140));
        stroke(new Point(120, 200), new Point(320, 240));
        assertEquals(1, shapes().size());
        Spans painted = pixels(0);
        key(KeyCode.U, KeyCode.SHIFT);
        stroke(new Point(200, 80), new Point(210, 260));
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
        mouse(MouseEvent.MOUSE_PRESSED, new Point(400, 300), KeyCode.SHIFT);
        mouse(MouseEvent.MOUSE_DRAGGED, new Point(520, 380), KeyCode.SHIFT);
        Fx.pulse();
        Fx.pulse();
        Screenshots.save(stage.getScene(), "mask-live-stroke");
        mouse(MouseEvent.MOUSE_RELEASED, new Point(520, 380), KeyCode.SHIFT);
        assertEquals(2, shapes().size());
    }

    @Test
    void aCellIsCutOutOfItsBox() {
        List<Cell> cells = new CellPictures(4).render(0).cells();
        Cell cell = cells.stream().filter(one -> one.kind() == CellKind.DISC && cells.stream()
                .allMatch(other -> other.equals(one) || !other.box().bounds().intersects(one.box().bounds()))).findFirst().orElseThrow();
        key(KeyCode.W, KeyCode.SHIFT);
        Bounds box = cell.box().bounds().grow(4);
        stroke(new Point(box.x(), box.y()), new Point(box.maxX(), box.maxY()));
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
        stroke(centre, new Point(centre.x() + 20, centre.y()));
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

    private void stroke(Point from, Point to, KeyCode... held) {
        mouse(MouseEvent.MOUSE_PRESSED, from, held);
        mouse(MouseEvent.MOUSE_DRAGGED, to, held);
        mouse(MouseEvent.MOUSE_RELEASED, to, held);
    }

    private void hover(Point at) {
        mouse(MouseEvent.MOUSE_MOVED, at);
    }
}
