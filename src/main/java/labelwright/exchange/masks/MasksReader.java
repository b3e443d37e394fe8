package labelwright.exchange.masks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import labelwright.exchange.DatasetReader;
import labelwright.exchange.ExchangeException;
import labelwright.exchange.FileNames;
import labelwright.exchange.FileTree;
import labelwright.exchange.ItemNames;
import labelwright.exchange.ItemRecord;
import labelwright.exchange.LabelPicture;
import labelwright.exchange.Labels;
import labelwright.exchange.Layout;
import labelwright.exchange.PictureSizes.Size;
import labelwright.exchange.PngReader;
import labelwright.exchange.ReadProblems;
import labelwright.exchange.ReadRequest;
import labelwright.exchange.RecordSink;
import labelwright.exchange.RegionCheck;
import labelwright.exchange.RegionRecord;
import labelwright.exchange.UprightSink;
import labelwright.geometry.Mask;
import labelwright.geometry.Spans;
import labelwright.model.Split;

/// Reads picture after picture with its label picture, then names the label pictures without picture.
final class MasksReader implements DatasetReader {
    private static final String OBJECT = "object";
    /// In Cityscapes, larger values are the class times this, and the number of the object.
    private static final int INSTANCES = 1000;

    @Override
    public void read(ReadRequest request, RecordSink sink) {
        Path root = request.root().toAbsolutePath();
        if (!Files.isDirectory(root)) {
            throw new ExchangeException(
                    "%s is no folder. Choose the folder that holds the pictures and their label pictures.".formatted(root));
        }
        Map<String, Path> files = new LinkedHashMap<>();
        new FileTree(root, sink).forEach((path, file) -> {
            sink.progress(0, 0);
            files.put(path, file);
        });
        request.imagesFolder().ifPresent(folder -> new FileTree(folder, sink).forEach((path, file) -> {
            if (FileNames.isPicture(path)) {
                files.putIfAbsent("images/" + path, file);
            }
        }));
        new Reading(request, root, files, new UprightSink(sink, request)).read();
    }

    /// One run through one folder.
    private static final class Reading {
        private final ReadRequest request;
        private final Map<String, Path> files;
        private final UprightSink sink;
        private final ReadProblems problems;
        private final RegionCheck check;
        private final Labels labels;
        private final MaskClasses classes;
        private final ItemNames names = new ItemNames();

        Reading(ReadRequest request, Path root, Map<String, Path> files, UprightSink sink) {
            this.request = request;
            this.files = files;
            this.sink = sink;
            this.problems = new ReadProblems(sink);
            this.check = new RegionCheck(sink);
            this.labels = new Labels(sink);
            this.classes = MaskClasses.read(root, files.keySet(), problems);
        }

        void read() {
            classes.names().forEach(labels::declare);
            MaskPairs pairs = MaskPairs.of(new ArrayList<>(files.keySet()));
            long done = 0;
            for (String picture : pairs.pictures()) {
                sink.progress(done++, pairs.pictures().size());
                String mask = pairs.masks().get(picture);
                item(picture, mask == null ? "" : mask);
            }
            pairs.orphans().forEach(mask -> problems.refused(mask, "There is no picture for this label picture."));
            sink.finish();
        }

        /// @param mask empty when there is none
        private void item(String picture, String mask) {
            Path file = files.get(picture);
            if (file == null) {
                return;
            }
            Path maskFile = files.get(mask);
            Size size = maskFile == null
                    ? request.sizes().of(file).orElse(Size.UNKNOWN)
                    : sink.settle(() -> mask, PngReader.size(maskFile).orElse(Size.UNKNOWN), Optional.of(file));
            String name = names.claim(Layout.of(picture).name(), picture);
            sink.item(new ItemRecord(name, name, file, size.width(), size.height(), Layout.of(picture).split().orElse(Split.NONE)));
            if (maskFile != null) {
                try {
                    regions(mask, LabelPicture.read(maskFile, size), name, size);
                } catch (IOException e) {
                    problems.refused(mask, "The label picture cannot be read: %s.".formatted(ExchangeException.reason(e)));
                }
            }
        }

        private void regions(String mask, LabelPicture picture, String itemKey, Size size) {
            boolean isCityscapes = mask.contains("_gtFine_") || mask.contains("_gtCoarse_");
            List<RegionRecord> regions = new ArrayList<>();
            picture.pixels().forEach((value, pixels) -> {
                String label = picture.isBlackAndWhite() && !classes.areKnown() ? OBJECT : label(value, picture.isColour(), isCityscapes);
                boolean isBorder = value == LabelPicture.BORDER && !picture.isColour() && !picture.isBlackAndWhite();
                if (!isBorder && !MaskClasses.isBackground(label)) {
                    region(mask, label, pixels, size).ifPresent(regions::add);
                }
            });
            regions.forEach(region -> {
                labels.declare(region.label());
                sink.annotation(itemKey, region);
            });
        }

        private String label(int value, boolean isColour, boolean isCityscapes) {
            if (isColour) {
                return classes.ofColour(value);
            }
            if (isCityscapes && !classes.areKnown()) {
                return MaskClasses.ofCityscapes(value >= INSTANCES ? value / INSTANCES : value);
            }
            return classes.ofNumber(value);
        }

        private Optional<RegionRecord> region(String mask, String label, Spans pixels, Size size) {
            return check.shape(() -> mask, new Mask(pixels), size).map(shape -> RegionRecord.of(label, shape, Map.of()));
        }
    }
}
