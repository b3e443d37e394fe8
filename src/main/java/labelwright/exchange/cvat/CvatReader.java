package labelwright.exchange.cvat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import labelwright.exchange.DatasetReader;
import labelwright.exchange.ExchangeException;
import labelwright.exchange.FileNames;
import labelwright.exchange.FileTree;
import labelwright.exchange.ItemNames;
import labelwright.exchange.ItemRecord;
import labelwright.exchange.Layout;
import labelwright.exchange.PictureFinder;
import labelwright.exchange.PictureSizes.Size;
import labelwright.exchange.ReadProblems;
import labelwright.exchange.ReadRequest;
import labelwright.exchange.RecordSink;
import labelwright.exchange.SafeName;
import labelwright.exchange.SplitWords;
import labelwright.exchange.UprightSink;
import labelwright.exchange.XmlDocument;
import labelwright.exchange.XmlElement;
import labelwright.model.Split;

/// Reads one XML file, or all of a folder.
final class CvatReader implements DatasetReader {

    @Override
    public void read(ReadRequest request, RecordSink sink) {
        Path root = request.root().toAbsolutePath();
        if (Files.isRegularFile(root)) {
            Path folder = Optional.ofNullable(root.getParent()).orElse(root);
            new Reading(request, folder, sink).read(List.of(String.valueOf(root.getFileName())));
            return;
        }
        if (!Files.isDirectory(root)) {
            throw new ExchangeException("There is no folder %s. Check the path, and whether its disk is connected.".formatted(root));
        }
        List<String> files = new ArrayList<>();
        new FileTree(root, sink).forEach((path, _) -> {
            sink.progress(0, 0);
            if (FileNames.extension(path).equals("xml")) {
                files.add(path);
            }
        });
        new Reading(request, root, sink).read(files);
    }

    /// One run through one folder.
    private static final class Reading {
        private static final Set<String> WHOLE = Set.of("label", "track", "original_size");
        private static final Set<String> OPENED = Set.of("image");

        private final Path root;
        private final UprightSink sink;
        private final ReadProblems problems;
        private final PictureFinder below;
        private final @Nullable PictureFinder elsewhere;
        private final CvatLabels labels;
        private final CvatShapes shapes;
        private final ItemNames names = new ItemNames();
        private final Set<String> seen = new HashSet<>();
        private CvatTracks tracks;
        private long images;

        Reading(ReadRequest request, Path root, RecordSink sink) {
            this.root = root;
            this.sink = new UprightSink(sink, request);
            this.problems = new ReadProblems(sink);
            this.below = new PictureFinder(root);
            this.elsewhere = request.imagesFolder().map(PictureFinder::new).orElse(null);
            this.labels = new CvatLabels(sink);
            this.shapes = new CvatShapes(this.sink, labels);
            this.tracks = new CvatTracks(below, elsewhere, this.sink, shapes, names);
        }

        void read(List<String> files) {
            files.forEach(this::read);
            sink.finish();
        }

        private void read(String file) {
            tracks = new CvatTracks(below, elsewhere, sink, shapes, names);
            images = 0;
            labels.begin();
            try {
                new XmlDocument().stream(root.resolve(file), WHOLE, OPENED, new Elements(file), () -> sink.progress(images, 0));
            } catch (XmlDocument.Damaged e) {
                problems.refused(file, images == 0
                        ? e.sentence()
                        : e.sentence() + " What stands before was read; the rest is missing.");
            }
            labels.finish();
            tracks.finish(file);
        }

        /// An image that is being read.
        private record Open(String where, String key, Size size, Map<String, String> answers) {}

        private final class Elements implements XmlDocument.Visitor {
            private final String file;
            private @Nullable Open open;

            Elements(String file) {
                this.file = file;
            }

            @Override
            public void element(XmlElement element) {
                switch (element.name()) {
                    case "label" -> labels.declare(file, element);
                    case "original_size" -> tracks.size(element);
                    default -> {
                        labels.finish();
                        tracks.read(file, element);
                    }
                }
            }

            @Override
            public void begin(XmlElement element) {
                labels.finish();
                images++;
                open = image(file, element).orElse(null);
            }

            @Override
            public void child(XmlElement child) {
                Open image = open;
                if (image != null) {
                    shapes.read(image.where, child, image.key, image.size, image.answers);
                }
            }

            @Override
            public void end() {
                Open image = open;
                if (image != null && !image.answers.isEmpty()) {
                    sink.answers(image.key, image.answers);
                }
                open = null;
            }
        }

        /// Hands the item over; empty when it is refused.
        private Optional<Open> image(String file, XmlElement element) {
            String written = element.attribute("name").orElse("");
            String where = "%s, image %s, line %d".formatted(file, element.attribute("id").orElse(SafeName.shown(written)), element.line());
            Optional<String> danger = SafeName.danger(written);
            if (danger.isPresent()) {
                problems.refused(where, "The picture's name %s %s; it was not opened.".formatted(SafeName.shown(written), danger.get()));
                return Optional.empty();
            }
            String name = SafeName.normalise(written);
            String subset = element.attribute("subset").filter(word -> SafeName.danger(word).isEmpty()).orElse("");
            if (!seen.add(file + "|" + subset + "|" + name)) {
                problems.refused(where, "Another image of the file has the same name %s; this one was left out.".formatted(
                        SafeName.shown(name)));
                return Optional.empty();
            }
            Optional<Found> found = find(file, subset, name);
            Size said = new Size(side(element.number("width")), side(element.number("height")));
            Size size = sink.settle(() -> where, said.isKnown() ? said : Size.UNKNOWN, found.map(Found::file));
            boolean isUnsplit = found.filter(picture -> picture.unsplit).isPresent();
            Split split = isUnsplit ? Split.NONE : SplitWords.of(subset).or(() -> Layout.of(name).split()).orElse(Split.NONE);
            String key = names.claim(name, FileNames.join(subset.isEmpty() ? FileNames.stem(file) : subset, name));
            sink.item(new ItemRecord(key, key, found.map(Found::file).orElse(null), size.width(), size.height(), split));
            return Optional.of(new Open(where, key, size, new LinkedHashMap<>()));
        }

        private static int side(double value) {
            return value >= 1 && value <= Integer.MAX_VALUE ? (int) value : 0;
        }

        private record Found(Path file, boolean unsplit) {}

        private Optional<Found> find(String file, String subset, String name) {
            if (elsewhere != null) {
                Optional<Path> found = elsewhere.find(subset, name).or(() -> elsewhere.find("", name));
                if (found.isPresent()) {
                    return Optional.of(new Found(found.get(), false));
                }
            }
            String own = FileNames.folder(file);
            if (subset.isEmpty()) {
                Optional<Path> unsplit = below.find(FileNames.join(own, "images/" + SplitWords.UNSPLIT), name);
                if (unsplit.isPresent()) {
                    return Optional.of(new Found(unsplit.get(), true));
                }
            }
            String ownSubset = subset.isEmpty() ? FileNames.stem(FileNames.last(file)) : subset;
            for (String folder : List.of("images/" + ownSubset, "images", ownSubset, "")) {
                Optional<Path> found = below.find(folder.isEmpty() ? own : FileNames.join(own, folder), name);
                if (found.isPresent()) {
                    return Optional.of(new Found(found.get(), false));
                }
            }
            return Optional.empty();
        }
    }
}
