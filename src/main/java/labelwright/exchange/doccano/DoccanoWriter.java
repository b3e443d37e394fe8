package labelwright.exchange.doccano;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import labelwright.exchange.DatasetSource;
import labelwright.exchange.DatasetSource.SourceItem;
import labelwright.exchange.DatasetWriter;
import labelwright.exchange.ExchangeException;
import labelwright.exchange.Export;
import labelwright.exchange.JsonLine;
import labelwright.exchange.LabelNumbers;
import labelwright.exchange.Loss;
import labelwright.exchange.LossCount;
import labelwright.exchange.Questions;
import labelwright.exchange.SplitFiles;
import labelwright.exchange.SplitWords;
import labelwright.exchange.TargetNames;
import labelwright.exchange.TextToolLosses;
import labelwright.exchange.WriteReport;
import labelwright.exchange.WriteRequest;
import labelwright.geometry.TextRange;
import labelwright.geometry.TextSpan;
import labelwright.model.Annotation;
import labelwright.model.AnnotationId;
import labelwright.model.AttributeKind;
import labelwright.model.Choices;
import labelwright.model.LabelClass;
import labelwright.model.LabelSchema;
import labelwright.model.Relation;
import labelwright.model.RelationType;

/// Writes `train.jsonl` and so on, and the definitions of the labels. The dialect is that of the kind of project which holds the schema.
final class DoccanoWriter implements DatasetWriter {

    @Override
    public List<Loss> losses(WriteRequest request, DatasetSource source) {
        return losses().of(source);
    }

    @Override
    public WriteReport write(WriteRequest request, DatasetSource source) {
        return Export.run(request, source, losses(), folder -> new Records(folder, request));
    }

    private static LossCount losses() {
        return new TextToolLosses("doccano", "among the metadata of the text");
    }

    private enum Dialect {
        CLASSES, SPANS, ALL
    }

    private static final class Records implements Export.ItemWriter {
        private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

        private final Path folder;
        private final LabelSchema schema;
        private final LabelNumbers numbers;
        private final Optional<AttributeKind> classes;
        private final Dialect dialect;
        private final SplitFiles files;
        private final TargetNames names = new TargetNames(TargetNames.Unique.NAME);
        private long number;

        Records(Path folder, WriteRequest request) {
            this.folder = folder;
            this.schema = request.schema();
            this.numbers = new LabelNumbers(schema.labels());
            this.classes = schema.picture().find(Questions.LABEL).map(question -> question.type().kind());
            boolean hasSpans = !schema.labels().isEmpty();
            this.dialect = !schema.relations().isEmpty() || (hasSpans && classes.isPresent())
                    ? Dialect.ALL
                    : hasSpans ? Dialect.SPANS : Dialect.CLASSES;
            this.files = new SplitFiles(folder, ".jsonl", _ -> {});
        }

        @Override
        public void write(SourceItem item) throws IOException {
            ObjectNode record = JSON.objectNode();
            record.put("id", ++number);
            record.put("text", item.text().text());
            Map<String, String> answers = new TreeMap<>(item.annotations().answers());
            ArrayNode chosen = JSON.arrayNode();
            classes.ifPresent(kind -> {
                String answer = answers.getOrDefault(Questions.LABEL, "");
                answers.remove(Questions.LABEL);
                (kind == AttributeKind.MULTI_SELECT || kind == AttributeKind.MULTI_TAXONOMY
                        ? Choices.decode(answer)
                        : answer.isEmpty() ? List.<String>of() : List.of(answer))
                        .forEach(chosen::add);
            });
            ObjectNode own = JSON.objectNode();
            own.put("name", names.claim(item.item().name()));
            own.put("split", SplitWords.word(item.item().split()));
            own.put(DoccanoRecord.OFFSETS, DoccanoRecord.CODE_POINTS);
            switch (dialect) {
                case CLASSES -> record.set("label", chosen);
                case SPANS -> record.set("label", spans(item, own));
                case ALL -> {
                    record.set("entities", spans(item, own));
                    record.set("relations", relations(item, own));
                    record.set("cats", chosen);
                }
            }
            if (!answers.isEmpty()) {
                record.set("meta", texts(answers));
            }
            record.set(DoccanoRecord.OWN, own);
            Writer out = files.of(item.item().split());
            out.write(JsonLine.of(record));
        }

