package labelwright.geometry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One or more single points that belong together.
public record Points(List<Point> points) implements Shape {
    public Points {
        points = List.copyOf(points);
        if (points.isEmpty()) {
            throw new IllegalArgumentException("There is no shape of no points");
        }
    }

    public static Points of(Point point) {
        return new Points(List.of(point));
    }

    public Points withPoint(int index, Point point) {
        List<Point> changed = new ArrayList<>(points);
        changed.set(index, point);
        return new Points(changed);
    }

    public Points plus(Point point) {
        List<Point> changed = new ArrayList<>(points);
        changed.add(point);
        return new Points(changed);
    }

    /// @throws IllegalArgumentException when no point would be left
    public Points removePoint(int index) {
        List<Point> changed = new ArrayList<>(points);
        changed.remove(index);
        return new Points(changed);
    }

    @Override
    public ShapeKind kind() {
        return ShapeKind.POINTS;
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
        return points.stream().mapToDouble(p::distance).min().orElseThrow();
    }

    @Override
    public Points translate(double dx, double dy) {
        return new Points(points.stream().map(p -> p.plus(dx, dy)).toList());
    }

    /// Without the points outside.
    @Override
    public Optional<Shape> clip(double width, double height) {
        Bounds picture = new Bounds(0, 0, width, height);
        List<Point> inside = points.stream().filter(picture::contains).toList();
        return inside.isEmpty() ? Optional.empty() : Optional.of(new Points(inside));
    }
}
