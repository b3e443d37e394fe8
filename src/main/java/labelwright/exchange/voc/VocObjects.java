package labelwright.exchange.voc;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import labelwright.exchange.Labels;
import labelwright.exchange.PictureSizes.Size;
import labelwright.exchange.ReadProblems;
import labelwright.exchange.RecordSink;
import labelwright.exchange.RegionCheck;
import labelwright.exchange.RegionRecord;
import labelwright.exchange.XmlElement;
import labelwright.geometry.Shape;

/// Hands over the objects of one XML file.
final class VocObjects {
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

    void read(String path, XmlElement document, String itemKey, Size picture) {
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
                shape(object, where, picture).ifPresent(shape -> {
                    labels.declare(label);
                    sink.annotation(itemKey, RegionRecord.of(label, shape, object.attributes()));
                });
            }
        }
    }

    private Optional<Shape> shape(VocObject object, Supplier<String> where, Size picture) {
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
        List<String> names = List.of("xmin", "ymin", "xmax", "ymax");
        for (int i = 0; i < corners.length; i++) {
            Optional<String> text = box.get().textOf(names.get(i));
            try {
                corners[i] = Double.parseDouble(text.orElse(""));
            } catch (NumberFormatException ignored) {
                problems.refused(where.get(), text.isEmpty()
                        ? "The box has no %s.".formatted(names.get(i))
                        : "%s is \"%s\", which is no number.".formatted(names.get(i), text.get()));
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
