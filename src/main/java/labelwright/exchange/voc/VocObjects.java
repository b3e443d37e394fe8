package labelwright.exchange.voc;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import labelwright.exchange.BoxText;
import labelwright.exchange.Facts;
import labelwright.exchange.Labels;
import labelwright.exchange.OwnLine;
import labelwright.exchange.PictureSizes.Size;
import labelwright.exchange.ReadProblems;
import labelwright.exchange.RecordSink;
import labelwright.exchange.RegionCheck;
import labelwright.exchange.RegionRecord;
import labelwright.exchange.ShapeText;
import labelwright.exchange.XmlElement;
import labelwright.geometry.Bounds;
import labelwright.geometry.Box;
import labelwright.geometry.Mask;
import labelwright.geometry.Point;
import labelwright.geometry.Shape;

/// Hands over the objects of one XML file.
final class VocObjects {
    private static final List<String> CORNERS = List.of("xmin", "ymin", "xmax", "ymax");

    private final RecordSink sink;
    private final ReadProblems problems;
    private final RegionCheck check;
    private final Labels labels;

    VocObjects(RecordSink sink) {
        this.sink = sink;
        this.problems = new ReadProblems(sink);
        this.check = new RegionCheck(sink);
        this.labels = new Labels(sink);
    }

    /// @param masks by the number of the object, from 1; those that no object has are handed over with the label of their class
    void read(String path, XmlElement document, String itemKey, Size picture, Map<Integer, Mask> masks) {
        int number = 0;
        for (XmlElement element : document.all("object")) {
            number++;
            VocObject object = new VocObject(element);
            String label = object.label().orElse("");
            int count = number;
            Supplier<String> where = () -> "%s, object %d%s, line %d".formatted(path, count, label.isEmpty() ? "" : " (" + label + ")",
                    object.line());
            if (label.isEmpty()) {
                problems.refused(where.get(), "The object has no name.");
            } else {
                Mask mask = masks.get(number);
                shape(object, where, picture, mask).ifPresent(shape -> {
                    labels.declare(label);
                    sink.annotation(itemKey, RegionRecord.of(label, shape, attributes(object, shape, mask)));
                });
            }
        }
    }

    /// Masks of a picture that has no objects.
    void read(Map<String, Mask> masks, String itemKey, Supplier<String> where, Size picture) {
        masks.forEach((label, mask) -> check.shape(where, mask, picture).ifPresent(shape -> {
            labels.declare(label);
            sink.annotation(itemKey, RegionRecord.of(label, shape, Map.of()));
        }));
    }

    /// The box stays beside a mask that does not fill it.
    private static Map<String, String> attributes(VocObject object, Shape shape, @Nullable Mask mask) {
        Map<String, String> attributes = object.attributes();
        if (shape.equals(mask)) {
            corners(object).map(c -> Bounds.between(new Point(c[0], c[1]), new Point(c[2], c[3])))
                    .filter(box -> !box.equals(shape.bounds())).ifPresent(box -> attributes.put(Facts.BOX, BoxText.of(box)));
        }
        return attributes;
    }

    /// Empty unless all four are numbers.
    private static Optional<double[]> corners(VocObject object) {
        double[] corners = new double[CORNERS.size()];
        for (int i = 0; i < corners.length; i++) {
            String name = CORNERS.get(i);
            try {
                corners[i] = Double.parseDouble(object.box().flatMap(box -> box.textOf(name)).orElse(""));
            } catch (NumberFormatException ignored) {
                return Optional.empty();
            }
            if (!Double.isFinite(corners[i])) {
                return Optional.empty();
            }
        }
        return Optional.of(corners);
    }

    private Optional<Shape> shape(VocObject object, Supplier<String> where, Size picture, @Nullable Mask mask) {
        if (object.ownLine().isPresent()) {
            Optional<Shape> exact = corners(object).map(c -> Box.between(new Point(c[0], c[1]), new Point(c[2], c[3])))
                    .flatMap(box -> OwnLine.exact(object.ownLine().get(), box, picture));
            if (exact.isPresent()) {
                return check.shape(where, exact.get(), picture);
            }
            problems.repaired(where.get(), "The object was changed after its export; its exact shape (%s) was passed over."
                    .formatted(ShapeText.KEY));
        }
        if (mask != null) {
            return check.shape(where, mask, picture);
        }
        Optional<XmlElement> box = object.box();
        if (box.isEmpty()) {
            if (object.isTurned()) {
                problems.skipped(where.get(), "The object is a turned box, which is not supported yet.");
            } else if (object.notSupported().isEmpty()) {
                problems.refused(where.get(), "The object has no box.");
            } else {
                problems.skipped(where.get(),
                        "The object has no box; what it has is not supported yet (%s)."
                                .formatted(String.join(", ", object.notSupported())));
            }
            return Optional.empty();
        }
        double[] corners = new double[4];
        for (int i = 0; i < corners.length; i++) {
            Optional<String> text = box.get().textOf(CORNERS.get(i));
            try {
                corners[i] = Double.parseDouble(text.orElse(""));
            } catch (NumberFormatException ignored) {
                problems.refused(where.get(), text.isEmpty()
                        ? "The box has no %s.".formatted(CORNERS.get(i))
                        : "%s is \"%s\", which is no number.".formatted(CORNERS.get(i), text.get()));
                return Optional.empty();
            }
        }
        Optional<Shape> shape = check.corners(where, corners[0], corners[1], corners[2], corners[3], picture);
        if (shape.isPresent() && !object.notSupported().isEmpty()) {
            problems.repaired(where.get(),
                    "The box was kept; what is not supported yet was left out (%s).".formatted(String.join(", ", object.notSupported())));
        }
        return shape;
    }
}
