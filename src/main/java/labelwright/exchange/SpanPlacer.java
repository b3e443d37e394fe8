package labelwright.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import labelwright.exchange.OffsetScale.Claim;
import labelwright.geometry.TextRange;
import labelwright.geometry.TextSpan;
import labelwright.text.CodePoints;
import labelwright.text.SpanCheck;
import labelwright.text.SpanText;

/// Holds the spans of one text that a file names against the text. A span that says something else than the text at its offsets is moved
/// to where the text says it, when that is one place only, and refused otherwise; both are reported.
public final class SpanPlacer {
    /// Formats of one line a span write a space for any of them.
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\\p{Cc}\\x{FEFF}]+");

    private final CodePoints text;
    private final OffsetScale scale;
    private final ReadProblems problems;

    /// @param scale of all offsets of the file
    public SpanPlacer(CodePoints text, OffsetScale scale, RecordSink sink) {
        this.text = text;
        this.scale = scale;
        this.problems = new ReadProblems(sink);
    }

    /// Offsets as a file writes them, in its scale; may make no sense.
    public record Stretch(int start, int end) {
        @Override
        public String toString() {
            return start + " to " + end;
        }
    }

    /// @param stretches at least one
    /// @param covered what the file says that the span covers, its fragments joined by one space; null where the file does not say it
    public Optional<TextSpan> place(Supplier<String> where, List<Stretch> stretches, @Nullable String covered) {
        String written = stretches.stream().map(Stretch::toString).collect(Collectors.joining(" and "));
        for (Stretch stretch : stretches) {
            if (stretch.end() <= stretch.start() || stretch.start() < 0) {
                problems.refused(where.get(), "The span from %s covers nothing.".formatted(written));
                return Optional.empty();
            }
        }
        Optional<List<TextRange>> ranges = ranges(text, scale, stretches);
        if (ranges.isPresent() && (covered == null || isSame(pieces(text, ranges.get()), covered))) {
            return Optional.of(SpanText.span(text, ranges.get()));
        }
        if (covered == null || covered.isBlank()) {
            problems.refused(where.get(), "The span from %s lies beyond the text, which ends at %d.".formatted(written, end()));
            return Optional.empty();
        }
        TextSpan claimed = new TextSpan(TextSpan.merged(ranges.orElseGet(
                () -> stretches.stream().map(stretch -> new TextRange(stretch.start(), stretch.end())).toList())), covered);
        return switch (SpanText.check(text, claimed)) {
            case SpanCheck.Fits fits -> Optional.of(fits.span());
            case SpanCheck.Moved moved -> {
                problems.repaired(where.get(),
                        "At %s the text does not say %s. It says so once, from %d to %d; the span was moved there.".formatted(written,
                                SafeName.shown(covered), moved.span().extent().start(), moved.span().extent().end()));
                yield Optional.of(moved.span());
            }
            case SpanCheck.Refused refused -> {
                problems.refused(where.get(), switch (refused.reason()) {
                    case BEYOND_TEXT -> "The span from %s lies beyond the text, which ends at %d, and %s is nowhere in it."
                            .formatted(written, end(), SafeName.shown(covered));
                    case NOT_FOUND -> "At %s the text says %s and not %s, which is nowhere in it."
                            .formatted(written, SafeName.shown(ranges.map(some -> pieces(text, some)).orElse("")), SafeName.shown(covered));
                    case AMBIGUOUS -> "At %s the text does not say %s, which occurs several times in it."
                            .formatted(written, SafeName.shown(covered));
                });
                yield Optional.empty();
            }
        };
    }

    private int end() {
        return scale.shift() + switch (scale.unit()) {
            case CODE_POINT -> text.length();
            case UTF16 -> text.text().length();
            case UTF8 -> text.utf8Length();
        };
    }

    static boolean says(CodePoints text, OffsetScale scale, Claim claim) {
        return ranges(text, scale, claim.stretches()).filter(ranges -> isSame(pieces(text, ranges), claim.covered())).isPresent();
    }

    private static Optional<List<TextRange>> ranges(CodePoints text, OffsetScale scale, List<Stretch> stretches) {
        List<TextRange> ranges = new ArrayList<>();
        for (Stretch stretch : stretches) {
            OptionalInt start = scale.codePoint(text, stretch.start());
            OptionalInt end = scale.codePoint(text, stretch.end());
            if (start.isEmpty() || end.isEmpty() || end.getAsInt() <= start.getAsInt()) {
                return Optional.empty();
            }
            ranges.add(new TextRange(start.getAsInt(), end.getAsInt()));
        }
        return Optional.of(ranges);
    }

    private static String pieces(CodePoints text, List<TextRange> ranges) {
        return ranges.stream().map(text::text).collect(Collectors.joining(TextSpan.JOINT));
    }

    private static boolean isSame(String one, String other) {
        return one.equals(other) || plain(one).equals(plain(other));
    }

    private static String plain(String words) {
        return BLANKS.matcher(words).replaceAll(TextSpan.JOINT).strip();
    }
}
