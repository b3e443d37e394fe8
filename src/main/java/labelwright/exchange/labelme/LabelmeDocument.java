package labelwright.exchange.labelme;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

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
/// @param shapes empty when there are too many to keep; see [#forEachShape]
/// @param areTooMany whether they are
/// @param freeGroup a number for groups that no shape has
/// @param isLabelme whether there is a list of shapes at all
record LabelmeDocument(Path file, String picture, Size size, Map<String, String> answers, List<JsonNode> shapes, boolean areTooMany,
        int freeGroup, boolean isLabelme) {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int MOST_KEPT = 10_000;

    /// @throws IOException for a file that cannot be read or is no sound JSON up to its end
    static LabelmeDocument read(Path file, RecordSink sink) throws IOException {
        String picture = "";
        double width = 0;
        double height = 0;
        boolean isLabelme = false;
        int[] highest = {0};
        boolean[] areTooMany = {false};
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
                            JsonFile.forEachObject(json, object -> {
                                JsonNode shape = MAPPER.readTree(object);
                                highest[0] = Math.max(highest[0], shape.path("group_id").asInt());
                                areTooMany[0] |= shapes.size() >= MOST_KEPT;
                                if (!areTooMany[0]) {
                                    shapes.add(shape);
                                }
                            });
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
        return new LabelmeDocument(file, picture, known ? new Size((int) width, (int) height) : Size.UNKNOWN, answers,
                areTooMany[0] ? List.of() : shapes, areTooMany[0], highest[0] + 1, isLabelme);
    }

    /// In the order of the file, one at a time.
    ///
    /// @throws IOException when the file cannot be read any more
    void forEachShape(RecordSink sink, Consumer<JsonNode> visitor) throws IOException {
        if (!areTooMany) {
            shapes.forEach(visitor);
            return;
        }
        try (JsonParser json = JsonFile.open(file, 1, sink)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                boolean wanted = json.currentName().equals("shapes");
                json.nextToken();
                if (wanted) {
                    JsonFile.forEachObject(json, object -> visitor.accept(MAPPER.readTree(object)));
                }
                json.skipChildren();
            }
        }
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
