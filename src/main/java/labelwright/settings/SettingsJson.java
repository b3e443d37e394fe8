package labelwright.settings;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/// The settings as JSON; key by key, so that one odd value costs that value and not the file.
final class SettingsJson {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private SettingsJson() {}

    /// @throws IOException a JsonProcessingException when the bytes are no JSON object
    static Settings read(byte[] bytes) throws IOException {
        JsonNode root = JSON.readTree(bytes);
        if (root == null || !root.isObject()) {
            throw JsonMappingException.from(JSON.createParser(bytes), "The settings are not a JSON object");
        }
        Settings defaults = Settings.defaults();
        return new Settings(word(Theme.class, root.path("theme"), defaults.theme()),
                word(Language.class, root.path("language"), defaults.language()), root.path("annotator").asText(defaults.annotator()),
                paths(root.path("recentWorkspaces")), window(root.path("window")),
                root.path("pictureMemoryMegabytes").asInt(defaults.pictureMemoryMegabytes()), keymap(root.path("shortcuts")),
                preferences(root.path("preferences")));
    }

    /// @param node an object with a list of keys for each action; anything else gives no shortcuts
    static Keymap keymap(JsonNode node) {
        Map<String, List<String>> bindings = new TreeMap<>();
        node.properties().forEach(entry -> {
            List<String> keys = new ArrayList<>();
            entry.getValue().forEach(key -> {
                if (key.isTextual() && !key.asText().isEmpty()) {
                    keys.add(key.asText());
                }
            });
            if (entry.getValue().isArray()) {
                bindings.put(entry.getKey(), keys);
            }
        });
        return new Keymap(bindings);
    }

    static void write(ObjectNode into, Keymap keymap) {
        keymap.bindings().forEach((id, keys) -> {
            ArrayNode array = into.putArray(id);
            keys.forEach(array::add);
        });
    }

    private static Preferences preferences(JsonNode node) {
        Map<String, String> values = new TreeMap<>();
        node.properties().forEach(entry -> {
            if (entry.getValue().isValueNode()) {
                values.put(entry.getKey(), entry.getValue().asText());
            }
        });
        return new Preferences(values);
    }

    static byte[] write(Settings settings) throws IOException {
        ObjectNode root = JSON.createObjectNode();
        root.put("theme", key(settings.theme()));
        root.put("language", key(settings.language()));
        root.put("annotator", settings.annotator());
        ArrayNode recent = root.putArray("recentWorkspaces");
        settings.recentWorkspaces().forEach(path -> recent.add(path.toString()));
        WindowBounds window = settings.window();
        if (window != null) {
            root.putObject("window").put("x", window.x()).put("y", window.y()).put("width", window.width()).put("height", window.height())
                    .put("state", key(window.state()));
        }
        root.put("pictureMemoryMegabytes", settings.pictureMemoryMegabytes());
        write(root.putObject("shortcuts"), settings.keymap());
        ObjectNode preferences = root.putObject("preferences");
        new TreeMap<>(settings.preferences().values()).forEach(preferences::put);
        return JSON.writeValueAsBytes(root);
    }

    private static String key(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static <E extends Enum<E>> E word(Class<E> type, JsonNode node, E fallback) {
        for (E value : type.getEnumConstants()) {
            if (key(value).equals(node.asText(""))) {
                return value;
            }
        }
        return fallback;
    }

    private static List<Path> paths(JsonNode array) {
        List<Path> paths = new ArrayList<>();
        for (JsonNode node : array) {
            if (node.isTextual() && !node.asText().isBlank() && node.asText().indexOf('\0') < 0) {
                paths.add(Path.of(node.asText()));
            }
        }
        return paths;
    }

    private static @Nullable WindowBounds window(JsonNode node) {
        double width = node.path("width").asDouble(0);
        double height = node.path("height").asDouble(0);
        if (!node.isObject() || !(width > 0) || !(height > 0)) {
            return null;
        }
        return new WindowBounds(node.path("x").asDouble(0), node.path("y").asDouble(0), width, height,
                word(WindowBounds.State.class, node.path("state"), WindowBounds.State.NORMAL));
    }
}
