package labelwright.exchange.labelstudio;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
import labelwright.exchange.RelationTypes;
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
    private final RegionCheck check;
    private final Labels labels;

    private final LabelStudioRelations relations;

    LabelStudioResults(RecordSink sink, Labels labels, RelationTypes types) {
        this.sink = sink;
        this.problems = new ReadProblems(sink);
        this.check = new RegionCheck(sink);
        this.labels = labels;
        this.relations = new LabelStudioRelations(sink, types);
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
        List<JsonNode> ties = new ArrayList<>();
        int number = 0;
        for (JsonNode result : annotation.path("result")) {
            number++;
            String id = result.path("id").asText("number " + number);
            if (LabelStudioRelations.isRelation(result)) {
                ties.add(result);
            } else if (isPlaced(result.path("value"))) {
                Region region = regions.computeIfAbsent(id, _ -> new Region(result));
                if (!isPlaced(region.place.path("value"))) {
                    region.place = result;
                }
                collect(result, region);
            } else if (regions.containsKey(id)) {
                collect(result, regions.get(id));
            } else {
                LabelStudioAnswers.of(result)
                        .ifPresent(text -> answers.merge(result.path("from_name").asText("answer"), text, (a, _) -> a));
            }
        }
        if (!answers.isEmpty()) {
            sink.answers(itemKey, answers);
        }
        Set<String> read = new HashSet<>();
        regions.forEach((id, region) -> {
            if (region(() -> "%s, result %s".formatted(task, id), id, region, itemKey, size)) {
                read.add(id);
            }
        });
        relations.read(task, ties, itemKey, read);
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
            LabelStudioAnswers.of(result).ifPresent(text -> region.attributes.put(
                    type.equals("textarea") ? RegionFacts.TEXT : result.path("from_name").asText(type), text));
        }
        if (result.path("score").isNumber()) {
            region.attributes.put(RegionRecord.SCORE, result.path("score").asText());
        }
        result.path("meta").path(ATTRIBUTES).properties()
                .forEach(entry -> Facts.put(region.attributes, entry.getKey(), entry.getValue().asText()));
    }

    /// @return whether there is a region of this id now
    private boolean region(Supplier<String> where, String id, Region region, String itemKey, Size picture) {
        JsonNode result = region.place;
        Size own = new Size(Math.max(0, result.path("original_width").asInt()), Math.max(0, result.path("original_height").asInt()));
        Size size = picture.isKnown() ? picture : own;
        if (!size.isKnown()) {
            problems.refused(where.get(), "The size of the picture is not known, so that percent cannot become pixels.");
            return false;
        }
        if (result.path("image_rotation").asInt() != 0) {
            problems.skipped(where.get(), "The region was drawn on a picture turned in the editor, which is not supported.");
            return false;
        }
        if (region.names.isEmpty()) {
            problems.repaired(where.get(), "The region has no label; it was called \"%s\".".formatted(UNNAMED));
            region.names.add(UNNAMED);
        }
        Optional<Shape> checked = shape(result.path("value"), where, size, own.isKnown() ? own : size).flatMap(standard -> {
            Optional<Shape> exact = OwnLine.exact(result.path("meta").path(ShapeText.KEY).asText(""), standard, size);
            return check.shape(where, exact.orElse(standard), size);
        });
        checked.ifPresent(shape -> {
            for (int i = 0; i < region.names.size(); i++) {
                String label = region.names.get(i).isEmpty() ? UNNAMED : region.names.get(i);
                labels.declare(label);
                RegionRecord record = RegionRecord.of(label, shape, region.attributes);
                sink.annotation(itemKey, i == 0 ? record.withKey(id) : record);
            }
        });
        return checked.isPresent();
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
