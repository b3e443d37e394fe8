package labelwright.exchange.yolo;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import labelwright.exchange.BoxText;
import labelwright.exchange.Decimals;
import labelwright.exchange.Facts;
import labelwright.geometry.Bounds;
import labelwright.geometry.Box;
import labelwright.geometry.Contour;
import labelwright.geometry.Ellipse;
import labelwright.geometry.Keypoint;
import labelwright.geometry.Keypoints;
import labelwright.geometry.Mask;
import labelwright.geometry.MaskOutline;
import labelwright.geometry.Point;
import labelwright.geometry.Points;
import labelwright.geometry.Polygon;
import labelwright.geometry.Polyline;
import labelwright.geometry.Ring;
import labelwright.geometry.RotatedBox;
import labelwright.geometry.Shape;
import labelwright.geometry.TextSpan;
import labelwright.model.ExportTask;

/// Builds the lines of one label file.
final class YoloText {
    private final double width;
    private final double height;
    private final YoloPlan plan;
    private final StringBuilder text = new StringBuilder();

    /// @param width of the picture in pixels
    /// @param height of the picture in pixels
    YoloText(int width, int height, YoloPlan plan) {
        this.width = width;
        this.height = height;
        this.plan = plan;
    }

    /// Nothing for lines and points, which YOLO has no form for.
    void add(int label, Shape shape, Map<String, String> attributes) {
        if (shape instanceof Polyline || shape instanceof Points) {
            return;
        }
        switch (plan.task()) {
            case AUTO, DETECT -> box(label, around(shape, attributes)).ifPresent(line -> text.append(line).append('\n'));
            case SEGMENT -> outlines(shape).forEach(ring -> outline(label, ring.points()));
            case OBB -> outline(label, oriented(shape).corners());
            case POSE -> pose(label, shape, attributes);
        }
    }

    private static Bounds around(Shape shape, Map<String, String> attributes) {
        Optional<Bounds> noted = shape instanceof Keypoints
                ? Optional.ofNullable(attributes.get(Facts.BOX)).flatMap(BoxText::parse)
                : Optional.empty();
        return noted.orElseGet(shape::bounds);
    }

    /// Empty for a box without area.
    private Optional<String> box(int label, Bounds wanted) {
        Bounds bounds = BoxText.inside(BoxText.roomy(wanted), (int) width, (int) height);
        if (bounds.area() <= 0) {
            return Optional.empty();
        }
        return Optional.of(label + share(bounds.centre().x() / width) + share(bounds.centre().y() / height)
                + share(bounds.width() / width) + share(bounds.height() / height));
    }

    private void pose(int label, Shape shape, Map<String, String> attributes) {
        List<Keypoint> points = shape instanceof Keypoints keypoints ? keypoints.points() : List.of();
        box(label, around(shape, attributes)).ifPresent(line -> {
            text.append(line);
            for (int i = 0; i < plan.points(); i++) {
                Keypoint point = i < points.size() ? points.get(i) : Keypoint.ABSENT;
                text.append(share(point.x() / width)).append(share(point.y() / height)).append(' ').append(point.visibility().code());
            }
            text.append('\n');
        });
    }

    private static RotatedBox oriented(Shape shape) {
        return switch (shape) {
            case RotatedBox box -> box;
            case Ellipse ellipse -> ellipse.box();
            case TextSpan span -> throw span.notOfPicture();
            case Box _, Polygon _, Mask _, Polyline _, Points _, Keypoints _ -> RotatedBox.of(Box.of(shape.bounds()), 0);
        };
    }

    private List<Ring> outlines(Shape shape) {
        return switch (shape) {
            case Polygon polygon -> outer(polygon);
            case Mask mask -> outer(MaskOutline.polygon(mask));
            case Box _, RotatedBox _, Ellipse _ -> Polygon.of(Contour.of(shape).getFirst().points()).clip(width, height)
                    .map(inside -> outer((Polygon) inside)).orElse(List.of());
            case Polyline _, Points _, Keypoints _, TextSpan _ -> List.of();
        };
    }

    private static List<Ring> outer(Polygon polygon) {
        return polygon.parts().stream().map(Polygon.Part::outer).toList();
    }

    private void outline(int label, List<Point> points) {
        text.append(label);
        for (Point point : points) {
            text.append(share(point.x() / width)).append(share(point.y() / height));
        }
        text.append('\n');
    }

    private static String share(double value) {
        return " " + Decimals.share(value);
    }

    @Override
    public String toString() {
        return text.toString();
    }

    /// Whether this shape is one line of exactly this kind.
    static boolean isExact(ExportTask task, Shape shape) {
        return switch (task) {
            case AUTO, DETECT -> shape instanceof Box;
            case SEGMENT -> shape instanceof Polygon;
            case OBB -> shape instanceof RotatedBox;
            case POSE -> shape instanceof Keypoints;
        };
    }
}
