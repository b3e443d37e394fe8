package labelwright.engine.text;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;

/// Splits a text into the units that are counted and tagged: runs of letters with their marks, runs of digits, single characters of scripts written without spaces,
/// single signs. Blanks belong to no unit.
final class WordSplitter {

    private WordSplitter() {}

    /// A unit.
    ///
    /// @param start code point
    /// @param end exclusive
    record Unit(int start, int end) {}

    static List<Unit> units(int[] points) {
        List<Unit> units = new ArrayList<>();
        int at = 0;
        while (at < points.length) {
            int end = wordEnd(points, at);
            if (!isBlank(points[at])) {
                units.add(new Unit(at, end));
            }
            at = end;
        }
        return units;
    }

    /// Where the unit or blank that begins at a code point ends.
    static int wordEnd(int[] points, int at) {
        Kind kind = kind(points[at]);
        int end = at + 1;
        while (end < points.length && kind != Kind.BLANK && (isMark(points[end]) || (kind == kind(points[end]) && kind != Kind.ALONE))) {
            end++;
        }
        return end;
    }

    static boolean isBlank(int point) {
        return kind(point) == Kind.BLANK;
    }

    private enum Kind {
        LETTER, DIGIT, BLANK, ALONE
    }

    private static boolean isMark(int point) {
        int type = Character.getType(point);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK || type == Character.ENCLOSING_MARK
                || point == 0x200D || (point >= 0x1F3FB && point <= 0x1F3FF);
    }

    private static Kind kind(int point) {
        if (point < 128) {
            if (point <= ' ') {
                return Kind.BLANK;
            }
            boolean letter = (point >= 'a' && point <= 'z') || (point >= 'A' && point <= 'Z');
            return letter ? Kind.LETTER : point >= '0' && point <= '9' ? Kind.DIGIT : Kind.ALONE;
        }
        if (Character.isWhitespace(point) || Character.isSpaceChar(point) || Character.isISOControl(point) || point == 0xFEFF) {
            return Kind.BLANK;
        }
        if (Character.isDigit(point)) {
            return Kind.DIGIT;
        }
        return Character.isLetter(point) && !isWrittenWithoutSpaces(point) ? Kind.LETTER : Kind.ALONE;
    }

    private static boolean isWrittenWithoutSpaces(int point) {
        UnicodeScript script = UnicodeScript.of(point);
        return switch (script) {
            case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR, BOPOMOFO -> true;
            default -> false;
        };
    }
}
