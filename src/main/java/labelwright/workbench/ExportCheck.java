package labelwright.workbench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import labelwright.exchange.DatasetFormat;
import labelwright.exchange.DatasetSource.SourceItem;
import labelwright.exchange.Decimals;
import labelwright.exchange.ItemRecord;
import labelwright.exchange.PictureSizes;
import labelwright.exchange.ReadRequest;
import labelwright.exchange.RecordSink;
import labelwright.exchange.RegionRecord;
import labelwright.geometry.Bounds;
import labelwright.geometry.Shape;
import labelwright.geometry.ShapeDistance;
import labelwright.geometry.ShapeKind;
import labelwright.media.ImageDecoder;
import labelwright.media.ImageInfo;
import labelwright.media.MediaException;
import labelwright.model.Annotation;
import labelwright.model.LabelSchema;
import labelwright.model.Problem;
import labelwright.model.Split;

/// Reads an export back and compares it with what was exported: items, splits, labels, and every point of the shapes within the tolerance that
/// the format states.
final class ExportCheck implements RecordSink {
    private final LabelSchema schema;
    private final Set<ShapeKind> shapes;
    private final double tolerance;
    private final Watch watch;
    private final Map<String, Found> found = new HashMap<>();
    private final Map<Difference, Integer> counts = new HashMap<>();
    private final Map<Difference, String> examples = new HashMap<>();
    private double farthest;

    private record Found(Split split, int width, int height, List<RegionRecord> regions) {}

    /// What can be different, in words for people.
    private enum Difference {
        ITEM("pictures are missing"), EXTRA_ITEM("pictures came back that were not exported"), SPLIT("pictures are in another split"), SIZE(
                "pictures have another size"), REGION("annotations are missing"), EXTRA_REGION(
                        "annotations came back that were not exported"), SHAPE(
                                "annotations have another shape"), PROBLEM("places that the reader could not take as they are");

        private final String words;

        Difference(String words) {
            this.words = words;
        }
    }

    ExportCheck(LabelSchema schema, DatasetFormat format, Watch watch) {
        this.schema = schema;
        this.shapes = format.shapes();
        this.tolerance = format.tolerance();
        this.watch = watch;
    }

    void read(DatasetFormat format, Path folder, ImageDecoder decoder) {
        format.reader().read(new ReadRequest(folder, Optional.empty(), file -> size(decoder, file)), this);
    }

    @Override
    public void label(String name) {
        watch.token().throwIfCancelled();
    }

    @Override
    public void item(ItemRecord item) {
        watch.token().throwIfCancelled();
        found.put(item.key(), new Found(item.split(), item.width(), item.height(), new ArrayList<>()));
    }

    @Override
    public void annotation(String itemKey, RegionRecord region) {
        Found item = found.get(itemKey);
        if (item != null) {
            item.regions.add(region);
        }
    }

    @Override
    public void problem(Problem problem) {
        count(Difference.PROBLEM, problem.where() + ": " + problem.what());
    }

    @Override
    public void progress(long done, long total) {
        watch.token().throwIfCancelled();
        watch.progress().report(done, total, "Reading the export back");
    }

    void compare(SourceItem source) {
        String name = source.item().name();
        Found item = found.remove(name);
        if (item == null) {
            count(Difference.ITEM, name);
            return;
        }
        if (item.split != source.item().split()) {
            count(Difference.SPLIT, name);
        }
        if (item.width != source.item().width() || item.height != source.item().height()) {
            count(Difference.SIZE, name);
        }
        for (Annotation annotation : source.annotations().annotations()) {
            compare(name, annotation, item.regions);
        }
        item.regions.forEach(_ -> count(Difference.EXTRA_REGION, name));
    }

    /// One line for each kind of difference; call it after everything was compared.
    List<Loss> losses() {
        found.keySet().forEach(name -> count(Difference.EXTRA_ITEM, name));
        found.clear();
        List<Loss> losses = new ArrayList<>();
        for (Difference difference : Difference.values()) {
            int count = counts.getOrDefault(difference, 0);
            if (count > 0) {
                String far = difference == Difference.SHAPE && farthest > 0
                        ? ", by at most %s pixels".formatted(Decimals.shortened(farthest))
                        : "";
                losses.add(new Loss("%,d %s".formatted(count, difference.words),
                        "found when the export was read back%s; for example %s".formatted(far, examples.get(difference))));
            }
        }
        return losses;
    }

    private void compare(String name, Annotation annotation, List<RegionRecord> regions) {
        String label = schema.label(annotation.label()).name();
        RegionRecord best = null;
        double least = Double.POSITIVE_INFINITY;
        for (RegionRecord region : regions) {
            double distance = region.label().equals(label) ? distance(annotation.shape(), region.shape()) : Double.POSITIVE_INFINITY;
            if (distance < least) {
                least = distance;
                best = region;
            }
        }
        if (best == null) {
            count(Difference.REGION, name);
            return;
        }
        regions.remove(best);
        if (least > tolerance) {
            farthest = Double.isFinite(least) ? Math.max(farthest, least) : farthest;
            count(Difference.SHAPE, name);
        }
    }

    /// How far the points moved; for kinds that the format does not hold, how far the edges of the bounds did.
    private double distance(Shape before, Shape after) {
        return shapes.contains(before.kind()) ? ShapeDistance.between(before, after) : distance(before.bounds(), after.bounds());
    }

    private static double distance(Bounds a, Bounds b) {
        return Math.max(Math.max(Math.abs(a.x() - b.x()), Math.abs(a.y() - b.y())),
                Math.max(Math.abs(a.maxX() - b.maxX()), Math.abs(a.maxY() - b.maxY())));
    }

    private void count(Difference difference, String example) {
        counts.merge(difference, 1, Integer::sum);
        examples.putIfAbsent(difference, example);
    }

    private static Optional<PictureSizes.Size> size(ImageDecoder decoder, Path file) {
        @Nullable
        ImageInfo info;
        try {
            info = decoder.probe(file);
        } catch (MediaException e) {
            return Optional.empty();
        }
        return Optional.of(new PictureSizes.Size(info.width(), info.height()));
    }
}
