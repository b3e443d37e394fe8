package labelwright.exchange.coco;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

import labelwright.exchange.PictureSizes.Size;
import labelwright.exchange.RecordSink;

/// What the first pass over a file finds: everything but the annotations.
///
/// @param sections names of the top level that matter: `images`, `annotations`, `categories`, `image`, or `[]` for a bare list
record CocoHeader(List<Image> images, List<Category> categories, List<String> sections) {

    /// @param id empty when there is none
    /// @param fileName empty when there is none
    record Image(String id, String fileName, Size size) {}

    /// @param id empty when there is none
    /// @param name empty when there is none
    record Category(String id, String name) {}

    /// @throws IOException for a file that cannot be read or is no sound JSON up to its end
    static CocoHeader read(Path file, RecordSink sink) throws IOException {
        List<Image> images = new ArrayList<>();
        List<Category> categories = new ArrayList<>();
        List<String> sections = new ArrayList<>();
        try (JsonParser json = CocoJson.open(file, 0, sink)) {
            JsonToken start = json.nextToken();
            if (start == JsonToken.START_ARRAY) {
                sections.add("[]");
                json.skipChildren();
            } else if (start == JsonToken.START_OBJECT) {
                while (json.nextToken() == JsonToken.FIELD_NAME) {
                    String section = json.currentName();
                    json.nextToken();
                    sections.add(section);
                    switch (section) {
                        case "images" -> CocoJson.forEachObject(json, object -> images.add(image(object)));
                        case "categories" -> CocoJson.forEachObject(json, object -> categories.add(category(object)));
                        default -> json.skipChildren();
                    }
                }
            }
            while (json.nextToken() != null) {
                json.skipChildren();
            }
        }
        return new CocoHeader(images, categories, sections);
    }

    private static Image image(JsonParser json) throws IOException {
        String id = "";
        String fileName = "";
        double width = 0;
        double height = 0;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            json.nextToken();
            switch (field) {
                case "id" -> id = CocoJson.text(json);
                case "file_name" -> fileName = json.currentToken() == JsonToken.VALUE_STRING ? json.getText() : "";
                case "width" -> width = CocoJson.number(json);
                case "height" -> height = CocoJson.number(json);
                default -> json.skipChildren();
            }
            json.skipChildren();
        }
        return new Image(id, fileName, size(width, height));
    }

    private static Size size(double width, double height) {
        boolean known = width >= 1 && height >= 1 && width <= Integer.MAX_VALUE && height <= Integer.MAX_VALUE;
        return known ? new Size((int) width, (int) height) : Size.UNKNOWN;
    }

    private static Category category(JsonParser json) throws IOException {
        String id = "";
        String name = "";
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            json.nextToken();
            switch (field) {
                case "id" -> id = CocoJson.text(json);
                case "name" -> name = CocoJson.text(json);
                default -> json.skipChildren();
            }
            json.skipChildren();
        }
        return new Category(id, name);
    }
}
