package labelwright.workbench;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;

import labelwright.model.Recipe;
import labelwright.workbench.WorkbenchException.Reason;

/// Recipes as YAML text: `family`, `query`, `seed`, and `settings` with the family's hyper-parameters by name.
public final class RecipeYaml {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory().disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES).enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS))
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
            .setNodeFactory(new JsonNodeFactory(true));
    private static final Set<String> KEYS = Set.of("family", "query", "seed", "settings");

    private RecipeYaml() {}

    public static String write(Recipe recipe) {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("family", recipe.family());
        root.put("query", recipe.query());
        root.put("seed", recipe.seed());
        Map<String, Object> settings = new LinkedHashMap<>();
        recipe.settings().forEach((key, value) -> settings.put(key, scalar(value)));
        root.put("settings", settings);
        try {
            return YAML.writeValueAsString(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /// @param where the file's name or what else to call the text in messages
    /// @throws WorkbenchException when the text is no recipe: says where and what is possible
    public static Recipe read(String text, String where) {
        JsonNode root = parse(text, where);
        for (Map.Entry<String, JsonNode> field : root.properties()) {
            if (!KEYS.contains(field.getKey())) {
                throw invalid(where, "there is no \"" + field.getKey() + "\" in a recipe; it has family, query, seed and settings");
            }
        }
        String family = root.path("family").asText("");
        if (family.isBlank()) {
            throw invalid(where, "it names no family; write for example \"family: detection\"");
        }
        JsonNode seed = root.path("seed");
        if (!seed.isMissingNode() && !seed.isIntegralNumber()) {
            throw invalid(where, "the seed is a whole number, not \"" + seed.asText() + "\"");
        }
        SortedMap<String, String> settings = new TreeMap<>();
        for (Map.Entry<String, JsonNode> field : root.path("settings").properties()) {
            if (!field.getValue().isValueNode()) {
                throw invalid(where, "the setting \"" + field.getKey() + "\" has more than one value");
            }
            settings.put(field.getKey(), field.getValue().asText());
        }
        return new Recipe(family, root.path("query").asText(""), seed.asLong(0), settings);
    }

    /// @throws WorkbenchException when the file cannot be read or is no recipe
    public static Recipe read(Path file) {
        try {
            return read(Files.readString(file), file.toString());
        } catch (NoSuchFileException e) {
            throw new WorkbenchException(Reason.NOT_FOUND, "There is no recipe " + file + ".", e);
        } catch (IOException e) {
            throw new WorkbenchException(Reason.FAILED, "The recipe " + file + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    private static JsonNode parse(String text, String where) {
        try {
            JsonNode root = YAML.readTree(text);
            if (root != null && root.isObject()) {
                return root;
            }
        } catch (JsonProcessingException e) {
            String line = e.getLocation() == null ? "" : " (line " + e.getLocation().getLineNr() + ")";
            throw new WorkbenchException(Reason.INVALID, where + " is not YAML" + line + ": " + e.getOriginalMessage() + ".", e);
        }
        throw invalid(where, "it holds no names and values");
    }

    private static Object scalar(String value) {
        if (value.matches("-?(0|[1-9]\\d{0,17})")) {
            return Long.valueOf(value);
        }
        if (value.matches("-?\\d{1,12}\\.\\d{1,12}") && new BigDecimal(value).toString().equals(value)) {
            return new BigDecimal(value);
        }
        if (value.equals("true") || value.equals("false")) {
            return Boolean.valueOf(value);
        }
        return value;
    }

    private static WorkbenchException invalid(String where, String what) {
        return new WorkbenchException(Reason.INVALID, where + " is no recipe: " + what + ".");
    }
}
