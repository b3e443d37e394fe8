package labelwright.exchange.conll;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import labelwright.exchange.OffsetScale.Unit;
import labelwright.exchange.ReadProblems;
import labelwright.exchange.SafeName;
import labelwright.exchange.SpanPlacer.Stretch;
import labelwright.exchange.TagRuns;
import labelwright.exchange.TextDelivery;
import labelwright.exchange.TextDraft;
import labelwright.exchange.TextDraft.SpanDraft;
import labelwright.exchange.TextItems.Source;

/// The text that is being put together from tokens.
final class ConllText {
    private final String file;
    private final TextDelivery delivery;
    private final ReadProblems problems;
    private final StringBuilder text = new StringBuilder();
    private final List<SpanDraft> spans = new ArrayList<>();
    private final List<String> tags = new ArrayList<>();
    private final List<Stretch> tokens = new ArrayList<>();
    private final List<String> places = new ArrayList<>();
    private String place = "";
    private int length;
    private long number;

    ConllText(String file, TextDelivery delivery, ReadProblems problems) {
        this.file = file;
        this.delivery = delivery;
        this.problems = problems;
    }

    /// @param at file and line, for people
    void token(String token, String tag, String at) {
        if (text.isEmpty()) {
            place = at;
        } else {
            text.append(tokens.isEmpty() ? '\n' : ' ');
            length++;
        }
        text.append(token);
        int end = length + token.codePointCount(0, token.length());
        tokens.add(new Stretch(length, end));
        tags.add(tag);
        places.add(at);
        length = end;
    }

    void endSentence() {
        boolean hasPrefixes = tags.stream().anyMatch(TagRuns::hasPrefix);
        for (int i = 0; i < tags.size() && hasPrefixes; i++) {
            if (!TagRuns.hasPrefix(tags.get(i)) && !TagRuns.isOutside(tags.get(i))) {
                problems.repaired(places.get(i),
                        "The tag %s has no B, I or the like before it as others have; the token was read without a tag."
                                .formatted(SafeName.shown(tags.get(i))));
            }
        }
        for (TagRuns.Run run : TagRuns.of(tags)) {
            Stretch whole = new Stretch(tokens.get(run.from()).start(), tokens.get(run.to() - 1).end());
            spans.add(new SpanDraft("#" + spans.size(), run.label(), List.of(whole), null, Map.of()));
        }
        tags.clear();
        tokens.clear();
        places.clear();
    }

    void endText() {
        if (text.isEmpty()) {
            return;
        }
        TextDraft draft = new TextDraft(new Source(file, ++number), text.toString(), Unit.CODE_POINT);
        draft.spans().addAll(spans);
        delivery.deliver(draft, place);
        text.setLength(0);
        spans.clear();
        length = 0;
    }

    /// Texts so far.
    long count() {
        return number;
    }
}
