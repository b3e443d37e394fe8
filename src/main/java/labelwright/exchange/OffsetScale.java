package labelwright.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

import labelwright.exchange.SpanPlacer.Stretch;
import labelwright.text.CodePoints;

/// What the offsets of a file count. Programs count code points, UTF-16 units or bytes of UTF-8, whatever their format asks for; what their
/// spans say tells which.
///
/// @param shift how many places the offsets are too large, 1 where the byte order mark was counted
public record OffsetScale(Unit unit, int shift) {

    /// What is counted.
    public enum Unit {
        CODE_POINT("code points"), UTF16("UTF-16 units"), UTF8("bytes of UTF-8");

        private final String words;

        Unit(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /// What a file says about one span.
    public record Claim(List<Stretch> stretches, String covered) {
        public Claim {
            stretches = List.copyOf(stretches);
        }
    }

    /// The scale in which most spans say what the text says there; the usual one unless another is better.
    ///
    /// @param hasMark whether the file of the text begins with a byte order mark, which the text itself does not hold
    public static OffsetScale of(CodePoints text, Unit usual, boolean hasMark, List<Claim> claims) {
        List<OffsetScale> candidates = new ArrayList<>(List.of(new OffsetScale(usual, 0)));
        if (hasMark) {
            candidates.add(new OffsetScale(usual, 1));
        }
        if (text.utf8Length() != text.length()) {
            for (Unit unit : Unit.values()) {
                boolean differs = unit != usual && !(text.isPlain() && unit != Unit.UTF8 && usual != Unit.UTF8);
                if (differs) {
                    candidates.add(new OffsetScale(unit, 0));
                }
            }
        }
        OffsetScale best = candidates.getFirst();
        long most = candidates.size() == 1 ? 0 : best.matches(text, claims);
        for (OffsetScale candidate : candidates.subList(1, candidates.size())) {
            long matches = most == claims.size() ? 0 : candidate.matches(text, claims);
            if (matches > most) {
                best = candidate;
                most = matches;
            }
        }
        return best;
    }

    /// How many spans say in this scale what the text says there.
    public long matches(CodePoints text, List<Claim> claims) {
        return claims.stream().filter(claim -> SpanPlacer.says(text, this, claim)).count();
    }

    /// Empty beyond the text.
    public OptionalInt codePoint(CodePoints text, int written) {
        int offset = written - shift;
        int end = switch (unit) {
            case CODE_POINT -> text.length();
            case UTF16 -> text.text().length();
            case UTF8 -> text.utf8Length();
        };
        if (offset < 0 || offset > end) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(switch (unit) {
            case CODE_POINT -> offset;
            case UTF16 -> text.ofUtf16(offset);
            case UTF8 -> text.ofUtf8(offset);
        });
    }

    /// The sentence for a file whose offsets are not the usual ones.
    public String sentence(Unit usual) {
        return unit == usual
                ? "The offsets count the byte order mark as well; they were converted."
                : "The offsets count %s, not %s; they were converted.".formatted(unit.words, usual.words);
    }
}
