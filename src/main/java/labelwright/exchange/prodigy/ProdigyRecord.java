package labelwright.exchange.prodigy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

import labelwright.exchange.JsonValues;
import labelwright.exchange.OffsetScale.Unit;
import labelwright.exchange.SpanPlacer.Stretch;
import labelwright.exchange.TextDraft;
import labelwright.exchange.TextDraft.RelationDraft;
import labelwright.exchange.TextDraft.SpanDraft;
import labelwright.exchange.TextItems.Source;

/// Takes one record apart.
final class ProdigyRecord {
    /// In `meta`.
    static final String NAME = "labelwright_name";
    static final String SPLIT = "labelwright_split";
    /// In spans and relations.
    static final String ATTRIBUTES = "attributes";
    static final String FRAGMENTS = "fragments";
    private static final Set<String> SPAN_KEYS = Set.of("start", "end", "label", "text", "token_start", "token_end", "type", ATTRIBUTES,
            FRAGMENTS);
    private static final Set<String> RELATION_KEYS = Set.of("head", "child", "head_span", "child_span", "label", "color", ATTRIBUTES);
    private static final List<String> OWN = List.of("text", "spans", "tokens", "relations", "label", "answer", "accept", "options", "meta",
            "id",
            "config", "html", "view_id", "priority", "_input_hash", "_task_hash", "_session_id", "_view_id", "_annotator_id", "_timestamp",
            "_is_binary", "score", "split");

    private final ObjectNode record;
    private final TextDraft draft;
    /// What could not be taken, each a plain sentence.
    private final List<String> faults = new ArrayList<>();
    private final Map<Stretch, String> keys = new HashMap<>();
    private @Nullable String decided;
    private @Nullable Map<Integer, Stretch> holders;

    ProdigyRecord(ObjectNode record, String file, long number) {
        this.record = record;
        JsonNode meta = record.path("meta");
        String split = JsonValues.text(meta.path(SPLIT));
        String id = JsonValues.text(record.path("id"));
        this.draft = new TextDraft(new Source(file, number, JsonValues.text(meta.path(NAME)), id,
                split.isEmpty() ? JsonValues.text(record.path("split")) : split), record.path("text").textValue(),
                meta.has(NAME) ? Unit.CODE_POINT : null);
    }

    static boolean hasText(ObjectNode record) {
        return record.path("text").isTextual();
    }

    List<String> faults() {
        return faults;
    }

    /// The label that was accepted or rejected as a whole, when the record is such a decision; null for other records.
    @Nullable
    String decided() {
        return decided;
    }

    boolean isAccepted() {
        return !record.path("answer").asText("accept").equals("reject");
    }

    TextDraft read() {
        String answer = record.path("answer").asText("accept");
        ObjectNode others = record.deepCopy();
        others.remove(OWN);
        others(JsonValues.scalars(others, draft.answers()));
        others(JsonValues.scalars(record.path("meta"), draft.answers()));
        draft.answers().remove(NAME);
        draft.answers().remove(SPLIT);
        boolean hasParts = !record.path("spans").isEmpty() || !record.path("relations").isEmpty() || !record.path("accept").isEmpty();
        String label = JsonValues.text(record.path("label"));
        if (answer.equals("ignore") || (answer.equals("reject") && hasParts)) {
            faults.add("The answer is \"%s\"; the text was read without its labels.".formatted(answer));
            return draft;
        }
        record.path("spans").forEach(this::span);
        record.path("relations").forEach(this::relation);
        record.path("accept").forEach(choice -> draft.classes().add(JsonValues.text(choice)));
        if (!label.isEmpty() && draft.spans().isEmpty()) {
            decided = label;
        }
        return draft;
    }

    private void others(List<String> names) {
        names.forEach(name -> faults.add("What the key \"%s\" holds has no place in a project and was left out."
                .formatted(name.replaceAll("\\p{Cntrl}", " "))));
    }

    private void span(JsonNode span) {
        OptionalInt start = JsonValues.whole(span.path("start"));
        OptionalInt end = JsonValues.whole(span.path("end"));
        if (start.isEmpty() || end.isEmpty() || !(span instanceof ObjectNode object)) {
            faults.add("A span has no whole numbers for its start and end.");
            return;
        }
        Stretch whole = new Stretch(start.getAsInt(), end.getAsInt());
        Map<String, String> attributes = new LinkedHashMap<>();
        others(JsonValues.scalars(object.deepCopy().without(SPAN_KEYS), attributes));
        JsonValues.scalars(object.path(ATTRIBUTES), attributes);
        List<Stretch> stretches = fragments(object.path(FRAGMENTS), whole);
        String covered = stretches.size() == 1 && object.path("text").isTextual() ? object.path("text").textValue() : null;
        String key = "#" + draft.spans().size();
        keys.putIfAbsent(whole, key);
        String label = JsonValues.text(object.path("label"));
        draft.spans().add(new SpanDraft(key, label, stretches, covered, attributes));
    }

