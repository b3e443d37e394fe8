package labelwright.store;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.jspecify.annotations.Nullable;

import labelwright.model.Recipe;

/// Small values that are stored as JSON text.
final class Json {
    private static final ObjectMapper MAPPER = JsonMapper.builder().build();
    private static final TypeReference<TreeMap<String, String>> TEXTS = new TypeReference<>() {
    };
    private static final TypeReference<TreeMap<String, Double>> NUMBERS = new TypeReference<>() {
    };
    private static final TypeReference<List<String>> NAMES = new TypeReference<>() {
    };

    private Json() {}

    static ObjectMapper mapper() {
        return MAPPER;
    }

    static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not writable as JSON", e);
        }
    }

    /// Null for no attributes.
    static @Nullable String attributes(Map<String, String> attributes) {
        return attributes.isEmpty() ? null : write(new TreeMap<>(attributes));
    }

    static Map<String, String> attributes(@Nullable String text) {
        return text == null ? Map.of() : read(text, TEXTS);
    }

    static SortedMap<String, String> texts(String text) {
        return read(text, TEXTS);
    }

    static SortedMap<String, Double> numbers(String text) {
        return read(text, NUMBERS);
    }

    static List<String> names(String text) {
        return read(text, NAMES);
    }

    static String recipe(Recipe recipe) {
        return MAPPER.createObjectNode().put("family", recipe.family()).put("query", recipe.query()).put("seed", recipe.seed())
                .set("settings", MAPPER.<JsonNode>valueToTree(recipe.settings())).toString();
    }

    static Recipe recipe(String text) {
        JsonNode node = tree(text);
        return new Recipe(node.path("family").asText(), node.path("query").asText(), node.path("seed").asLong(),
                texts(node.path("settings").toString()));
    }

    static JsonNode tree(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not JSON: " + e.getOriginalMessage(), e);
        }
    }

    static JsonNode tree(byte[] text) {
        try {
            return MAPPER.readTree(text);
        } catch (IOException e) {
            throw new IllegalArgumentException("Not JSON", e);
        }
    }

    private static <T> T read(String text, TypeReference<T> type) {
        try {
            return MAPPER.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not the JSON that was expected: " + e.getOriginalMessage(), e);
        }
    }
}
