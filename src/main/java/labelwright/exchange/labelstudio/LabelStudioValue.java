package labelwright.exchange.labelstudio;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonGenerator;

import labelwright.exchange.Decimals;
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

/// The value of Label Studio that comes nearest to a shape.
///
/// @param control its kind
/// @param standard a shape that Label Studio has a control for
/// @param hasOwnLine whether it does not say everything, so that our own line must stand beside it
record LabelStudioValue(String control, Shape standard, boolean hasOwnLine, int width, int height) {
    private static final double PERCENT = 100;

    /// @param width of the picture in pixels
    /// @param height of the picture in pixels
    static LabelStudioValue of(Shape shape, int width, int height) {
        return switch (shape) {
            case Box _, RotatedBox _ -> new LabelStudioValue("rectanglelabels", shape, false, width, height);
            case Ellipse _ -> new LabelStudioValue("ellipselabels", shape, false, width, height);
            case Polyline _ -> new LabelStudioValue("vectorlabels", shape, false, width, height);
            case Mask _ -> new LabelStudioValue("brushlabels", shape, false, width, height);
            case Points points -> points.points().size() == 1
                    ? new LabelStudioValue("keypointlabels", shape, false, width, height)
                    : around(shape, width, height);
            case Keypoints _ -> around(shape, width, height);
            case Polygon polygon -> polygon(polygon, width, height);
            case TextSpan span -> throw span.notOfPicture();
        };
    }

    private static LabelStudioValue around(Shape shape, int width, int height) {
        return new LabelStudioValue("rectanglelabels", Box.of(shape.bounds()), true, width, height);
    }

    private static LabelStudioValue polygon(Polygon polygon, int width, int height) {
        if (polygon.parts().size() == 1 && polygon.parts().getFirst().holes().isEmpty()) {
            return new LabelStudioValue("polygonlabels", polygon, false, width, height);
        }
        Optional<Mask> pixels = MaskFill.of(polygon, width, height);
        return pixels.map(mask -> new LabelStudioValue("brushlabels", mask, true, width, height))
                .orElseGet(() -> around(polygon, width, height));
    }

    /// Writes the fields of the place.
    void write(JsonGenerator json) throws IOException {
        switch (standard) {
            case Box box -> rectangle(json, new Point(box.x(), box.y()), box.width(), box.height(), 0);
            case RotatedBox box -> rectangle(json, box.corners().getFirst(), box.width(), box.height(), box.angle());
            case Ellipse ellipse -> {
                number(json, "x", ellipse.centreX() / width);
                number(json, "y", ellipse.centreY() / height);
                number(json, "radiusX", ellipse.radiusX() / width);
                number(json, "radiusY", ellipse.radiusY() / height);
                number(json, "rotation", ellipse.angle() / PERCENT);
            }
            case TextSpan span -> throw span.notOfPicture();
            case Points points -> {
                number(json, "x", points.points().getFirst().x() / width);
                number(json, "y", points.points().getFirst().y() / height);
                number(json, "width", 0.005);
            }
            case Polygon polygon -> {
                json.writeBooleanField("closed", true);
                points(json, polygon.parts().getFirst().outer().points());
            }
            case Polyline line -> vertices(json, line.points());
            case Mask mask -> {
                json.writeStringField("format", "rle");
                json.writeArrayFieldStart("rle");
                for (byte one : BrushText.encode(mask.spans(), width, height)) {
                    json.writeNumber(one & 0xFF);
                }
                json.writeEndArray();
            }
            case Keypoints keypoints -> {
                Bounds box = keypoints.bounds();
                rectangle(json, new Point(box.x(), box.y()), box.width(), box.height(), 0);
            }
        }
    }

    private void rectangle(JsonGenerator json, Point corner, double boxWidth, double boxHeight, double angle) throws IOException {
        number(json, "x", corner.x() / width);
        number(json, "y", corner.y() / height);
        number(json, "width", boxWidth / width);
        number(json, "height", boxHeight / height);
        number(json, "rotation", angle / PERCENT);
    }

    private void points(JsonGenerator json, List<Point> points) throws IOException {
        json.writeArrayFieldStart("points");
        for (Point point : points) {
            json.writeStartArray();
            json.writeNumber(Decimals.exact(PERCENT * point.x() / width));
            json.writeNumber(Decimals.exact(PERCENT * point.y() / height));
            json.writeEndArray();
        }
        json.writeEndArray();
    }

    private void vertices(JsonGenerator json, List<Point> points) throws IOException {
        json.writeBooleanField("closed", false);
        json.writeArrayFieldStart("vertices");
        for (int i = 0; i < points.size(); i++) {
            json.writeStartObject();
            json.writeStringField("id", Integer.toString(i));
            number(json, "x", points.get(i).x() / width);
            number(json, "y", points.get(i).y() / height);
            if (i > 0) {
                json.writeStringField("prevPointId", Integer.toString(i - 1));
            }
            json.writeBooleanField("isBezier", false);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void number(JsonGenerator json, String name, double share) throws IOException {
        json.writeFieldName(name);
        json.writeNumber(Decimals.exact(PERCENT * share));
    }
}
