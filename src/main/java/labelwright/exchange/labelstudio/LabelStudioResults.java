package labelwright.exchange.labelstudio;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

import labelwright.exchange.DamagedMask;
import labelwright.exchange.Facts;
import labelwright.exchange.Labels;
import labelwright.exchange.OwnLine;
import labelwright.exchange.PictureSizes.Size;
import labelwright.exchange.ReadProblems;
import labelwright.exchange.RecordSink;
import labelwright.exchange.RegionCheck;
import labelwright.exchange.RegionRecord;
import labelwright.exchange.Repeats;
import labelwright.exchange.ShapeText;
import labelwright.geometry.Box;
import labelwright.geometry.Ellipse;
import labelwright.geometry.Mask;
import labelwright.geometry.Point;
import labelwright.geometry.Points;
import labelwright.geometry.Polygon;
import labelwright.geometry.Polyline;
import labelwright.geometry.RotatedBox;
import labelwright.geometry.Shape;
import labelwright.geometry.Spans;
import labelwright.geometry.Turn;
import labelwright.model.Problem.Action;
import labelwright.model.RegionFacts;

/// Turns the results of one annotation into regions and answers.
final class LabelStudioResults {
    private static final double PERCENT = 100;
    /// Values a little above 100 come from drawing at the edge.
    private static final double MOST_PERCENT = 110;
    private static final String UNNAMED = "unnamed";
    static final String ATTRIBUTES = "labelwright_attributes";

    private final RecordSink sink;
    private final ReadProblems problems;
    private final Repeats repeats;
    private final RegionCheck check;
    private final Labels labels;

    LabelStudioResults(RecordSink sink, Labels labels, Repeats repeats) {
        this.sink = sink;
        this.problems = new ReadProblems(sink);
        this.repeats = repeats;
        this.check = new RegionCheck(sink);
        this.labels = labels;
    }

    /// What results of one id say together.
    private static final class Region {
        private JsonNode place;
        private final List<String> names = new ArrayList<>();
        private final Map<String, String> attributes = new LinkedHashMap<>();

        Region(JsonNode place) {
            this.place = place;
        }
    }

    /// @param annotation or a prediction
    void read(String task, JsonNode annotation, String itemKey, Size size) {
        Map<String, Region> regions = new LinkedHashMap<>();
        Map<String, String> answers = new TreeMap<>();
        int number = 0;
        for (JsonNode result : annotation.path("result")) {
            number++;
            String id = result.path("id").asText("number " + number);
            if (result.path("type").asText("").equals("relation") || result.has("from_id")) {
                repeats.report(Action.SKIPPED, () -> task, "Relations between regions are not supported; they were left out.");
            } else if (isPlaced(result.path("value"))) {
                Region region = regions.computeIfAbsent(id, _ -> new Region(result));
                if (!isPlaced(region.place.path("value"))) {
                    region.place = result;
                }
                collect(result, region);
            } else if (regions.containsKey(id)) {
                collect(result, regions.get(id));
            } else {
                text(result).ifPresent(text -> answers.merge(result.path("from_name").asText("answer"), text, (a, _) -> a));
            }
        }
        if (!answers.isEmpty()) {
            sink.answers(itemKey, answers);
        }
        regions.forEach((id, region) -> region(() -> "%s, result %s".formatted(task, id), region, itemKey, size));
    }

    private static boolean isPlaced(JsonNode value) {
        return value.has("x") || value.has("points") || value.has("vertices") || value.has("rle");
    }

    private static void collect(JsonNode result, Region region) {
        JsonNode value = result.path("value");
        value.properties().forEach(entry -> {
            if (entry.getKey().endsWith("labels") && entry.getValue().isArray()) {
                entry.getValue().forEach(name -> {
                    if (!region.names.contains(name.asText().strip())) {
                        region.names.add(name.asText().strip());
                    }
                });
            }
        });
        String type = result.path("type").asText("");
        if (!type.endsWith("labels")) {
            text(result).ifPresent(text -> region.attributes.put(
                    type.equals("textarea") ? RegionFacts.TEXT : result.path("from_name").asText(type), text));
        }
        if (result.path("score").isNumber()) {
            region.attributes.put(RegionRecord.SCORE, result.path("score").asText());
        }
        result.path("meta").path(ATTRIBUTES).properties()
                .forEach(entry -> Facts.put(region.attributes, entry.getKey(), entry.getValue().asText()));
    }

    /// The value of a control that is no shape; several choices are a list.
    private static Optional<String> text(JsonNode result) {
        JsonNode value = result.path("value");
        for (String key : List.of("choices", "text", "rating", "number", "datetime", "taxonomy")) {
            JsonNode found = value.path(key);
            if (found.isValueNode() && !found.isNull()) {
                return Optional.of(found.asText()).filter(text -> !text.isEmpty());
            }
            if (found.isArray() && found.size() > 0) {
                boolean isText = key.equals("text");
                return Optional.of(isText
                        ? String.join("\n", StreamSupport.stream(found.spliterator(), false).map(JsonNode::asText).toList())
                        : found.size() == 1 && found.get(0).isTextual() ? found.get(0).asText() : found.toString())
                        .filter(text -> !text.isEmpty());
            }
        }
        return Optional.empty();
    }

