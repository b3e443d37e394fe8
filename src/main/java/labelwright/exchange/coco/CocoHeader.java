package labelwright.exchange.coco;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

import labelwright.exchange.JsonFile;
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
    /// @param points names of the points of its skeletons; empty when it has none
    /// @param lines pairs of their places from 0
    record Category(String id, String name, List<String> points, List<int[]> lines) {}

    /// @throws IOException for a file that cannot be read or is no sound JSON up to its end
    static CocoHeader read(Path file, RecordSink sink) throws IOException {
        List<Image> images = new ArrayList<>();
        List<Category> categories = new ArrayList<>();
        List<String> sections = new ArrayList<>();
        try (JsonParser json = JsonFile.open(file, 0, sink)) {
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
                        case "images" -> JsonFile.forEachObject(json, object -> images.add(image(object)));
                        case "categories" -> JsonFile.forEachObject(json, object -> categories.add(category(object)));
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
                case "id" -> id = JsonFile.text(json);
                case "file_name" -> fileName = json.currentToken() == JsonToken.VALUE_STRING ? json.getText() : "";
                case "width" -> width = JsonFile.number(json);
                case "height" -> height = JsonFile.number(json);
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
        List<String> points = new ArrayList<>();
        List<int[]> lines = new ArrayList<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            json.nextToken();
            switch (field) {
                case "id" -> id = JsonFile.text(json);
                case "name" -> name = JsonFile.text(json);
                case "keypoints" -> forEachElement(json, () -> points.add(JsonFile.text(json)));
                case "skeleton" -> forEachElement(json, () -> line(json).ifPresent(lines::add));
                default -> json.skipChildren();
            }
            json.skipChildren();
        }
        return new Category(id, name, points, lines);
    }

    /// A pair of places counted from 1.
    private static Optional<int[]> line(JsonParser json) throws IOException {
        List<Integer> places = new ArrayList<>();
        forEachElement(json, () -> places.add((int) JsonFile.number(json) - 1));
        return places.size() == 2 ? Optional.of(new int[] {places.get(0), places.get(1)}) : Optional.empty();
    }

    private interface Step {
        void run() throws IOException;
    }

    private static void forEachElement(JsonParser json, Step step) throws IOException {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            return;
        }
        for (JsonToken token = json.nextToken(); token != null && token != JsonToken.END_ARRAY; token = json.nextToken()) {
            step.run();
            json.skipChildren();
        }
    }
}
