package labelwright.canvas.tool;

import java.util.LinkedHashSet;
import java.util.Set;

import labelwright.edit.Selection;
import labelwright.geometry.Bounds;
import labelwright.geometry.Point;
import labelwright.model.AnnotationId;

/// Selects what lies wholly inside a rectangle, in addition to what should stay selected.
final class RubberBandGesture implements Gesture {
    private final ToolContext context;
    private final Point start;
    private final Selection kept;
    private Point end;

    RubberBandGesture(ToolContext context, Point at, Selection kept) {
        this.context = context;
        this.start = at;
        this.kept = kept;
        this.end = at;
    }

    @Override
    public Preview preview() {
        return new Preview.RubberBand(Bounds.between(start, end));
    }

    @Override
    public Outcome move(Pointer pointer) {
        end = pointer.at();
        return Outcome.GOING;
    }

    @Override
    public Outcome release(Pointer pointer) {
        move(pointer);
        Set<AnnotationId> ids = new LinkedHashSet<>(kept.ids());
        context.inside(Bounds.between(start, end)).forEach(annotation -> ids.add(annotation.id()));
        return new Outcome.Selected(Selection.of(ids));
    }
}
