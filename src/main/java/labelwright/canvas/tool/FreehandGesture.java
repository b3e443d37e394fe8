package labelwright.canvas.tool;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import labelwright.geometry.Bounds;
import labelwright.geometry.Contour;
import labelwright.geometry.Point;
import labelwright.geometry.Simplification;

/// An outline in one stroke; when the button goes up, points that lie nearer than half a screen pixel to the line between others go.
final class FreehandGesture implements Gesture {
    private static final double TOLERANCE = 0.5;
    private static final double FINEST = 0.1;
    private static final double SMALLEST = 1;

    private final ToolContext context;
    private final Path path;
    private final Pen pen;
    private final List<Point> points = new ArrayList<>();

    FreehandGesture(ToolContext context, Path path, Pointer pointer) {
        this.context = context;
        this.path = path;
        this.pen = new Pen(context, path.except());
        points.add(pen.at(pointer));
    }

    @Override
    public Preview preview() {
        return new Preview.NewStroke(path.label(), points);
    }

    @Override
    public Optional<Snap> snap() {
        return pen.snap();
    }

    @Override
    public Outcome move(Pointer pointer) {
        Point next = pen.at(pointer);
        if (!next.equals(points.getLast())) {
            points.add(next);
        }
        return Outcome.GOING;
    }

    @Override
    public Outcome release(Pointer pointer) {
        move(pointer);
        Bounds bounds = Bounds.around(points);
        if (points.size() < path.fewest() || Math.min(bounds.width(), bounds.height()) < SMALLEST) {
            return Outcome.CANCELLED;
        }
        List<Point> simple = Simplification.ring(points, Math.max(FINEST, TOLERANCE * context.pixel()));
        return path.finish(simple, Contour.Ends.CLOSED);
    }
}
