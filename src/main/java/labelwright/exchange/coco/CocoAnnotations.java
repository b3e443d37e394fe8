package labelwright.exchange.coco;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import labelwright.exchange.BoxText;
import labelwright.exchange.DamagedMask;
import labelwright.exchange.Facts;
import labelwright.exchange.PictureSizes.Size;
import labelwright.exchange.ReadProblems;
import labelwright.exchange.RecordSink;
import labelwright.exchange.RegionCheck;
import labelwright.exchange.RegionRecord;
import labelwright.exchange.Repeats;
import labelwright.exchange.ShapeText;
import labelwright.geometry.Bounds;
import labelwright.geometry.Keypoint;
import labelwright.geometry.Keypoints;
import labelwright.geometry.Mask;
import labelwright.geometry.Shape;
import labelwright.geometry.Spans;
import labelwright.model.Problem.Action;
import labelwright.model.RegionFacts;

/// Turns the annotations of one file into regions, one at a time.
final class CocoAnnotations {
    private static final int BOX_NUMBERS = 4;
    private static final int POINT_NUMBERS = 3;

    private final String file;
    private final Map<String, CocoImages.Target> targets;
    private final Map<String, String> categories;
    private final RecordSink sink;
    private final ReadProblems problems;
    private final Repeats repeats;
    private final RegionCheck check;
    private final SeenIds seen = new SeenIds();
    private long count;
    private long groups;

    CocoAnnotations(String file, Map<String, CocoImages.Target> targets, Map<String, String> categories, RecordSink sink) {
        this.file = file;
        this.targets = targets;
        this.categories = categories;
        this.sink = sink;
        this.problems = new ReadProblems(sink);
        this.repeats = new Repeats(sink);
        this.check = new RegionCheck(sink);
    }

    void handOver(CocoRecord record) {
        count++;
        long number = count;
        String id = record.id;
        Supplier<String> where = () -> id.isEmpty()
                ? "%s, annotation number %d".formatted(file, number)
                : "%s, annotation %s".formatted(file, id);
        if (!id.isEmpty() && !seen.add(id)) {
            problems.repaired(where.get(), "Another annotation has the same id; both were kept.");
        }
        CocoImages.Target target = targets.get(record.image);
        switch (target) {
            case null -> problems.refused(where.get(), record.image.isEmpty()
                    ? "The annotation has no image_id."
                    : "There is no image with the id %s.".formatted(record.image));
            case CocoImages.Target.Closed closed -> repeats.report(closed.action(), where, closed.why());
            case CocoImages.Target.ToItem item -> handOver(record, where, item);
        }
    }

    void finish() {
        repeats.finish(file);
    }

    private void handOver(CocoRecord record, Supplier<String> where, CocoImages.Target.ToItem item) {
        Optional<String> unsupported = unsupported(record);
        if (unsupported.isPresent()) {
            repeats.report(Action.SKIPPED, where, unsupported.get());
            return;
        }
        String label = categories.get(record.category);
        if (label == null) {
            problems.refused(where.get(), record.category.isEmpty()
                    ? "The annotation has no category_id."
                    : "There is no category with the id %s.".formatted(record.category));
            return;
        }
        if (!record.hasKeypoints()) {
            shape(record, where, item).ifPresent(
                    shape -> sink.annotation(item.key(), RegionRecord.of(label, shape, record.attributes())));
            return;
        }
        Map<String, String> attributes = new LinkedHashMap<>(record.attributes());
        if (record.hasArea()) {
            attributes.putIfAbsent(RegionFacts.GROUP, Long.toString(++groups));
            shape(record, where, item).ifPresent(shape -> sink.annotation(item.key(), RegionRecord.of(label, shape, attributes)));
        }
        keypoints(record, where, item.size()).ifPresent(shape -> {
            box(record).filter(box -> !box.equals(shape.bounds())).ifPresent(box -> attributes.put(Facts.BOX, BoxText.of(box)));
            sink.annotation(item.key(), RegionRecord.of(label, shape, attributes));
        });
    }

