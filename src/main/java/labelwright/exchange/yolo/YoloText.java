package labelwright.exchange.yolo;

import java.util.List;

import labelwright.exchange.Decimals;
import labelwright.geometry.Bounds;
import labelwright.geometry.Box;
import labelwright.geometry.Contour;
import labelwright.geometry.Ellipse;
import labelwright.geometry.Keypoints;
import labelwright.geometry.Mask;
import labelwright.geometry.MaskOutline;
import labelwright.geometry.Point;
import labelwright.geometry.Points;
import labelwright.geometry.Polygon;
import labelwright.geometry.Polyline;
import labelwright.geometry.RotatedBox;
import labelwright.geometry.Shape;

/// Builds the lines of one label file.
final class YoloText {
    private final double width;
    private final double height;
    private final StringBuilder text = new StringBuilder();

    /// @param width of the picture in pixels
    /// @param height of the picture in pixels
    YoloText(int width, int height) {
        this.width = width;
        this.height = height;
    }

    void add(int label, Shape shape, boolean asPolygons) {
        switch (shape) {
            case Box box -> {
                if (asPolygons) {
                    outline(label, corners(box));
                } else {
                    box(label, box);
                }
            }
            case Polygon polygon -> polygon.parts().forEach(part -> outline(label, part.outer().points()));
            case RotatedBox _, Ellipse _ -> Contour.of(shape).forEach(contour -> outline(label, contour.points()));
            case Mask mask -> add(label, MaskOutline.polygon(mask), asPolygons);
            case Polyline _, Points _, Keypoints _ -> add(label, Box.of(shape.bounds()), asPolygons);
        }
    }

    private void box(int label, Box box) {
        Bounds bounds = box.bounds();
        text.append(label);
        share(bounds.centre().x() / width);
        share(bounds.centre().y() / height);
        share(bounds.width() / width);
        share(bounds.height() / height);
        text.append('\n');
    }

    private void outline(int label, List<Point> points) {
        text.append(label);
        for (Point point : points) {
            share(point.x() / width);
            share(point.y() / height);
        }
        text.append('\n');
    }

    private static List<Point> corners(Box box) {
        return List.of(new Point(box.x(), box.y()), new Point(box.maxX(), box.y()), new Point(box.maxX(), box.maxY()),
                new Point(box.x(), box.maxY()));
    }

    private void share(double value) {
        text.append(' ').append(Decimals.share(value));
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
