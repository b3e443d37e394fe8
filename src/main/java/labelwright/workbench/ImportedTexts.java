package labelwright.workbench;

import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

import org.jspecify.annotations.Nullable;

import labelwright.exchange.RegionRecord;
import labelwright.geometry.TextSpan;
import labelwright.model.Problem;
import labelwright.text.CodePoints;
import labelwright.text.SpanCheck;
import labelwright.text.SpanText;

/// Holds the spans of an import against their texts: a span whose words are elsewhere in the text is moved there when that is one place
/// only, and refused otherwise. Knows the texts that were read last, some megabytes of them. One thread.
final class ImportedTexts {
    private static final long MOST_POINTS = 16L << 20;
    private final ImportTally tally;
    private final SequencedMap<String, Text> recent = new LinkedHashMap<>();
    private long points;

    /// @param name for people
    private record Text(String name, CodePoints points) {}

    ImportedTexts(ImportTally tally) {
        this.tally = tally;
    }

    void text(String key, String name, String text) {
        Text known = new Text(name, CodePoints.of(text));
        forget(recent.remove(key));
        while (points + known.points.length() > MOST_POINTS && !recent.isEmpty()) {
            forget(recent.pollFirstEntry().getValue());
        }
        recent.put(key, known);
        points += known.points.length();
    }

    private void forget(@Nullable Text text) {
        points -= text == null ? 0 : text.points.length();
    }

    /// The region as it is to be stored; empty when it has no place.
    Optional<RegionRecord> placed(String key, RegionRecord region) {
        Text text = recent.get(key);
        if (!(region.shape() instanceof TextSpan span) || text == null) {
            tally.problem(key, "A \"%s\" was left out: it is no span of a text that was read.".formatted(region.label()),
                    Problem.Action.REFUSED);
            return Optional.empty();
        }
        return switch (SpanText.check(text.points, span)) {
            case SpanCheck.Fits(TextSpan fitting) -> Optional.of(region.withShape(fitting));
            case SpanCheck.Moved(TextSpan moved) -> {
                tally.problem(text.name, "The text at %s is not \"%s\", as the file says; it stands at %s, and the \"%s\" was moved there."
                        .formatted(words(span), span.covered(), words(moved), region.label()), Problem.Action.REPAIRED);
                yield Optional.of(region.withShape(moved));
            }
            case SpanCheck.Refused(SpanCheck.Reason reason) -> {
                String why = switch (reason) {
                    case BEYOND_TEXT -> "the text ends at %,d and says so nowhere".formatted(text.points.length());
                    case NOT_FOUND -> "the text says so nowhere";
                    case AMBIGUOUS -> "the text says so in several other places";
                };
                tally.problem(text.name, "The \"%s\" at %s was left out: it should cover \"%s\", but %s.".formatted(region.label(),
                        words(span), span.covered(), why), Problem.Action.REFUSED);
                yield Optional.empty();
            }
        };
    }

    private static String words(TextSpan span) {
        return span.extent().start() + " to " + span.extent().end();
    }
}
