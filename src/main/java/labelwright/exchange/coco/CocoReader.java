package labelwright.exchange.coco;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

import labelwright.exchange.DatasetReader;
import labelwright.exchange.ExchangeException;
import labelwright.exchange.FileNames;
import labelwright.exchange.FileTree;
import labelwright.exchange.JsonFile;
import labelwright.exchange.Labels;
import labelwright.exchange.PictureFinder;
import labelwright.exchange.PictureSizes.Size;
import labelwright.exchange.ReadProblems;
import labelwright.exchange.ReadRequest;
import labelwright.exchange.RecordSink;
import labelwright.exchange.SplitWords;
import labelwright.exchange.UprightSink;
import labelwright.model.Split;

/// Reads one JSON file, or all of a folder, one after the other.
final class CocoReader implements DatasetReader {

    @Override
    public void read(ReadRequest request, RecordSink sink) {
        Path root = request.root().toAbsolutePath();
        if (Files.isRegularFile(root)) {
            Path folder = Optional.ofNullable(root.getParent()).orElse(root);
            boolean isInside = String.valueOf(folder.getFileName()).equals("annotations") && folder.getParent() != null;
            Path base = isInside ? Optional.ofNullable(folder.getParent()).orElse(folder) : folder;
            new Reading(request, base, sink).read(List.of(base.relativize(root).toString().replace('\\', '/')));
            return;
        }
        if (!Files.isDirectory(root)) {
            throw new ExchangeException("There is no folder %s. Check the path, and whether its disk is connected.".formatted(root));
        }
        List<String> files = new ArrayList<>();
        new FileTree(root, sink).forEach((path, _) -> {
            sink.progress(0, 0);
            if (FileNames.extension(path).equals("json")) {
                files.add(path);
            }
        });
        new Reading(request, root, sink).read(leaveOutPoorer(files, new ReadProblems(sink)));
    }

    /// Of the files that describe the same pictures, only the one with the most shapes.
    private static List<String> leaveOutPoorer(List<String> files, ReadProblems problems) {
        Map<String, String> best = new HashMap<>();
        files.forEach(file -> best.merge(subject(file), file, (a, b) -> kind(a).compareTo(kind(b)) <= 0 ? a : b));
        List<String> kept = new ArrayList<>();
        for (String file : files) {
            String other = best.getOrDefault(subject(file), file);
            if (kind(file) == CocoKind.OTHER || other.equals(file)) {
                kept.add(file);
            } else {
                problems.skipped(file,
                        ("The file describes the pictures of %s once more, with %s; it was left out. To have them, import this file "
                                + "alone.").formatted(FileNames.last(other), kind(file).content()));
            }
        }
        return kept;
    }

    private static CocoKind kind(String file) {
        return CocoKind.of(stem(file));
    }

    private static String stem(String file) {
        return FileNames.stem(FileNames.last(file));
    }

    private static String subset(String file) {
        return kind(file).subset(stem(file));
    }

    private static String subject(String file) {
        return kind(file) == CocoKind.OTHER ? file : FileNames.folder(file) + "|" + subset(file);
    }

    /// One run through one folder.
    private static final class Reading {
        /// Pixels that the rounding of a tool may bring a box beyond the edge.
        private static final double BEYOND = 1.5;

        private final Path root;
        private final UprightSink sink;
        private final ReadProblems problems;
        private final Labels labels;
        private final CocoImages images;
        private final PictureFinder below;
        private final Optional<PictureFinder> elsewhere;

        Reading(ReadRequest request, Path root, RecordSink sink) {
            this.root = root;
            this.sink = new UprightSink(sink, request);
            this.problems = new ReadProblems(sink);
            this.labels = new Labels(sink);
            this.images = new CocoImages(this.sink, request.sizes());
            this.below = new PictureFinder(root);
            this.elsewhere = request.imagesFolder().map(PictureFinder::new);
        }

        void read(List<String> files) {
            files.forEach(this::read);
            sink.finish();
        }

        private void read(String file) {
            CocoHeader header;
            try {
                header = CocoHeader.read(root.resolve(file), sink);
            } catch (IOException e) {
                problems.refused(file, JsonFile.sentence(e));
                return;
            }
            Optional<String> foreign = foreign(header);
            if (foreign.isPresent()) {
                problems.skipped(file, foreign.get());
                return;
            }
            String subset = subset(file);
            Split split = SplitWords.of(subset).or(() -> SplitWords.of(FileNames.last(FileNames.folder(file)))).orElse(Split.NONE);
            Map<String, String> categories = CocoCategories.handOver(file, header.categories(), labels, sink);
            CocoPlaces places = new CocoPlaces(below, elsewhere, file, subset, sink);
            Map<String, CocoImages.Target> targets = images.handOver(file, header, places, split,
                    stored -> fits(root.resolve(file), stored) ? UprightSink.Sense.AS_STATED : UprightSink.Sense.UPRIGHT);
            CocoAnnotations annotations = new CocoAnnotations(file, targets, categories, sink);
            try {
                readAnnotations(root.resolve(file), annotations::handOver);
            } catch (IOException e) {
                problems.refused(file, JsonFile.sentence(e) + " The annotations from there on are missing.");
            }
            annotations.finish();
        }

        /// Whether the boxes lie inside the stored pictures. Label Studio's COCO export writes their sizes beside upright shapes.
        private boolean fits(Path file, Map<String, Size> stored) {
            boolean[] fits = {true};
            try {
                readAnnotations(file, record -> {
                    Size size = stored.get(record.image);
                    double[] box = record.box;
                    if (size != null && box != null && box.length == 4
                            && (box[0] + box[2] > size.width() + BEYOND || box[1] + box[3] > size.height() + BEYOND)) {
                        fits[0] = false;
                    }
                });
            } catch (IOException ignored) {
                return fits[0];
            }
            return fits[0];
        }

        private void readAnnotations(Path file, Consumer<CocoRecord> taker) throws IOException {
            CocoRecord record = new CocoRecord();
            try (JsonParser json = JsonFile.open(file, 1, sink)) {
                json.nextToken();
                while (json.nextToken() == JsonToken.FIELD_NAME) {
                    boolean wanted = json.currentName().equals("annotations");
                    json.nextToken();
                    if (wanted) {
                        JsonFile.forEachObject(json, object -> {
                            record.read(object);
                            taker.accept(record);
                        });
                    } else {
                        json.skipChildren();
                    }
                }
            }
        }

        /// Why a sound JSON file is no COCO data set.
        private static Optional<String> foreign(CocoHeader header) {
            List<String> sections = header.sections();
            if (sections.contains("images")) {
                return Optional.empty();
            }
            if (sections.contains("[]")) {
                return Optional.of("The file is a bare list, such as the results of a model; it names no pictures and was left out.");
            }
            if (sections.contains("image") && sections.contains("annotations")) {
                return Optional.of("The file is a Segment Anything file; which names no labels; it was left out.");
            }
            return Optional.of("The file is no COCO data set: it has no list called images.");
        }
    }
}
