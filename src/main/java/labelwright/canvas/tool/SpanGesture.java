package labelwright.canvas.tool;

import java.util.Optional;
import java.util.function.Function;

import labelwright.geometry.Bounds;
import labelwright.geometry.Point;
import labelwright.geometry.Shape;

/// Spans the box in which a shape lies between two corners. A press and release in one place fixes the first corner; the next press fixes
/// the second. Shift makes it a square; with Alt the first place is the centre.
final class SpanGesture implements Gesture {
    /// A drag shorter than this many screen pixels is a click.
    private static final double CLICK = 3;
    /// Boxes with a side below this many picture pixels are slips of the hand.
    private static final double SMALLEST = 1;

    private final ToolContext context;
    private final Ink ink;
    private final Function<Bounds, Shape> maker;
    private final Pen pen;
    private final Point start;
    private Bounds bounds;
    private boolean secondPress;

    /// @param maker makes the shape that fills a box
    SpanGesture(ToolContext context, Ink ink, Pointer at, Function<Bounds, Shape> maker) {
        this.context = context;
        this.ink = ink;
        this.maker = maker;
        this.pen = new Pen(context);
        this.start = pen.at(at);
        this.bounds = new Bounds(start.x(), start.y(), 0, 0);
    }

    @Override
    public Preview preview() {
        return new Preview.NewShape(ink.label(), maker.apply(bounds));
    }

    @Override
    public Optional<Note> note() {
        return Optional.of(Note.size(bounds));
    }

    @Override
    public Optional<Snap> snap() {
        return pen.snap();
    }

    @Override
    public Outcome move(Pointer pointer) {
        boolean centred = pointer.has(Pointer.Modifier.ALT);
        Point end = pointer.has(Pointer.Modifier.SHIFT) ? square(pointer.at(), centred) : pen.at(pointer);
        bounds = centred ? around(end) : Bounds.between(start, end);
        return Outcome.GOING;
    }

    @Override
    public Outcome press(Pointer pointer) {
        secondPress = true;
        return move(pointer);
    }

    @Override
    public Outcome release(Pointer pointer) {
        move(pointer);
        boolean click = Math.hypot(bounds.width(), bounds.height()) < CLICK * context.pixel();
        if (click && !secondPress) {
            return Outcome.GOING;
        }
        boolean slip = Math.min(bounds.width(), bounds.height()) < SMALLEST;
        return slip ? Outcome.CANCELLED : Drawing.added(context, ink.label(), maker.apply(bounds));
    }

    /// As far to the other side too, where the picture has room for it.
    private Bounds around(Point end) {
        Bounds area = context.picture();
        double halfWidth = Math.min(Math.abs(end.x() - start.x()), Math.min(start.x() - area.x(), area.maxX() - start.x()));
        double halfHeight = Math.min(Math.abs(end.y() - start.y()), Math.min(start.y() - area.y(), area.maxY() - start.y()));
        return new Bounds(start.x() - halfWidth, start.y() - halfHeight, 2 * halfWidth, 2 * halfHeight);
    }

    private Point square(Point at, boolean centred) {
        Bounds area = context.picture();
        double dx = at.x() - start.x();
        double dy = at.y() - start.y();
        double left = start.x() - area.x();
        double right = area.maxX() - start.x();
        double above = start.y() - area.y();
        double below = area.maxY() - start.y();
        double roomX = centred ? Math.min(left, right) : dx < 0 ? left : right;
        double roomY = centred ? Math.min(above, below) : dy < 0 ? above : below;
        double side = Math.min(Math.max(Math.abs(dx), Math.abs(dy)), Math.min(roomX, roomY));
        return start.plus(Math.copySign(side, dx), Math.copySign(side, dy));
    }
}
