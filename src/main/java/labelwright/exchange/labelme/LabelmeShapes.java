package labelwright.exchange.labelme;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

import labelwright.exchange.Facts;
import labelwright.exchange.JsonFile;
import labelwright.exchange.LabelPicture;
import labelwright.exchange.Labels;
import labelwright.exchange.OwnLine;
import labelwright.exchange.PictureSizes.Size;
import labelwright.exchange.ReadProblems;
import labelwright.exchange.RecordSink;
import labelwright.exchange.RegionCheck;
import labelwright.exchange.RegionRecord;
import labelwright.exchange.RightAngles;
import labelwright.exchange.ShapeText;
import labelwright.geometry.Bounds;
import labelwright.geometry.Box;
import labelwright.geometry.Ellipse;
import labelwright.geometry.Mask;
import labelwright.geometry.Point;
import labelwright.geometry.Points;
import labelwright.geometry.Polygon;
import labelwright.geometry.Polyline;
import labelwright.geometry.Shape;
import labelwright.geometry.Spans;
import labelwright.model.RegionFacts;

/// Turns the shapes of one file into regions.
final class LabelmeShapes {
    private final RecordSink sink;
    private final ReadProblems problems;
    private final RegionCheck check;
    private final Labels labels;

    LabelmeShapes(RecordSink sink, Labels labels) {
        this.sink = sink;
        this.problems = new ReadProblems(sink);
        this.check = new RegionCheck(sink);
        this.labels = labels;
    }

    void read(String file, LabelmeDocument document, String itemKey, Size size) {
        int[] count = {0};
        try {
            document.forEachShape(sink, node -> {
                int number = ++count[0];
                String label = node.path("label").asText("").strip();
                Supplier<String> where = () -> "%s, shape %d%s".formatted(file, number, label.isEmpty() ? "" : " (" + label + ")");
                if (label.isEmpty()) {
                    problems.refused(where.get(), "The shape has no label.");
                    return;
                }
                shape(node, where, size).ifPresent(shape -> {
                    labels.declare(label);
                    sink.annotation(itemKey, RegionRecord.of(label, shape, attributes(node, document.freeGroup())));
                });
            });
        } catch (IOException e) {
            problems.refused(file, JsonFile.sentence(e) + " The shapes from there on are missing.");
        }
    }

    private static Map<String, String> attributes(JsonNode node, int freeGroup) {
        Map<String, String> attributes = new LinkedHashMap<>();
        LabelmeDocument.texts(node.path("flags")).forEach((name, value) -> Facts.put(attributes, name, value));
        LabelmeDocument.texts(node.path("attributes")).forEach((name, value) -> Facts.put(attributes, name, value));
        for (String name : List.of("description", RegionRecord.SCORE, RegionFacts.DIFFICULT)) {
            JsonNode value = node.path(name);
            if (value.isValueNode() && !value.isNull() && !value.asText().isEmpty()) {
                Facts.put(attributes, name, value.asText());
            }
        }
        OptionalInt group = node.path("group_id").canConvertToInt() ? OptionalInt.of(node.path("group_id").asInt()) : OptionalInt.empty();
        group.ifPresent(id -> attributes.put(RegionFacts.GROUP, Integer.toString(id >= 1 ? id : freeGroup)));
        return attributes;
    }

    private Optional<Shape> shape(JsonNode node, Supplier<String> where, Size size) {
        Optional<List<Point>> points = check.points(where, coordinates(node.path("points")));
        if (points.isEmpty()) {
            return Optional.empty();
        }
        Optional<Shape> standard = standard(node, points.get(), where);
        String line = node.path(ShapeText.KEY).asText("");
        if (standard.isPresent() && !line.isEmpty()) {
            Optional<Shape> exact = OwnLine.exact(line, standard.get(), size);
            if (exact.isEmpty()) {
                problems.repaired(where.get(), "The shape was changed after its export; its exact form (%s) was passed over."
                        .formatted(ShapeText.KEY));
            }
            return check.shape(where, exact.orElse(standard.get()), size);
        }
        return standard.flatMap(shape -> check.shape(where, shape, size));
    }

