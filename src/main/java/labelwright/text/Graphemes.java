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
        if (standsAlone(text, unit) && standsAlone(text, unit + 1)) {
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
        if (standsAlone(text, unit - 1) && (unit < 2 || standsAlone(text, unit - 2))) {
            return unit - 1;
        }
        int from = safeStart(text, unit - 1);
        int to = Math.min(text.length(), unit + WINDOW);
        BreakIterator breaks = BreakIterator.getCharacterInstance(Locale.ROOT);
        breaks.setText(text.substring(from, to));
        return from + breaks.preceding(unit - from);
    }

    static boolean isBoundary(String text, int unit) {
        return unit <= 0 || unit >= text.length() || (standsAlone(text, unit - 1) && standsAlone(text, unit))
                || next(text, previous(text, unit)) == unit;
    }

    private static boolean standsAlone(String text, int unit) {
        return unit >= text.length() || standsAlone(text.charAt(unit));
    }

    /// Whether there is a boundary between this and every other unit that stands alone. An iterator takes some microseconds to be made, and
    /// a page of Chinese asks thousands of times; most letters of most scripts need none (Unicode Standard Annex 29, "Other").
    static boolean standsAlone(char each) {
        if (each < 0x7F) {
            return each >= ' ' || each == '\n' || each == '\t';
        }
        boolean ideograph = each >= 0x3400 && each < 0xA000;
        return ideograph || switch (Character.getType(each)) {
            case Character.UPPERCASE_LETTER, Character.LOWERCASE_LETTER, Character.TITLECASE_LETTER, Character.DECIMAL_DIGIT_NUMBER,
                    Character.DASH_PUNCTUATION, Character.START_PUNCTUATION, Character.END_PUNCTUATION, Character.OTHER_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION, Character.FINAL_QUOTE_PUNCTUATION, Character.MATH_SYMBOL,
                    Character.CURRENCY_SYMBOL, Character.SPACE_SEPARATOR ->
                true;
            case Character.OTHER_LETTER, Character.MODIFIER_LETTER -> !joins(each);
            default -> false;
        };
    }

    /// Letters that belong to a neighbour: parts of Korean syllables, the vowel AM of Thai and Lao, the reph of Malayalam, the half-width
    /// marks of Japanese.
    private static boolean joins(char each) {
        boolean korean = (each >= 0x1100 && each < 0x1200) || (each >= 0xA960 && each < 0xA980) || (each >= 0xAC00 && each < 0xD800);
        return korean || each == 0x0E33 || each == 0x0EB3 || each == 0x0D4E || each == 0xFF9E || each == 0xFF9F;
    }

    /// A place at or before the index from which characters can be counted.
    private static int safeStart(String text, int unit) {
        int at = unit;
        int limit = Math.max(0, unit - WINDOW);
        while (at > limit && !(standsAlone(text, at) && standsAlone(text, at - 1))) {
            at--;
        }
        boolean half = at > 0 && Character.isLowSurrogate(text.charAt(at)) && Character.isHighSurrogate(text.charAt(at - 1));
        return half ? at - 1 : at;
    }
}
