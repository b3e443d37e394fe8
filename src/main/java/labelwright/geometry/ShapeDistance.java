package labelwright.geometry;

import java.util.List;
import java.util.stream.IntStream;

/// How far one shape is from being another, in pixels.
public final class ShapeDistance {
    private ShapeDistance() {}

    /// The farthest that a point moved. For shapes of another kind or number of points, the farthest that a corner of one lies from the outline
    /// of the other. Masks that differ differ by a pixel at least. Infinite when points of one have no like in the other.
    public static double between(Shape a, Shape b) {
        if (a.equals(b)) {
            return 0;
        }
        double moved = switch (a) {
            case Box box when b instanceof Box other -> farthest(box.bounds(), other.bounds());
            case RotatedBox box when b instanceof RotatedBox other -> farthest(box.corners(), other.corners());
            case Ellipse ellipse when b instanceof Ellipse other -> farthest(ellipse.box().corners(), other.box().corners());
            case Polygon polygon when b instanceof Polygon other -> rings(polygon, other);
            case Polyline line when b instanceof Polyline other -> farthest(line.points(), other.points());
            case Points points when b instanceof Points other -> farthest(points.points(), other.points());
            case Keypoints keypoints when b instanceof Keypoints other -> keypoints(keypoints, other);
            case Mask mask when b instanceof Mask other -> Math.max(1, farthest(mask.bounds(), other.bounds()));
            default -> Double.POSITIVE_INFINITY;
        };
        return Math.min(moved, outlines(a, b));
    }

    private static double rings(Polygon a, Polygon b) {
        List<Ring> one = a.rings();
        List<Ring> two = b.rings();
        return one.size() != two.size() || a.parts().size() != b.parts().size()
                ? Double.POSITIVE_INFINITY
                : IntStream.range(0, one.size()).mapToDouble(i -> farthest(one.get(i).points(), two.get(i).points())).max().orElse(0);
    }

    private static double keypoints(Keypoints a, Keypoints b) {
        boolean sameSight = a.points().stream().map(Keypoint::visibility).toList()
                .equals(b.points().stream().map(Keypoint::visibility).toList());
        return sameSight ? farthest(a.placed(), b.placed()) : Double.POSITIVE_INFINITY;
    }

    /// Both ways, for areas only.
    private static double outlines(Shape a, Shape b) {
        if (a instanceof Mask || b instanceof Mask || a.area() == 0 || b.area() == 0) {
            return Double.POSITIVE_INFINITY;
        }
        return Math.max(toOutline(a, b), toOutline(b, a));
    }

    private static double toOutline(Shape from, Shape to) {
        return Contour.of(from).stream().flatMap(contour -> contour.points().stream()).mapToDouble(to::distanceToOutline).max().orElse(0);
    }

    private static double farthest(Bounds a, Bounds b) {
        return Math.max(Math.hypot(a.x() - b.x(), a.y() - b.y()), Math.hypot(a.maxX() - b.maxX(), a.maxY() - b.maxY()));
    }

    private static double farthest(List<Point> a, List<Point> b) {
        return a.size() != b.size()
                ? Double.POSITIVE_INFINITY
                : IntStream.range(0, a.size()).mapToDouble(i -> a.get(i).distance(b.get(i))).max().orElse(0);
    }
}
