package labelwright.canvas.tool;

import java.util.List;

import labelwright.edit.Selection;
import labelwright.geometry.Bounds;
import labelwright.geometry.Handles;
import labelwright.geometry.Point;
import labelwright.geometry.Shape;
import labelwright.model.Annotation;

/// Drags one handle of one shape. Shift keeps the proportions of a box.
final class HandleGesture implements Gesture {
    /// Shapes with a side below this many picture pixels are not kept.
    private static final double SMALLEST = 1;

    private final ToolContext context;
    private final Grabbing.Grab grab;
    private final Point start;
    private Annotation changed;

    HandleGesture(ToolContext context, Grabbing.Grab grab, Point at) {
        this.context = context;
        this.grab = grab;
        this.start = at;
        this.changed = grab.annotation();
    }

    @Override
    public Preview preview() {
        return new Preview.Changed(List.of(changed));
    }

    @Override
    public Outcome move(Pointer pointer) {
        Point to = grab.handle().at().plus(pointer.at().x() - start.x(), pointer.at().y() - start.y());
        Handles.Constraint constraint = pointer.has(Pointer.Modifier.SHIFT) ? Handles.Constraint.KEEP_RATIO : Handles.Constraint.FREE;
        boolean moved = pointer.at().distance(start) > context.pixel();
        Shape original = grab.annotation().shape();
        changed = moved
                ? grab.annotation().withShape(Handles.move(original, grab.handle(), context.clamp(to), constraint))
                : grab.annotation();
        return Outcome.GOING;
    }

    @Override
    public Outcome release(Pointer pointer) {
        move(pointer);
        if (changed.shape().equals(grab.annotation().shape())) {
            return new Outcome.Selected(Selection.of(grab.annotation().id()));
        }
        Bounds bounds = changed.shape().bounds();
        if (Math.min(bounds.width(), bounds.height()) < SMALLEST) {
            return Outcome.CANCELLED;
        }
        return Grabbing.replaced(context, grab.annotation(), changed.shape(), Grabbing.editName(changed.shape()));
    }
}
