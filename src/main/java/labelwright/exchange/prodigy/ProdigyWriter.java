package labelwright.exchange.prodigy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

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
import labelwright.model.AttributeDefinition;
import labelwright.model.Choices;
import labelwright.model.LabelSchema;
import labelwright.model.Relation;
import labelwright.model.RelationType;
import labelwright.text.CodePoints;

/// Writes `train.jsonl` and so on, each text with tokens that its spans fit.
final class ProdigyWriter implements DatasetWriter {

    @Override
    public List<Loss> losses(WriteRequest request, DatasetSource source) {
        return losses().of(source);
    }

    @Override
    public WriteReport write(WriteRequest request, DatasetSource source) {
        return Export.run(request, source, losses(), folder -> new Records(folder, request.schema()));
    }

    private static LossCount losses() {
        return new TextToolLosses("Prodigy", "with each span or relation");
    }

    private static final class Records implements Export.ItemWriter {
        private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

        private final LabelSchema schema;
        private final LabelNumbers numbers;
        private final Optional<AttributeDefinition> classes;
        private final SplitFiles files;
        private final TargetNames names = new TargetNames(TargetNames.Unique.NAME);

        Records(Path folder, LabelSchema schema) {
            this.schema = schema;
            this.numbers = new LabelNumbers(schema.labels());
            this.classes = schema.picture().find(Questions.LABEL);
            this.files = new SplitFiles(folder, ".jsonl", _ -> {});
        }

        @Override
        public void write(SourceItem item) throws IOException {
            ObjectNode record = JSON.objectNode();
            CodePoints text = CodePoints.of(item.text().text());
            record.put("text", text.text());
            Map<String, String> answers = new TreeMap<>(item.annotations().answers());
            ObjectNode meta = record.putObject("meta");
            meta.put(ProdigyRecord.NAME, names.claim(item.item().name()));
            meta.put(ProdigyRecord.SPLIT, SplitWords.word(item.item().split()));
            if (!schema.labels().isEmpty()) {
                spans(record, item, text);
            }
            classes.ifPresent(question -> classes(record, question, answers));
            answers.forEach(meta::put);
            record.put("answer", "accept");
            files.of(item.item().split()).write(JsonLine.of(record));
        }

        private static void classes(ObjectNode record, AttributeDefinition question, Map<String, String> answers) {
            boolean isMultiple = question.type().isSeveral();
            String answer = answers.getOrDefault(question.name(), "");
            answers.remove(question.name());
            question.type().options().forEach(option -> record.withArray("options").addObject().put("id", option).put("text", option));
            ArrayNode accept = record.putArray("accept");
            (isMultiple ? Choices.decode(answer) : answer.isEmpty() ? List.<String>of() : List.of(answer)).forEach(accept::add);
            record.putObject("config").put("choice_style", isMultiple ? "multiple" : "single");
        }

        private void spans(ObjectNode record, SourceItem item, CodePoints text) {
            List<TextRange> extents = new ArrayList<>();
            Map<AnnotationId, Integer> places = new HashMap<>();
            for (Annotation annotation : item.annotations().annotations()) {
                places.put(annotation.id(), places.size());
                extents.add(span(annotation).extent());
            }
            ProdigyTokens tokens = new ProdigyTokens(text, extents);
            tokens.write(record.putArray("tokens"));
            ArrayNode spans = record.putArray("spans");
            for (Annotation annotation : item.annotations().annotations()) {
                ObjectNode span = place(spans.addObject(), annotation, tokens);
                if (span(annotation).fragments().size() > 1) {
                    ArrayNode fragments = span.putArray(ProdigyRecord.FRAGMENTS);
                    span(annotation).fragments().forEach(each -> fragments.addArray().add(each.start()).add(each.end()));
                }
                attributes(span, annotation.attributes());
            }
            if (schema.relations().isEmpty()) {
                return;
            }
            ArrayNode relations = record.putArray("relations");
            for (Relation relation : item.annotations().relations()) {
                ObjectNode each = relations.addObject();
                Annotation from = item.annotations().annotation(relation.from());
                Annotation to = item.annotations().annotation(relation.to());
                each.put("head", tokens.at(span(from).extent().end() - 1)).put("child", tokens.at(span(to).extent().end() - 1));
                place(each.putObject("head_span"), from, tokens).put("labelwright_span", places.get(from.id()));
                place(each.putObject("child_span"), to, tokens).put("labelwright_span", places.get(to.id()));
                each.put("label", schema.findRelation(relation.type()).map(RelationType::name).orElse(""));
                attributes(each, relation.attributes());
            }
        }

        private ObjectNode place(ObjectNode out, Annotation annotation, ProdigyTokens tokens) {
            TextRange extent = span(annotation).extent();
            return out.put("start", extent.start()).put("end", extent.end()).put("token_start", tokens.at(extent.start()))
                    .put("token_end", tokens.at(extent.end() - 1)).put("label", numbers.name(annotation.label()));
        }

        private static void attributes(ObjectNode out, Map<String, String> values) {
            if (!values.isEmpty()) {
                ObjectNode texts = out.putObject(ProdigyRecord.ATTRIBUTES);
                new TreeMap<>(values).forEach(texts::put);
            }
        }

        private static TextSpan span(Annotation annotation) {
            if (annotation.shape() instanceof TextSpan span) {
                return span;
            }
            throw new ExchangeException("Annotation %s is a region of a picture, not of a text. Run a check of the workspace."
                    .formatted(annotation.id()));
        }

        @Override
        public void finish() throws IOException {
            files.close();
        }

        @Override
        public void close() throws IOException {
            files.close();
        }
    }
}
