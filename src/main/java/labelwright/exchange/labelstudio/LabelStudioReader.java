package labelwright.exchange.labelstudio;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

import labelwright.exchange.DatasetReader;
import labelwright.exchange.FileNames;
import labelwright.exchange.FileTree;
import labelwright.exchange.ItemNames;
import labelwright.exchange.ItemRecord;
import labelwright.exchange.Labels;
import labelwright.exchange.PictureSizes.Size;
import labelwright.exchange.ReadProblems;
import labelwright.exchange.ReadRequest;
import labelwright.exchange.RecordSink;
import labelwright.exchange.RelationTypes;
import labelwright.exchange.Repeats;
import labelwright.exchange.SafeName;
import labelwright.exchange.SplitWords;
import labelwright.exchange.UprightSink;
import labelwright.exchange.XmlElement;
import labelwright.model.Problem.Action;
import labelwright.model.Split;

/// Reads one JSON file, or all of a folder, task by task.
final class LabelStudioReader implements DatasetReader {

    @Override
    public void read(ReadRequest request, RecordSink sink) {
        new Reading(request, LabelStudioTasks.folder(request.root()), sink).read(request);
    }

    /// One run through one folder.
    private static final class Reading {
        private final UprightSink sink;
        private final ReadProblems problems;
        private final Repeats repeats;
        private final Labels labels;
        private final RelationTypes types;
        private final LabelStudioResults results;
        private final ItemNames names = new ItemNames();
        private final Map<String, Path> pictures = new HashMap<>();
        private final Map<String, String> byLastName = new HashMap<>();

        Reading(ReadRequest request, Path root, RecordSink sink) {
            this.sink = new UprightSink(sink, request);
            this.problems = new ReadProblems(sink);
            this.repeats = new Repeats(sink);
            this.labels = new Labels(sink);
            this.types = new RelationTypes(sink);
            this.results = new LabelStudioResults(this.sink, labels, types);
            new FileTree(request.imagesFolder().orElse(root), sink).forEach((path, file) -> {
                if (FileNames.isPicture(path)) {
                    pictures.put(path, file);
                    byLastName.merge(FileNames.last(path), path, (_, _) -> "");
                }
            });
        }

        void read(ReadRequest request) {
            LabelStudioTasks.read(request, sink, repeats, this::declare, (_, where, _, task) -> task(where, task));
            sink.finish();
        }

        /// Our own export names all labels and types of relations in order.
        private void declare(XmlElement element) {
            element.attribute("value").ifPresent(name -> {
                if (element.name().equals("Label")) {
                    labels.declare(name);
                } else if (element.name().equals("Relation")) {
                    types.declare(name);
                }
            });
        }

        private void task(String where, JsonNode task) {
            String written = picture(LabelStudioTasks.data(task));
            if (written.isEmpty()) {
                problems.skipped(where, "The task names no picture.");
                return;
            }
            String path = relative(written);
            Optional<String> danger = SafeName.danger(path);
            if (danger.isPresent()) {
                problems.refused(where, "The picture's name %s %s; it was not opened.".formatted(SafeName.shown(path), danger.get()));
                return;
            }
            Optional<String> found = find(path);
            Optional<Path> picture = found.map(pictures::get);
            if (picture.isEmpty() && !written.startsWith("/data/")) {
                SafeName.danger(written).ifPresent(why -> repeats.report(Action.SKIPPED, () -> where + ", " + SafeName.shown(written),
                        "The picture's name %s; it was only looked for in the chosen folder, where it is not.".formatted(why)));
            }
            JsonNode chosen = LabelStudioTasks.chosen(where, task, repeats);
            Size size = sink.settle(() -> where, said(chosen), picture);
            String plain = name(found.orElse(path));
            String name = names.claim(plain, found.orElse(path));
            Split split = SplitWords.of(task.path("data").path("split").asText("")).orElse(Split.NONE);
            sink.item(new ItemRecord(name, name, picture.orElse(null), size.width(), size.height(), split));
            results.read(where, chosen, name, size);
        }

        /// Below the folders of our own export.
        private static String name(String path) {
            String[] parts = path.split("/", 3);
            return parts.length == 3 && parts[0].equals("images") && SplitWords.of(parts[1]).isPresent() ? parts[2] : path;
        }

        /// The entry called image, else the first that looks like a picture.
        private static String picture(JsonNode data) {
            for (String key : List.of("image", "img", "ocr", "picture", "photo", "url")) {
                if (data.path(key).isTextual()) {
                    return data.path(key).asText();
                }
            }
            for (JsonNode value : data) {
                if (value.isTextual() && FileNames.isPicture(value.asText().replaceFirst("\\?.*", ""))) {
                    return value.asText();
                }
            }
            return "";
        }

        /// The part of an address that can be found on the disk.
        private static String relative(String written) {
            String text = written;
            int local = text.indexOf("/data/local-files/?d=");
            int upload = text.indexOf("/data/upload/");
            if (local >= 0) {
                text = decoded(text.substring(local + "/data/local-files/?d=".length()));
            } else if (upload >= 0) {
                text = decoded(text.substring(upload + "/data/upload/".length()).replaceFirst("^\\d+/", "").replaceFirst("\\?.*", ""));
            } else if (text.matches("(?s)[A-Za-z][A-Za-z0-9+.-]*://.*")) {
                text = decoded(FileNames.last(text.replaceFirst("[?#].*", "")));
            }
            return SafeName.normalise(text.replaceFirst("^/+", ""));
        }

        private static String decoded(String text) {
            try {
                return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
            } catch (IllegalArgumentException ignored) {
                return text;
            }
        }

        /// By the path and its last parts; uploads carry eight random characters in front.
        private Optional<String> find(String path) {
            String rest = path;
            while (true) {
                for (String candidate : List.of(rest, "images/" + rest)) {
                    if (pictures.containsKey(candidate)) {
                        return Optional.of(candidate);
                    }
                }
                int slash = rest.indexOf('/');
                if (slash < 0) {
                    break;
                }
                rest = rest.substring(slash + 1);
            }
            return Optional.ofNullable(byLastName.get(rest)).filter(one -> !one.isEmpty())
                    .or(() -> Optional.ofNullable(byLastName.get(FileNames.last(path).replaceFirst("^[0-9a-f]{8}-", "")))
                            .filter(one -> !one.isEmpty()));
        }

        private static Size said(JsonNode annotation) {
            for (JsonNode result : annotation.path("result")) {
                int width = result.path("original_width").asInt();
                int height = result.path("original_height").asInt();
                if (width > 0 && height > 0) {
                    return new Size(width, height);
                }
            }
            return Size.UNKNOWN;
        }
    }
}
