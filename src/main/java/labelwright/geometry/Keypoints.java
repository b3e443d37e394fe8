package labelwright.geometry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A skeleton: points in the order of its label's template, some of them perhaps absent. At least one is there.
public record Keypoints(List<Keypoint> points) implements Shape {
    public Keypoints {
        points = List.copyOf(points);
        if (points.stream().noneMatch(Keypoint::isThere)) {
            throw new IllegalArgumentException("A skeleton needs at least one point that is there");
        }
    }

    /// The points that are there.
    public List<Point> placed() {
        return points.stream().filter(Keypoint::isThere).map(Keypoint::at).toList();
    }

    public Keypoints withPoint(int index, Keypoint point) {
        List<Keypoint> changed = new ArrayList<>(points);
        changed.set(index, point);
        return new Keypoints(changed);
    }

    @Override
    public ShapeKind kind() {
        return ShapeKind.KEYPOINTS;
    }

    @Override
    public Bounds bounds() {
        return Bounds.around(placed());
    }

    @Override
    public double area() {
        return 0;
    }

    @Override
    public boolean contains(Point point) {
        return false;
    }

    /// Distance to the nearest point that is there; the edges are the template's and not known here.
    @Override
    public double distanceToOutline(Point p) {
        return placed().stream().mapToDouble(p::distance).min().orElseThrow();
    }

    @Override
    public Keypoints translate(double dx, double dy) {
        return new Keypoints(points.stream().map(point -> point.moveTo(point.at().plus(dx, dy))).toList());
    }

    /// Points outside become absent.
    @Override
    public Optional<Shape> clip(double width, double height) {
        Bounds picture = new Bounds(0, 0, width, height);
        List<Keypoint> inside = points.stream().map(point -> picture.contains(point.at()) ? point : Keypoint.ABSENT).toList();
        return inside.stream().anyMatch(Keypoint::isThere) ? Optional.of(new Keypoints(inside)) : Optional.empty();
    }
}
