package labelwright.canvas.tool;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import labelwright.edit.EditName;
import labelwright.geometry.Bounds;
import labelwright.geometry.Mask;
import labelwright.geometry.MaskFill;
import labelwright.geometry.Point;
import labelwright.geometry.Polygon;
import labelwright.geometry.Spans;
import labelwright.model.Annotation;
import labelwright.model.LabelId;

/// A line drawn by hand; on release the pixels inside it count.
final class LassoGesture implements Gesture {
    private static final int FEWEST = 3;

    private final ToolContext context;
    private final LabelId label;
    private final Optional<Annotation> base;
    private final Combining combining;
    private final List<Point> points = new ArrayList<>();

    LassoGesture(ToolContext context, LabelId label, Optional<Annotation> base, Combining combining, Point at) {
        this.context = context;
        this.label = label;
        this.base = base;
        this.combining = combining;
        points.add(context.clamp(at));
    }

    @Override
    public Preview preview() {
        return new Preview.NewStroke(label, points);
    }

    @Override
    public Outcome move(Pointer pointer) {
        Point at = context.clamp(pointer.at());
        if (at.distance(points.getLast()) >= context.pixel()) {
            points.add(at);
        }
        return Outcome.GOING;
    }

    @Override
    public Outcome release(Pointer pointer) {
        move(pointer);
        if (points.size() < FEWEST) {
            return Outcome.CANCELLED;
        }
        Bounds picture = context.picture();
        Spans inside = MaskFill.of(Polygon.of(points), (int) picture.width(), (int) picture.height()).map(Mask::spans).orElse(Spans.NONE);
        Spans before = base.map(MaskEdits::pixels).orElse(Spans.NONE);
        return MaskEdits.painted(context, EditName.FILL_REGION, label, base, combining.of(before, inside));
    }
}
