package labelwright.geometry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// An open line through at least two points.
public record Polyline(List<Point> points) implements Shape {
    public Polyline {
        points = List.copyOf(points);
        if (points.size() < 2) {
            throw new IllegalArgumentException("A line needs at least two points, not " + points.size());
        }
    }

    public double length() {
        double sum = 0;
        for (int i = 1; i < points.size(); i++) {
            sum += points.get(i - 1).distance(points.get(i));
        }
        return sum;
    }

    public Polyline withPoint(int index, Point point) {
        List<Point> changed = new ArrayList<>(points);
        changed.set(index, point);
        return new Polyline(changed);
    }

    /// A new point before `index`; `index` may be the number of points.
    public Polyline insertPoint(int index, Point point) {
        List<Point> changed = new ArrayList<>(points);
        changed.add(index, point);
        return new Polyline(changed);
    }

    /// @throws IllegalArgumentException when fewer than two points would be left
    public Polyline removePoint(int index) {
        List<Point> changed = new ArrayList<>(points);
        changed.remove(index);
        return new Polyline(changed);
    }

    @Override
    public ShapeKind kind() {
        return ShapeKind.POLYLINE;
    }

    @Override
    public Bounds bounds() {
        return Bounds.around(points);
    }

    @Override
    public double area() {
        return 0;
    }

    @Override
    public boolean contains(Point point) {
        return false;
    }

    @Override
    public double distanceToOutline(Point p) {
        double best = Double.POSITIVE_INFINITY;
        for (int i = 1; i < points.size(); i++) {
            best = Math.min(best, p.distanceToSegment(points.get(i - 1), points.get(i)));
        }
        return best;
    }

    @Override
    public Polyline translate(double dx, double dy) {
        return new Polyline(points.stream().map(p -> p.plus(dx, dy)).toList());
    }

    /// Of a line that leaves the picture and comes back, the longest piece inside.
    @Override
    public Optional<Shape> clip(double width, double height) {
        if (new Bounds(0, 0, width, height).contains(bounds())) {
            return Optional.of(this);
        }
        List<List<Point>> pieces = new ArrayList<>();
        Point end = null;
        for (int i = 1; i < points.size(); i++) {
            Optional<Segment> inside = new Segment(points.get(i - 1), points.get(i)).clip(width, height);
            if (inside.isEmpty()) {
                end = null;
                continue;
            }
            if (!inside.get().from.equals(end)) {
                pieces.add(new ArrayList<>(List.of(inside.get().from)));
            }
            end = inside.get().to;
            pieces.getLast().add(end);
        }
        return pieces.stream().map(Polyline::new).max(Comparator.comparingDouble(Polyline::length)).filter(line -> line.length() > 0)
                .map(Shape.class::cast);
    }

    /// A straight piece of the line.
    private record Segment(Point from, Point to) {

        /// Liang and Barsky, "A new concept and method for line clipping", 1984.
        Optional<Segment> clip(double width, double height) {
            double[] step = {from.x() - to.x(), to.x() - from.x(), from.y() - to.y(), to.y() - from.y()};
            double[] room = {from.x(), width - from.x(), from.y(), height - from.y()};
            double enter = 0;
            double leave = 1;
            for (int side = 0; side < step.length; side++) {
                if (step[side] == 0 && room[side] < 0) {
                    return Optional.empty();
                }
                if (step[side] < 0) {
                    enter = Math.max(enter, room[side] / step[side]);
                } else if (step[side] > 0) {
                    leave = Math.min(leave, room[side] / step[side]);
                }
            }
            return enter > leave ? Optional.empty() : Optional.of(new Segment(at(enter, width, height), at(leave, width, height)));
        }

        private Point at(double t, double width, double height) {
            if (t == 0 || t == 1) {
                return t == 0 ? from : to;
            }
            return new Point(Math.clamp(from.x() + t * (to.x() - from.x()), 0, width),
                    Math.clamp(from.y() + t * (to.y() - from.y()), 0, height));
        }
    }
}
