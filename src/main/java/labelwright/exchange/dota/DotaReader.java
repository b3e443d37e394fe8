package labelwright.exchange.dota;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import labelwright.exchange.DatasetReader;
import labelwright.exchange.ExchangeException;
import labelwright.exchange.Facts;
import labelwright.exchange.FileNames;
import labelwright.exchange.FileTree;
import labelwright.exchange.ItemNames;
import labelwright.exchange.ItemRecord;
import labelwright.exchange.Labels;
import labelwright.exchange.Layout;
import labelwright.exchange.PictureSizes.Size;
import labelwright.exchange.ReadProblems;
import labelwright.exchange.ReadRequest;
import labelwright.exchange.RecordSink;
import labelwright.exchange.RegionCheck;
import labelwright.exchange.RegionRecord;
import labelwright.exchange.RightAngles;
import labelwright.exchange.TextFiles;
import labelwright.exchange.UprightSink;
import labelwright.geometry.Point;
import labelwright.geometry.RotatedBox;
import labelwright.geometry.Shape;
import labelwright.model.RegionFacts;
import labelwright.model.Split;

/// Reads picture after picture with its text file, then names the text files without picture.
final class DotaReader implements DatasetReader {
    private static final List<String> LABEL_FOLDERS = List.of("labelTxt", "labels", "annotations", "labelTxt-v1.0", "labelTxt-v1.5");
    private static final List<String> PICTURE_FOLDERS = List.of("images", "img", "imgs");

    @Override
    public void read(ReadRequest request, RecordSink sink) {
        Path root = request.root().toAbsolutePath();
        if (!Files.isDirectory(root)) {
            throw new ExchangeException("%s is no folder. Choose the folder that holds the pictures and labelTxt.".formatted(root));
        }
        Map<String, Path> pictures = new LinkedHashMap<>();
        Set<String> texts = new HashSet<>();
        List<String> order = new ArrayList<>();
        new FileTree(root, sink).forEach((path, file) -> {
            sink.progress(0, 0);
            if (FileNames.extension(path).equals("txt")) {
                texts.add(path);
                order.add(path);
            } else if (FileNames.isPicture(path) && request.imagesFolder().isEmpty()) {
                pictures.put(path, file);
            }
        });
        request.imagesFolder().ifPresent(folder -> new FileTree(folder, sink).forEach((path, file) -> {
            if (FileNames.isPicture(path)) {
                pictures.put(path, file);
            }
        }));
        new Reading(request, root, sink).read(pictures, texts, order);
    }

    /// One run through one folder.
    private static final class Reading {
        private final ReadRequest request;
        private final Path root;
        private final UprightSink sink;
        private final ReadProblems problems;
        private final RegionCheck check;
        private final Labels labels;
        private final ItemNames names = new ItemNames();

        Reading(ReadRequest request, Path root, RecordSink sink) {
            this.request = request;
            this.root = root;
            this.sink = new UprightSink(sink, request);
            this.problems = new ReadProblems(sink);
            this.check = new RegionCheck(sink);
            this.labels = new Labels(sink);
        }

        void read(Map<String, Path> pictures, Set<String> texts, List<String> order) {
            Set<String> used = new HashSet<>();
            if (texts.contains(DotaWriter.CLASSES)) {
                used.add(DotaWriter.CLASSES);
                lines(DotaWriter.CLASSES).stream().map(String::strip).filter(name -> !name.isEmpty()).forEach(labels::declare);
            }
            long done = 0;
            for (Map.Entry<String, Path> picture : pictures.entrySet()) {
                sink.progress(done++, pictures.size());
                Optional<String> labelFile = find(picture.getKey(), texts);
                Size size = labelFile.isPresent()
                        ? sink.settle(labelFile::get, Size.UNKNOWN, Optional.of(picture.getValue()))
                        : request.sizes().of(picture.getValue()).orElse(Size.UNKNOWN);
                String name = names.claim(Layout.of(picture.getKey()).name(), picture.getKey());
                sink.item(new ItemRecord(name, name, picture.getValue(), size.width(), size.height(),
                        Layout.of(picture.getKey()).split().orElse(Split.NONE)));
                labelFile.ifPresent(text -> {
                    used.add(text);
                    read(text, name, size);
                });
            }
            order.stream().filter(text -> !used.contains(text) && isDota(text))
                    .forEach(text -> problems.refused(text, "There is no picture for this label file."));
        }

        private boolean isDota(String text) {
            return lines(text).stream().anyMatch(line -> DotaLine.parse(line).isPresent());
        }

        private static Optional<String> find(String picture, Set<String> texts) {
            String stem = FileNames.stem(picture) + ".txt";
            List<String> candidates = new ArrayList<>(List.of(stem));
            List<String> parts = List.of(stem.split("/"));
            for (int i = parts.size() - 2; i >= 0; i--) {
                if (PICTURE_FOLDERS.contains(parts.get(i))) {
                    for (String folder : LABEL_FOLDERS) {
                        List<String> swapped = new ArrayList<>(parts);
                        swapped.set(i, folder);
                        candidates.add(String.join("/", swapped));
                    }
                }
            }
            LABEL_FOLDERS.forEach(folder -> candidates.add(folder + "/" + stem));
            return candidates.stream().filter(texts::contains).findFirst();
        }

        private List<String> lines(String path) {
            try {
                return TextFiles.read(root.resolve(path)).lines();
            } catch (IOException e) {
                problems.refused(path, "The label file cannot be read: %s.".formatted(ExchangeException.reason(e)));
                return List.of();
            }
        }

        private void read(String path, String itemKey, Size size) {
            List<String> lines = lines(path);
            for (int i = 0; i < lines.size(); i++) {
                String line = lines.get(i).strip();
                int number = i + 1;
                if (line.isEmpty() || line.startsWith("imagesource:") || line.startsWith("gsd:")) {
                    continue;
                }
                Supplier<String> where = () -> "%s, line %d".formatted(path, number);
                Optional<DotaLine> parsed = DotaLine.parse(line);
                if (parsed.isEmpty()) {
                    problems.refused(where.get(), "The line is not one of eight coordinates and a class name.");
                } else {
                    shape(parsed.get(), where, size).ifPresent(shape -> hand(itemKey, parsed.get(), shape));
                }
            }
        }

        private void hand(String itemKey, DotaLine line, Shape shape) {
            Map<String, String> attributes = new LinkedHashMap<>();
            Facts.put(attributes, RegionFacts.DIFFICULT, line.difficult());
            labels.declare(line.label());
            sink.annotation(itemKey, RegionRecord.of(line.label(), shape, attributes));
        }

        private Optional<Shape> shape(DotaLine line, Supplier<String> where, Size size) {
            Optional<List<Point>> corners = check.points(where, line.numbers());
            Optional<RotatedBox> box = corners.flatMap(RightAngles::box);
            if (box.isPresent()) {
                return check.shape(where, box.get(), size);
            }
            return corners.isEmpty() ? Optional.empty() : check.polygon(where, List.of(line.numbers()), size);
        }
    }
}
