package labelwright.exchange.brat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import labelwright.exchange.Labels;
import labelwright.exchange.OffsetScale;
import labelwright.exchange.OffsetScale.Claim;
import labelwright.exchange.OffsetScale.Unit;
import labelwright.exchange.ReadProblems;
import labelwright.exchange.RecordSink;
import labelwright.exchange.RegionRecord;
import labelwright.exchange.RelationRecord;
import labelwright.exchange.RelationTypes;
import labelwright.exchange.SafeName;
import labelwright.exchange.SpanPlacer;
import labelwright.exchange.TextRecord;
import labelwright.exchange.brat.BratLine.Argument;
import labelwright.geometry.TextSpan;
import labelwright.text.CodePoints;

/// Puts the lines of one file together: what they say about which region and which relation.
final class BratDocument {
    static final String EQUIVALENT = "Equiv";
    /// Attributes of a relation whose arguments have other roles than `Arg1` and `Arg2`.
    static final String FROM_ROLE = "from-role";
    static final String TO_ROLE = "to-role";

    private final String file;
    private final BratConfig config;
    private final RecordSink sink;
    private final ReadProblems problems;
    private final Map<String, Region> regions = new LinkedHashMap<>();
    /// Triggers by the ids of their events.
    private final Map<String, String> triggers = new HashMap<>();
    private final List<Tie> ties = new ArrayList<>();
    private final Map<String, Tie> tiesById = new HashMap<>();

    private record Region(String label, TextSpan span, Map<String, String> attributes) {}

    private record Tie(String type, String from, String to, Map<String, String> attributes) {}

    /// @param file named in problems
    BratDocument(String file, BratConfig config, RecordSink sink) {
        this.file = file;
        this.config = config;
        this.sink = sink;
        this.problems = new ReadProblems(sink);
    }

    /// Hands the regions and relations of the text to the sink.
    ///
    /// @param hasMark whether the text's file begins with a byte order mark
    void read(TextRecord text, boolean hasMark, List<BratLine> lines, Labels labels, RelationTypes types) {
        List<BratLine.Span> spans = of(lines, BratLine.Span.class);
        CodePoints points = CodePoints.of(text.text());
        OffsetScale scale = OffsetScale.of(points, Unit.CODE_POINT, hasMark,
                spans.stream().map(span -> new Claim(span.stretches(), span.covered())).toList());
        if (scale.unit() != Unit.CODE_POINT) {
            problems.repaired(file, scale.sentence(Unit.CODE_POINT));
        }
        SpanPlacer placer = new SpanPlacer(points, scale, sink);
        spans.forEach(span -> region(span, placer));
        List<BratLine.Event> events = of(lines, BratLine.Event.class);
        events.forEach(this::trigger);
        events.forEach(this::arguments);
        of(lines, BratLine.Link.class).forEach(this::link);
        of(lines, BratLine.Equivalence.class).forEach(this::equivalence);
        of(lines, BratLine.Attribute.class).forEach(this::attribute);
        regions.forEach((id, region) -> {
            labels.declare(region.label());
            sink.annotation(text.key(), RegionRecord.of(region.label(), region.span(), region.attributes()).withKey(id));
        });
        ties.forEach(tie -> {
            types.declare(tie.type());
            sink.relation(text.key(), new RelationRecord(tie.type(), tie.from(), tie.to(), tie.attributes()));
        });
    }

