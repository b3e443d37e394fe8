package labelwright.exchange.coco;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;

import labelwright.exchange.ColumnRuns;
import labelwright.exchange.CountsText;
import labelwright.exchange.Decimals;
import labelwright.exchange.Facts;
import labelwright.exchange.RegionRecord;
import labelwright.exchange.ShapeText;
import labelwright.geometry.Keypoint;
import labelwright.geometry.Mask;
import labelwright.geometry.Point;
import labelwright.geometry.Ring;
import labelwright.geometry.Shape;
import labelwright.model.Item;
import labelwright.model.LabelClass;

/// The JSON file of one split. Annotations go to a second file first and are appended at the end, so that nothing is kept in memory.
final class CocoPart implements Closeable {
    private static final JsonFactory FACTORY = new JsonFactory();

    private final Path pending;
    private final OutputStream out;
    private final JsonGenerator json;
    private final JsonGenerator annotations;

    CocoPart(Path file) throws IOException {
        this.pending = file.resolveSibling(file.getFileName() + ".part");
        this.out = new BufferedOutputStream(Files.newOutputStream(file));
        this.json = FACTORY.createGenerator(out);
        this.annotations = FACTORY.createGenerator(new BufferedOutputStream(Files.newOutputStream(pending)));
        json.writeStartObject();
        json.writeObjectFieldStart("info");
        json.writeStringField("description", "Exported by Labelwright");
        json.writeEndObject();
        json.writeArrayFieldStart("licenses");
        json.writeEndArray();
        json.writeArrayFieldStart("images");
        annotations.writeStartArray();
    }

    void image(long id, String fileName, int width, int height) throws IOException {
        json.writeStartObject();
        json.writeNumberField("id", id);
        json.writeStringField("file_name", fileName);
        json.writeNumberField("width", width);
        json.writeNumberField("height", height);
        json.writeEndObject();
    }

    /// @param ids of the annotation, its image and its category
    void annotation(Ids ids, Shape shape, Map<String, String> attributes, Item item) throws IOException {
        CocoForm form = CocoForm.of(shape, attributes, item.width(), item.height());
        annotations.writeStartObject();
        annotations.writeNumberField("id", ids.annotation());
        annotations.writeNumberField("image_id", ids.image());
        annotations.writeNumberField("category_id", ids.category());
        annotations.writeArrayFieldStart("bbox");
        number(form.box().x());
        number(form.box().y());
        number(form.box().width());
        number(form.box().height());
        annotations.writeEndArray();
        annotations.writeFieldName("area");
        number(form.area());
        segmentation(form, item);
        if (!form.keypoints().isEmpty()) {
            keypoints(form.keypoints());
        }
        if (form.hasOwnLine()) {
            annotations.writeStringField(ShapeText.KEY, ShapeText.of(shape));
        }
        attributes(form.attributes());
        annotations.writeEndObject();
    }

    record Ids(long annotation, long image, int category) {}

    private void segmentation(CocoForm form, Item item) throws IOException {
        Mask mask = form.mask();
        if (mask != null) {
            annotations.writeObjectFieldStart("segmentation");
            annotations.writeArrayFieldStart("size");
            annotations.writeNumber(item.height());
            annotations.writeNumber(item.width());
            annotations.writeEndArray();
            annotations.writeStringField("counts",
                    CountsText.encode(ColumnRuns.counts(mask.spans(), item.width(), item.height())));
            annotations.writeEndObject();
            return;
        }
        annotations.writeArrayFieldStart("segmentation");
        for (Ring ring : form.outlines()) {
            annotations.writeStartArray();
            for (Point point : ring.points()) {
                number(point.x());
                number(point.y());
            }
            annotations.writeEndArray();
        }
        annotations.writeEndArray();
    }

    private void keypoints(List<Keypoint> points) throws IOException {
        annotations.writeArrayFieldStart("keypoints");
        for (Keypoint point : points) {
            number(point.x());
            number(point.y());
            annotations.writeNumber(point.visibility().code());
        }
        annotations.writeEndArray();
        annotations.writeNumberField("num_keypoints", points.stream().filter(Keypoint::isThere).count());
    }

    private void attributes(Map<String, String> attributes) throws IOException {
        Map<String, String> others = new TreeMap<>(attributes);
        annotations.writeNumberField("iscrowd", "1".equals(others.get(Facts.CROWD)) ? 1 : 0);
        if ("1".equals(others.get(Facts.CROWD))) {
            others.remove(Facts.CROWD);
        }
        String score = others.get(RegionRecord.SCORE);
        if (score != null && isNumber(score)) {
            annotations.writeFieldName(RegionRecord.SCORE);
            annotations.writeNumber(score);
            others.remove(RegionRecord.SCORE);
        }
        if (!others.isEmpty()) {
            annotations.writeObjectFieldStart("attributes");
            for (Map.Entry<String, String> attribute : others.entrySet()) {
                annotations.writeFieldName(attribute.getKey());
                value(attribute.getValue());
            }
            annotations.writeEndObject();
        }
    }

    private void value(String text) throws IOException {
        if (isNumber(text)) {
            annotations.writeNumber(text);
        } else if (text.equals("true") || text.equals("false")) {
            annotations.writeBoolean(text.equals("true"));
        } else {
            annotations.writeString(text);
        }
    }

    /// Whether the text comes back as it is when written as a JSON number.
    private static boolean isNumber(String text) {
        if (!text.matches("-?(0|[1-9]\\d{0,14})(\\.\\d{1,16})?")) {
            return false;
        }
        return text.contains(".") ? Decimals.exact(Double.parseDouble(text)).equals(text) : !text.equals("-0");
    }

    private void number(double value) throws IOException {
        annotations.writeNumber(Decimals.exact(value));
    }

    /// @param skeletons of the labels that have points
    void finish(List<LabelClass> labels, CocoSkeletons skeletons) throws IOException {
        annotations.writeEndArray();
        annotations.close();
        json.writeEndArray();
        json.writeFieldName("annotations");
        json.writeRawValue("");
        json.flush();
        Files.copy(pending, out);
        Files.delete(pending);
        json.writeArrayFieldStart("categories");
        for (int i = 0; i < labels.size(); i++) {
            json.writeStartObject();
            json.writeNumberField("id", i + 1);
            json.writeStringField("name", labels.get(i).name());
            json.writeStringField("supercategory", "");
            skeletons.write(labels.get(i), json);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
        json.close();
    }

    @Override
    public void close() throws IOException {
        try (json; annotations) {
            out.flush();
        }
    }
}
