package labelwright.canvas.tool;

import java.util.Optional;
import java.util.Set;

import labelwright.geometry.Direction;
import labelwright.geometry.Point;
import labelwright.model.AnnotationId;

/// Where a drawn point goes: to the nearest place of the picture, to what it snaps to, and with Shift along eight directions only. Alt
/// suspends snapping. Remembers what the last point snapped to.
final class Pen {
    static final double EIGHT_WAYS = 45;

    private final ToolContext context;
    private final Set<AnnotationId> except;
    private Optional<Snap> snap = Optional.empty();

    /// @param except shapes to which nothing snaps
    Pen(ToolContext context, Set<AnnotationId> except) {
        this.context = context;
        this.except = except;
    }

    Pen(ToolContext context) {
        this(context, Set.of());
    }

    Point at(Pointer pointer) {
        return at(pointer, pointer.at());
    }

    /// @param wanted instead of the pointer's own place
    Point at(Pointer pointer, Point wanted) {
        Point inside = context.clamp(wanted);
        snap = context.snapping() && !pointer.has(Pointer.Modifier.ALT) ? Snapping.find(context, inside, except) : Optional.empty();
        return snap.map(Snap::at).map(context::clamp).orElse(inside);
    }

    /// With Shift level, upright or diagonal from the last point.
    Point from(Point last, Pointer pointer) {
        return pointer.has(Pointer.Modifier.SHIFT) ? held(last, pointer.at(), EIGHT_WAYS) : at(pointer);
    }

    /// In the nearest of the directions that are a whole number of steps apart.
    Point held(Point last, Point wanted, double step) {
        snap = Optional.empty();
        return Direction.held(last, wanted, step, context.picture());
    }

    Optional<Snap> snap() {
        return snap;
    }
}
