package labelwright.exchange.labelme;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import labelwright.exchange.JsonFile;
import labelwright.exchange.PictureSizes.Size;
import labelwright.exchange.RecordSink;

/// What one file says.
///
/// @param picture as written; empty when there is none
/// @param answers from the flags of the picture and from our own `answers`
/// @param isLabelme whether there is a list of shapes at all
record LabelmeDocument(String picture, Size size, Map<String, String> answers, List<JsonNode> shapes, boolean isLabelme) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /// @throws IOException for a file that cannot be read or is no sound JSON up to its end
    static LabelmeDocument read(Path file, RecordSink sink) throws IOException {
        String picture = "";
        double width = 0;
        double height = 0;
        boolean isLabelme = false;
        Map<String, String> answers = new LinkedHashMap<>();
        List<JsonNode> shapes = new ArrayList<>();
        try (JsonParser json = JsonFile.open(file, 0, sink)) {
            if (json.nextToken() == JsonToken.START_OBJECT) {
                while (json.nextToken() == JsonToken.FIELD_NAME) {
                    String field = json.currentName();
                    json.nextToken();
                    switch (field) {
                        case "imagePath" -> picture = JsonFile.text(json);
                        case "imageWidth" -> width = JsonFile.number(json);
                        case "imageHeight" -> height = JsonFile.number(json);
                        case "flags", "answers" -> answers.putAll(texts(MAPPER.readTree(json)));
                        case "shapes" -> {
                            isLabelme = json.currentToken() == JsonToken.START_ARRAY;
                            JsonFile.forEachObject(json, object -> shapes.add(MAPPER.readTree(object)));
                        }
                        default -> json.skipChildren();
                    }
                    json.skipChildren();
                }
            }
            while (json.nextToken() != null) {
                json.skipChildren();
            }
        }
        boolean known = width >= 1 && height >= 1 && width <= Integer.MAX_VALUE && height <= Integer.MAX_VALUE;
        return new LabelmeDocument(picture, known ? new Size((int) width, (int) height) : Size.UNKNOWN, answers, shapes, isLabelme);
    }

    /// Scalars of a table: what is true is `1`, what is false, null or empty is left out.
    static Map<String, String> texts(JsonNode table) {
        Map<String, String> texts = new LinkedHashMap<>();
        if (table != null) {
            table.properties().forEach(entry -> {
                JsonNode value = entry.getValue();
                String text = value.isBoolean()
                        ? value.asBoolean() ? "1" : ""
                        : value.isValueNode() && !value.isNull() ? value.asText() : "";
                if (!text.isEmpty()) {
                    texts.put(entry.getKey(), text);
                }
            });
        }
        return texts;
    }
}
