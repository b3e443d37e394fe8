package labelwright.canvas.tool;

import java.util.List;
import java.util.Optional;

import labelwright.edit.Selection;
import labelwright.geometry.Bounds;
import labelwright.geometry.Direction;
import labelwright.geometry.Point;

/// Drags annotations. Without a drag it was a click, and something is selected. Shift moves level, upright or diagonally only. The corner
/// that comes nearest to another shape snaps to it; Alt suspends that.
final class MoveGesture implements Gesture {
    /// A drag shorter than this many screen pixels is a click.
    private static final double CLICK = 3;
    private static final Bounds EVERYWHERE = new Bounds(-1e9, -1e9, 2e9, 2e9);

    private final ToolContext context;
    private final Moving moving;
    private final List<Point> corners;
    private final Point start;
    private final Selection selected;
    private final Selection afterClick;
    private Optional<Snap> snap = Optional.empty();
    private boolean dragged;

    /// @param selected what is selected after a drag
    /// @param afterClick what is selected after a click
    MoveGesture(ToolContext context, Moving moving, Point at, Selection selected, Selection afterClick) {
        this.context = context;
        this.moving = moving;
        this.corners = moving.corners();
        this.start = at;
        this.selected = selected;
        this.afterClick = afterClick;
    }

    @Override
    public Preview preview() {
        return dragged ? moving.preview() : Preview.NOTHING;
    }

    @Override
    public Optional<Snap> snap() {
        return snap;
    }

    @Override
    public Outcome move(Pointer pointer) {
        double dx = pointer.at().x() - start.x();
        double dy = pointer.at().y() - start.y();
        dragged |= Math.hypot(dx, dy) >= CLICK * context.pixel();
        snap = Optional.empty();
        if (dragged && pointer.has(Pointer.Modifier.SHIFT)) {
            Point held = Direction.held(start, pointer.at(), Pen.EIGHT_WAYS, EVERYWHERE);
            moving.to(held.x() - start.x(), held.y() - start.y());
        } else if (dragged) {
            moving.to(dx, dy);
            if (context.snapping() && !pointer.has(Pointer.Modifier.ALT)) {
                snapNearestCorner(moving.dx(), moving.dy());
            }
        }
        return Outcome.GOING;
    }

    private void snapNearestCorner(double dx, double dy) {
        double best = Double.POSITIVE_INFINITY;
        for (Point corner : corners) {
            Point there = corner.plus(dx, dy);
            Optional<Snap> found = Snapping.find(context, there, moving.ids());
            double distance = found.map(place -> place.at().distance(there) + handicap(place)).orElse(Double.POSITIVE_INFINITY);
            if (distance < best) {
                best = distance;
                snap = found;
                found.ifPresent(place -> moving.to(place.at().x() - corner.x(), place.at().y() - corner.y()));
            }
        }
    }

    /// A corner on a corner goes before a corner on an edge.
    private double handicap(Snap place) {
        return place.on() == Snap.On.VERTEX ? 0 : context.handleReach();
    }

    @Override
    public Outcome release(Pointer pointer) {
        move(pointer);
        return dragged ? moving.finish(selected) : new Outcome.Selected(afterClick);
    }
}
