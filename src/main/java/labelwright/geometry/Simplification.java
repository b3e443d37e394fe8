package labelwright.geometry;

import java.util.List;

import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.simplify.DouglasPeuckerSimplifier;
import org.locationtech.jts.simplify.TopologyPreservingSimplifier;

/// Leaves out points that matter little.
///
/// Lines: Douglas and Peucker, "Algorithms for the reduction of the number of points required to represent a digitized line or its
/// caricature", 1973. Polygons: the same, but no ring may cross itself or another one.
public final class Simplification {
    private static final int FEWEST = 3;
    private static final int NOT_OF_POINTS = 0;

    private Simplification() {}

    /// A line with the same ends, nowhere farther than the tolerance from the old one.
    ///
    /// @param points at least two
    /// @param tolerance in pixels
    public static List<Point> line(List<Point> points, double tolerance) {
        if (points.size() < FEWEST || tolerance <= 0) {
            return List.copyOf(points);
        }
        return JtsShapes.points(DouglasPeuckerSimplifier.simplify(JtsShapes.line(points), tolerance));
    }

    /// A closed line; at least three points stay.
    ///
    /// @param points at least three
    public static List<Point> ring(List<Point> points, double tolerance) {
        return tolerance <= 0 ? List.copyOf(points) : of(new Polygon.Part(new Ring(points), List.of()), tolerance).outer().points();
    }

    /// Polygons and lines with fewer points; other shapes as they are.
    public static Shape of(Shape shape, double tolerance) {
        if (tolerance <= 0) {
            return shape;
        }
        return switch (shape) {
            case Polygon polygon -> new Polygon(polygon.parts().stream().map(part -> of(part, tolerance)).toList());
            case Polyline line -> new Polyline(line(line.points(), tolerance));
            case Box _, RotatedBox _, Ellipse _, Points _, Keypoints _, Mask _, TextSpan _ -> shape;
        };
    }

    private static Polygon.Part of(Polygon.Part part, double tolerance) {
        Geometry simple = TopologyPreservingSimplifier.simplify(JtsShapes.raw(part), tolerance);
        return simple instanceof org.locationtech.jts.geom.Polygon polygon && !polygon.isEmpty() ? JtsShapes.part(polygon) : part;
    }

    /// How many points the shape's outline has; 0 for shapes that are not made of points.
    public static int pointCount(Shape shape) {
        return switch (shape) {
            case Polygon polygon -> polygon.pointCount();
            case Polyline line -> line.points().size();
            case Points points -> points.points().size();
            case Keypoints keypoints -> keypoints.placed().size();
            case Box _, RotatedBox _, Ellipse _, Mask _, TextSpan _ -> NOT_OF_POINTS;
        };
    }
}
