package labelwright.exchange.labelstudio;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

import labelwright.exchange.Facts;
import labelwright.exchange.RegionRecord;
import labelwright.exchange.SpanPlacer.Stretch;

/// What the results of one id say together about one region of a text.
final class LabelStudioSpan {
    /// Our own fragments in the region's notes: `0 5;12 17`.
    static final String FRAGMENTS = "labelwright_fragments";
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");
    private static final Pattern FRAGMENT = Pattern.compile("(\\d{1,9}) (\\d{1,9})");

    private final String id;
    private final JsonNode value;
    private final JsonNode meta;
    private final List<String> names = new ArrayList<>();
    private final Map<String, String> attributes = new LinkedHashMap<>();

    LabelStudioSpan(String id, JsonNode result) {
        this.id = id;
        this.value = result.path("value");
        this.meta = result.path("meta");
    }

    static boolean isPlaced(JsonNode value) {
        return value.has("start") && value.has("end");
    }

    void add(JsonNode result) {
        result.path("value").properties().forEach(entry -> {
            if (entry.getKey().endsWith("labels") && entry.getValue().isArray()) {
                entry.getValue().forEach(name -> {
                    if (!name.asText().isBlank() && !names.contains(name.asText())) {
                        names.add(name.asText());
                    }
                });
            }
        });
        String type = result.path("type").asText("");
        if (!type.endsWith("labels")) {
            LabelStudioAnswers.ofRegion(result).ifPresent(text -> attributes.put(result.path("from_name").asText(type), text));
        }
        if (result.path("score").isNumber()) {
            attributes.put(RegionRecord.SCORE, result.path("score").asText());
        }
        result.path("meta").path(LabelStudioResults.ATTRIBUTES).properties()
                .forEach(entry -> Facts.put(attributes, entry.getKey(), entry.getValue().asText()));
    }

    String id() {
        return id;
    }

    List<String> names() {
        return names;
    }

    Map<String, String> attributes() {
        return attributes;
    }

    /// Whether it lies between elements of HTML or paragraphs of a dialogue.
    boolean isInMarkup() {
        return value.has("startOffset") || !NUMBER.matcher(value.path("start").asText("")).matches()
                || !NUMBER.matcher(value.path("end").asText("")).matches();
    }

    /// From its first to its last place.
    Stretch extent() {
        return new Stretch(Integer.parseInt(value.path("start").asText()), Integer.parseInt(value.path("end").asText()));
    }

    /// Our own fragments where they still have the same extent, else the extent alone.
    List<Stretch> stretches() {
        List<Stretch> fragments = new ArrayList<>();
        Matcher matcher = FRAGMENT.matcher(meta.path(FRAGMENTS).asText(""));
        while (matcher.find()) {
            fragments.add(new Stretch(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))));
        }
        boolean isSame = !fragments.isEmpty() && fragments.getFirst().start() == extent().start()
                && fragments.getLast().end() == extent().end();
        return isSame ? fragments : List.of(extent());
    }

    /// What the extent covers; null where the file does not say it.
    @Nullable
    String covered() {
        return value.path("text").isTextual() ? value.path("text").asText() : null;
    }
}
