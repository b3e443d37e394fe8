package labelwright.exchange.prodigy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

import labelwright.exchange.JsonValues;
import labelwright.exchange.OffsetScale.Unit;
import labelwright.exchange.SpanPlacer.Stretch;
import labelwright.exchange.TagRuns;
import labelwright.exchange.TextDraft;
import labelwright.exchange.TextDraft.SpanDraft;
import labelwright.exchange.TextItems.Source;

/// One paragraph of spaCy's JSON: tokens with BILUO tags, with the text itself or without it.
final class SpacyParagraph {
    private final JsonNode paragraph;
    private final Source source;
    private final List<String> tags = new ArrayList<>();
    private final List<Stretch> tokens = new ArrayList<>();

    SpacyParagraph(JsonNode paragraph, Source source) {
        this.paragraph = paragraph;
        this.source = source;
    }

    TextDraft draft() {
        String raw = paragraph.path("raw").isTextual() ? paragraph.path("raw").textValue() : null;
        String text = raw != null && placeIn(raw) ? raw : joined();
        TextDraft draft = new TextDraft(source, text, Unit.CODE_POINT);
        for (TagRuns.Run run : TagRuns.of(tags)) {
            Stretch whole = new Stretch(tokens.get(run.from()).start(), tokens.get(run.to() - 1).end());
            draft.spans().add(new SpanDraft("#" + draft.spans().size(), run.label(), List.of(whole), null, Map.of()));
        }
        for (JsonNode each : paragraph.path("cats")) {
            if (each.path("value").asDouble(0) >= 0.5) {
                draft.classes().add(JsonValues.text(each.path("label")));
            }
        }
        return draft;
    }

    /// Whether all tokens follow each other in the text.
    private boolean placeIn(String raw) {
        int at = 0;
        int offset = 0;
        for (JsonNode sentence : paragraph.path("sentences")) {
            for (JsonNode token : sentence.path("tokens")) {
                String word = token.path("orth").asText("");
                int found = raw.indexOf(word, at);
                if (found < 0 || word.isEmpty()) {
                    tokens.clear();
                    tags.clear();
                    return false;
                }
                int start = offset + raw.codePointCount(at, found);
                at = found + word.length();
                offset = start + word.codePointCount(0, word.length());
                add(token, start, offset);
            }
        }
        return true;
    }

    private String joined() {
        StringBuilder text = new StringBuilder();
        int offset = 0;
        for (JsonNode sentence : paragraph.path("sentences")) {
            boolean isFirst = true;
            for (JsonNode token : sentence.path("tokens")) {
                String word = token.path("orth").asText("");
                if (word.isEmpty()) {
                    continue;
                }
                if (offset > 0) {
                    text.append(isFirst ? '\n' : ' ');
                    offset++;
                }
                isFirst = false;
                text.append(word);
                int length = word.codePointCount(0, word.length());
                add(token, offset, offset + length);
                offset += length;
            }
        }
        return text.toString();
    }

    private void add(JsonNode token, int start, int end) {
        tokens.add(new Stretch(start, end));
        tags.add(token.path("ner").asText("O"));
    }
}
