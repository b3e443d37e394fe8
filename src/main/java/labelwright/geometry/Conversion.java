package labelwright.geometry;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.locationtech.jts.algorithm.MinimumAreaRectangle;
import org.locationtech.jts.geom.Geometry;

/// One kind of shape as another one that covers about the same.
public final class Conversion {
    private static final int FEWEST = 3;
    private static final int CORNERS = 4;

    private Conversion() {}

    /// The kinds that [#to] can make of the shape, without its own.
    public static Set<ShapeKind> kinds(Shape shape) {
        Set<ShapeKind> kinds = switch (shape) {
            case Box _, RotatedBox _, Ellipse _ ->
                EnumSet.of(ShapeKind.BOX, ShapeKind.ROTATED_BOX, ShapeKind.ELLIPSE, ShapeKind.POLYGON, ShapeKind.MASK);
            case Polygon polygon when polygon.rings().size() == 1 -> EnumSet.of(ShapeKind.BOX, ShapeKind.ROTATED_BOX, ShapeKind.ELLIPSE,
                    ShapeKind.MASK, ShapeKind.POLYLINE);
            case Polygon _, Mask _ ->
                EnumSet.of(ShapeKind.BOX, ShapeKind.ROTATED_BOX, ShapeKind.ELLIPSE, ShapeKind.POLYGON, ShapeKind.MASK);
            case Polyline line when line.points().size() >= FEWEST -> EnumSet.of(ShapeKind.POLYGON);
            case Polyline _, Points _, Keypoints _, TextSpan _ -> EnumSet.noneOf(ShapeKind.class);
        };
        kinds.remove(shape.kind());
        return kinds;
    }

    /// - a box: the smallest one around the shape, cut at the edge of the picture;
    /// - a rotated box: the one of the smallest area around the shape; of a box or an ellipse the same box;
    /// - an ellipse: the one that fills that rotated box;
    /// - a polygon: the outline; of a line the line closed;
    /// - a mask: the pixels whose centre is inside;
    /// - a line: the outline, ending where it begins.
    ///
    /// @return empty when this shape cannot be made so
    public static Optional<Shape> to(ShapeKind kind, Shape shape, Bounds picture) {
        if (!kinds(shape).contains(kind)) {
            return Optional.empty();
        }
        return switch (kind) {
            case BOX -> shape.bounds().intersection(picture).filter(bounds -> bounds.area() > 0).map(Box::of);
            case ROTATED_BOX -> Optional.of(around(shape));
            case ELLIPSE -> {
                RotatedBox box = around(shape);
                yield Optional.of(new Ellipse(box.centreX(), box.centreY(), box.width() / 2, box.height() / 2, box.angle()));
            }
            case POLYGON -> Optional.of(polygon(shape));
            case MASK -> MaskFill.of(shape, (int) Math.ceil(picture.maxX()), (int) Math.ceil(picture.maxY())).map(Shape.class::cast);
            case POLYLINE -> closedLine(shape);
            case POINTS, KEYPOINTS, SPAN -> Optional.empty();
        };
    }

    private static RotatedBox around(Shape shape) {
        return switch (shape) {
            case Box box -> RotatedBox.of(box, 0);
            case RotatedBox box -> box;
            case Ellipse ellipse -> ellipse.box();
            case Polygon _, Polyline _, Points _, Keypoints _, Mask _ -> smallestAround(shape);
            case TextSpan span -> RotatedBox.of(Box.of(span.bounds()), 0);
        };
    }

    private static RotatedBox smallestAround(Shape shape) {
        Geometry rectangle = MinimumAreaRectangle.getMinimumRectangle(JtsShapes.area(shape));
        List<Point> corners = rectangle instanceof org.locationtech.jts.geom.Polygon polygon
                ? JtsShapes.points(polygon.getExteriorRing())
                : List.of();
        return corners.size() < CORNERS ? RotatedBox.of(Box.of(shape.bounds()), 0) : ofCorners(corners);
    }

    /// Of the two sides that meet at a corner the one nearer to level becomes the width, so that the angle lies between -45 and 45 degrees.
    private static RotatedBox ofCorners(List<Point> corners) {
        Point a = corners.get(0);
        Point b = corners.get(1);
        Point c = corners.get(2);
        boolean firstIsLevel = Math.abs(b.x() - a.x()) >= Math.abs(b.y() - a.y());
        Point from = firstIsLevel ? a : b;
        Point to = firstIsLevel ? b : c;
        double angle = Math.toDegrees(Math.atan2(to.y() - from.y(), to.x() - from.x()));
        double upright = Math.abs(angle) > 90 ? angle + 180 : angle;
        double width = from.distance(to);
        double height = firstIsLevel ? b.distance(c) : a.distance(b);
        return new RotatedBox((a.x() + c.x()) / 2, (a.y() + c.y()) / 2, width, height, upright);
    }

    private static Polygon polygon(Shape shape) {
        return switch (shape) {
            case Polygon polygon -> polygon;
            case Mask mask -> MaskOutline.polygon(mask);
            case Box _, RotatedBox _, Ellipse _, Polyline _, Points _, Keypoints _, TextSpan _ ->
                Polygon.of(withoutRepeat(Contour.of(shape).getFirst().points()));
        };
    }

    private static List<Point> withoutRepeat(List<Point> points) {
        boolean closed = points.size() > FEWEST && points.getFirst().equals(points.getLast());
        return closed ? points.subList(0, points.size() - 1) : points;
    }

    private static Optional<Shape> closedLine(Shape shape) {
        List<Point> points = new ArrayList<>(Contour.of(shape).getFirst().points());
        points.add(points.getFirst());
        return Optional.of(new Polyline(points));
    }
}
