package labelwright.exchange.yolo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;

import labelwright.exchange.TextFiles;
import labelwright.model.Split;

/// What a `data.yaml` or `obj.data` says.
///
/// @param base the folder that the entries start from, as written; may be empty, absolute or wrong
/// @param names class names by number
/// @param entries folders, lists of pictures or single pictures, as written
/// @param namesFile the list of class names that an `obj.data` refers to, as written; may be empty
/// @param pose what the points of a pose line are, when the lines are poses
/// @param task what our own exports and some other tools note: `detect`, `segment`, `obb`, `pose`; may be empty
record YoloDescription(String base, Map<Integer, String> names, Map<Split, List<String>> entries, String namesFile,
        Optional<YoloPose> pose, String task) {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    static YoloDescription readYaml(Path file) throws IOException {
        JsonNode yaml = YAML.readTree(TextFiles.read(file).whole());
        Map<Split, List<String>> entries = new EnumMap<>(Split.class);
        if (yaml.isObject()) {
            entries.put(Split.TRAIN, texts(yaml.path("train")));
            entries.put(Split.VALIDATION, texts(yaml.has("val") ? yaml.path("val") : yaml.path("valid")));
            entries.put(Split.TEST, texts(yaml.path("test")));
        }
        return new YoloDescription(yaml.path("path").asText(""), names(yaml.path("names")), entries, "", YoloPose.of(yaml),
                yaml.path("task").asText(""));
    }

    private static List<String> texts(JsonNode node) {
        List<String> texts = new ArrayList<>();
        if (node.isTextual()) {
            texts.add(node.asText().strip());
        }
        if (node.isArray()) {
            node.forEach(entry -> texts.add(entry.asText("").strip()));
        }
        return texts.stream().filter(text -> !text.isEmpty()).toList();
    }

    private static Map<Integer, String> names(JsonNode node) {
        Map<Integer, String> names = new TreeMap<>();
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                names.put(i, node.get(i).asText("").strip());
            }
        }
        node.properties().forEach(entry -> {
            if (entry.getKey().matches("\\d{1,9}")) {
                names.put(Integer.parseInt(entry.getKey()), entry.getValue().asText("").strip());
            }
        });
        return names;
    }

    /// Lines `key = value`.
    static YoloDescription readDarknet(Path file) throws IOException {
        Map<Split, List<String>> entries = new EnumMap<>(Split.class);
        String names = "";
        for (String line : TextFiles.read(file).lines()) {
            int equals = line.indexOf('=');
            if (equals > 0) {
                String value = line.substring(equals + 1).strip();
                switch (line.substring(0, equals).strip()) {
                    case "train" -> entries.put(Split.TRAIN, List.of(value));
                    case "valid", "val" -> entries.put(Split.VALIDATION, List.of(value));
                    case "test" -> entries.put(Split.TEST, List.of(value));
                    case "names" -> names = value;
                    default -> {
                    }
                }
            }
        }
        return new YoloDescription("", Map.of(), entries, names, Optional.empty(), "");
    }
}
