package labelwright.geometry;

import java.util.Optional;

/// An axis-parallel box; left top corner and size in picture pixels.
public record Box(double x, double y, double width, double height) implements Shape {
    public Box {
        if (!Double.isFinite(x) || !Double.isFinite(y) || !Double.isFinite(width) || !Double.isFinite(height) || width < 0 || height < 0) {
            throw new IllegalArgumentException(
                    "A box needs finite coordinates and no negative side: " + x + ", " + y + ", " + width + ", " + height);
        }
    }

    public static Box of(Bounds bounds) {
        return new Box(bounds.x(), bounds.y(), bounds.width(), bounds.height());
    }

    /// The box spanned by two opposite corners, in any order.
    public static Box between(Point a, Point b) {
        return of(Bounds.between(a, b));
    }

    public double maxX() {
        return x + width;
    }

    public double maxY() {
        return y + height;
    }

    @Override
    public ShapeKind kind() {
        return ShapeKind.BOX;
    }

    @Override
    public Bounds bounds() {
        return new Bounds(x, y, width, height);
    }

    @Override
    public double area() {
        return width * height;
    }

    @Override
    public boolean contains(Point p) {
        return p.x() >= x && p.x() <= maxX() && p.y() >= y && p.y() <= maxY();
    }

    @Override
    public double distanceToOutline(Point p) {
        double outsideX = Math.max(Math.max(x - p.x(), p.x() - maxX()), 0);
        double outsideY = Math.max(Math.max(y - p.y(), p.y() - maxY()), 0);
        if (outsideX > 0 || outsideY > 0) {
            return Math.hypot(outsideX, outsideY);
        }
        return Math.min(Math.min(p.x() - x, maxX() - p.x()), Math.min(p.y() - y, maxY() - p.y()));
    }

    @Override
    public Box translate(double dx, double dy) {
        return new Box(x + dx, y + dy, width, height);
    }

    @Override
    public Optional<Shape> clip(double w, double h) {
        return bounds().intersection(new Bounds(0, 0, w, h)).filter(b -> b.width() > 0 && b.height() > 0).map(Box::of);
    }
}