    /// Our own fragments count as long as they go from the start to the end of the span.
    private static List<Stretch> fragments(JsonNode value, Stretch whole) {
        List<Stretch> fragments = new ArrayList<>();
        for (JsonNode each : value) {
            OptionalInt start = JsonValues.whole(each.path(0));
            OptionalInt end = JsonValues.whole(each.path(1));
            if (start.isEmpty() || end.isEmpty() || start.getAsInt() < (fragments.isEmpty() ? 0 : fragments.getLast().end())) {
                return List.of(whole);
            }
            fragments.add(new Stretch(start.getAsInt(), end.getAsInt()));
        }
        boolean fits = !fragments.isEmpty() && fragments.getFirst().start() == whole.start() && fragments.getLast().end() == whole.end();
        return fits ? fragments : List.of(whole);
    }

    private void relation(JsonNode relation) {
        String label = JsonValues.text(relation.path("label"));
        Map<String, String> attributes = new LinkedHashMap<>();
        if (relation instanceof ObjectNode object) {
            others(JsonValues.scalars(object.deepCopy().without(RELATION_KEYS), attributes));
            JsonValues.scalars(object.path(ATTRIBUTES), attributes);
        }
        draft.relations().add(new RelationDraft(label, end(relation, "head"), end(relation, "child"), attributes));
    }

    /// The span at one end: by its number in our files, by its place, or by the last of its tokens.
    private String end(JsonNode relation, String what) {
        JsonNode span = relation.path(what + "_span");
        OptionalInt number = JsonValues.whole(span.path("labelwright_span"));
        if (number.isPresent() && number.getAsInt() >= 0 && number.getAsInt() < draft.spans().size()) {
            return draft.spans().get(number.getAsInt()).key();
        }
        OptionalInt start = JsonValues.whole(span.path("start"));
        OptionalInt end = JsonValues.whole(span.path("end"));
        if (start.isPresent() && end.isPresent()) {
            Stretch stretch = new Stretch(start.getAsInt(), end.getAsInt());
            String label = JsonValues.text(span.path("label"));
            return keys.computeIfAbsent(stretch, _ -> added(stretch, label));
        }
        return ofToken(relation.path(what));
    }

    /// Relations between words speak of tokens that no span names.
    private String added(Stretch stretch, String label) {
        String key = "#" + draft.spans().size();
        draft.spans().add(new SpanDraft(key, label.isEmpty() ? "TOKEN" : label, List.of(stretch), null, Map.of()));
        return key;
    }

    /// The first span that holds each token which a relation names.
    private Map<Integer, Stretch> holders() {
        if (holders == null) {
            NavigableSet<Integer> wanted = new TreeSet<>();
            for (JsonNode relation : record.path("relations")) {
                JsonValues.whole(relation.path("head")).ifPresent(wanted::add);
                JsonValues.whole(relation.path("child")).ifPresent(wanted::add);
            }
            Map<Integer, Stretch> found = new HashMap<>();
            for (JsonNode span : record.path("spans")) {
                OptionalInt first = JsonValues.whole(span.path("token_start"));
                OptionalInt last = JsonValues.whole(span.path("token_end"));
                if (first.isPresent() && last.isPresent() && first.getAsInt() <= last.getAsInt()) {
                    Stretch stretch = new Stretch(span.path("start").asInt(-1), span.path("end").asInt(-1));
                    Set<Integer> held = wanted.subSet(first.getAsInt(), true, last.getAsInt(), true);
                    held.forEach(token -> found.put(token, stretch));
                    held.clear();
                }
            }
            holders = found;
        }
        return holders;
    }

    /// The first span that holds the token, else a span of its own for it.
    private String ofToken(JsonNode number) {
        OptionalInt wanted = JsonValues.whole(number);
        Stretch holder = wanted.isPresent() ? holders().get(wanted.getAsInt()) : null;
        if (holder != null) {
            return keys.getOrDefault(holder, "");
        }
        JsonNode token = wanted.isPresent() ? record.path("tokens").path(wanted.getAsInt()) : record.path("none");
        OptionalInt start = JsonValues.whole(token.path("start"));
        OptionalInt end = JsonValues.whole(token.path("end"));
        if (start.isEmpty() || end.isEmpty()) {
            return "";
        }
        Stretch stretch = new Stretch(start.getAsInt(), end.getAsInt());
        return keys.computeIfAbsent(stretch, _ -> added(stretch, ""));
    }
}
