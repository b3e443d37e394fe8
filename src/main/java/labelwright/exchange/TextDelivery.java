package labelwright.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import labelwright.exchange.OffsetScale.Claim;
import labelwright.exchange.OffsetScale.Unit;
import labelwright.exchange.SpanPlacer.Stretch;
import labelwright.exchange.TextDraft.RelationDraft;
import labelwright.exchange.TextDraft.SpanDraft;
import labelwright.exchange.TextItems.Placed;
import labelwright.geometry.TextSpan;
import labelwright.text.CodePoints;

/// Checks what files say about texts and hands it to the sink: offsets are held against the text, spans that are there twice come once,
/// relations need both their ends. Whatever is not taken as it stands is reported with its place.
public final class TextDelivery {
    /// The name of a relation that has none.
    private static final String UNNAMED = "relation";

    private final RecordSink sink;
    private final ReadProblems problems;
    private final TextItems items;
    private final Labels labels;
    private final Questions questions;
    private final Set<String> types = new HashSet<>();
    private final Optional<Unit> unit;

    /// @throws ExchangeException when [ReadOption#OFFSETS] is no word that is known
    public TextDelivery(ReadRequest request, RecordSink sink) {
        this.sink = sink;
        this.problems = new ReadProblems(sink);
        this.items = new TextItems(sink);
        this.labels = new Labels(sink);
        this.questions = new Questions(sink);
        this.unit = request.option(ReadOption.OFFSETS).filter(word -> !word.isBlank()).map(TextDelivery::unit);
    }

    private static Unit unit(String word) {
        return switch (word.strip()) {
            case "code-points" -> Unit.CODE_POINT;
            case "utf-16" -> Unit.UTF16;
            case "utf-8" -> Unit.UTF8;
            default -> throw new ExchangeException("Offsets cannot be counted in %s. Use code-points, utf-16 or utf-8."
                    .formatted(SafeName.shown(word)));
        };
    }

    public Labels labels() {
        return labels;
    }

    public Questions questions() {
        return questions;
    }

    public void relationType(String name) {
        if (types.add(name)) {
            sink.relationType(name);
        }
    }

    /// @param place file and line, for people
    public void deliver(TextDraft draft, String place) {
        Optional<Placed> placed = items.add(draft.source(), place, draft.text());
        if (placed.isEmpty()) {
            return;
        }
        Placed item = placed.get();
        Map<String, String> kept = spans(draft, place, item);
        relations(draft, place, item.key(), kept);
        Map<String, String> answers = new LinkedHashMap<>();
        questions.classes(answers, draft.classes());
        draft.answers().forEach(answers::putIfAbsent);
        answers.values().removeIf(String::isEmpty);
        if (!answers.isEmpty()) {
            sink.answers(item.key(), answers);
        }
    }

    /// The keys under which spans were handed over, by the keys of the draft.
    private Map<String, String> spans(TextDraft draft, String place, Placed item) {
        Map<String, String> kept = new HashMap<>();
        if (draft.spans().isEmpty()) {
            return kept;
        }
        CodePoints text = CodePoints.of(item.text());
        OffsetScale scale = scale(draft, place, item, text);
        SpanPlacer placer = new SpanPlacer(text, scale, sink);
        Map<Same, String> seen = new HashMap<>();
        int number = 0;
        for (SpanDraft span : draft.spans()) {
            String where = "%s, span %d (%s)".formatted(place, ++number, SafeName.shown(span.label()));
            if (span.label().isBlank()) {
                problems.refused(where, "The span has no label.");
                continue;
            }
            Optional<TextSpan> shape = placer.place(() -> where, span.stretches(), span.covered());
            if (shape.isEmpty()) {
                continue;
            }
            String first = seen.putIfAbsent(new Same(shape.get(), span.label(), span.attributes()), span.key());
            if (kept.containsKey(span.key())) {
                problems.repaired(where, "Another span of the text has the same id; relations speak of the first one.");
            }
            if (first != null) {
                problems.skipped(where, "The same span with the same label is there already.");
                kept.putIfAbsent(span.key(), first);
                continue;
            }
            String key = kept.putIfAbsent(span.key(), span.key()) == null ? span.key() : span.key() + " (" + number + ")";
            labels.declare(span.label());
            sink.annotation(item.key(), RegionRecord.of(span.label(), shape.get(), span.attributes()).withKey(key));
        }
        return kept;
    }

