package labelwright.store;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import labelwright.edit.Edit;
import labelwright.edit.EditHistory;
import labelwright.edit.EditName;
import labelwright.geometry.BrushTip;
import labelwright.geometry.Ellipse;
import labelwright.geometry.Mask;
import labelwright.geometry.MaskAlgebra;
import labelwright.geometry.MaskBitmap;
import labelwright.geometry.MaskFill;
import labelwright.geometry.Point;
import labelwright.geometry.Spans;
import labelwright.model.Annotation;
import labelwright.model.AnnotationId;
import labelwright.model.AnnotationSet;
import labelwright.model.ItemId;
import labelwright.model.Origin;
import labelwright.model.Project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class MaskStrokesTest {
    private static final int SIZE = 2_400;
    private static final int STROKES = 200;

    @TempDir
    private Path folder;

    private static Edit stroke(AnnotationSet set, AnnotationId id, Random random) {
        Spans before = ((Mask) set.annotation(id).shape()).spans();
        MaskBitmap pixels = new MaskBitmap(0, 0, SIZE, SIZE);
        pixels.fill(before);
        Point from = new Point(random.nextInt(SIZE), random.nextInt(SIZE));
        BrushTip tip = new BrushTip(BrushTip.Form.ROUND, 20);
        boolean paints = random.nextBoolean();
        tip.stroke(from, from.plus(random.nextInt(-150, 150), random.nextInt(-150, 150)), paints ? pixels::fill : pixels::clear);
        Spans after = pixels.spans();
        return new Edit.ChangePixels(id, MaskAlgebra.subtract(after, before), MaskAlgebra.subtract(before, after));
    }

    @Test
    void twoHundredStrokesOnALargeMaskTakeLittleRoomAndAreUndoneAfterARestart() {
        ItemId item;
        List<AnnotationSet> sets = new ArrayList<>();
        long bytes = 0;
        try (WorkspaceStore store = WorkspaceStore.create(folder.resolve("w"))) {
            Project project = Given.project(store);
            item = Given.items(store, project, 1).getFirst();
            EditHistory history = Given.open(store, item, Given.ANNA);
            Mask mask = MaskFill.of(new Ellipse(1_200, 1_200, 1_150, 1_100, 30), SIZE, SIZE).orElseThrow();
            AnnotationId id = store.annotationIds().next();
            history.perform(EditName.PAINT,
                    Edit.add(history.set(), List.of(new Annotation(id, Given.label(project, 0), mask, new Origin.Manual()))));
            sets.add(history.set());
            Random random = new Random(4);
            for (int i = 0; i < STROKES; i++) {
                bytes += StepJson.encode(history.perform(EditName.PAINT, stroke(history.set(), id, random)).step()).length;
                sets.add(history.set());
            }
        }
        assertTrue(bytes / STROKES < 1_500, bytes / STROKES + " bytes a stroke");
        try (WorkspaceStore store = WorkspaceStore.open(folder.resolve("w"))) {
            assertEquals(sets.getLast(), store.annotations().set(item, Given.ANNA));
            EditHistory history = Given.open(store, item, Given.ANNA);
            for (int i = STROKES; i > STROKES / 2; i--) {
                history.undo();
            }
            assertEquals(sets.get(STROKES / 2), history.set());
        }
        try (WorkspaceStore store = WorkspaceStore.open(folder.resolve("w"))) {
            EditHistory history = Given.open(store, item, Given.ANNA);
            assertEquals(sets.get(STROKES / 2), history.set());
            history.redo();
            assertEquals(sets.get(STROKES / 2 + 1), history.set());
        }
    }
}
