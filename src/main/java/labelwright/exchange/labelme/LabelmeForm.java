package labelwright.exchange.labelme;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import labelwright.geometry.Bounds;
import labelwright.geometry.Box;
import labelwright.geometry.Ellipse;
import labelwright.geometry.Keypoints;
import labelwright.geometry.Mask;
import labelwright.geometry.MaskFill;
import labelwright.geometry.Point;
import labelwright.geometry.Points;
import labelwright.geometry.Polygon;
import labelwright.geometry.Polyline;
import labelwright.geometry.RotatedBox;
import labelwright.geometry.Shape;
import labelwright.geometry.TextSpan;

/// The labelme shape that comes nearest to a shape.
///
/// @param hasOwnLine whether it does not say everything, so that our own line must stand beside it
record LabelmeForm(String type, List<Point> points, @Nullable Mask mask, boolean hasOwnLine) {

    /// @param width of the picture in pixels
    /// @param height of the picture in pixels
    static LabelmeForm of(Shape shape, int width, int height) {
        return switch (shape) {
            case Box box -> plain("rectangle", corners(box.bounds()));
            case RotatedBox box -> approximate("polygon", box.corners());
            case Ellipse ellipse -> isCircle(ellipse)
                    ? plain("circle", List.of(ellipse.centre(), ellipse.centre().plus(ellipse.radiusX(), 0)))
                    : approximate("polygon", ellipse.outline());
            case Polyline line -> plain(line.points().size() == 2 ? "line" : "linestrip", line.points());
            case Points points -> plain(points.points().size() == 1 ? "point" : "points", points.points());
            case Keypoints keypoints -> approximate("points", keypoints.placed());
            case Mask mask -> masked(mask, false);
            case TextSpan span -> throw span.notOfPicture();
            case Polygon polygon -> polygon(polygon, width, height);
        };
    }

    static boolean isCircle(Ellipse ellipse) {
        return ellipse.radiusX() == ellipse.radiusY() && ellipse.angle() == 0;
    }

    static boolean isOneRing(Polygon polygon) {
        return polygon.parts().size() == 1 && polygon.parts().getFirst().holes().isEmpty();
    }

    private static LabelmeForm polygon(Polygon polygon, int width, int height) {
        List<Point> outer = polygon.parts().getFirst().outer().points();
        if (isOneRing(polygon)) {
            return plain("polygon", outer);
        }
        Optional<Mask> pixels = MaskFill.of(polygon, width, height);
        return pixels.map(mask -> masked(mask, true)).orElseGet(() -> approximate("polygon", outer));
    }

    private static LabelmeForm plain(String type, List<Point> points) {
        return new LabelmeForm(type, points, null, false);
    }

    private static LabelmeForm approximate(String type, List<Point> points) {
        return new LabelmeForm(type, points, null, true);
    }

    /// The second point is the last pixel of the mask.
    private static LabelmeForm masked(Mask mask, boolean hasOwnLine) {
        Bounds box = mask.bounds();
        return new LabelmeForm("mask", List.of(new Point(box.x(), box.y()), new Point(box.maxX() - 1, box.maxY() - 1)), mask, hasOwnLine);
    }

    private static List<Point> corners(Bounds box) {
        return List.of(new Point(box.x(), box.y()), new Point(box.maxX(), box.maxY()));
    }
}
