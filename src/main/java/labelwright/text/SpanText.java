package labelwright.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import labelwright.geometry.TextRange;
import labelwright.geometry.TextSpan;

/// What spans say, and whether the text still says it at their offsets.
public final class SpanText {
    private SpanText() {}

    /// The span over these stretches, in any order; what overlaps or touches becomes one.
    ///
    /// @throws IndexOutOfBoundsException when one reaches beyond the text
    public static TextSpan span(CodePoints text, List<TextRange> ranges) {
        List<TextRange> merged = TextSpan.merged(ranges);
        return new TextSpan(merged, covered(text, merged));
    }

    public static TextSpan span(CodePoints text, TextRange range) {
        return span(text, List.of(range));
    }

    /// The text of the stretches, joined by one space each.
    ///
    /// @throws IndexOutOfBoundsException when one reaches beyond the text
    public static String covered(CodePoints text, List<TextRange> fragments) {
        return String.join(TextSpan.JOINT, fragments.stream().map(text::text).toList());
    }

    /// Holds a span against the text. Runs of spaces and line breaks are the same here, for many formats write one for the other. A span of
    /// several fragments is moved as a whole, never one fragment alone.
    public static SpanCheck check(CodePoints text, TextSpan span) {
        boolean inside = text.holds(span.extent());
        if (inside && sameWords(covered(text, span.fragments()), span.covered())) {
            return new SpanCheck.Fits(span(text, span.fragments()));
        }
        List<TextSpan> places = span.fragments().size() == 1 ? ofOne(text, span.covered()) : ofSeveral(text, span);
        return switch (places.size()) {
            case 0 -> new SpanCheck.Refused(inside ? SpanCheck.Reason.NOT_FOUND : SpanCheck.Reason.BEYOND_TEXT);
            case 1 -> new SpanCheck.Moved(places.getFirst());
            default -> new SpanCheck.Refused(SpanCheck.Reason.AMBIGUOUS);
        };
    }

    private static List<TextSpan> ofOne(CodePoints text, String covered) {
        return Search.all(text, covered, Set.of(), 2).stream().map(range -> span(text, range)).toList();
    }

    /// Looks for the first fragment's text, and keeps the places where the other fragments follow at their distances.
    private static List<TextSpan> ofSeveral(CodePoints text, TextSpan span) {
        int joints = span.fragments().size() - 1;
        String covered = span.covered();
        List<TextSpan> places = new ArrayList<>();
        if (covered.codePointCount(0, covered.length()) != span.length() + joints) {
            return places;
        }
        int first = span.fragments().getFirst().length();
        String head = covered.substring(0, covered.offsetByCodePoints(0, first));
        for (TextRange range : Search.all(text, head, Set.of())) {
            int by = range.start() - span.extent().start();
            boolean fits = span.extent().end() + by <= text.length();
            List<TextRange> moved = span.fragments().stream().map(each -> each.shift(by)).toList();
            if (fits && covered(text, moved).equals(covered)) {
                places.add(span(text, moved));
            }
        }
        return places;
    }

    private static boolean sameWords(String one, String other) {
        return one.equals(other) || words(one).equals(words(other));
    }

    private static String words(String text) {
        return text.strip().replaceAll("\\s+", TextSpan.JOINT);
    }
}
