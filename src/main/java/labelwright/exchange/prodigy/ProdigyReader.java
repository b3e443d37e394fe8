package labelwright.exchange.prodigy;

import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import labelwright.exchange.DatasetReader;
import labelwright.exchange.JsonRecords;
import labelwright.exchange.JsonValues;
import labelwright.exchange.ReadRequest;
import labelwright.exchange.RecordFiles;
import labelwright.exchange.RecordSink;
import labelwright.exchange.Repeats;
import labelwright.exchange.TextDelivery;
import labelwright.exchange.TextDraft;
import labelwright.exchange.TextItems.Source;
import labelwright.model.Problem.Action;

/// Reads one file after the other, record by record.
final class ProdigyReader implements DatasetReader {
    static final Set<String> EXTENSIONS = Set.of("json", "jsonl", "ndjson");

    @Override
    public void read(ReadRequest request, RecordSink sink) {
        Reading reading = new Reading(request, sink);
        RecordFiles.of(request, sink, EXTENSIONS).forEach(reading::file);
    }

    private static final class Reading {
        private final ReadRequest request;
        private final RecordSink sink;
        private final Repeats repeats;
        private final TextDelivery delivery;

        Reading(ReadRequest request, RecordSink sink) {
            this.request = request;
            this.sink = sink;
            this.repeats = new Repeats(sink);
            this.delivery = new TextDelivery(request, sink);
        }

        void file(RecordFiles.Entry entry) {
            JsonRecords.forEach(entry.file(), entry.path(), request, sink,
                    (value, place, number) -> record(entry.path(), value, place, number));
            repeats.finish(entry.path());
        }

        private void record(String file, JsonNode value, String place, long number) {
            if (value.isArray() && value.path(0).isTextual() && value.path(1).isObject()) {
                pair(file, value, place, number);
            } else if (!(value instanceof ObjectNode record)) {
                repeats.report(Action.REFUSED, () -> place, "This is no record with a text.");
            } else if (record.path("paragraphs").isArray()) {
                paragraphs(file, record, place, number);
            } else if (ProdigyRecord.hasText(record)) {
                deliver(new ProdigyRecord(record, file, number), place);
            } else {
                List<String> keys = record.properties().stream().map(Map.Entry::getKey).limit(10).toList();
                repeats.report(Action.REFUSED, () -> place, "The record has no text; its keys are %s."
                        .formatted(keys.isEmpty() ? "none" : String.join(", ", keys).replaceAll("\\p{Cntrl}", " ")));
            }
        }

        private void deliver(ProdigyRecord parts, String place) {
            TextDraft draft = parts.read();
            String decided = parts.decided();
            if (decided != null) {
                delivery.questions().decision(draft.answers(), decided, parts.isAccepted());
            }
            delivery.deliver(draft, place);
            parts.faults().forEach(fault -> repeats.report(Action.SKIPPED, () -> place, fault));
        }

        /// `["text", {"entities": [[0, 4, "PER"]], "cats": {"good": 1.0}}]`.
        private void pair(String file, JsonNode value, String place, long number) {
            ObjectNode record = value.path(1).deepCopy();
            JsonNode entities = record.path("entities");
            JsonNode cats = record.path("cats");
            record.removeAll();
            record.put("text", value.path(0).textValue());
            for (JsonNode each : entities) {
                record.withArray("spans").addObject().<ObjectNode>set("start", each.path(0)).<ObjectNode>set("end", each.path(1)).set(
                        "label",
                        each.path(2));
            }
            cats.properties().stream().filter(each -> each.getValue().asDouble(each.getValue().asBoolean() ? 1 : 0) >= 0.5)
                    .forEach(each -> record.withArray("accept").add(each.getKey()));
            deliver(new ProdigyRecord(record, file, number), place);
        }

        private void paragraphs(String file, ObjectNode record, String place, long number) {
            String id = JsonValues.text(record.path("id"));
            int paragraph = 0;
            for (JsonNode each : record.path("paragraphs")) {
                String suffix = record.path("paragraphs").size() > 1 ? "-" + ++paragraph : "";
                boolean hasBrackets = false;
                for (JsonNode sentence : each.path("sentences")) {
                    hasBrackets |= !sentence.path("brackets").isEmpty();
                }
                if (hasBrackets) {
                    repeats.report(Action.SKIPPED, () -> place, "The brackets of phrases are not read, the entities are.");
                }
                delivery.deliver(
                        new SpacyParagraph(each, new Source(file, number, "", id.isEmpty() ? number + suffix : id + suffix, "")).draft(),
                        place);
            }
        }
    }
}
