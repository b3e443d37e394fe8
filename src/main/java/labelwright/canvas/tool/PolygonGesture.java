package labelwright.canvas.tool;

import java.util.ArrayList;
import java.util.List;

import labelwright.geometry.Point;
import labelwright.geometry.Polygon;
import labelwright.model.LabelId;

/// An outline point by point: each press sets one, dragging with the button down sets many, Backspace takes the last one back.
/// Enter, a double click or a press on the first point closes it.
final class PolygonGesture implements Gesture {
    private static final int FEWEST = 3;
    /// Distance in screen pixels between the points that a drag sets.
    private static final double STROKE_STEP = 12;

    private final ToolContext context;
    private final LabelId label;
    private final List<Point> points = new ArrayList<>();
    private Point next;
    private boolean pressed = true;

    PolygonGesture(ToolContext context, LabelId label, Point at) {
        this.context = context;
        this.label = label;
        this.next = context.clamp(at);
        points.add(next);
    }

    @Override
    public Preview preview() {
        return new Preview.NewOutline(label, points, next, closesAt(next) ? Preview.Closing.CLOSES : Preview.Closing.OPEN);
    }

    @Override
    public Outcome move(Pointer pointer) {
        next = context.clamp(pointer.at());
        if (pressed && next.distance(points.getLast()) >= STROKE_STEP * context.pixel() && !closesAt(next)) {
            points.add(next);
        }
        return Outcome.GOING;
    }

    @Override
    public Outcome press(Pointer pointer) {
        next = context.clamp(pointer.at());
        if (closesAt(next) || pointer.clicks() > 1) {
            return close();
        }
        pressed = true;
        points.add(next);
        return Outcome.GOING;
    }

    @Override
    public Outcome release(Pointer pointer) {
        next = context.clamp(pointer.at());
        pressed = false;
        return Outcome.GOING;
    }

    @Override
    public Outcome key(ToolKey key) {
        return switch (key) {
            case ENTER -> close();
            case BACKSPACE, DELETE -> takeBack();
            case ESCAPE -> Outcome.CANCELLED;
            case LEFT, RIGHT, UP, DOWN, BIG_LEFT, BIG_RIGHT, BIG_UP, BIG_DOWN -> Outcome.GOING;
        };
    }

    private boolean closesAt(Point point) {
        return points.size() >= FEWEST && point.distance(points.getFirst()) <= context.handleReach();
    }

    private Outcome takeBack() {
        points.removeLast();
        return points.isEmpty() ? Outcome.CANCELLED : Outcome.GOING;
    }

    private Outcome close() {
        List<Point> outline = new ArrayList<>();
        for (Point point : points) {
            if (outline.isEmpty() || point.distance(outline.getLast()) > 0) {
                outline.add(point);
            }
        }
        if (outline.size() < FEWEST) {
            return Outcome.GOING;
        }
        return Drawing.added(context, label, Polygon.of(outline));
    }
}
