package labelwright.exchange.coco;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import labelwright.exchange.PictureSizes.Size;
import labelwright.exchange.ReadProblems;
import labelwright.exchange.RecordSink;
import labelwright.exchange.RegionCheck;
import labelwright.exchange.RegionRecord;
import labelwright.exchange.Repeats;
import labelwright.geometry.Shape;
import labelwright.model.Problem.Action;

/// Turns the annotations of one file into regions, one at a time.
final class CocoAnnotations {
    private static final int BOX_NUMBERS = 4;

    private final String file;
    private final Map<String, CocoImages.Target> targets;
    private final Map<String, String> categories;
    private final RecordSink sink;
    private final ReadProblems problems;
    private final Repeats repeats;
    private final RegionCheck check;
    private final SeenIds seen = new SeenIds();
    private long count;

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
            case CocoImages.Target.ToItem(String key, Size size) -> handOver(record, where, key, size);
        }
    }

    void finish() {
        repeats.finish(file);
    }

    private void handOver(CocoRecord record, Supplier<String> where, String key, Size size) {
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
        shape(record, where, size).ifPresent(shape -> {
            if (record.hasMask) {
                repeats.report(Action.REPAIRED, where, "The box was kept; its mask is not supported yet and was left out.");
            }
            if (record.hasKeypoints) {
                repeats.report(Action.REPAIRED, where, "The shape was kept; its keypoints are not supported yet and were left out.");
            }
            sink.annotation(key, RegionRecord.of(label, shape, record.attributes()));
        });
    }

    /// Why nothing of the record can be kept.
    private static Optional<String> unsupported(CocoRecord record) {
        if (record.hasCaption) {
            return Optional.of("Captions are not supported yet.");
        }
        if (record.hasSegments) {
            return Optional.of("Panoptic segments are not supported yet.");
        }
        if (!record.outlines.isEmpty() || (record.box != null && record.box.length > 0)) {
            return Optional.empty();
        }
        if (record.hasMask) {
            return Optional.of("Masks are not supported yet, and this annotation has no box beside its mask.");
        }
        if (record.hasKeypoints) {
            return Optional.of("Keypoints are not supported yet, and this annotation has no box beside them.");
        }
        return Optional.of("The annotation has no box and no outline; labels of whole pictures are not supported yet.");
    }

    private Optional<Shape> shape(CocoRecord record, Supplier<String> where, Size size) {
        if (!record.outlines.isEmpty()) {
            return check.polygon(where, record.outlines, size);
        }
        double[] box = record.box;
        if (box == null || box.length != BOX_NUMBERS) {
            problems.refused(where.get(), "A box has four numbers, not %d.".formatted(box == null ? 0 : box.length));
            return Optional.empty();
        }
        return check.box(where, box[0], box[1], box[2], box[3], size);
    }
}
