package labelwright.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;

import labelwright.geometry.Box;
import labelwright.geometry.Ellipse;
import labelwright.geometry.Keypoints;
import labelwright.geometry.Mask;
import labelwright.geometry.Point;
import labelwright.geometry.Points;
import labelwright.geometry.Polygon;
import labelwright.geometry.Polyline;
import labelwright.geometry.Ring;
import labelwright.geometry.RotatedBox;
import labelwright.geometry.Shape;
import labelwright.geometry.TextSpan;
import labelwright.model.Annotation;
import labelwright.model.AnnotationId;
import labelwright.model.ItemId;
import labelwright.model.LabelId;
import labelwright.model.ModelId;
import labelwright.model.Origin;
import labelwright.model.Origin.Fidelity;

/// Annotations inside the journal: `{"id":17,"label":3,"box":[x,y,width,height],"manual":true}`; a polygon is a list of parts, a part a list
/// of rings, a ring a list of numbers x,y,x,y; other shapes are an `outline`, the bytes of [OutlineCodec] in base64.
final class AnnotationJson {
    private AnnotationJson() {}

    static void write(Annotation annotation, JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeNumberField("id", annotation.id().value());
        out.writeNumberField("label", annotation.label().value());
        write(annotation.shape(), out);
        write(annotation.origin(), out);
        write(annotation.attributes(), out);
        out.writeEndObject();
    }

    static void write(Map<String, String> attributes, JsonGenerator out) throws IOException {
        if (!attributes.isEmpty()) {
            out.writeObjectFieldStart("attributes");
            for (Map.Entry<String, String> attribute : attributes.entrySet()) {
                out.writeStringField(attribute.getKey(), attribute.getValue());
            }
            out.writeEndObject();
        }
    }

    private static void write(Shape shape, JsonGenerator out) throws IOException {
        switch (shape) {
            case Box(double x, double y, double width, double height) -> {
                out.writeFieldName("box");
                out.writeArray(new double[] {x, y, width, height}, 0, 4);
            }
            case Polygon polygon -> {
                out.writeArrayFieldStart("polygon");
                for (Polygon.Part part : polygon.parts()) {
                    out.writeStartArray();
                    write(part.outer(), out);
                    for (Ring hole : part.holes()) {
                        write(hole, out);
                    }
                    out.writeEndArray();
                }
                out.writeEndArray();
            }
            case RotatedBox _, Ellipse _, Polyline _, Points _, Keypoints _, Mask _, TextSpan _ -> {
                out.writeFieldName("outline");
                out.writeBinary(Objects.requireNonNull(OutlineCodec.encode(shape)));
            }
        }
    }

    private static void write(Ring ring, JsonGenerator out) throws IOException {
        out.writeStartArray();
        for (Point point : ring.points()) {
            out.writeNumber(point.x());
            out.writeNumber(point.y());
        }
        out.writeEndArray();
    }

    static void write(Origin origin, JsonGenerator out) throws IOException {
        switch (origin) {
            case Origin.Manual() -> out.writeBooleanField("manual", true);
            case Origin.Imported(String format) -> out.writeStringField("imported", format);
            case Origin.Propagated(ItemId from) -> out.writeNumberField("propagated", from.value());
            case Origin.Suggested(ModelId model, double score) -> {
                out.writeNumberField("model", model.value());
                out.writeNumberField("score", score);
            }
            case Origin.Taken(AnnotationId suggestion, ModelId model, double score, Fidelity fidelity) -> {
                out.writeNumberField("model", model.value());
                out.writeNumberField("score", score);
                out.writeNumberField("taken", suggestion.value());
                out.writeBooleanField("changed", fidelity == Fidelity.CHANGED);
            }
        }
    }

    static Annotation read(JsonNode node) {
        return new Annotation(new AnnotationId(node.path("id").asLong()), new LabelId(node.path("label").asLong()), shape(node),
                origin(node), attributes(node));
    }

    static Map<String, String> attributes(JsonNode node) {
        Map<String, String> attributes = new LinkedHashMap<>();
        node.path("attributes").properties().forEach(entry -> attributes.put(entry.getKey(), entry.getValue().asText()));
        return attributes;
    }

    private static Shape shape(JsonNode node) {
        JsonNode box = node.path("box");
        if (box.size() == 4) {
            return new Box(box.get(0).asDouble(), box.get(1).asDouble(), box.get(2).asDouble(), box.get(3).asDouble());
        }
        if (node.has("outline")) {
            return OutlineCodec.decode(bytes(node.path("outline")));
        }
        List<Polygon.Part> parts = new ArrayList<>();
        for (JsonNode part : node.path("polygon")) {
            List<Ring> rings = new ArrayList<>();
            part.forEach(ring -> rings.add(ring(ring)));
            parts.add(new Polygon.Part(rings.getFirst(), rings.subList(1, rings.size())));
        }
        return new Polygon(parts);
    }

    private static byte[] bytes(JsonNode base64) {
        try {
            return base64.binaryValue();
        } catch (IOException e) {
            throw new IllegalArgumentException("An outline is no base64", e);
        }
    }

    private static Ring ring(JsonNode numbers) {
        List<Point> points = new ArrayList<>(numbers.size() / 2);
        for (int i = 0; i + 1 < numbers.size(); i += 2) {
            points.add(new Point(numbers.get(i).asDouble(), numbers.get(i + 1).asDouble()));
        }
        return new Ring(points);
    }

    static Origin origin(JsonNode node) {
        if (node.has("imported")) {
            return new Origin.Imported(node.path("imported").asText());
        }
        if (node.has("propagated")) {
            return new Origin.Propagated(new ItemId(node.path("propagated").asLong()));
        }
        if (!node.has("model")) {
            return new Origin.Manual();
        }
        ModelId model = new ModelId(node.path("model").asLong());
        double score = node.path("score").asDouble();
        return node.has("taken")
                ? new Origin.Taken(new AnnotationId(node.path("taken").asLong()), model, score,
                        node.path("changed").asBoolean() ? Fidelity.CHANGED : Fidelity.UNCHANGED)
                : new Origin.Suggested(model, score);
    }
}
