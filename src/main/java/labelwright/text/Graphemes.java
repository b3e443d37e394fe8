package labelwright.text;

import java.text.BreakIterator;
import java.util.Locale;

/// What a person sees as one character: a letter with its marks, a family of emoji, a flag, a Korean syllable. Indices are UTF-16 units.
final class Graphemes {
    /// Nobody's character is longer.
    private static final int WINDOW = 96;

    private Graphemes() {}

    /// The next boundary behind an index; the end of the text at the latest.
    static int next(String text, int unit) {
        if (unit >= text.length()) {
            return text.length();
        }
        if (isSimple(text, unit) && isSimple(text, unit + 1)) {
            return unit + 1;
        }
        int from = safeStart(text, unit);
        int to = Math.min(text.length(), unit + WINDOW);
        BreakIterator breaks = BreakIterator.getCharacterInstance(Locale.ROOT);
        breaks.setText(text.substring(from, to));
        return from + breaks.following(unit - from);
    }

    /// The boundary before an index; the beginning of the text at the earliest.
    static int previous(String text, int unit) {
        if (unit <= 0) {
            return 0;
        }
        if (isSimple(text, unit - 1) && (unit < 2 || isSimple(text, unit - 2))) {
            return unit - 1;
        }
        int from = safeStart(text, unit - 1);
        int to = Math.min(text.length(), unit + WINDOW);
        BreakIterator breaks = BreakIterator.getCharacterInstance(Locale.ROOT);
        breaks.setText(text.substring(from, to));
        return from + breaks.preceding(unit - from);
    }

    static boolean isBoundary(String text, int unit) {
        return unit <= 0 || unit >= text.length() || next(text, previous(text, unit)) == unit;
    }

    /// Printable ASCII: nothing is joined to what stands before it.
    private static boolean isSimple(String text, int unit) {
        if (unit >= text.length()) {
            return true;
        }
        char each = text.charAt(unit);
        return each >= ' ' && each < 0x7F;
    }

    /// A place at or before the index from which characters can be counted.
    private static int safeStart(String text, int unit) {
        int at = unit;
        int limit = Math.max(0, unit - WINDOW);
        while (at > limit && !(isSimple(text, at) && isSimple(text, at - 1))) {
            at--;
        }
        boolean half = at > 0 && Character.isLowSurrogate(text.charAt(at)) && Character.isHighSurrogate(text.charAt(at - 1));
        return half ? at - 1 : at;
    }
}
