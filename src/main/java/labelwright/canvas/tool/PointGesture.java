package labelwright.canvas.tool;

import java.util.List;
import java.util.Optional;

import labelwright.edit.EditName;
import labelwright.geometry.Point;
import labelwright.geometry.Points;
import labelwright.model.Annotation;

/// One point, at the place where the button goes up.
final class PointGesture implements Gesture {
    private final ToolContext context;
    private final Ink ink;
    private final Optional<Annotation> to;
    private final Pen pen;
    private Point at;

    /// @param to the points to which this one is added; empty for new ones
    PointGesture(ToolContext context, Ink ink, Pointer pointer, Optional<Annotation> to) {
        this.context = context;
        this.ink = ink;
        this.to = to;
        this.pen = new Pen(context);
        this.at = pen.at(pointer);
    }

    @Override
    public Preview preview() {
        return to.<Preview>map(points -> new Preview.Changed(List.of(points.withShape(with(points)))))
                .orElseGet(() -> new Preview.NewShape(ink.label(), Points.of(at)));
    }

    @Override
    public Optional<Snap> snap() {
        return pen.snap();
    }

    @Override
    public Outcome move(Pointer pointer) {
        at = pen.at(pointer);
        return Outcome.GOING;
    }

    @Override
    public Outcome release(Pointer pointer) {
        move(pointer);
        return to.map(points -> Grabbing.replaced(context, points, with(points), EditName.DRAW))
                .orElseGet(() -> Drawing.added(context, ink.label(), Points.of(at)));
    }

    private Points with(Annotation points) {
        return points.shape() instanceof Points already ? already.plus(at) : Points.of(at);
    }
}
