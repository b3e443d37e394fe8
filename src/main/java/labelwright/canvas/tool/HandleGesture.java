package labelwright.canvas.tool;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import labelwright.edit.EditName;
import labelwright.edit.Selection;
import labelwright.geometry.Bounds;
import labelwright.geometry.Ellipse;
import labelwright.geometry.Handle;
import labelwright.geometry.Handles;
import labelwright.geometry.Point;
import labelwright.geometry.RotatedBox;
import labelwright.geometry.Shape;
import labelwright.geometry.ShapeAlgebra;
import labelwright.model.Annotation;

/// Drags one handle of one shape. Shift keeps the proportions of a box, moves a point level, upright or diagonally, and turns by steps of
/// 15 degrees.
final class HandleGesture implements Gesture {
    /// Shapes with a side below this many picture pixels are not kept.
    private static final double SMALLEST = 1;

    private final ToolContext context;
    private final Grabbing.Grab grab;
    private final Point start;
    private final Pen pen;
    private Annotation changed;
    private Point at;

    HandleGesture(ToolContext context, Grabbing.Grab grab, Point at) {
        this.context = context;
        this.grab = grab;
        this.start = at;
        this.at = at;
        this.pen = new Pen(context, Set.of(grab.annotation().id()));
        this.changed = grab.annotation();
    }

    @Override
    public Preview preview() {
        return new Preview.Changed(List.of(changed));
    }

    @Override
    public Optional<Note> note() {
        return switch (grab.handle()) {
            case Handle.Turner _ -> Optional.of(Note.angle(angle(changed.shape()), at));
            case Handle.Grip _ -> Optional.of(size(changed.shape()));
            case Handle.Vertex _, Handle.Edge _ -> Optional.empty();
        };
    }

    @Override
    public Optional<Snap> snap() {
        return pen.snap();
    }

    @Override
    public Outcome move(Pointer pointer) {
        at = pointer.at();
        boolean moved = at.distance(start) > context.pixel();
        changed = moved ? grab.annotation().withShape(dragged(pointer)) : grab.annotation();
        return Outcome.GOING;
    }

    private Shape dragged(Pointer pointer) {
        boolean held = pointer.has(Pointer.Modifier.SHIFT);
        Point to = grab.handle().at().plus(at.x() - start.x(), at.y() - start.y());
        Point place = switch (grab.handle()) {
            case Handle.Turner _ -> to;
            case Handle.Grip _ -> held ? context.clamp(to) : pen.at(pointer, to);
            case Handle.Vertex vertex -> held ? pen.held(vertex.at(), to, Pen.EIGHT_WAYS) : pen.at(pointer, to);
            case Handle.Edge _ -> pen.at(pointer, to);
        };
        return Handles.move(grab.annotation().shape(), grab.handle(), place,
                held ? Handles.Constraint.KEEP_RATIO : Handles.Constraint.FREE);
    }

    @Override
    public Outcome release(Pointer pointer) {
        move(pointer);
        if (changed.shape().equals(grab.annotation().shape())) {
            return new Outcome.Selected(Selection.of(grab.annotation().id()));
        }
        Bounds bounds = changed.shape().bounds();
        if (ShapeAlgebra.hasArea(changed.shape()) && Math.min(bounds.width(), bounds.height()) < SMALLEST) {
            return Outcome.CANCELLED;
        }
        EditName name = grab.handle() instanceof Handle.Turner ? EditName.TURN : Grabbing.editName(changed.shape());
        return Grabbing.replaced(context, grab.annotation(), changed.shape(), name);
    }

    private static double angle(Shape shape) {
        return shape instanceof RotatedBox box ? box.angle() : shape instanceof Ellipse ellipse ? ellipse.angle() : 0;
    }

    private Note size(Shape shape) {
        RotatedBox turned = shape instanceof RotatedBox box ? box : shape instanceof Ellipse ellipse ? ellipse.box() : null;
        Note ofBounds = Note.size(shape.bounds());
        return turned == null
                ? ofBounds
                : new Note(Note.size(new Bounds(0, 0, turned.width(), turned.height())).text(), ofBounds.at());
    }
}
