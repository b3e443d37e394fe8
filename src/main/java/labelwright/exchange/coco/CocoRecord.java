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
    boolean hasMask;
    boolean hasKeypoints;
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
                case "id" -> id = CocoJson.text(json);
                case "image_id" -> image = CocoJson.text(json);
                case "category_id" -> category = CocoJson.text(json);
                case "bbox" -> box = token == JsonToken.START_ARRAY ? numbers(json) : null;
                case "segmentation" -> segmentation(json);
                case "keypoints" -> hasKeypoints = token == JsonToken.START_ARRAY && numbers(json).length > 0;
                case "caption" -> hasCaption = true;
                case "segments_info" -> hasSegments = true;
                case "attributes" -> attributeTable(json);
                default -> attribute(field, json);
            }
            json.skipChildren();
        }
    }

    private void clear() {
        id = "";
        image = "";
        category = "";
        box = null;
        outlines.clear();
        hasMask = false;
        hasKeypoints = false;
        hasCaption = false;
        hasSegments = false;
        attributes = null;
    }

    private void attribute(String name, JsonParser json) throws IOException {
        if (!NOISE.contains(name) && json.currentToken().isScalarValue()) {
            String value = CocoJson.text(json);
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
        if (json.currentToken() == JsonToken.START_OBJECT || json.currentToken() == JsonToken.VALUE_STRING) {
            hasMask = true;
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
                hasMask = true;
                json.skipChildren();
            } else {
                count = append(count, CocoJson.number(json));
            }
        }
        if (count > 0) {
            outlines.add(Arrays.copyOf(numbers, count));
        }
    }

    private double[] numbers(JsonParser json) throws IOException {
        int count = 0;
        for (JsonToken token = json.nextToken(); token != null && token != JsonToken.END_ARRAY; token = json.nextToken()) {
            count = append(count, CocoJson.number(json));
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
