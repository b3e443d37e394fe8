package labelwright.exchange.doccano;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import labelwright.exchange.ColumnChoice;
import labelwright.exchange.DatasetReader;
import labelwright.exchange.JsonRecords;
import labelwright.exchange.JsonValues;
import labelwright.exchange.ReadRequest;
import labelwright.exchange.RecordFiles;
import labelwright.exchange.RecordSink;
import labelwright.exchange.Repeats;
import labelwright.exchange.TextDelivery;
import labelwright.model.Problem.Action;

/// Reads one file after the other, record by record.
final class DoccanoReader implements DatasetReader {
    static final Set<String> EXTENSIONS = Set.of("json", "jsonl", "ndjson");

    @Override
    public void read(ReadRequest request, RecordSink sink) {
        Reading reading = new Reading(ColumnChoice.of(request, Set.of("text", "label", "id", "split")), request, sink);
        RecordFiles.of(request, sink, EXTENSIONS).forEach(reading::file);
    }

    private static final class Reading {
        private final ColumnChoice choice;
        private final ReadRequest request;
        private final RecordSink sink;
        private final Repeats repeats;
        private final TextDelivery delivery;
        private final Map<String, String> labelNames = new HashMap<>();

        Reading(ColumnChoice choice, ReadRequest request, RecordSink sink) {
            this.choice = choice;
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
            if (!(value instanceof ObjectNode record)) {
                repeats.report(Action.REFUSED, () -> place, "This is no record with a text.");
                return;
            }
            if (DoccanoRecord.isDefinition(record)) {
                define(record);
                return;
            }
            Optional<String> text = DoccanoRecord.text(record, choice);
            if (text.isEmpty()) {
                String wanted = choice.name("text").orElse("text");
                List<String> keys = record.properties().stream().map(Map.Entry::getKey).limit(10).toList();
                repeats.report(Action.REFUSED, () -> place, "The record has no text under \"%s\"; its keys are %s.".formatted(wanted,
                        keys.isEmpty() ? "none" : String.join(", ", keys).replaceAll("\\p{Cntrl}", " ")));
                return;
            }
            DoccanoRecord parts = new DoccanoRecord(choice, labelNames);
            delivery.deliver(parts.draft(record, file, number, text.get()), place);
            parts.faults().forEach(fault -> repeats.report(Action.SKIPPED, () -> place, fault));
        }

        private void define(ObjectNode record) {
            String name = JsonValues.text(record.path("text"));
            if (name.isBlank()) {
                return;
            }
            labelNames.put(JsonValues.text(record.path("id")), name);
            switch (JsonValues.text(record.path("task_type"))) {
                case "Category" -> {
                }
                case "Relation" -> delivery.relationType(name);
                default -> delivery.labels().declare(name);
            }
        }
    }
}
