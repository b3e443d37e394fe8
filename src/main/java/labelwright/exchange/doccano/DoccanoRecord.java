package labelwright.exchange.doccano;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

import labelwright.exchange.ColumnChoice;
import labelwright.exchange.JsonValues;
import labelwright.exchange.OffsetScale.Unit;
import labelwright.exchange.SpanPlacer.Stretch;
import labelwright.exchange.SplitWords;
import labelwright.exchange.TextDraft;
import labelwright.exchange.TextDraft.RelationDraft;
import labelwright.exchange.TextDraft.SpanDraft;
import labelwright.exchange.TextItems.Source;

/// Takes one record apart.
final class DoccanoRecord {
    /// The object with what doccano has no key for.
    static final String OWN = "labelwright";
    /// Says in our own files what offsets count.
    static final String OFFSETS = "offsets";
    static final String CODE_POINTS = "code-points";
    private static final List<String> TEXTS = List.of("text", "data");
    private static final List<String> LABELS = List.of("label", "labels", "entities", "cats", "annotations");
    private static final Set<String> SPAN_KEYS = Set.of("id", "label", "start_offset", "end_offset", "start", "end", "text");
    private static final Set<String> RELATION_KEYS = Set.of("id", "from_id", "to_id", "type");

    private final ColumnChoice choice;
    private final Map<String, String> labelNames;
    /// What could not be taken, each a plain sentence.
    private final List<String> faults = new ArrayList<>();
    /// What we say about spans and relations beyond doccano's keys, by their numbers.
    private final Map<Integer, JsonNode> spanExtras = new HashMap<>();
    private final Map<Integer, JsonNode> relationExtras = new HashMap<>();

    /// @param labelNames by the numbers that version 1.0 wrote
    DoccanoRecord(ColumnChoice choice, Map<String, String> labelNames) {
        this.choice = choice;
        this.labelNames = labelNames;
    }

    List<String> faults() {
        return faults;
    }

    /// Empty for a record without a text.
    static Optional<String> text(ObjectNode record, ColumnChoice choice) {
        return choice.name("text").map(List::of).orElse(TEXTS).stream().map(record::path).filter(JsonNode::isTextual).findFirst()
                .map(JsonNode::textValue);
    }

    /// Whether the record has any key with labels.
    static boolean hasLabels(ObjectNode record) {
        return LABELS.stream().anyMatch(key -> record.path(key).isArray() || record.path(key).isTextual());
    }

    /// Whether the record defines a label.
    static boolean isDefinition(ObjectNode record) {
        return record.path("text").isTextual() && record.has("background_color") && !hasLabels(record);
    }

    TextDraft draft(ObjectNode record, String file, long number, String text) {
        JsonNode own = record.path(OWN);
        Map<String, String> answers = new LinkedHashMap<>();
        ObjectNode others = record.deepCopy();
        others.remove(TEXTS);
        others.remove(LABELS);
        others.remove(List.of("relations", "id", OWN, "meta"));
        others.remove(choice.names().values());
        String split = choice.name("split").map(key -> JsonValues.text(record.path(key)))
                .orElseGet(() -> JsonValues.text(own.path("split")));
        for (String key : List.of("split", "subset")) {
            String word = JsonValues.text(record.path(key));
            if (split.isEmpty() && SplitWords.of(word).isPresent()) {
                split = word;
                others.remove(key);
            }
        }
        others(JsonValues.scalars(others, answers));
        others(JsonValues.scalars(record.path("meta"), answers));
        String id = JsonValues.text(record.path(choice.name("id").orElse("id")));
        TextDraft draft = new TextDraft(new Source(file, number, JsonValues.text(own.path("name")), id, split), text,
                own.path(OFFSETS).asText("").equals(CODE_POINTS) ? Unit.CODE_POINT : null);
        draft.answers().putAll(answers);
        extras(own.path("spans"), "span", spanExtras);
        extras(own.path("relations"), "relation", relationExtras);
        for (String key : choice.name("label").map(List::of).orElse(LABELS)) {
            labels(record.path(key), key, draft);
        }
        relations(record.path("relations"), draft);
        return draft;
    }

    private static void extras(JsonNode list, String number, Map<Integer, JsonNode> into) {
        list.forEach(extra -> into.putIfAbsent(extra.path(number).asInt(-1), extra));
    }

