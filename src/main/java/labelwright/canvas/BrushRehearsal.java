package labelwright.canvas;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

import labelwright.canvas.raster.FramePainter;
import labelwright.canvas.raster.LiveArea;
import labelwright.canvas.raster.TextMask;
import labelwright.canvas.raster.Viewport;
import labelwright.canvas.tool.LiveMask;
import labelwright.canvas.tool.Outcome;
import labelwright.canvas.tool.Pointer;
import labelwright.canvas.tool.Preview;
import labelwright.canvas.tool.Tool;
import labelwright.canvas.tool.ToolStation;
import labelwright.geometry.Bounds;
import labelwright.geometry.Point;
import labelwright.geometry.ShapeKind;
import labelwright.model.AnnotationId;
import labelwright.model.AnnotationIds;
import labelwright.model.AnnotationSet;
import labelwright.model.Author;
import labelwright.model.Colour;
import labelwright.model.ItemId;
import labelwright.model.LabelClass;
import labelwright.model.LabelId;
import labelwright.model.LabelSchema;

/// Strokes that nobody sees, on a picture that is not there, with all that a stroke of the brush and the eraser uses. To be run in the
/// background when the tool is chosen: what runs for the first time has to be loaded and linked, and that takes longer than one event of a
/// stroke may take. Touches nothing that others see.
final class BrushRehearsal implements Runnable {
    private static final int SIDE = 256;
    private static final int STROKES = 6;
    private static final int EVENTS = 8;
    private static final LabelId LABEL = new LabelId(1);

    private final LabelSchema schema = new LabelSchema(List.of(new LabelClass(LABEL, "any", new Colour(0), Set.of(ShapeKind.MASK))));
    private final CanvasContent content;
    private final ToolStation station;
    private final FramePainter frame;
    private AnnotationSet set = AnnotationSet.empty(new ItemId(0), new Author.Gold());

    BrushRehearsal() {
        Supplier<AnnotationId> ids = new AnnotationIds(0)::next;
        content = new CanvasContent(ids, new CanvasWork(Runnable::run, () -> {}));
        station = new ToolStation(content, this::ended);
        frame = new FramePainter(SIDE, SIDE, content.annotations(), content.suggestions(), _ -> new TextMask(1, 1, new byte[1]));
    }

    @Override
    public void run() {
        content.picture(new Bounds(0, 0, SIDE, SIDE));
        content.show(set, schema);
        content.activeLabel(LABEL);
        frame.view(Viewport.IDENTITY);
        for (int i = 0; i < STROKES; i++) {
            station.choose(i % 3 == 2 ? Tool.Kind.ERASER : Tool.Kind.BRUSH);
            stroke(i);
        }
    }

    private void stroke(int number) {
        double start = SIDE / 4.0 + number;
        station.press(pointer(start));
        show();
        for (int i = 1; i < EVENTS; i++) {
            station.move(pointer(start + 4 * i));
            show();
        }
        station.release(pointer(start + 4 * EVENTS));
        frame.live(List.of(), new Bounds(0, 0, 0, 0));
        frame.flush(Long.MAX_VALUE);
    }

    private static Pointer pointer(double along) {
        return new Pointer(new Point(along, along), Set.of(), 1);
    }

    private void show() {
        if (station.preview() instanceof Preview.LiveMasks masks) {
            List<LiveArea> areas = masks.masks().stream().map(LiveMask::pixels).map(pixels -> new LiveArea(pixels, 0, 1)).toList();
            frame.live(areas, masks.dirty());
            frame.flush(Long.MAX_VALUE);
        }
    }

    private void ended(Outcome outcome) {
        if (outcome instanceof Outcome.Edited edited) {
            set = edited.request().edit().apply(set).set();
            frame.restyle(content.annotationStyle(), content.suggestionStyle(), content.show(set, schema));
            content.select(edited.request().after());
        }
    }

    /// What the strokes left.
    AnnotationSet result() {
        return set;
    }
}
