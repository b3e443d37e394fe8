package labelwright.exchange.cvat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import labelwright.exchange.DamagedMask;
import labelwright.exchange.Facts;
import labelwright.exchange.PictureSizes.Size;
import labelwright.exchange.ReadProblems;
import labelwright.exchange.RecordSink;
import labelwright.exchange.RegionCheck;
import labelwright.exchange.RegionRecord;
import labelwright.exchange.RowRuns;
import labelwright.exchange.ShapeText;
import labelwright.exchange.XmlElement;
import labelwright.geometry.Ellipse;
import labelwright.geometry.Keypoint;
import labelwright.geometry.Keypoints;
import labelwright.geometry.Mask;
import labelwright.geometry.MaskFill;
import labelwright.geometry.Point;
import labelwright.geometry.Points;
import labelwright.geometry.Polyline;
import labelwright.geometry.RotatedBox;
import labelwright.geometry.Shape;
import labelwright.geometry.Spans;
import labelwright.model.AttributeType;
import labelwright.model.RegionFacts;

/// Turns the children of `image` elements into regions and answers.
final class CvatShapes {
    private static final String UNNAMED = "unnamed";
    private static final String TRACK = "track_id";

    private final RecordSink sink;
    private final ReadProblems problems;
    private final RegionCheck check;
    private final CvatLabels labels;

    CvatShapes(RecordSink sink, CvatLabels labels) {
        this.sink = sink;
        this.problems = new ReadProblems(sink);
        this.check = new RegionCheck(sink);
        this.labels = labels;
    }

    /// A child of an `image` element: a shape, or a tag, which becomes an answer.
    void read(String image, XmlElement child, String itemKey, Size size, Map<String, String> answers) {
        Supplier<String> where = () -> "%s, %s in line %d".formatted(image, child.name(), child.line());
        String label = child.attribute("label").orElse("");
        if (!child.name().equals("tag")) {
            region(child, label, where, itemKey, size, attributes(child, label));
        } else if (label.isEmpty()) {
            problems.refused(where.get(), "The tag has no label.");
        } else {
            answers.putIfAbsent(label, AttributeType.YES);
            for (XmlElement attribute : child.all("attribute")) {
                attribute.attribute("name").ifPresent(name -> Facts.put(answers, labels.question(label, name),
                        labels.value(label, name, attribute.text())));
            }
        }
    }

    /// The shape of a track on one frame.
    void read(String frame, XmlElement child, XmlElement track, String itemKey, Size size) {
        String label = track.attribute("label").orElse("");
        Map<String, String> attributes = attributes(child, label);
        track.attribute("id").ifPresent(id -> attributes.put(TRACK, id));
        region(child, label, () -> "%s, %s in line %d".formatted(frame, child.name(), child.line()), itemKey, size, attributes);
    }

    private void region(XmlElement child, String said, Supplier<String> where, String itemKey, Size size, Map<String, String> attributes) {
        shape(child, said, where, size).ifPresent(shape -> {
            String label = said.isEmpty() ? UNNAMED : said;
            if (said.isEmpty()) {
                problems.repaired(where.get(), "The shape has no label; it was called \"%s\".".formatted(UNNAMED));
            }
            labels.use(label);
            sink.annotation(itemKey, RegionRecord.of(label, shape, attributes));
        });
    }

    private Map<String, String> attributes(XmlElement element, String label) {
        Map<String, String> attributes = new LinkedHashMap<>();
        element.attribute("occluded").ifPresent(value -> Facts.put(attributes, RegionFacts.OCCLUDED, value));
        element.attribute("group_id").filter(value -> !value.equals("0")).ifPresent(value -> attributes.put(RegionFacts.GROUP, value));
        element.attribute("z_order").filter(value -> !value.equals("0")).ifPresent(value -> attributes.put("z_order", value));
        for (XmlElement attribute : element.all("attribute")) {
            attribute.attribute("name").ifPresent(name -> Facts.put(attributes, name, labels.value(label, name, attribute.text())));
        }
        return attributes;
    }

    private Optional<Shape> shape(XmlElement element, String label, Supplier<String> where, Size size) {
        return switch (element.name()) {
            case "box" -> box(element, where, size);
            case "ellipse" -> ellipse(element, where, size);
            case "polygon" -> points(element, where)
                    .flatMap(points -> check.polygon(where, List.of(coordinates(points)), size));
            case "polyline" -> points(element, where).flatMap(points -> {
                if (points.size() < 2) {
                    problems.refused(where.get(), "A line needs at least two points.");
                    return Optional.empty();
                }
                return check.shape(where, new Polyline(points), size);
            });
            case "points" -> points(element, where).flatMap(points -> check.shape(where, new Points(points), size));
            case "mask" -> mask(element, where, size);
            case "skeleton" -> skeleton(element, label, where, size);
            case "cuboid" -> {
                problems.skipped(where.get(), "Cuboids are not supported.");
                yield Optional.empty();
            }
            default -> {
                problems.skipped(where.get(), "\"%s\" is no shape that is known here.".formatted(element.name()));
                yield Optional.empty();
            }
        };
    }

