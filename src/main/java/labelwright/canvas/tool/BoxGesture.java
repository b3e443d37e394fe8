package labelwright.canvas.tool;

import labelwright.geometry.Bounds;
import labelwright.geometry.Box;
import labelwright.geometry.Point;
import labelwright.model.LabelId;

/// Spans a box between two corners. A press and release in one place fixes the first corner; the next press fixes the second.
/// Shift makes it a square.
final class BoxGesture implements Gesture {
    /// A drag shorter than this many screen pixels is a click.
    private static final double CLICK = 3;
    /// Boxes with a side below this many picture pixels are slips of the hand.
    private static final double SMALLEST = 1;

    private final ToolContext context;
    private final LabelId label;
    private final Point start;
    private Point end;
    private boolean secondPress;

    BoxGesture(ToolContext context, LabelId label, Point at) {
        this.context = context;
        this.label = label;
        this.start = context.clamp(at);
        this.end = start;
    }

    @Override
    public Preview preview() {
        return new Preview.NewBox(label, Bounds.between(start, end));
    }

    @Override
    public Outcome move(Pointer pointer) {
        end = context.clamp(pointer.has(Pointer.Modifier.SHIFT) ? square(pointer.at()) : pointer.at());
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
        boolean click = start.distance(end) < CLICK * context.pixel();
        if (click && !secondPress) {
            return Outcome.GOING;
        }
        Box box = Box.between(start, end);
        boolean slip = Math.min(box.width(), box.height()) < SMALLEST;
        return slip ? Outcome.CANCELLED : Drawing.added(context, label, box);
    }

    private Point square(Point at) {
        Bounds area = context.picture();
        double dx = at.x() - start.x();
        double dy = at.y() - start.y();
        double roomX = dx < 0 ? start.x() - area.x() : area.maxX() - start.x();
        double roomY = dy < 0 ? start.y() - area.y() : area.maxY() - start.y();
        double side = Math.min(Math.max(Math.abs(dx), Math.abs(dy)), Math.min(roomX, roomY));
        return start.plus(Math.copySign(side, dx), Math.copySign(side, dy));
    }
}
