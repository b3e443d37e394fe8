package labelwright.geometry;

/// A position in picture pixels.
public record Point(double x, double y) {
    public Point {
        if (!Double.isFinite(x) || !Double.isFinite(y)) {
            throw new IllegalArgumentException("A point needs finite coordinates, not (" + x + ", " + y + ")");
        }
    }

    public Point plus(double dx, double dy) {
        return new Point(x + dx, y + dy);
    }

    public double distance(Point other) {
        return Math.hypot(x - other.x, y - other.y);
    }

    /// Distance from this point to the nearest point of the segment a-b.
    public double distanceToSegment(Point a, Point b) {
        return distance(nearestOnSegment(a, b));
    }

    /// The point of the segment a-b that lies nearest to this one.
    public Point nearestOnSegment(Point a, Point b) {
        double dx = b.x - a.x;
        double dy = b.y - a.y;
        double squared = dx * dx + dy * dy;
        if (squared == 0) {
            return a;
        }
        double t = Math.clamp(((x - a.x) * dx + (y - a.y) * dy) / squared, 0, 1);
        return new Point(a.x + t * dx, a.y + t * dy);
    }
}
