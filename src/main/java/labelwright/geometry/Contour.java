package labelwright.geometry;

import java.util.List;
import java.util.stream.Stream;

/// A line that belongs to the outline of a shape, in picture pixels.
public record Contour(List<Point> points, Ends ends) {

    /// Whether the last point joins the first.
    public enum Ends {
        OPEN, CLOSED
    }

    public Contour {
        points = List.copyOf(points);
    }

    /// The lines that draw the shape. Closed ones fill it by the even-odd rule. Single points and skeletons have one contour for each point
    /// that is there; a mask has its pixel edges.
    public static List<Contour> of(Shape shape) {
        return switch (shape) {
            case Box box -> List.of(closed(List.of(new Point(box.x(), box.y()), new Point(box.maxX(), box.y()),
                    new Point(box.maxX(), box.maxY()), new Point(box.x(), box.maxY()))));
            case RotatedBox box -> List.of(closed(box.corners()));
            case Ellipse ellipse -> List.of(closed(ellipse.outline()));
            case Polygon polygon -> polygon.rings().stream().map(ring -> closed(ring.points())).toList();
            case Polyline line -> List.of(new Contour(line.points(), Ends.OPEN));
            case Points points -> single(points.points().stream());
            case Keypoints keypoints -> single(keypoints.placed().stream());
            case TextSpan _ -> List.of();
            case Mask mask -> MaskOutline.rings(mask).stream().map(ring -> closed(ring.points())).toList();
        };
    }

    private static Contour closed(List<Point> points) {
        return new Contour(points, Ends.CLOSED);
    }

    private static List<Contour> single(Stream<Point> points) {
        return points.map(point -> new Contour(List.of(point), Ends.OPEN)).toList();
    }
}
