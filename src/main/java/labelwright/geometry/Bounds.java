package labelwright.geometry;

import java.util.Collection;
import java.util.Optional;

/// An axis-parallel rectangle in picture pixels; width and height are never negative, zero is allowed (a line, a point).
public record Bounds(double x, double y, double width, double height) {
    public Bounds {
        if (!Double.isFinite(x) || !Double.isFinite(y) || !Double.isFinite(width) || !Double.isFinite(height) || width < 0 || height < 0) {
            throw new IllegalArgumentException(
                    "A rectangle needs finite coordinates and no negative side: " + x + ", " + y + ", " + width + ", " + height);
        }
    }

    /// The rectangle spanned by two opposite corners, in any order.
    public static Bounds between(Point a, Point b) {
        return new Bounds(Math.min(a.x(), b.x()), Math.min(a.y(), b.y()), Math.abs(a.x() - b.x()), Math.abs(a.y() - b.y()));
    }

    /// @throws IllegalArgumentException when there is no point
    public static Bounds around(Collection<Point> points) {
        double minX = Double.POSITIVE_INFINITY;
        double minY = Double.POSITIVE_INFINITY;
        double maxX = Double.NEGATIVE_INFINITY;
        double maxY = Double.NEGATIVE_INFINITY;
        for (Point point : points) {
            minX = Math.min(minX, point.x());
            minY = Math.min(minY, point.y());
            maxX = Math.max(maxX, point.x());
            maxY = Math.max(maxY, point.y());
        }
        if (points.isEmpty()) {
            throw new IllegalArgumentException("There is no rectangle around no points");
        }
        return new Bounds(minX, minY, maxX - minX, maxY - minY);
    }

    public double maxX() {
        return x + width;
    }

    public double maxY() {
        return y + height;
    }

    public double area() {
        return width * height;
    }

    public Point centre() {
        return new Point(x + width / 2, y + height / 2);
    }

    public boolean contains(Point p) {
        return p.x() >= x && p.x() <= maxX() && p.y() >= y && p.y() <= maxY();
    }

    public boolean contains(Bounds other) {
        return other.x >= x && other.y >= y && other.maxX() <= maxX() && other.maxY() <= maxY();
    }

    public boolean intersects(Bounds other) {
        return x <= other.maxX() && other.x <= maxX() && y <= other.maxY() && other.y <= maxY();
    }

    /// The common part, or nothing when the two do not even touch.
    public Optional<Bounds> intersection(Bounds other) {
        if (!intersects(other)) {
            return Optional.empty();
        }
        double left = Math.max(x, other.x);
        double top = Math.max(y, other.y);
        return Optional.of(new Bounds(left, top, Math.max(0, Math.min(maxX(), other.maxX()) - left),
                Math.max(0, Math.min(maxY(), other.maxY()) - top)));
    }

    public Bounds union(Bounds other) {
        double left = Math.min(x, other.x);
        double top = Math.min(y, other.y);
        return new Bounds(left, top, Math.max(maxX(), other.maxX()) - left, Math.max(maxY(), other.maxY()) - top);
    }

    /// Intersection over union of the areas, 0 when both are empty.
    public double iou(Bounds other) {
        double w = Math.min(maxX(), other.maxX()) - Math.max(x, other.x);
        double h = Math.min(maxY(), other.maxY()) - Math.max(y, other.y);
        if (w <= 0 || h <= 0) {
            return 0;
        }
        double common = w * h;
        return common / (area() + other.area() - common);
    }

    /// Grown by `margin` on every side.
    public Bounds grow(double margin) {
        return new Bounds(x - margin, y - margin, Math.max(0, width + 2 * margin), Math.max(0, height + 2 * margin));
    }
}