    private static <T extends BratLine> List<T> of(List<BratLine> lines, Class<T> kind) {
        return lines.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private void region(BratLine.Span span, SpanPlacer placer) {
        placer.place(() -> where(span), span.stretches(), span.covered()).ifPresent(placed -> {
            String id = span.id();
            for (int number = 2; regions.containsKey(id); number++) {
                id = span.id() + "-" + number;
            }
            if (!id.equals(span.id())) {
                problems.repaired(where(span),
                        "The id %s is used twice; what speaks of it means the first.".formatted(SafeName.shown(span.id())));
            }
            regions.put(id, new Region(config.label(span.type()), placed, new LinkedHashMap<>()));
        });
    }

    private void trigger(BratLine.Event event) {
        if (!regions.containsKey(event.trigger())) {
            problems.refused(where(event), "The event's trigger %s is not there.".formatted(SafeName.shown(event.trigger())));
        } else if (triggers.putIfAbsent(event.id(), event.trigger()) != null) {
            problems.refused(where(event), "The id %s is used twice.".formatted(SafeName.shown(event.id())));
        }
    }

    private void arguments(BratLine.Event event) {
        String trigger = triggers.get(event.id());
        if (trigger == null || !trigger.equals(event.trigger())) {
            return;
        }
        Set<String> roles = event.arguments().stream().map(Argument::role).collect(Collectors.toCollection(HashSet::new));
        for (Argument argument : event.arguments()) {
            String plain = argument.role().replaceFirst("\\d+$", "");
            boolean isOneMore = roles.contains(plain) || (roles.contains(plain + "1") && roles.contains(plain + "2"));
            tie(event, isOneMore ? plain : argument.role(), trigger, argument.id(), new LinkedHashMap<>());
        }
    }

    private void link(BratLine.Link link) {
        Argument from = link.arguments().getFirst();
        Argument to = link.arguments().getLast();
        Map<String, String> attributes = new LinkedHashMap<>();
        boolean isSwapped = from.role().equals("Arg2") && to.role().equals("Arg1");
        if (!isSwapped && !(from.role().equals("Arg1") && to.role().equals("Arg2"))) {
            attributes.put(FROM_ROLE, from.role());
            attributes.put(TO_ROLE, to.role());
        }
        Tie tie = tie(link, link.type(), isSwapped ? to.id() : from.id(), isSwapped ? from.id() : to.id(), attributes);
        if (tie != null && tiesById.putIfAbsent(link.id(), tie) != null) {
            problems.repaired(where(link),
                    "The id %s is used twice; what speaks of it means the first.".formatted(SafeName.shown(link.id())));
        }
    }

    private void equivalence(BratLine.Equivalence equivalence) {
        for (int i = 1; i < equivalence.ids().size(); i++) {
            tie(equivalence, equivalence.type(), equivalence.ids().get(i - 1), equivalence.ids().get(i), new LinkedHashMap<>());
        }
    }

    private @Nullable Tie tie(BratLine line, String type, String from, String to, Map<String, String> attributes) {
        Optional<String> start = resolve(from);
        Optional<String> end = resolve(to);
        if (start.isEmpty() || end.isEmpty()) {
            problems.refused(where(line), "It speaks of %s, which is not there.".formatted(SafeName.shown(start.isEmpty() ? from : to)));
            return null;
        }
        if (start.equals(end)) {
            problems.refused(where(line), "%s is related to itself.".formatted(SafeName.shown(from)));
            return null;
        }
        Tie tie = new Tie(config.relation(type), start.get(), end.get(), attributes);
        ties.add(tie);
        return tie;
    }

    private Optional<String> resolve(String id) {
        String region = triggers.getOrDefault(id, id);
        return regions.containsKey(region) ? Optional.of(region) : Optional.empty();
    }

    private void attribute(BratLine.Attribute attribute) {
        Tie tie = tiesById.get(attribute.target());
        Map<String, String> attributes = tie != null
                ? tie.attributes()
                : resolve(attribute.target()).map(id -> regions.get(id)).map(Region::attributes).orElse(null);
        if (attributes == null) {
            problems.refused(where(attribute), "It speaks of %s, which is not there.".formatted(SafeName.shown(attribute.target())));
            return;
        }
        if (attribute.name().isBlank() || attribute.value().isEmpty()) {
            problems.skipped(where(attribute), "The attribute says nothing.");
            return;
        }
        boolean isList = attribute.name().equals(BratLines.NOTE) || attribute.name().equals(BratLines.REFERENCE);
        String before = attributes.putIfAbsent(attribute.name(), attribute.value());
        if (before != null && isList) {
            attributes.put(attribute.name(), before + "\n" + attribute.value());
        } else if (before != null && !before.equals(attribute.value())) {
            problems.skipped(where(attribute), "The attribute %s has the value %s already.".formatted(SafeName.shown(attribute.name()),
                    SafeName.shown(before)));
        }
    }

    private String where(BratLine line) {
        return "%s, line %d".formatted(file, line.line());
    }
}
