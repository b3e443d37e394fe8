package labelwright.exchange.labelme;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import labelwright.exchange.DatasetReader;
import labelwright.exchange.ExchangeException;
import labelwright.exchange.FileNames;
import labelwright.exchange.FileTree;
import labelwright.exchange.ItemNames;
import labelwright.exchange.ItemRecord;
import labelwright.exchange.JsonFile;
import labelwright.exchange.Labels;
import labelwright.exchange.Layout;
import labelwright.exchange.PictureFinder;
import labelwright.exchange.PictureSizes.Size;
import labelwright.exchange.ReadProblems;
import labelwright.exchange.ReadRequest;
import labelwright.exchange.RecordSink;
import labelwright.exchange.SafeName;
import labelwright.exchange.TextFiles;
import labelwright.exchange.UprightSink;
import labelwright.model.Split;

/// Reads one JSON file after the other, then the pictures that have none.
final class LabelmeReader implements DatasetReader {
    private static final String LABELS = "labels.txt";

    @Override
    public void read(ReadRequest request, RecordSink sink) {
        Path root = request.root().toAbsolutePath();
        if (Files.isRegularFile(root)) {
            Path folder = Optional.ofNullable(root.getParent()).orElse(root);
            new Reading(request, folder, sink).readFiles(List.of(String.valueOf(root.getFileName())), List.of());
            return;
        }
        if (!Files.isDirectory(root)) {
            throw new ExchangeException("There is no folder %s. Check the path, and whether its disk is connected.".formatted(root));
        }
        List<String> documents = new ArrayList<>();
        List<String> pictures = new ArrayList<>();
        List<String> lists = new ArrayList<>();
        new FileTree(root, sink).forEach((path, _) -> {
            sink.progress(0, 0);
            if (FileNames.extension(path).equals("json")) {
                documents.add(path);
            } else if (FileNames.isPicture(path)) {
                pictures.add(path);
            } else if (FileNames.last(path).equals(LABELS)) {
                lists.add(path);
            }
        });
        Reading reading = new Reading(request, root, sink);
        lists.stream().limit(1).forEach(reading::readLabels);
        reading.readFiles(documents, request.imagesFolder().isPresent() ? List.of() : pictures);
    }

    /// One run through one folder.
    private static final class Reading {
        private final ReadRequest request;
        private final Path root;
        private final UprightSink sink;
        private final ReadProblems problems;
        private final Labels labels;
        private final LabelmeShapes shapes;
        private final PictureFinder below;
        private final Optional<PictureFinder> elsewhere;
        private final ItemNames names = new ItemNames();
        private final Set<Path> used = new HashSet<>();

        Reading(ReadRequest request, Path root, RecordSink sink) {
            this.request = request;
            this.root = root;
            this.sink = new UprightSink(sink, request);
            this.problems = new ReadProblems(sink);
            this.labels = new Labels(sink);
            this.shapes = new LabelmeShapes(this.sink, labels);
            this.below = new PictureFinder(root);
            this.elsewhere = request.imagesFolder().map(PictureFinder::new);
        }

        /// One label a line; names such as `__ignore__` are labelme's own.
        void readLabels(String path) {
            try {
                TextFiles.read(root.resolve(path)).lines().stream().map(String::strip)
                        .filter(name -> !name.isEmpty() && !name.startsWith("__") && !name.equals("_background_")).forEach(labels::declare);
            } catch (IOException e) {
                problems.refused(path, "The list of labels cannot be read: %s.".formatted(ExchangeException.reason(e)));
            }
        }

        void readFiles(List<String> documents, List<String> pictures) {
            long total = (long) documents.size() + pictures.size();
            long done = 0;
            for (String document : documents) {
                sink.progress(done++, total);
                readDocument(document);
            }
            for (String picture : pictures) {
                sink.progress(done++, total);
                Path file = root.resolve(picture);
                if (used.add(file)) {
                    Size size = request.sizes().of(file).orElse(Size.UNKNOWN);
                    String name = names.claim(Layout.of(picture).name(), picture);
                    sink.item(new ItemRecord(name, name, file, size.width(), size.height(), Layout.of(picture).split().orElse(Split.NONE)));
                }
            }
            sink.finish();
        }

        private void readDocument(String path) {
            LabelmeDocument document;
            try {
                document = LabelmeDocument.read(root.resolve(path), sink);
            } catch (IOException e) {
                problems.refused(path, JsonFile.sentence(e));
                return;
            }
            if (!document.isLabelme()) {
                problems.skipped(path, "This is no labelme file: it has no list called shapes.");
                return;
            }
            Optional<Path> found = find(path, document.picture());
            if (found.isPresent() && !used.add(found.get())) {
                problems.refused(path, "The picture %s is described by another file already; this one was left out.".formatted(
                        found.get().getFileName()));
                return;
            }
            if (found.isEmpty() && !document.picture().isEmpty()) {
                SafeName.danger(document.picture()).ifPresent(danger -> problems.skipped(path,
                        "The picture's name %s %s; it was only looked for in the chosen folder, where it is not.".formatted(
                                SafeName.shown(document.picture()), danger)));
            }
            Size size = sink.settle(() -> path, document.size(), found);
            String place = found.map(this::relative).orElseGet(() -> missing(path, document.picture()));
            String name = names.claim(Layout.of(place).name(), place);
            sink.item(new ItemRecord(name, name, found.orElse(null), size.width(), size.height(),
                    Layout.of(path).split().orElse(Split.NONE)));
            if (!document.answers().isEmpty()) {
                sink.answers(name, document.answers());
            }
            shapes.read(path, document, name, size);
        }

        private String relative(Path file) {
            return elsewhere.filter(finder -> file.startsWith(finder.root())).orElse(below).relative(file);
        }

        private static String missing(String document, String written) {
            String last = FileNames.last(SafeName.normalise(written));
            return FileNames.join(FileNames.folder(document),
                    SafeName.danger(last).isEmpty() ? last : FileNames.last(FileNames.stem(document)) + ".jpg");
        }

        /// By the path in the file first, as far as it stays inside; then beside the JSON by its last part, then by the JSON's own name.
        private Optional<Path> find(String document, String written) {
            String folder = FileNames.folder(document);
            String stem = FileNames.last(FileNames.stem(document));
            String last = FileNames.last(SafeName.normalise(written));
            boolean hasLast = SafeName.danger(last).isEmpty();
            if (elsewhere.isPresent()) {
                PictureFinder finder = elsewhere.get();
                Optional<Path> found = (hasLast ? finder.find(folder, last).or(() -> finder.find("", last)) : Optional.<Path>empty())
                        .or(() -> finder.findPicture(folder, stem)).or(() -> finder.findPicture("", stem));
                if (found.isPresent()) {
                    return found;
                }
            }
            Optional<Path> inside = inside(folder, written);
            return inside.or(() -> hasLast ? below.find(folder, last) : Optional.empty()).or(() -> below.findPicture(folder, stem));
        }

        private Optional<Path> inside(String folder, String written) {
            List<String> parts = new ArrayList<>(folder.isEmpty() ? List.of() : List.of(folder.split("/")));
            for (String part : written.replace('\\', '/').split("/")) {
                if (part.equals("..") && !parts.isEmpty()) {
                    parts.removeLast();
                } else if (!part.isEmpty() && !part.equals(".")) {
                    parts.add(part);
                }
            }
            String path = String.join("/", parts);
            return SafeName.danger(path).isEmpty() ? below.find("", path) : Optional.empty();
        }
    }
}
