package labelwright.exchange.coco;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;

import labelwright.exchange.Decimals;
import labelwright.exchange.Facts;
import labelwright.exchange.RegionRecord;
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
import labelwright.geometry.Ring;
import labelwright.geometry.RotatedBox;
import labelwright.geometry.Shape;
import labelwright.model.LabelClass;

/// The JSON file of one split. Annotations go to a second file first and are appended at the end, so that nothing is kept in memory.
final class CocoPart implements Closeable {
    private static final JsonFactory FACTORY = new JsonFactory();

    private final Path pending;
    private final OutputStream out;
    private final JsonGenerator json;
    private final JsonGenerator annotations;

    CocoPart(Path file) throws IOException {
        this.pending = file.resolveSibling(file.getFileName() + ".part");
        this.out = new BufferedOutputStream(Files.newOutputStream(file));
        this.json = FACTORY.createGenerator(out);
        this.annotations = FACTORY.createGenerator(new BufferedOutputStream(Files.newOutputStream(pending)));
        json.writeStartObject();
        json.writeObjectFieldStart("info");
        json.writeStringField("description", "Exported by Labelwright");
        json.writeEndObject();
        json.writeArrayFieldStart("licenses");
        json.writeEndArray();
        json.writeArrayFieldStart("images");
        annotations.writeStartArray();
    }

    void image(long id, String fileName, int width, int height) throws IOException {
        json.writeStartObject();
        json.writeNumberField("id", id);
        json.writeStringField("file_name", fileName);
        json.writeNumberField("width", width);
        json.writeNumberField("height", height);
        json.writeEndObject();
    }

    /// @param ids of the annotation, its image and its category
    void annotation(Ids ids, Shape shape, Map<String, String> attributes) throws IOException {
        annotations.writeStartObject();
        annotations.writeNumberField("id", ids.annotation());
        annotations.writeNumberField("image_id", ids.image());
        annotations.writeNumberField("category_id", ids.category());
        Bounds bounds = shape.bounds();
        annotations.writeArrayFieldStart("bbox");
        number(bounds.x());
        number(bounds.y());
        number(bounds.width());
        number(bounds.height());
        annotations.writeEndArray();
        annotations.writeFieldName("area");
        number(outlineArea(shape));
        annotations.writeArrayFieldStart("segmentation");
        for (Ring ring : outlines(shape)) {
            annotations.writeStartArray();
            for (Point point : ring.points()) {
                number(point.x());
                number(point.y());
            }
            annotations.writeEndArray();
        }
        annotations.writeEndArray();
        attributes(attributes);
        annotations.writeEndObject();
    }

    record Ids(long annotation, long image, int category) {}

    private static List<Ring> outlines(Shape shape) {
        return switch (shape) {
            case Box _ -> List.of();
            case Polygon polygon -> polygon.parts().stream().map(Polygon.Part::outer).toList();
            case RotatedBox _, Ellipse _ -> Contour.of(shape).stream().map(contour -> new Ring(contour.points())).toList();
            case Mask mask -> MaskOutline.polygon(mask).parts().stream().map(Polygon.Part::outer).toList();
            case Polyline _, Points _, Keypoints _ -> List.of();
        };
    }

    private static double outlineArea(Shape shape) {
        return switch (shape) {
            case Box _, RotatedBox _, Ellipse _, Polyline _, Points _, Keypoints _, Mask _ -> shape.area();
            case Polygon polygon -> polygon.parts().stream().mapToDouble(part -> part.outer().area()).sum();
        };
    }

    private void attributes(Map<String, String> attributes) throws IOException {
        Map<String, String> others = new TreeMap<>(attributes);
        annotations.writeNumberField("iscrowd", "1".equals(others.get(Facts.CROWD)) ? 1 : 0);
        if ("1".equals(others.get(Facts.CROWD))) {
            others.remove(Facts.CROWD);
        }
        String score = others.get(RegionRecord.SCORE);
        if (score != null && isNumber(score)) {
            annotations.writeFieldName(RegionRecord.SCORE);
            annotations.writeNumber(score);
            others.remove(RegionRecord.SCORE);
        }
        if (!others.isEmpty()) {
            annotations.writeObjectFieldStart("attributes");
            for (Map.Entry<String, String> attribute : others.entrySet()) {
                annotations.writeFieldName(attribute.getKey());
                value(attribute.getValue());
            }
            annotations.writeEndObject();
        }
    }

    private void value(String text) throws IOException {
        if (isNumber(text)) {
            annotations.writeNumber(text);
        } else if (text.equals("true") || text.equals("false")) {
            annotations.writeBoolean(text.equals("true"));
        } else {
            annotations.writeString(text);
        }
    }

    /// Whether the text comes back as it is when written as a JSON number.
    private static boolean isNumber(String text) {
        if (!text.matches("-?(0|[1-9]\\d{0,14})(\\.\\d{1,16})?")) {
            return false;
        }
        return text.contains(".") ? Decimals.exact(Double.parseDouble(text)).equals(text) : !text.equals("-0");
    }

    private void number(double value) throws IOException {
        annotations.writeNumber(Decimals.exact(value));
    }

    void finish(List<LabelClass> labels) throws IOException {
        annotations.writeEndArray();
        annotations.close();
        json.writeEndArray();
        json.writeFieldName("annotations");
        json.writeRawValue("");
        json.flush();
        Files.copy(pending, out);
        Files.delete(pending);
        json.writeArrayFieldStart("categories");
        for (int i = 0; i < labels.size(); i++) {
            json.writeStartObject();
            json.writeNumberField("id", i + 1);
            json.writeStringField("name", labels.get(i).name());
            json.writeStringField("supercategory", "");
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
        json.close();
    }

    @Override
    public void close() throws IOException {
        try (json; annotations) {
            out.flush();
        }
    }
}
