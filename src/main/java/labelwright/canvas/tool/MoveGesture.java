package labelwright.canvas.tool;

import labelwright.edit.Selection;
import labelwright.geometry.Point;

/// Drags annotations. Without a drag it was a click, and something is selected. Shift moves along one axis only.
final class MoveGesture implements Gesture {
    /// A drag shorter than this many screen pixels is a click.
    private static final double CLICK = 3;

    private final ToolContext context;
    private final Moving moving;
    private final Point start;
    private final Selection selected;
    private final Selection afterClick;
    private boolean dragged;

    /// @param selected what is selected after a drag
    /// @param afterClick what is selected after a click
    MoveGesture(ToolContext context, Moving moving, Point at, Selection selected, Selection afterClick) {
        this.context = context;
        this.moving = moving;
        this.start = at;
        this.selected = selected;
        this.afterClick = afterClick;
    }

    @Override
    public Preview preview() {
        return dragged ? moving.preview() : Preview.NOTHING;
    }

    @Override
    public Outcome move(Pointer pointer) {
        double dx = pointer.at().x() - start.x();
        double dy = pointer.at().y() - start.y();
        dragged |= Math.hypot(dx, dy) >= CLICK * context.pixel();
        if (dragged) {
            boolean oneAxis = pointer.has(Pointer.Modifier.SHIFT);
            boolean across = Math.abs(dx) >= Math.abs(dy);
            moving.to(oneAxis && !across ? 0 : dx, oneAxis && across ? 0 : dy);
        }
        return Outcome.GOING;
    }

    @Override
    public Outcome release(Pointer pointer) {
        move(pointer);
        return dragged ? moving.finish(selected) : new Outcome.Selected(afterClick);
    }
}