    private void region(Supplier<String> where, Region region, String itemKey, Size picture) {
        JsonNode result = region.place;
        Size own = new Size(Math.max(0, result.path("original_width").asInt()), Math.max(0, result.path("original_height").asInt()));
        Size size = picture.isKnown() ? picture : own;
        if (!size.isKnown()) {
            problems.refused(where.get(), "The size of the picture is not known, so that percent cannot become pixels.");
            return;
        }
        if (result.path("image_rotation").asInt() != 0) {
            problems.skipped(where.get(), "The region was drawn on a picture turned in the editor, which is not supported.");
            return;
        }
        if (region.names.isEmpty()) {
            problems.repaired(where.get(), "The region has no label; it was called \"%s\".".formatted(UNNAMED));
            region.names.add(UNNAMED);
        }
        shape(result.path("value"), where, size, own.isKnown() ? own : size).ifPresent(standard -> {
            Optional<Shape> exact = OwnLine.exact(result.path("meta").path(ShapeText.KEY).asText(""), standard, size);
            check.shape(where, exact.orElse(standard), size).ifPresent(shape -> {
                for (String name : region.names) {
                    String label = name.isEmpty() ? UNNAMED : name;
                    labels.declare(label);
                    sink.annotation(itemKey, RegionRecord.of(label, shape, region.attributes));
                }
            });
        });
    }

    private Optional<Shape> shape(JsonNode value, Supplier<String> where, Size size, Size drawn) {
        if (value.has("rle")) {
            return brush(value, where, drawn);
        }
        if (value.has("points") || value.has("vertices")) {
            return line(value, where, size);
        }
        double x = value.path("x").asDouble(Double.NaN);
        double y = value.path("y").asDouble(Double.NaN);
        if (x > MOST_PERCENT || y > MOST_PERCENT) {
            return refuse(where, "x is %s and y is %s, but both are percent of the picture: these look like pixels.".formatted(x, y));
        }
        double left = x / PERCENT * size.width();
        double top = y / PERCENT * size.height();
        if (check.points(where, left, top).isEmpty()) {
            return Optional.empty();
        }
        double angle = value.path("rotation").asDouble(0);
        if (value.has("radiusX")) {
            return Optional.of(new Ellipse(left, top, Math.abs(value.path("radiusX").asDouble() / PERCENT * size.width()),
                    Math.abs(value.path("radiusY").asDouble() / PERCENT * size.height()), Double.isFinite(angle) ? angle : 0));
        }
        if (!value.has("height")) {
            return Optional.of(Points.of(new Point(left, top)));
        }
        double width = value.path("width").asDouble() / PERCENT * size.width();
        double height = value.path("height").asDouble() / PERCENT * size.height();
        if (check.points(where, width, height, angle, 0).isEmpty()) {
            return Optional.empty();
        }
        if (Turn.normalized(angle) == 0) {
            return Optional.of(Box.between(new Point(left, top), new Point(left + width, top + height)));
        }
        Point centre = new Turn(new Point(left, top), angle).apply(new Point(left + width / 2, top + height / 2));
        return Optional.of(new RotatedBox(centre.x(), centre.y(), Math.abs(width), Math.abs(height), angle));
    }

    private Optional<Shape> line(JsonNode value, Supplier<String> where, Size size) {
        List<Double> numbers = new ArrayList<>();
        value.path("points").forEach(point -> {
            numbers.add(point.path(0).asDouble(Double.NaN) / PERCENT * size.width());
            numbers.add(point.path(1).asDouble(Double.NaN) / PERCENT * size.height());
        });
        value.path("vertices").forEach(point -> {
            numbers.add(point.path("x").asDouble(Double.NaN) / PERCENT * size.width());
            numbers.add(point.path("y").asDouble(Double.NaN) / PERCENT * size.height());
        });
        Optional<List<Point>> points = check.points(where, numbers.stream().mapToDouble(Double::doubleValue).toArray());
        if (points.isEmpty()) {
            return Optional.empty();
        }
        boolean isClosed = value.has("closed") ? value.path("closed").asBoolean() : value.has("points");
        if (points.get().size() < (isClosed ? 3 : 2)) {
            return refuse(where, "The outline has %d points, too few.".formatted(points.get().size()));
        }
        return Optional.of(isClosed ? Polygon.of(points.get()) : new Polyline(points.get()));
    }

    private Optional<Shape> brush(JsonNode value, Supplier<String> where, Size drawn) {
        try {
            int[] bytes = StreamSupport.stream(value.path("rle").spliterator(), false).mapToInt(JsonNode::asInt).toArray();
            Spans spans = BrushText.decode(bytes, drawn);
            return spans.isEmpty() ? refuse(where, "The brush mask is empty: no pixel is on.") : Optional.of(new Mask(spans));
        } catch (DamagedMask e) {
            return refuse(where, e.sentence());
        }
    }

    private Optional<Shape> refuse(Supplier<String> where, String what) {
        problems.refused(where.get(), what);
        return Optional.empty();
    }
}
