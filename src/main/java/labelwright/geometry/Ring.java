package labelwright.geometry;

import java.util.ArrayList;
import java.util.List;

/// A closed line of at least three points; the last point joins the first and is not repeated.
public record Ring(List<Point> points) {
    public Ring {
        points = List.copyOf(points);
        if (points.size() < 3) {
            throw new IllegalArgumentException("A polygon needs at least three points, not " + points.size());
        }
    }

    /// Area in square pixels by the shoelace formula, never negative.
    public double area() {
        double twice = 0;
        Point previous = points.getLast();
        for (Point point : points) {
            twice += previous.x() * point.y() - point.x() * previous.y();
            previous = point;
        }
        return Math.abs(twice) / 2;
    }

    public Bounds bounds() {
        return Bounds.around(points);
    }

    /// Even-odd rule; a point on the edge may fall on either side.
    public boolean contains(Point p) {
        boolean inside = false;
        Point previous = points.getLast();
        for (Point point : points) {
            if (point.y() > p.y() != previous.y() > p.y()) {
                double crossing = (previous.x() - point.x()) * (p.y() - point.y()) / (previous.y() - point.y()) + point.x();
                if (p.x() < crossing) {
                    inside = !inside;
                }
            }
            previous = point;
        }
        return inside;
    }

    public double distanceTo(Point p) {
        double best = Double.POSITIVE_INFINITY;
        Point previous = points.getLast();
        for (Point point : points) {
            best = Math.min(best, p.distanceToSegment(previous, point));
            previous = point;
        }
        return best;
    }

    public Ring translate(double dx, double dy) {
        return new Ring(points.stream().map(p -> p.plus(dx, dy)).toList());
    }

    public Ring withPoint(int index, Point point) {
        List<Point> changed = new ArrayList<>(points);
        changed.set(index, point);
        return new Ring(changed);
    }

    /// A new point before `index`; `index` may be the number of points.
    public Ring insertPoint(int index, Point point) {
        List<Point> changed = new ArrayList<>(points);
        changed.add(index, point);
        return new Ring(changed);
    }

    /// @throws IllegalArgumentException when fewer than three points would be left
    public Ring removePoint(int index) {
        List<Point> changed = new ArrayList<>(points);
        changed.remove(index);
        return new Ring(changed);
    }
}
