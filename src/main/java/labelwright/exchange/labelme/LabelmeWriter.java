package labelwright.exchange.labelme;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;

import labelwright.exchange.DatasetSource;
import labelwright.exchange.DatasetSource.SourceItem;
import labelwright.exchange.DatasetWriter;
import labelwright.exchange.Decimals;
import labelwright.exchange.Export;
import labelwright.exchange.FileNames;
import labelwright.exchange.LabelNumbers;
import labelwright.exchange.Loss;
import labelwright.exchange.PictureCopier;
import labelwright.exchange.PngWriter;
import labelwright.exchange.ShapeText;
import labelwright.exchange.SplitWords;
import labelwright.exchange.TargetNames;
import labelwright.exchange.WriteReport;
import labelwright.exchange.WriteRequest;
import labelwright.geometry.Bounds;
import labelwright.geometry.Mask;
import labelwright.geometry.Point;
import labelwright.geometry.Spans;
import labelwright.model.Annotation;
import labelwright.model.LabelClass;
import labelwright.model.RegionFacts;

/// Writes `images/train/a.jpg` with `images/train/a.json` and so on, and the list of labels.
final class LabelmeWriter implements DatasetWriter {
    private static final JsonFactory FACTORY = new JsonFactory();
    private static final String VERSION = "5.7.0";

    @Override
    public List<Loss> losses(WriteRequest request, DatasetSource source) {
        return new LabelmeLosses().of(source);
    }

    @Override
    public WriteReport write(WriteRequest request, DatasetSource source) {
        return Export.run(request, source, new LabelmeLosses(), folder -> new Items(folder, request));
    }

    private static final class Items implements Export.ItemWriter {
        private final List<LabelClass> labels;
        private final LabelNumbers numbers;
        private final PictureCopier copier;
        private final TargetNames names = new TargetNames(TargetNames.Unique.STEM);

        Items(Path folder, WriteRequest request) {
            this.labels = request.labels();
            this.numbers = new LabelNumbers(labels);
            this.copier = new PictureCopier(folder, request.pictures());
        }

        @Override
        public void write(SourceItem source) throws IOException {
            String name = "images/" + SplitWords.word(source.item().split()) + "/" + names.claim(source.item().name());
            copier.copy(source.file(), name);
            try (JsonGenerator json = FACTORY.createGenerator(copier.place(FileNames.stem(name) + ".json").toFile(), JsonEncoding.UTF8)) {
                json.useDefaultPrettyPrinter();
                json.writeStartObject();
                json.writeStringField("version", VERSION);
                answers(json, source.annotations().answers());
                json.writeArrayFieldStart("shapes");
                for (Annotation annotation : source.annotations().annotations()) {
                    shape(json, annotation, LabelmeForm.of(annotation.shape(), source.item().width(), source.item().height()));
                }
                json.writeEndArray();
                json.writeStringField("imagePath", FileNames.last(name));
                json.writeNullField("imageData");
                json.writeNumberField("imageHeight", source.item().height());
                json.writeNumberField("imageWidth", source.item().width());
                json.writeEndObject();
            }
        }

        /// What is simply yes is a flag.
        private static void answers(JsonGenerator json, Map<String, String> answers) throws IOException {
            Map<String, String> sorted = new TreeMap<>(answers);
            json.writeObjectFieldStart("flags");
            for (Map.Entry<String, String> answer : sorted.entrySet()) {
                if (answer.getValue().equals("1")) {
                    json.writeBooleanField(answer.getKey(), true);
                }
            }
            json.writeEndObject();
            sorted.values().removeIf("1"::equals);
            if (!sorted.isEmpty()) {
                texts(json, "answers", sorted);
            }
        }

        private static void texts(JsonGenerator json, String name, Map<String, String> values) throws IOException {
            json.writeObjectFieldStart(name);
            for (Map.Entry<String, String> value : values.entrySet()) {
                json.writeStringField(value.getKey(), value.getValue());
            }
            json.writeEndObject();
        }

        private void shape(JsonGenerator json, Annotation annotation, LabelmeForm form) throws IOException {
            Map<String, String> others = new TreeMap<>(annotation.attributes());
            json.writeStartObject();
            json.writeStringField("label", numbers.name(annotation.label()));
            json.writeArrayFieldStart("points");
            for (Point point : form.points()) {
                json.writeStartArray();
                json.writeNumber(Decimals.exact(point.x()));
                json.writeNumber(Decimals.exact(point.y()));
                json.writeEndArray();
            }
            json.writeEndArray();
            if (RegionFacts.group(annotation).isPresent()) {
                json.writeNumberField("group_id", RegionFacts.group(annotation).getAsInt());
                others.remove(RegionFacts.GROUP);
            } else {
                json.writeNullField("group_id");
            }
            json.writeStringField("description", others.getOrDefault("description", ""));
            others.remove("description");
            json.writeStringField("shape_type", form.type());
            json.writeObjectFieldStart("flags");
            json.writeEndObject();
            Mask mask = form.mask();
            if (mask == null) {
                json.writeNullField("mask");
            } else {
                json.writeStringField("mask", Base64.getEncoder().encodeToString(png(mask)));
            }
            texts(json, "attributes", others);
            if (form.hasOwnLine()) {
                json.writeStringField(ShapeText.KEY, ShapeText.of(annotation.shape()));
            }
            json.writeEndObject();
        }

        private static byte[] png(Mask mask) throws IOException {
            Bounds box = mask.bounds();
            Spans spans = mask.spans();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            PngWriter.write(out, (int) box.width(), (int) box.height(), new int[0], (y, values) -> {
                Arrays.fill(values, (byte) 0);
                int row = (int) box.y() + y;
                for (int run = spans.firstAt(row); run < spans.size() && spans.y(run) == row; run++) {
                    Arrays.fill(values, spans.from(run) - (int) box.x(), spans.to(run) - (int) box.x(), (byte) 255);
                }
            });
            return out.toByteArray();
        }

        @Override
        public void finish() throws IOException {
            Files.write(copier.place("labels.txt"), labels.stream().map(LabelClass::name).toList());
        }

        @Override
        public void close() {}
    }
}