    private void others(List<String> keys) {
        keys.forEach(key -> faults.add("What the key \"%s\" holds has no place in a project and was left out."
                .formatted(key.replaceAll("\\p{Cntrl}", " "))));
    }

    private void labels(JsonNode value, String key, TextDraft draft) {
        if (value.isArray()) {
            value.forEach(member -> label(member, key, draft));
        } else if (!JsonValues.text(value).isEmpty()) {
            draft.classes().add(JsonValues.text(value));
        }
    }

    private void label(JsonNode member, String key, TextDraft draft) {
        if (member.isArray()) {
            span(member.path(0), member.path(1), member.path(2), member, draft);
        } else if (member.has("start_offset") || member.has("start")) {
            span(member.path(member.has("start_offset") ? "start_offset" : "start"),
                    member.path(member.has("end_offset") ? "end_offset" : "end"),
                    member.path("label"), member, draft);
        } else {
            String name = JsonValues.text(member.isObject() ? member.path("label") : member);
            if (name.isEmpty()) {
                faults.add("The key \"%s\" holds something that is neither a span nor the name of a class.".formatted(key));
            } else {
                draft.classes().add(key.equals("annotations") ? labelNames.getOrDefault(name, name) : name);
            }
        }
    }

    private void span(JsonNode start, JsonNode end, JsonNode label, JsonNode member, TextDraft draft) {
        int number = draft.spans().size();
        OptionalInt from = JsonValues.whole(start);
        OptionalInt to = JsonValues.whole(end);
        if (from.isEmpty() || to.isEmpty()) {
            faults.add("A span has no whole numbers for its start and end.");
            return;
        }
        Map<String, String> attributes = new LinkedHashMap<>();
        @Nullable
        String covered = null;
        String key = "#" + number;
        if (member instanceof ObjectNode object) {
            covered = object.path("text").isTextual() ? object.path("text").textValue() : null;
            key = object.has("id") ? JsonValues.text(object.path("id")) : key;
            others(JsonValues.scalars(object.deepCopy().without(SPAN_KEYS), attributes));
        }
        List<Stretch> stretches = List.of(new Stretch(from.getAsInt(), to.getAsInt()));
        JsonNode extra = spanExtras.getOrDefault(number, MissingNode.getInstance());
        JsonValues.scalars(extra.path("attributes"), attributes);
        stretches = fragments(extra.path("fragments"), stretches.getFirst()).orElse(stretches);
        String name = JsonValues.text(label);
        boolean isNumbered = label.isNumber() && labelNames.containsKey(name);
        draft.spans().add(new SpanDraft(key, isNumbered ? labelNames.getOrDefault(name, name) : name, stretches,
                stretches.size() > 1 ? null : covered, attributes));
    }

    /// Our own fragments count as long as they go from the start to the end of the span.
    private static Optional<List<Stretch>> fragments(JsonNode value, Stretch whole) {
        List<Stretch> fragments = new ArrayList<>();
        for (JsonNode each : value) {
            OptionalInt start = JsonValues.whole(each.path(0));
            OptionalInt end = JsonValues.whole(each.path(1));
            if (start.isEmpty() || end.isEmpty() || start.getAsInt() < (fragments.isEmpty() ? 0 : fragments.getLast().end())) {
                return Optional.empty();
            }
            fragments.add(new Stretch(start.getAsInt(), end.getAsInt()));
        }
        return fragments.isEmpty() || fragments.getFirst().start() != whole.start() || fragments.getLast().end() != whole.end()
                ? Optional.empty()
                : Optional.of(fragments);
    }

    private void relations(JsonNode value, TextDraft draft) {
        for (JsonNode each : value) {
            Map<String, String> attributes = new LinkedHashMap<>();
            if (each instanceof ObjectNode object) {
                others(JsonValues.scalars(object.deepCopy().without(RELATION_KEYS), attributes));
            }
            JsonNode extra = relationExtras.getOrDefault(draft.relations().size(), MissingNode.getInstance());
            JsonValues.scalars(extra.path("attributes"), attributes);
            draft.relations().add(new RelationDraft(JsonValues.text(each.path("type")), JsonValues.text(each.path("from_id")),
                    JsonValues.text(each.path("to_id")), attributes));
        }
    }
}
