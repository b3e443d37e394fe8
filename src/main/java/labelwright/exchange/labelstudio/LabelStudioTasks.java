package labelwright.exchange.labelstudio;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;

import labelwright.exchange.ExchangeException;
import labelwright.exchange.FileNames;
import labelwright.exchange.FileTree;
import labelwright.exchange.JsonFile;
import labelwright.exchange.ReadProblems;
import labelwright.exchange.ReadRequest;
import labelwright.exchange.RecordSink;
import labelwright.exchange.Repeats;
import labelwright.exchange.XmlDocument;
import labelwright.exchange.XmlElement;
import labelwright.model.Problem.Action;

/// The tasks of one file, or of all files of a folder, one at a time; the same for pictures and texts.
final class LabelStudioTasks {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Path root;
    private final ReadRequest request;
    private final RecordSink sink;
    private final ReadProblems problems;
    private final Repeats repeats;

    /// Takes one task.
    @FunctionalInterface
    interface Visitor {
        /// @param where names file and task, for problems
        /// @param id of the task in its file, or its number there
        void task(String file, String where, String id, JsonNode task);
    }

    private LabelStudioTasks(Path root, ReadRequest request, RecordSink sink, Repeats repeats) {
        this.root = root;
        this.request = request;
        this.sink = sink;
        this.problems = new ReadProblems(sink);
        this.repeats = repeats;
    }

    /// The folder below which the files lie.
    static Path folder(Path request) {
        Path root = request.toAbsolutePath();
        if (Files.isRegularFile(root)) {
            return Optional.ofNullable(root.getParent()).orElse(root);
        }
        if (!Files.isDirectory(root)) {
            throw new ExchangeException("There is no folder %s. Check the path, and whether its disk is connected.".formatted(root));
        }
        return root;
    }

    /// @param config takes the elements of our own labelling interface, which come first
    static void read(ReadRequest request, RecordSink sink, Repeats repeats, Consumer<XmlElement> config, Visitor visitor) {
        Path root = request.root().toAbsolutePath();
        LabelStudioTasks tasks = new LabelStudioTasks(folder(root), request, sink, repeats);
        if (Files.isRegularFile(root)) {
            tasks.read(String.valueOf(root.getFileName()), visitor);
            return;
        }
        List<String> files = new ArrayList<>();
        new FileTree(root, sink).forEach((path, _) -> {
            sink.progress(0, 0);
            if (FileNames.extension(path).equals("json")) {
                files.add(path);
            } else if (path.equals(LabelStudioWriter.CONFIG)) {
                tasks.readConfig(path, config);
            }
        });
        files.forEach(file -> tasks.read(file, visitor));
    }

    private void readConfig(String path, Consumer<XmlElement> config) {
        try {
            new XmlDocument().stream(root.resolve(path),
                    Set.of("Label", "Relation", "Text", LabelStudioQuestions.CHOICES, LabelStudioQuestions.TAXONOMY), config,
                    () -> sink.progress(0, 0));
        } catch (XmlDocument.Damaged e) {
            problems.refused(path, e.sentence());
        }
    }

    private void read(String file, Visitor visitor) {
        long[] tasks = {0};
        try (JsonParser json = JsonFile.open(root.resolve(file), request, sink)) {
            JsonToken start = json.nextToken();
            if (start == null) {
                problems.skipped(file, "The file is empty.");
            } else if (start == JsonToken.START_OBJECT) {
                task(file, ++tasks[0], MAPPER.readTree(json), visitor);
            } else if (start == JsonToken.START_ARRAY) {
                JsonFile.forEachObject(json, object -> task(file, ++tasks[0], MAPPER.readTree(object), visitor));
            }
            while (json.nextToken() != null) {
                json.skipChildren();
            }
        } catch (IOException e) {
            problems.refused(file, JsonFile.sentence(e) + (tasks[0] > 0 ? " The tasks from there on are missing." : ""));
        }
        repeats.finish(file);
    }

    private static void task(String file, long number, JsonNode task, Visitor visitor) {
        String id = task.path("id").asText("");
        visitor.task(file, "%s, task %s".formatted(file, id.isEmpty() ? "number " + number : id), id.isEmpty() ? Long.toString(number) : id,
                task);
    }

    /// The data of a task; tasks without data are data themselves.
    static JsonNode data(JsonNode task) {
        return task.path("data").isObject() ? task.path("data") : task;
    }

    /// The annotation of a task that counts, else its last prediction.
    static JsonNode chosen(String where, JsonNode task, Repeats repeats) {
        JsonNode list = task.has("annotations") ? task.path("annotations") : task.path("completions");
        List<JsonNode> done = new ArrayList<>();
        list.forEach(one -> {
            if (one.path("result").isArray() && !one.path("was_cancelled").asBoolean()) {
                done.add(one);
            }
        });
        if (!done.isEmpty()) {
            if (done.size() > 1) {
                repeats.report(Action.SKIPPED, () -> where, "The task has several annotations; only one of them was read.");
            }
            return done.stream().filter(one -> one.path("ground_truth").asBoolean()).findFirst().orElse(done.getLast());
        }
        List<JsonNode> predictions = new ArrayList<>();
        task.path("predictions").forEach(one -> {
            if (one.path("result").isArray()) {
                predictions.add(one);
            } else {
                repeats.report(Action.SKIPPED, () -> where,
                        "A prediction is only named by its number; export the task with its predictions.");
            }
        });
        return predictions.isEmpty() ? MissingNode.getInstance() : predictions.getLast();
    }
}
