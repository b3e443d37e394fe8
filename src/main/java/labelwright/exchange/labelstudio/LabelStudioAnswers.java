package labelwright.exchange.labelstudio;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;

import labelwright.model.AttributeType;
import labelwright.model.Choices;

/// The values of controls that are no places: choices, taxonomy, texts, numbers.
final class LabelStudioAnswers {
    private static final List<String> KEYS = List.of("choices", "text", "rating", "number", "datetime", "taxonomy");
    private static final String PATH = AttributeType.STEP;

    private LabelStudioAnswers() {}

    /// Several choices are a list as [Choices] writes it, several texts are lines; a way through a taxonomy is `Animal/Dog`.
    static Optional<String> of(JsonNode result) {
        return of(result.path("value"), KEYS);
    }

    /// The same for a region of a text, whose value has the covered text as well.
    static Optional<String> ofRegion(JsonNode result) {
        JsonNode value = result.path("value");
        return of(value, value.path("text").isArray() ? KEYS : KEYS.stream().filter(key -> !key.equals("text")).toList());
    }

    private static Optional<String> of(JsonNode value, List<String> keys) {
        for (String key : keys) {
            JsonNode found = value.path(key);
            if (found.isValueNode() && !found.isNull()) {
                return Optional.of(found.asText()).filter(text -> !text.isEmpty());
            }
            if (found.isArray() && found.size() > 0) {
                return Optional.of(key.equals("text") ? String.join("\n", words(found)) : chosen(words(found)))
                        .filter(text -> !text.isEmpty());
            }
        }
        return Optional.empty();
    }

    /// What was chosen; a way through a tree is `Animal/Dog`.
    static List<String> words(JsonNode array) {
        List<String> words = new ArrayList<>();
        array.forEach(
                each -> words.add(each.isArray() ? String.join(PATH, words(each)) : each.isObject() ? each.toString() : each.asText()));
        return words;
    }

    private static String chosen(List<String> words) {
        return words.size() == 1 ? words.getFirst() : Choices.encode(words);
    }

    /// Any answer as a text field, which keeps it as it is.
    static void write(JsonGenerator json, String of, String name, String text) throws IOException {
        write(json, of, name, "textarea", () -> json.writeString(text));
    }

    static void writeChoices(JsonGenerator json, String of, String name, List<String> chosen) throws IOException {
        write(json, of, name, "choices", () -> {
            for (String choice : chosen) {
                json.writeString(choice);
            }
        });
    }

    static void writeTaxonomy(JsonGenerator json, String of, String name, List<String> paths) throws IOException {
        write(json, of, name, "taxonomy", () -> {
            for (String path : paths) {
                String[] steps = path.split(PATH, -1);
                json.writeArray(steps, 0, steps.length);
            }
        });
    }

    private interface Members {
        void write() throws IOException;
    }

    private static void write(JsonGenerator json, String of, String name, String type, Members members) throws IOException {
        json.writeStartObject();
        json.writeStringField("from_name", name);
        json.writeStringField("to_name", of);
        json.writeStringField("type", type);
        json.writeObjectFieldStart("value");
        json.writeArrayFieldStart(type.equals("textarea") ? "text" : type);
        members.write();
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }
}
