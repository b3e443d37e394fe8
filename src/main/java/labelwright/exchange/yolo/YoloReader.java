package labelwright.exchange.yolo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import labelwright.exchange.DatasetReader;
import labelwright.exchange.ExchangeException;
import labelwright.exchange.FileNames;
import labelwright.exchange.ItemNames;
import labelwright.exchange.ItemRecord;
import labelwright.exchange.Labels;
import labelwright.exchange.Layout;
import labelwright.exchange.PictureSizes.Size;
import labelwright.exchange.ReadProblems;
import labelwright.exchange.ReadRequest;
import labelwright.exchange.RecordSink;
import labelwright.exchange.TextFiles;
import labelwright.exchange.UprightSink;
import labelwright.model.Split;

/// Walks through the pictures and reads the label file of each. Without the size of a picture its labels cannot be read.
final class YoloReader implements DatasetReader {

    @Override
    public void read(ReadRequest request, RecordSink sink) {
        Path root = request.root().toAbsolutePath();
        Path folder = Files.isRegularFile(root) ? Optional.ofNullable(root.getParent()).orElse(root) : root;
        if (!Files.isDirectory(folder)) {
            throw new ExchangeException("There is no folder %s. Check the path, and whether its disk is connected.".formatted(root));
        }
        new Reading(request, YoloFiles.find(folder, request.imagesFolder(), sink), sink).read(root);
    }

    /// One run through one folder.
    private static final class Reading {
        private final ReadRequest request;
        private final YoloFiles files;
        private final UprightSink sink;
        private final ReadProblems problems;
        private final YoloSplits splits;
        private final YoloClasses classes;
        private final ItemNames names = new ItemNames();
        /// The picture that a label file was used for first.
        private final Map<String, String> users = new HashMap<>();

        Reading(ReadRequest request, YoloFiles files, RecordSink sink) {
            this.request = request;
            this.files = files;
            this.sink = new UprightSink(sink, request);
            this.problems = new ReadProblems(sink);
            this.splits = new YoloSplits(files, sink);
            this.classes = new YoloClasses(files, problems, new Labels(sink));
        }

        /// @param chosen the folder, or the description in it
        void read(Path chosen) {
            Optional<YoloDescription> description = description(chosen);
            splits.readLooseLists();
            classes.read(description);
            YoloPlaces places = new YoloPlaces(files.texts(), isApart());
            Optional<YoloPose> pose = description.flatMap(YoloDescription::pose);
            pose.ifPresent(known -> classes.names().forEach(name -> sink.skeleton(name, known.template())));
            YoloLabels labels = new YoloLabels(files, classes, YoloMeaning.of(description, files), sink);
            long done = 0;
            long leftOut = 0;
            for (Map.Entry<String, Path> picture : files.pictures().entrySet()) {
                sink.progress(done++, files.pictures().size());
                Optional<String> text = places.find(picture.getKey());
                if (!isApart() && splits.areNamed() && text.isEmpty() && !splits.names(picture.getKey())) {
                    leftOut++;
                } else {
                    handOver(picture.getKey(), picture.getValue(), text, labels);
                }
            }
            labels.finish();
            sink.finish();
            if (leftOut > 0) {
                problems.skipped("Pictures", "%,d pictures are neither listed nor labelled and were left out.".formatted(leftOut));
            }
            reportOrphans();
        }

        /// Whether the pictures lie in a tree of their own, so that the data set's paths say nothing about them.
        private boolean isApart() {
            return request.imagesFolder().isPresent();
        }

        private Optional<YoloDescription> description(Path chosen) {
            List<String> candidates = files.others("yaml", "yml", "data").stream()
                    .filter(path -> !Files.isRegularFile(chosen) || files.resolve(path).equals(chosen)).toList();
            for (String path : candidates) {
                try {
                    boolean isDarknet = FileNames.extension(path).equals("data");
                    YoloDescription description = isDarknet
                            ? YoloDescription.readDarknet(files.resolve(path))
                            : YoloDescription.readYaml(files.resolve(path));
                    if (!description.names().isEmpty() || !description.namesFile().isEmpty()) {
                        if (!isApart()) {
                            splits.read(path, description);
                        }
                        return Optional.of(description);
                    }
                } catch (IOException e) {
                    String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
                    problems.refused(path, "The description of the data set cannot be read: %s.".formatted(reason));
                }
            }
            return Optional.empty();
        }

        private void handOver(String picture, Path file, Optional<String> text, YoloLabels labels) {
            Size size = text.isPresent()
                    ? sink.settle(text::get, Size.UNKNOWN, Optional.of(file))
                    : request.sizes().of(file).orElse(Size.UNKNOWN);
            String name = isApart() ? picture : names.claim(Layout.of(picture).name(), picture);
            Split split = (isApart() ? text.flatMap(YoloPlaces::split) : Optional.<Split>empty()).orElseGet(() -> splits.of(picture));
            sink.item(new ItemRecord(name, name, file, size.width(), size.height(), split));
            text.ifPresent(path -> {
                String other = users.putIfAbsent(path, picture);
                if (other != null) {
                    problems.repaired(path, "Two pictures share this label file (%s and %s); both were given its shapes.".formatted(
                            FileNames.last(other), FileNames.last(picture)));
                }
                labels.handOver(path, name, size);
            });
        }

        private void reportOrphans() {
            for (String text : files.texts()) {
                if (!users.containsKey(text) && !splits.isList(text) && !YoloClasses.isClassList(text) && isLabelFile(text)) {
                    problems.refused(text,
                            "There is no picture for this label file; without the picture's size its shares cannot become pixels.");
                }
            }
        }

        private boolean isLabelFile(String text) {
            try {
                return YoloLine.looksLikeLabels(TextFiles.read(files.resolve(text)).lines());
            } catch (IOException ignored) {
                return false;
            }
        }
    }
}
