package labelwright.exchange.coco;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import org.jspecify.annotations.Nullable;

import labelwright.exchange.Facts;
import labelwright.exchange.JsonFile;
import labelwright.exchange.ShapeText;

/// One record of `annotations` as it stands in the file. Reused for record after record.
final class CocoRecord {
    /// Other tools' notes that say nothing about the object.
    private static final Set<String> NOISE = Set.of("area", "isbbox", "color", "width", "height", "dataset_id", "segmented",
            "num_keypoints",
            "file_name", "category_name");

    String id = "";
    String image = "";
    String category = "";
    double @Nullable [] box;
    /// Lists of coordinates; empty for a box without outline.
    final List<double[]> outlines = new ArrayList<>();
    /// A mask, or what stands in its place.
    @Nullable
    CocoMask mask;
    double[] keypoints = {};
    /// Our own line beside the standard fields; empty when there is none.
    String shapeText = "";
    boolean hasCaption;
    boolean hasSegments;
    private @Nullable Map<String, String> attributes;
    private double[] numbers = new double[64];

    Map<String, String> attributes() {
        return attributes == null ? Map.of() : attributes;
    }

    /// The parser stands at the object's start.
    void read(JsonParser json) throws IOException {
        clear();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            JsonToken token = json.nextToken();
            switch (field) {
                case "id" -> id = JsonFile.text(json);
                case "image_id" -> image = JsonFile.text(json);
                case "category_id" -> category = JsonFile.text(json);
                case "bbox" -> box = token == JsonToken.START_ARRAY ? numbers(json) : null;
                case "segmentation" -> segmentation(json);
                case "keypoints" -> keypoints = token == JsonToken.START_ARRAY ? numbers(json) : new double[0];
                case ShapeText.KEY -> shapeText = JsonFile.text(json);
                case "caption" -> hasCaption = true;
                case "segments_info" -> hasSegments = true;
                case "attributes" -> attributeTable(json);
                default -> attribute(field, json);
            }
            json.skipChildren();
        }
    }

    /// Whether there is an outline or a mask.
    boolean hasArea() {
        return !outlines.isEmpty() || mask != null;
    }

    /// Whether any keypoint is there.
    boolean hasKeypoints() {
        for (int i = 2; i < keypoints.length; i += 3) {
            if (keypoints[i] != 0) {
                return true;
            }
        }
        return keypoints.length > 0 && keypoints.length % 3 != 0;
    }

    private void clear() {
        id = "";
        image = "";
        category = "";
        box = null;
        outlines.clear();
        mask = null;
        keypoints = new double[0];
        shapeText = "";
        hasCaption = false;
        hasSegments = false;
        attributes = null;
    }

    private void attribute(String name, JsonParser json) throws IOException {
        if (!NOISE.contains(name) && json.currentToken().isScalarValue()) {
            String value = JsonFile.text(json);
            if (!value.isEmpty()) {
                if (attributes == null) {
                    attributes = new LinkedHashMap<>();
                }
                Facts.put(attributes, name, value);
            }
        }
    }

    private void attributeTable(JsonParser json) throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            return;
        }
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            attribute(name, json);
            json.skipChildren();
        }
    }

    /// A list of outlines, one outline without the list around it, or a mask.
    private void segmentation(JsonParser json) throws IOException {
        if (json.currentToken() == JsonToken.START_OBJECT) {
            mask = mask(json);
            return;
        }
        if (json.currentToken() == JsonToken.VALUE_STRING) {
            mask = new CocoMask(0, 0, new long[0], json.getText());
            return;
        }
        if (json.currentToken() != JsonToken.START_ARRAY) {
            return;
        }
        int count = 0;
        for (JsonToken token = json.nextToken(); token != null && token != JsonToken.END_ARRAY; token = json.nextToken()) {
            if (token == JsonToken.START_ARRAY) {
                double[] outline = numbers(json);
                if (outline.length > 0) {
                    outlines.add(outline);
                }
            } else if (token == JsonToken.START_OBJECT) {
                mask = mask(json);
            } else {
                count = append(count, JsonFile.number(json));
            }
        }
        if (count > 0) {
            outlines.add(Arrays.copyOf(numbers, count));
        }
    }

    /// The parser stands at the object's start before and at its end after.
    private CocoMask mask(JsonParser json) throws IOException {
        double[] size = {};
        long[] counts = {};
        String text = "";
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            JsonToken token = json.nextToken();
            switch (field) {
                case "size" -> size = token == JsonToken.START_ARRAY ? numbers(json) : size;
                case "counts" -> {
                    if (token == JsonToken.START_ARRAY) {
                        counts = Arrays.stream(numbers(json)).mapToLong(value -> Double.isNaN(value) ? -1 : (long) value).toArray();
                    } else {
                        text = JsonFile.text(json);
                    }
                }
                default -> json.skipChildren();
            }
            json.skipChildren();
        }
        return size.length == 2
                ? new CocoMask((int) size[1], (int) size[0], counts, text)
                : new CocoMask(0, 0, counts, text);
    }

    private double[] numbers(JsonParser json) throws IOException {
        int count = 0;
        for (JsonToken token = json.nextToken(); token != null && token != JsonToken.END_ARRAY; token = json.nextToken()) {
            count = append(count, JsonFile.number(json));
        }
        return Arrays.copyOf(numbers, count);
    }

    private int append(int count, double value) {
        if (count == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * count);
        }
        numbers[count] = value;
        return count + 1;
    }
}
