package labelwright.exchange.yolo;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import labelwright.exchange.ExchangeException;
import labelwright.exchange.FileNames;
import labelwright.exchange.Labels;
import labelwright.exchange.ReadProblems;
import labelwright.exchange.TextFiles;

/// Class names by number, from wherever the data set keeps them. Without any list the classes are named by their numbers.
final class YoloClasses {
    private static final List<String> LISTS = List.of("classes.txt", "labels.txt", "obj.names", "predefined_classes.txt");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final YoloFiles files;
    private final ReadProblems problems;
    private final Labels labels;
    private final Map<Integer, String> names = new TreeMap<>();
    private boolean isGuessing;

    YoloClasses(YoloFiles files, ReadProblems problems, Labels labels) {
        this.files = files;
        this.problems = problems;
        this.labels = labels;
    }

    /// The first of these that names classes counts: the description, the list it refers to, any list, Label Studio's notes.
    void read(Optional<YoloDescription> description) {
        description.ifPresent(known -> names.putAll(known.names()));
        description.map(YoloDescription::namesFile).filter(written -> !written.isEmpty())
                .flatMap(written -> PathMatch.find(written, List.of(""), this::isThere)).ifPresent(this::readList);
        if (names.isEmpty()) {
            files.others("names").stream().findFirst().ifPresent(this::readList);
        }
        if (names.isEmpty()) {
            files.texts().stream().filter(YoloClasses::isClassList).findFirst().ifPresent(this::readList);
        }
        if (names.isEmpty()) {
            files.others("json").stream().filter(path -> FileNames.last(path).equals("notes.json")).findFirst().ifPresent(this::readNotes);
        }
        names.replaceAll((number, name) -> name.isBlank() ? "class " + number : name);
        names.values().forEach(labels::declare);
    }

    private boolean isThere(String path) {
        return files.others().contains(path) || files.texts().contains(path);
    }

    static boolean isClassList(String text) {
        return LISTS.contains(FileNames.last(text));
    }

    private void readList(String path) {
        try {
            TextFiles.Text text = TextFiles.read(files.resolve(path));
            if (!text.isUtf8()) {
                problems.repaired(path,
                        "The class list is not UTF-8; it was read as %s. Check the names of the labels.".formatted(text.encoding()));
            }
            List<String> lines = text.lines();
            int last = lines.size();
            while (last > 0 && lines.get(last - 1).isBlank()) {
                last--;
            }
            for (int i = 0; i < last; i++) {
                names.put(i, lines.get(i).strip());
            }
        } catch (IOException e) {
            problems.refused(path, "The class list cannot be read: %s.".formatted(ExchangeException.reason(e)));
        }
    }

    private void readNotes(String path) {
        try {
            for (JsonNode category : JSON.readTree(TextFiles.read(files.resolve(path)).whole()).path("categories")) {
                names.put(category.path("id").asInt(), category.path("name").asText("").strip());
            }
        } catch (IOException ignored) {
            problems.refused(path, "The class list cannot be read: it is not sound JSON.");
        }
    }

    /// The name of a class; empty when a list is there and has no such number.
    Optional<String> name(int number) {
        String name = names.get(number);
        if (name != null) {
            return Optional.of(name);
        }
        if (!names.isEmpty() && !isGuessing) {
            return Optional.empty();
        }
        if (!isGuessing) {
            isGuessing = true;
            problems.repaired("Classes",
                    "There is no list of class names (data.yaml, obj.names, classes.txt); the labels are called by number.");
        }
        String guessed = "class " + number;
        names.put(number, guessed);
        labels.declare(guessed);
        return Optional.of(guessed);
    }

    List<String> names() {
        return names.values().stream().distinct().toList();
    }

    int count() {
        return names.size();
    }
}