    private Optional<Shape> keypoints(CocoRecord record, Supplier<String> where, Size picture) {
        double[] numbers = record.keypoints;
        if (numbers.length % POINT_NUMBERS != 0) {
            problems.refused(where.get(),
                    "The keypoints have %d numbers, but three make a point (x, y and visibility).".formatted(numbers.length));
            return Optional.empty();
        }
        List<Keypoint> points = new ArrayList<>();
        for (int i = 0; i < numbers.length; i += POINT_NUMBERS) {
            int code = (int) numbers[i + 2];
            if (code < 0 || code > 2 || code != numbers[i + 2]) {
                problems.refused(where.get(), "Keypoint %d has the visibility %s; it must be 0, 1 or 2.".formatted(i / POINT_NUMBERS + 1,
                        numbers[i + 2]));
                return Optional.empty();
            }
            if (code == 0) {
                points.add(Keypoint.ABSENT);
            } else if (check.points(where, numbers[i], numbers[i + 1]).isPresent()) {
                points.add(new Keypoint(numbers[i], numbers[i + 1], Keypoint.Visibility.ofCode(code)));
            } else {
                return Optional.empty();
            }
        }
        return check.shape(where, new Keypoints(points), picture);
    }

    private static Optional<Bounds> box(CocoRecord record) {
        double[] box = record.box;
        return box == null || box.length != BOX_NUMBERS ? Optional.empty() : BoxText.box(box[0], box[1], box[2], box[3]);
    }

    /// Why nothing of the record can be kept.
    private static Optional<String> unsupported(CocoRecord record) {
        if (record.hasCaption) {
            return Optional.of("Captions are not supported yet.");
        }
        if (record.hasSegments) {
            return Optional.of("Panoptic segments are not supported yet.");
        }
        if (record.hasArea() || record.hasKeypoints() || (record.box != null && record.box.length > 0) || !record.shapeText.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of("The annotation has no box and no outline; labels of whole pictures are not supported yet.");
    }

    private Optional<Shape> shape(CocoRecord record, Supplier<String> where, CocoImages.Target.ToItem item) {
        Optional<Shape> own = ownShape(record, where, item.size());
        if (own.isPresent()) {
            return check.shape(where, own.get(), item.size());
        }
        if (!record.outlines.isEmpty()) {
            return check.polygon(where, record.outlines, item.size());
        }
        CocoMask mask = record.mask;
        if (mask != null) {
            try {
                Spans pixels = mask.pixels(item.said(), item.size());
                if (!pixels.isEmpty()) {
                    return check.shape(where, new Mask(pixels), item.size());
                }
            } catch (DamagedMask e) {
                problems.refused(where.get(), e.sentence());
                return Optional.empty();
            }
            if (box(record).isEmpty()) {
                problems.refused(where.get(), "The mask is empty: no pixel is on, and there is no box beside it.");
                return Optional.empty();
            }
            problems.repaired(where.get(), "The mask is empty: no pixel is on. The box beside it was kept.");
        }
        double[] box = record.box;
        if (box == null || box.length != BOX_NUMBERS) {
            problems.refused(where.get(), "A box has four numbers, not %d.".formatted(box == null ? 0 : box.length));
            return Optional.empty();
        }
        return check.box(where, box[0], box[1], box[2], box[3], item.size());
    }

    /// The exact shape of our own export, as long as the box beside it says that nobody has changed the annotation since.
    private Optional<Shape> ownShape(CocoRecord record, Supplier<String> where, Size picture) {
        if (record.shapeText.isEmpty()) {
            return Optional.empty();
        }
        Optional<Shape> own = ShapeText.parse(record.shapeText);
        if (own.isEmpty()) {
            problems.repaired(where.get(), "The exact shape (%s) cannot be read; the standard fields were used.".formatted(ShapeText.KEY));
            return own;
        }
        Optional<Bounds> box = box(record);
        if (box.isPresent() && !BoxText.isNear(box.get(), BoxText.inside(own.get().bounds(), picture.width(), picture.height()))) {
            problems.repaired(where.get(), "The annotation was changed after its export: its exact shape (%s) does not fit its box. "
                    .formatted(ShapeText.KEY) + "The standard fields were used.");
            return Optional.empty();
        }
        return own;
    }
}