    private static double[] coordinates(JsonNode points) {
        return StreamSupport.stream(points.spliterator(), false).flatMap(point -> StreamSupport.stream(point.spliterator(), false))
                .mapToDouble(value -> value.isNumber() ? value.asDouble() : Double.NaN).toArray();
    }

    private Optional<Shape> standard(JsonNode node, List<Point> points, Supplier<String> where) {
        String type = node.path("shape_type").asText("polygon");
        int least = switch (type) {
            case "rectangle", "circle", "line", "linestrip", "mask" -> 2;
            case "point", "points" -> 1;
            case "rotation" -> 4;
            default -> 3;
        };
        if (points.size() < least) {
            return refuse(where, "A %s needs at least %d points, not %d.".formatted(type, least, points.size()));
        }
        return switch (type) {
            case "rectangle" -> Optional.of(rectangle(points));
            case "rotation" -> Optional.of(RightAngles.box(points).map(Shape.class::cast).orElseGet(() -> Polygon.of(points)));
            case "circle" -> Optional.of(Ellipse.circle(points.get(0), points.get(0).distance(points.get(1))));
            case "line", "linestrip" -> Optional.of(new Polyline(points));
            case "point", "points" -> Optional.of(new Points(points));
            case "mask" -> mask(node, points, where);
            case "polygon", "" -> Optional.of(Polygon.of(withoutRepeat(points)));
            default -> refuse(where, "\"%s\" is no type of shape that is known here.".formatted(type));
        };
    }

    /// A last point that repeats the first is dropped.
    private static List<Point> withoutRepeat(List<Point> points) {
        return points.size() > 3 && points.getFirst().equals(points.getLast()) ? points.subList(0, points.size() - 1) : points;
    }

    /// Two corners, or four of which the sides may be turned.
    private static Shape rectangle(List<Point> points) {
        Bounds bounds = Bounds.around(points);
        boolean isUpright = points.stream().allMatch(
                p -> (p.x() == bounds.x() || p.x() == bounds.maxX()) && (p.y() == bounds.y() || p.y() == bounds.maxY()));
        return isUpright || points.size() != 4
                ? Box.of(bounds)
                : RightAngles.box(points).map(Shape.class::cast).orElseGet(() -> Polygon.of(points));
    }

    /// A picture of the box between the two points; what is not 0 is in the mask.
    private Optional<Shape> mask(JsonNode node, List<Point> points, Supplier<String> where) {
        Bounds box = Bounds.around(points);
        Spans.Builder placed = new Spans.Builder();
        try {
            byte[] png = Base64.getMimeDecoder().decode(node.path("mask").asText(""));
            Spans pixels = LabelPicture.read(new ByteArrayInputStream(png), Size.UNKNOWN, (value, _) -> value == 0 ? 0 : 1).pixels()
                    .getOrDefault(1, Spans.NONE);
            int left = Math.toIntExact((long) box.x());
            int top = Math.toIntExact((long) box.y());
            pixels.forEach((y, from, to) -> placed.add(Math.addExact(top, y), Math.addExact(left, from), Math.addExact(left, to)));
        } catch (IOException | IllegalArgumentException | ArithmeticException e) {
            return refuse(where,
                    "The picture of the mask cannot be read%s.".formatted(e instanceof IOException ? ": " + e.getMessage() : ""));
        }
        Spans pixels = placed.build();
        return pixels.isEmpty() ? refuse(where, "The mask is empty: no pixel is on.") : Optional.of(new Mask(pixels));
    }

    private Optional<Shape> refuse(Supplier<String> where, String what) {
        problems.refused(where.get(), what);
        return Optional.empty();
    }
}
