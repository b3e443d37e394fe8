package labelwright.exchange.labelmexml;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;

import labelwright.exchange.ExchangeException;
import labelwright.exchange.FileNames;
import labelwright.exchange.LabelPicture;
import labelwright.exchange.Labels;
import labelwright.exchange.PictureSizes.Size;
import labelwright.exchange.ReadProblems;
import labelwright.exchange.RecordSink;
import labelwright.exchange.RegionCheck;
import labelwright.exchange.RegionRecord;
import labelwright.exchange.SafeName;
import labelwright.exchange.XmlElement;
import labelwright.geometry.Bounds;
import labelwright.geometry.Mask;
import labelwright.geometry.Point;
import labelwright.geometry.Shape;
import labelwright.geometry.Spans;
import labelwright.model.RegionFacts;

/// Turns the `object` elements of one file into regions.
final class LabelmeXmlObjects {
    private static final String UNNAMED = "unnamed";
    private static final String WORDS = "attributes";

    private final RecordSink sink;
    private final ReadProblems problems;
    private final RegionCheck check;
    private final Labels labels;
    private final BiFunction<String, String, Optional<Path>> masks;

    /// @param masks finds a mask by the XML file and the mask's name
    LabelmeXmlObjects(RecordSink sink, BiFunction<String, String, Optional<Path>> masks) {
        this.sink = sink;
        this.problems = new ReadProblems(sink);
        this.check = new RegionCheck(sink);
        this.labels = new Labels(sink);
        this.masks = masks;
    }

    private record Found(String id, String label, Shape shape, Map<String, String> attributes) {}

    void read(String file, XmlElement document, String itemKey, Size size) {
        PartGroups groups = new PartGroups();
        List<Found> found = new ArrayList<>();
        int deleted = 0;
        for (XmlElement object : document.all("object")) {
            sink.progress(0, 0);
            if (object.textOf("deleted").filter("1"::equals).isPresent()) {
                deleted++;
                continue;
            }
            String id = object.textOf("id").orElse("in line " + object.line());
            Supplier<String> where = () -> "%s, object %s, line %d".formatted(file, id, object.line());
            shape(file, object, where, size).ifPresent(shape -> {
                String label = object.textOf("name").orElse(UNNAMED);
                if (object.textOf("name").isEmpty()) {
                    problems.repaired(where.get(), "The object has no name; it was called \"%s\".".formatted(UNNAMED));
                }
                found.add(new Found(id, label, shape, attributes(object)));
                groups.add(id, parts(object));
            });
        }
        Map<String, Integer> numbers = groups.numbers();
        for (Found one : found) {
            Integer group = numbers.get(one.id);
            if (group != null) {
                one.attributes.put(RegionFacts.GROUP, group.toString());
            }
            labels.declare(one.label);
            sink.annotation(itemKey, RegionRecord.of(one.label, one.shape, one.attributes));
        }
        if (deleted > 0) {
            problems.skipped(file, deleted == 1
                    ? "One object was deleted in LabelMe and was left out."
                    : "%,d objects were deleted in LabelMe and were left out.".formatted(deleted));
        }
    }

    private static List<String> parts(XmlElement object) {
        List<String> ids = new ArrayList<>();
        object.find("parts").ifPresent(parts -> {
            for (String name : List.of("hasparts", "ispartof")) {
                parts.textOf(name).ifPresent(text -> {
                    for (String id : text.split(",")) {
                        ids.add(id.strip());
                    }
                });
            }
        });
        return ids;
    }

    private static Map<String, String> attributes(XmlElement object) {
        Map<String, String> attributes = new LinkedHashMap<>();
        List<String> words = new ArrayList<>();
        for (String part : object.textOf("attributes").orElse("").split(",")) {
            int equals = part.indexOf('=');
            String name = equals < 0 ? "" : part.substring(0, equals).strip();
            String value = part.substring(equals + 1).strip();
            if (!name.isEmpty() && !value.isEmpty()) {
                attributes.putIfAbsent(name, value);
            } else if (!part.isBlank()) {
                words.add(part.strip());
            }
        }
        if (!words.isEmpty()) {
            attributes.put(WORDS, String.join(", ", words));
        }
        object.textOf("occluded").filter("yes"::equals).ifPresent(_ -> attributes.put(RegionFacts.OCCLUDED, "1"));
        object.find("polygon").or(() -> object.find("segm")).flatMap(drawn -> drawn.textOf("username"))
                .ifPresent(user -> attributes.putIfAbsent("username", user));
        return attributes;
    }

    private Optional<Shape> shape(String file, XmlElement object, Supplier<String> where, Size size) {
        Optional<XmlElement> polygon = object.find("polygon");
        Optional<XmlElement> mask = object.find("segm").filter(_ -> polygon.isEmpty());
        if (mask.isPresent()) {
            return mask(file, mask.get(), where, size);
        }
        if (polygon.isEmpty()) {
            problems.refused(where.get(), "The object has neither a polygon nor a mask.");
            return Optional.empty();
        }
        double[] numbers = polygon.get().all("pt").stream().flatMap(point -> List.of("x", "y").stream().map(point::textOf))
                .mapToDouble(LabelmeXmlObjects::number).toArray();
        Optional<List<Point>> points = check.points(where, numbers);
        if (points.isEmpty() || object.textOf("type").filter("bounding_box"::equals).isEmpty()) {
            return points.flatMap(_ -> check.polygon(where, List.of(numbers), size));
        }
        Bounds bounds = Bounds.around(points.get());
        return check.corners(where, bounds.x(), bounds.y(), bounds.maxX(), bounds.maxY(), size);
    }

    private static double number(Optional<String> text) {
        try {
            return text.map(Double::parseDouble).orElse(Double.NaN);
        } catch (NumberFormatException ignored) {
            return Double.NaN;
        }
    }

    private Optional<Shape> mask(String file, XmlElement segm, Supplier<String> where, Size size) {
        String name = segm.textOf("mask").orElse("");
        Optional<String> danger = SafeName.danger(name);
        if (danger.isPresent()) {
            problems.refused(where.get(), "The mask's name %s %s; it was not opened.".formatted(SafeName.shown(name), danger.get()));
            return Optional.empty();
        }
        Optional<Path> found = masks.apply(file, FileNames.last(SafeName.normalise(name)));
        if (found.isEmpty()) {
            problems.refused(where.get(), "The mask %s is not there.".formatted(SafeName.shown(name)));
            return Optional.empty();
        }
        try {
            Spans pixels = LabelPicture.read(found.get(), size, (value, _) -> value == 0 ? 0 : 1).pixels().getOrDefault(1, Spans.NONE);
            if (pixels.isEmpty()) {
                problems.refused(where.get(), "The mask is empty: no pixel is on.");
                return Optional.empty();
            }
            return check.shape(where, new Mask(pixels), size);
        } catch (IOException e) {
            problems.refused(where.get(), "The mask %s cannot be read: %s.".formatted(SafeName.shown(name), ExchangeException.reason(e)));
            return Optional.empty();
        }
    }
}
