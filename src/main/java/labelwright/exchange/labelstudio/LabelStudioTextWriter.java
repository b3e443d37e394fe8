package labelwright.exchange.labelstudio;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;

import labelwright.exchange.DatasetSource;
import labelwright.exchange.DatasetSource.SourceItem;
import labelwright.exchange.DatasetWriter;
import labelwright.exchange.Export;
import labelwright.exchange.LabelNumbers;
import labelwright.exchange.Loss;
import labelwright.exchange.LossCount;
import labelwright.exchange.SplitWords;
import labelwright.exchange.TargetNames;
import labelwright.exchange.TextToolLosses;
import labelwright.exchange.WriteReport;
import labelwright.exchange.WriteRequest;
import labelwright.exchange.XmlText;
import labelwright.geometry.TextSpan;
import labelwright.model.Annotation;
import labelwright.model.AnnotationId;
import labelwright.model.AttributeDefinition;
import labelwright.model.AttributeType;
import labelwright.model.Choices;
import labelwright.model.LabelClass;
import labelwright.model.LabelSchema;
import labelwright.text.CodePoints;

/// Writes `tasks.json` and the labelling interface to make the project with.
final class LabelStudioTextWriter implements DatasetWriter {
    private static final JsonFactory FACTORY = new JsonFactory();
    private static final String TEXT = "text";
    private static final String LABEL = "spans";

    @Override
    public List<Loss> losses(WriteRequest request, DatasetSource source) {
        return losses().of(source);
    }

    @Override
    public WriteReport write(WriteRequest request, DatasetSource source) {
        return Export.run(request, source, losses(), folder -> new Items(folder, request));
    }

    private static LossCount losses() {
        return new TextToolLosses("Label Studio", "with the region's notes");
    }

    private static final class Items implements Export.ItemWriter {
        private final Path folder;
        private final LabelSchema schema;
        private final LabelNumbers numbers;
        private final TargetNames names = new TargetNames(TargetNames.Unique.NAME);
        private final Set<String> questions = new TreeSet<>();
        private final JsonGenerator json;
        private long tasks;

        Items(Path folder, WriteRequest request) throws IOException {
            this.folder = folder;
            this.schema = request.schema();
            this.numbers = new LabelNumbers(request.labels());
            this.json = FACTORY.createGenerator(folder.resolve("tasks.json").toFile(), JsonEncoding.UTF8);
            json.writeStartArray();
        }

        @Override
        public void write(SourceItem source) throws IOException {
            json.writeStartObject();
            json.writeNumberField("id", ++tasks);
            json.writeObjectFieldStart("data");
            json.writeStringField(TEXT, source.text().text());
            json.writeStringField("name", names.claim(source.item().name()));
            json.writeStringField("split", SplitWords.word(source.item().split()));
            json.writeEndObject();
            json.writeArrayFieldStart("annotations");
            json.writeStartObject();
            json.writeBooleanField("was_cancelled", false);
            json.writeArrayFieldStart("result");
            CodePoints points = CodePoints.of(source.text().text());
            Map<AnnotationId, String> ids = new HashMap<>();
            for (Annotation annotation : source.annotations().annotations()) {
                if (annotation.shape() instanceof TextSpan span) {
                    String id = "t%dr%d".formatted(tasks, ids.size() + 1);
                    ids.put(annotation.id(), id);
                    region(id, annotation, span, points);
                }
            }
            LabelStudioRelations.write(json, source.annotations().relations(), schema, ids);
            for (Map.Entry<String, String> answer : new TreeMap<>(source.annotations().answers()).entrySet()) {
                questions.add(answer.getKey());
                answer(answer.getKey(), answer.getValue());
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeEndArray();
            json.writeEndObject();
        }

        private void answer(String question, String answer) throws IOException {
            Optional<AttributeType> type = type(question);
            List<String> chosen = type.filter(AttributeType::isSeveral).isPresent() ? Choices.decode(answer) : List.of(answer);
            if (type.filter(AttributeType.Taxonomy.class::isInstance).isPresent()) {
                LabelStudioAnswers.writeTaxonomy(json, TEXT, question, chosen);
            } else if (type.map(AttributeType::options).filter(options -> !options.isEmpty()).isPresent()) {
                LabelStudioAnswers.writeChoices(json, TEXT, question, chosen);
            } else {
                LabelStudioAnswers.write(json, TEXT, question, answer);
            }
        }

        private Optional<AttributeType> type(String question) {
            return schema.picture().find(question).map(AttributeDefinition::type);
        }

        private void region(String id, Annotation annotation, TextSpan span, CodePoints points) throws IOException {
            json.writeStartObject();
            json.writeStringField("id", id);
            json.writeStringField("from_name", LABEL);
            json.writeStringField("to_name", TEXT);
            json.writeStringField("type", "labels");
            json.writeObjectFieldStart("value");
            json.writeNumberField("start", points.toUtf16(span.extent().start()));
            json.writeNumberField("end", points.toUtf16(span.extent().end()));
            json.writeStringField("text", points.text(span.extent()));
            json.writeArrayFieldStart("labels");
            json.writeString(numbers.name(annotation.label()));
            json.writeEndArray();
            json.writeEndObject();
            json.writeObjectFieldStart("meta");
            if (span.fragments().size() > 1) {
                json.writeStringField(LabelStudioSpan.FRAGMENTS, span.fragments().stream()
                        .map(range -> points.toUtf16(range.start()) + " " + points.toUtf16(range.end())).collect(Collectors.joining(";")));
            }
            LabelStudioRelations.writeAttributes(json, annotation.attributes());
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
            LabelStudioRelations.declare(xml, schema);
            xml.open(1, "Labels", ordered("name", LABEL, "toName", TEXT));
            for (LabelClass label : schema.labels()) {
                xml.element(2, "Label", ordered("value", label.name(), "background", label.colour().toHex()), "");
            }
            xml.close(1, "Labels");
            xml.element(1, "Text", ordered("name", TEXT, "value", "$" + TEXT), "");
            schema.picture().definitions().forEach(definition -> questions.add(definition.name()));
            questions.forEach(question -> new LabelStudioControl(question, TEXT).write(xml, type(question)));
            xml.close(0, "View");
            Files.writeString(folder.resolve(LabelStudioWriter.CONFIG), text.toString());
        }

        private static Map<String, String> ordered(String one, String value, String other, String otherValue) {
            Map<String, String> attributes = new LinkedHashMap<>();
            attributes.put(one, value);
            attributes.put(other, otherValue);
            return attributes;
        }

        @Override
        public void close() throws IOException {
            json.close();
        }
    }
}