    private Optional<Shape> box(XmlElement element, Supplier<String> where, Size size) {
        double left = element.number("xtl");
        double top = element.number("ytl");
        double right = element.number("xbr");
        double bottom = element.number("ybr");
        double angle = element.attribute("rotation").isEmpty() ? 0 : element.number("rotation");
        if (angle == 0 || Double.isNaN(left + top + right + bottom + angle)) {
            return check.corners(where, left, top, right, bottom, size);
        }
        if (check.points(where, left, top, right, bottom, angle, 0).isEmpty()) {
            return Optional.empty();
        }
        return check.shape(where,
                new RotatedBox((left + right) / 2, (top + bottom) / 2, Math.abs(right - left), Math.abs(bottom - top), angle),
                size);
    }

    private Optional<Shape> ellipse(XmlElement element, Supplier<String> where, Size size) {
        double radiusX = element.number("rx");
        double radiusY = element.number("ry");
        double angle = element.attribute("rotation").isEmpty() ? 0 : element.number("rotation");
        if (check.points(where, element.number("cx"), element.number("cy"), radiusX, radiusY, angle, 0).isEmpty()) {
            return Optional.empty();
        }
        return check.shape(where, new Ellipse(element.number("cx"), element.number("cy"), Math.abs(radiusX), Math.abs(radiusY), angle),
                size);
    }

    /// `x,y;x,y`; empty, with a problem, when there is no point or something else.
    private Optional<List<Point>> points(XmlElement element, Supplier<String> where) {
        String text = element.attribute("points").orElse("");
        if (text.isEmpty()) {
            problems.refused(where.get(), "The shape has no points.");
            return Optional.empty();
        }
        String[] words = text.split("[;,]");
        try {
            return check.points(where, Arrays.stream(words).mapToDouble(Double::parseDouble).toArray());
        } catch (NumberFormatException ignored) {
            problems.refused(where.get(), "The points hold something that is no number.");
            return Optional.empty();
        }
    }

    private static double[] coordinates(List<Point> points) {
        double[] coordinates = new double[2 * points.size()];
        for (int i = 0; i < points.size(); i++) {
            coordinates[2 * i] = points.get(i).x();
            coordinates[2 * i + 1] = points.get(i).y();
        }
        return coordinates;
    }

    private Optional<Shape> mask(XmlElement element, Supplier<String> where, Size size) {
        RowRuns.Frame frame = new RowRuns.Frame((int) element.number("left"), (int) element.number("top"), (int) element.number("width"),
                (int) element.number("height"));
        Mask mask;
        try {
            long[] counts = Arrays.stream(element.attribute("rle").orElse("").split(",")).map(String::strip).mapToLong(Long::parseLong)
                    .toArray();
            Spans spans = RowRuns.spans(counts, frame);
            if (spans.isEmpty()) {
                problems.refused(where.get(), "The mask is empty: no pixel is on.");
                return Optional.empty();
            }
            mask = new Mask(spans);
        } catch (DamagedMask e) {
            problems.refused(where.get(), e.sentence());
            return Optional.empty();
        } catch (NumberFormatException ignored) {
            problems.refused(where.get(), "The mask's counts hold something that is no whole number.");
            return Optional.empty();
        }
        Optional<Shape> own = element.attribute(ShapeText.KEY).flatMap(ShapeText::parse);
        if (own.isPresent() && size.isKnown() && MaskFill.of(own.get(), size.width(), size.height()).equals(Optional.of(mask))) {
            return check.shape(where, own.get(), size);
        }
        if (element.attribute(ShapeText.KEY).isPresent()) {
            problems.repaired(where.get(),
                    "The exact outline does not fit the mask, which was changed after the export; the mask was used.");
        }
        return check.shape(where, mask, size);
    }

    private Optional<Shape> skeleton(XmlElement element, String label, Supplier<String> where, Size size) {
        List<String> names = labels.points(label);
        List<Keypoint> points = new ArrayList<>();
        names.forEach(_ -> points.add(Keypoint.ABSENT));
        for (XmlElement child : element.all("points")) {
            int place = names.indexOf(child.attribute("label").orElse(""));
            Optional<Keypoint> point = keypoint(child, where);
            if (point.isEmpty()) {
                return Optional.empty();
            }
            if (place >= 0) {
                points.set(place, point.get());
            } else if (names.isEmpty()) {
                points.add(point.get());
            } else {
                problems.repaired(where.get(), "The skeleton has a point \"%s\" that its label does not have; it was left out."
                        .formatted(child.attribute("label").orElse("")));
            }
        }
        if (points.stream().noneMatch(Keypoint::isThere)) {
            problems.refused(where.get(), "No point of the skeleton is there.");
            return Optional.empty();
        }
        if (element.all("points").stream().anyMatch(point -> !point.all("attribute").isEmpty())) {
            problems.skipped(where.get(), "The attributes of single points were left out: only whole skeletons have attributes here.");
        }
        return check.shape(where, new Keypoints(points), size);
    }

    private Optional<Keypoint> keypoint(XmlElement element, Supplier<String> where) {
        if (element.attribute("outside").filter("1"::equals).isPresent()) {
            return Optional.of(Keypoint.ABSENT);
        }
        boolean isHidden = element.attribute("occluded").filter("1"::equals).isPresent();
        return points(element, where).map(List::getFirst)
                .map(at -> new Keypoint(at.x(), at.y(), isHidden ? Keypoint.Visibility.OCCLUDED : Keypoint.Visibility.VISIBLE));
    }
}
