package labelwright.canvas.tool;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

import labelwright.geometry.Contour;
import labelwright.geometry.Point;

/// A line point by point: each press sets one, dragging with the button down sets many, Backspace takes the last one back. Enter or a
/// double click ends it; where the path can be closed a press on the first point closes it. With Shift the next piece is level, upright
/// or diagonal.
///
/// Two points after each other on the outline of one neighbour: the line follows the outline between them, the shorter way around, and
/// with Shift the other way.
final class PathGesture implements Gesture {
    private static final int FEWEST_CLOSED = 3;
    /// Distance in screen pixels between the points that a drag sets.
    private static final double STROKE_STEP = 12;

    private final ToolContext context;
    private final Path path;
    private final Pen pen;
    private final List<Point> points = new ArrayList<>();
    private final Deque<Step> steps = new ArrayDeque<>();
    private List<Point> ahead;
    private boolean pressed = true;

    /// What one press added.
    private record Step(int points, Optional<Snap> snap) {}

    /// @param begun the points that are there already; may be empty
    PathGesture(ToolContext context, Path path, List<Point> begun, Pointer pointer) {
        this.context = context;
        this.path = path;
        this.pen = new Pen(context, path.except());
        this.ahead = List.of(pen.at(pointer));
        points.addAll(begun);
        if (begun.isEmpty()) {
            set();
        } else {
            steps.push(new Step(begun.size(), Optional.empty()));
        }
    }

    @Override
    public Preview preview() {
        Preview.Closing closing = closesAt(ahead.getLast())
                ? Preview.Closing.CLOSES
                : path.ends() == Contour.Ends.OPEN ? Preview.Closing.NEVER : Preview.Closing.OPEN;
        return new Preview.NewOutline(path.label(), points, ahead, closing);
    }

    @Override
    public Optional<Snap> snap() {
        return pen.snap();
    }

    @Override
    public Outcome move(Pointer pointer) {
        look(pointer);
        if (pressed && ahead.getLast().distance(points.getLast()) >= STROKE_STEP * context.pixel() && !closesAt(ahead.getLast())) {
            set();
        }
        return Outcome.GOING;
    }

    @Override
    public Outcome press(Pointer pointer) {
        look(pointer);
        if (closesAt(ahead.getLast())) {
            return finish(Contour.Ends.CLOSED);
        }
        if (pointer.clicks() > 1 && points.size() > 1) {
            return finish(path.ends());
        }
        pressed = true;
        set();
        return Outcome.GOING;
    }

    @Override
    public Outcome release(Pointer pointer) {
        look(pointer);
        pressed = false;
        return Outcome.GOING;
    }

    @Override
    public Outcome key(ToolKey key) {
        return switch (key) {
            case ENTER -> finish(path.ends());
            case BACKSPACE, DELETE -> takeBack();
            case ESCAPE -> Outcome.CANCELLED;
            case LEFT, RIGHT, UP, DOWN, BIG_LEFT, BIG_RIGHT, BIG_UP, BIG_DOWN, SKIP, OCCLUDED -> Outcome.GOING;
        };
    }

    /// What is drawn so far is kept if anything can come of it.
    @Override
    public Outcome leave() {
        Outcome outcome = finish(path.ends());
        return outcome instanceof Outcome.Going ? Outcome.CANCELLED : outcome;
    }

    private void look(Pointer pointer) {
        Point last = points.getLast();
        Point next = pen.at(pointer);
        Optional<Snap.Border> from = steps.getFirst().snap().flatMap(Snap::border);
        Optional<Snap.Border> to = pen.snap().flatMap(Snap::border);
        if (!pressed && from.isPresent() && to.isPresent() && from.get().isSameLine(to.get())) {
            ahead = Snapping.between(from.get(), last, to.get(), next,
                    pointer.has(Pointer.Modifier.SHIFT) ? Snapping.Way.LONG : Snapping.Way.SHORT);
        } else {
            ahead = List.of(pointer.has(Pointer.Modifier.SHIFT) ? pen.from(last, pointer) : next);
        }
    }

    private void set() {
        points.addAll(ahead);
        steps.push(new Step(ahead.size(), pen.snap()));
        ahead = List.of(ahead.getLast());
    }

    private boolean closesAt(Point point) {
        return path.canClose() && points.size() >= FEWEST_CLOSED && point.distance(points.getFirst()) <= context.handleReach();
    }

    private Outcome takeBack() {
        int gone = steps.pop().points();
        points.subList(points.size() - gone, points.size()).clear();
        return points.isEmpty() ? Outcome.CANCELLED : Outcome.GOING;
    }

    private Outcome finish(Contour.Ends how) {
        List<Point> line = new ArrayList<>();
        for (Point point : points) {
            if (line.isEmpty() || point.distance(line.getLast()) > 0) {
                line.add(point);
            }
        }
        boolean closed = how == Contour.Ends.CLOSED;
        if (closed && line.size() > 1 && line.getFirst().equals(line.getLast())) {
            line.removeLast();
        }
        boolean enough = line.size() >= Math.max(path.fewest(), closed ? FEWEST_CLOSED : 2);
        return enough ? path.finish(line, how) : Outcome.GOING;
    }
}
