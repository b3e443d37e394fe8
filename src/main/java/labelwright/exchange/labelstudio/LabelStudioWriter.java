package labelwright.exchange.labelstudio;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;

import labelwright.exchange.DatasetSource;
import labelwright.exchange.DatasetSource.SourceItem;
import labelwright.exchange.DatasetWriter;
import labelwright.exchange.Export;
import labelwright.exchange.LabelNumbers;
import labelwright.exchange.Loss;
import labelwright.exchange.PictureCopier;
import labelwright.exchange.ShapeText;
import labelwright.exchange.SplitWords;
import labelwright.exchange.TargetNames;
import labelwright.exchange.WriteReport;
import labelwright.exchange.WriteRequest;
import labelwright.exchange.XmlText;
import labelwright.model.Annotation;
import labelwright.model.AnnotationId;
import labelwright.model.Item;
import labelwright.model.LabelClass;
import labelwright.model.LabelSchema;

/// Writes `tasks.json`, the labelling interface to make the project with, and the pictures under `images/train` and so on.
final class LabelStudioWriter implements DatasetWriter {
    static final String CONFIG = "label_config.xml";
    private static final JsonFactory FACTORY = new JsonFactory();
    /// Control names by kind of value.
    private static final Map<String, String> CONTROLS = controls();

    private static Map<String, String> controls() {
        Map<String, String> controls = new LinkedHashMap<>();
        controls.put("rectanglelabels", "RectangleLabels");
        controls.put("polygonlabels", "PolygonLabels");
        controls.put("ellipselabels", "EllipseLabels");
        controls.put("keypointlabels", "KeyPointLabels");
        controls.put("brushlabels", "BrushLabels");
        controls.put("vectorlabels", "VectorLabels");
        return controls;
    }

    @Override
    public List<Loss> losses(WriteRequest request, DatasetSource source) {
        return new LabelStudioLosses().of(source);
    }

    @Override
    public WriteReport write(WriteRequest request, DatasetSource source) {
        return Export.run(request, source, new LabelStudioLosses(), folder -> new Items(folder, request));
    }

    private static final class Items implements Export.ItemWriter {
        private final LabelSchema schema;
        private final List<LabelClass> labels;
        private final LabelNumbers numbers;
        private final PictureCopier copier;
        private final TargetNames names = new TargetNames(TargetNames.Unique.NAME);
        private final JsonGenerator json;
        private long tasks;

        Items(Path folder, WriteRequest request) throws IOException {
            this.schema = request.schema();
            this.labels = request.labels();
            this.numbers = new LabelNumbers(labels);
            this.copier = new PictureCopier(folder, request.pictures());
            this.json = FACTORY.createGenerator(copier.place("tasks.json").toFile(), JsonEncoding.UTF8);
            json.writeStartArray();
        }

        @Override
        public void write(SourceItem source) throws IOException {
            Item item = source.item();
            String path = "images/" + SplitWords.word(item.split()) + "/" + names.claim(item.name());
            copier.copy(source.file(), path);
            json.writeStartObject();
            json.writeNumberField("id", ++tasks);
            json.writeObjectFieldStart("data");
            json.writeStringField("image", "/data/local-files/?d=" + URLEncoder.encode(path, StandardCharsets.UTF_8).replace("+", "%20"));
            json.writeStringField("split", SplitWords.word(item.split()));
            json.writeEndObject();
            json.writeArrayFieldStart("annotations");
            json.writeStartObject();
            json.writeBooleanField("was_cancelled", false);
            json.writeArrayFieldStart("result");
            long regions = 0;
            Map<AnnotationId, String> ids = new HashMap<>();
            for (Annotation annotation : source.annotations().annotations()) {
                String id = "t%dr%d".formatted(tasks, ++regions);
                ids.put(annotation.id(), id);
                region(id, annotation, item);
            }
            LabelStudioRelations.write(json, source.annotations().relations(), schema, ids);
            for (Map.Entry<String, String> answer : new TreeMap<>(source.annotations().answers()).entrySet()) {
                LabelStudioAnswers.write(json, "image", answer.getKey(), answer.getValue());
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeEndArray();
            json.writeEndObject();
        }

        private void region(String id, Annotation annotation, Item item) throws IOException {
            LabelStudioValue value = LabelStudioValue.of(annotation.shape(), item.width(), item.height());
            json.writeStartObject();
            json.writeStringField("id", id);
            json.writeStringField("from_name", value.control());
            json.writeStringField("to_name", "image");
            json.writeStringField("type", value.control());
            json.writeNumberField("original_width", item.width());
            json.writeNumberField("original_height", item.height());
            json.writeNumberField("image_rotation", 0);
            json.writeObjectFieldStart("value");
            value.write(json);
            json.writeArrayFieldStart(value.control());
            json.writeString(numbers.name(annotation.label()));
            json.writeEndArray();
            json.writeEndObject();
            json.writeObjectFieldStart("meta");
            if (value.hasOwnLine()) {
                json.writeStringField(ShapeText.KEY, ShapeText.of(annotation.shape()));
            }
            if (!annotation.attributes().isEmpty()) {
                LabelStudioRelations.writeAttributes(json, annotation.attributes());
            }
            json.writeEndObject();
            json.writeEndObject();
        }

        @Override
        public void finish() throws IOException {
            json.writeEndArray();
            json.close();
            StringBuilder text = new StringBuilder();
            XmlText xml = new XmlText(text);
            xml.open(0, "View", Map.of());
            xml.element(1, "Image", Map.of("name", "image", "value", "$image"), "");
            LabelStudioRelations.declare(xml, schema);
            for (Map.Entry<String, String> control : CONTROLS.entrySet()) {
                xml.open(1, control.getValue(), Map.of("name", control.getKey(), "toName", "image"));
                for (LabelClass label : labels) {
                    xml.element(2, "Label", Map.of("value", label.name(), "background", label.colour().toHex()), "");
                }
                xml.close(1, control.getValue());
            }
            xml.close(0, "View");
            Files.writeString(copier.place(CONFIG), text.toString());
        }

        @Override
        public void close() throws IOException {
            json.close();
        }
    }
}