        private ArrayNode spans(SourceItem item, ObjectNode own) {
            ArrayNode spans = JSON.arrayNode();
            ArrayNode extras = JSON.arrayNode();
            for (Annotation annotation : item.annotations().annotations()) {
                TextSpan span = span(annotation);
                TextRange extent = span.extent();
                ObjectNode extra = JSON.objectNode();
                extra.put("span", spans.size());
                if (dialect == Dialect.ALL) {
                    spans.addObject().put("id", spans.size() - 1).put("label", numbers.name(annotation.label()))
                            .put("start_offset", extent.start()).put("end_offset", extent.end());
                } else {
                    spans.addArray().add(extent.start()).add(extent.end()).add(numbers.name(annotation.label()));
                }
                if (!annotation.attributes().isEmpty()) {
                    extra.set("attributes", texts(annotation.attributes()));
                }
                if (span.fragments().size() > 1) {
                    ArrayNode fragments = extra.putArray("fragments");
                    span.fragments().forEach(each -> fragments.addArray().add(each.start()).add(each.end()));
                }
                if (extra.size() > 1) {
                    extras.add(extra);
                }
            }
            if (!extras.isEmpty()) {
                own.set("spans", extras);
            }
            return spans;
        }

        private static TextSpan span(Annotation annotation) {
            if (annotation.shape() instanceof TextSpan span) {
                return span;
            }
            throw new ExchangeException("Annotation %s is a region of a picture, not of a text. Run a check of the workspace."
                    .formatted(annotation.id()));
        }

        private ArrayNode relations(SourceItem item, ObjectNode own) {
            Map<AnnotationId, Integer> places = new HashMap<>();
            item.annotations().annotations().forEach(annotation -> places.put(annotation.id(), places.size()));
            ArrayNode relations = JSON.arrayNode();
            ArrayNode extras = JSON.arrayNode();
            for (Relation relation : item.annotations().relations()) {
                if (!relation.attributes().isEmpty()) {
                    ObjectNode extra = extras.addObject();
                    extra.put("relation", relations.size());
                    extra.set("attributes", texts(relation.attributes()));
                }
                relations.addObject().put("id", relations.size() - 1).put("from_id", places.get(relation.from()))
                        .put("to_id", places.get(relation.to()))
                        .put("type", schema.findRelation(relation.type()).map(RelationType::name).orElse(""));
            }
            if (!extras.isEmpty()) {
                own.set("relations", extras);
            }
            return relations;
        }

        private static ObjectNode texts(Map<String, String> values) {
            ObjectNode texts = JSON.objectNode();
            new TreeMap<>(values).forEach(texts::put);
            return texts;
        }

        @Override
        public void finish() throws IOException {
            files.close();
            ArrayNode definitions = JSON.arrayNode();
            for (LabelClass label : schema.labels()) {
                define(definitions, label.name(), label.colour().toHex(), "Span");
            }
            for (RelationType type : schema.relations()) {
                define(definitions, type.name(), type.colour().toHex(), "Relation");
            }
            new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(folder.resolve("labels.json").toFile(), definitions);
        }

        private static void define(ArrayNode definitions, String name, String colour, String task) {
            definitions.addObject().put("id", definitions.size()).put("text", name).putNull("prefix_key").putNull("suffix_key")
                    .put("background_color", colour).put("text_color", "#ffffff").put("task_type", task);
        }

        @Override
        public void close() throws IOException {
            files.close();
        }
    }
}