    private record Same(TextSpan shape, String label, Map<String, String> attributes) {}

    private OffsetScale scale(TextDraft draft, String place, Placed item, CodePoints text) {
        Optional<Unit> said = Optional.ofNullable(draft.unit()).or(() -> unit);
        if (said.isPresent()) {
            return new OffsetScale(said.get(), item.shift());
        }
        OffsetScale usual = new OffsetScale(Unit.CODE_POINT, item.shift());
        List<Claim> claims = new ArrayList<>();
        for (SpanDraft span : draft.spans()) {
            if (span.covered() != null) {
                claims.add(new Claim(span.stretches(), span.covered()));
            }
        }
        OffsetScale scale;
        if (!claims.isEmpty()) {
            OffsetScale found = OffsetScale.of(text, Unit.CODE_POINT, item.shift() > 0, claims);
            scale = found.unit() == Unit.CODE_POINT ? found : new OffsetScale(found.unit(), item.shift());
        } else {
            scale = text.isPlain() ? usual : guess(draft, text, item.shift());
        }
        if (scale.unit() != Unit.CODE_POINT) {
            problems.repaired(place, new OffsetScale(scale.unit(), 0).sentence(Unit.CODE_POINT));
        }
        return scale;
    }

    /// Browsers count UTF-16 units and files do not say so: those are taken when nearly all spans begin and end between words with them, and
    /// more than with code points.
    private static OffsetScale guess(TextDraft draft, CodePoints text, int shift) {
        OffsetScale usual = new OffsetScale(Unit.CODE_POINT, shift);
        OffsetScale other = new OffsetScale(Unit.UTF16, shift);
        long clean = clean(draft, text, other);
        boolean isLikely = clean * 5 >= draft.spans().size() * 4L && clean > clean(draft, text, usual);
        return isLikely ? other : usual;
    }

    private static long clean(TextDraft draft, CodePoints text, OffsetScale scale) {
        return draft.spans().stream().flatMap(span -> span.stretches().stream()).filter(stretch -> isClean(text, scale, stretch)).count();
    }

    private static boolean isClean(CodePoints text, OffsetScale scale, Stretch stretch) {
        int start = scale.codePoint(text, stretch.start()).orElse(-1);
        int end = scale.codePoint(text, stretch.end()).orElse(-1);
        return start >= 0 && end > start && isEdge(text, start) && isEdge(text, end) && !Character.isWhitespace(text.codePointAt(start))
                && !Character.isWhitespace(text.codePointAt(end - 1));
    }

    /// Whether no word is cut here.
    private static boolean isEdge(CodePoints text, int at) {
        return at == 0 || at == text.length() || !Character.isLetterOrDigit(text.codePointAt(at - 1))
                || !Character.isLetterOrDigit(text.codePointAt(at));
    }

    private void relations(TextDraft draft, String place, String item, Map<String, String> kept) {
        int number = 0;
        for (RelationDraft relation : draft.relations()) {
            String where = "%s, relation %d".formatted(place, ++number);
            String from = kept.get(relation.from());
            String to = kept.get(relation.to());
            if (from == null || to == null) {
                problems.refused(where, "The relation speaks of a span that is not there or was left out.");
            } else if (from.equals(to)) {
                problems.refused(where, "The relation goes from a span to itself.");
            } else {
                String type = relation.type();
                if (type.isBlank()) {
                    problems.repaired(where, "The relation has no type; it is called \"%s\".".formatted(UNNAMED));
                    type = UNNAMED;
                }
                relationType(type);
                sink.relation(item, new RelationRecord(type, from, to, relation.attributes()));
            }
        }
    }
}
