package labelwright.text;

/// Cuts a text into words, runs of spaces, and single signs. Indices are UTF-16 units.
///
/// A word is a run of letters, digits, marks and what joins them (`don't`, `3.14`, `ש"ח`). Chinese characters are words of their own; in a
/// line with kana, which makes it Japanese, a run of them is one word, and runs of hiragana and of katakana are words. Every emoji with all
/// that belongs to it is a word, and so is every other sign.
final class Words {
    private static final int ZWNJ = 0x200C;
    private static final int ZWJ = 0x200D;

    private enum Kind {
        WORD, HAN, HIRAGANA, KATAKANA, SPACE, BREAK, SIGN
    }

    private Words() {}

    /// The first unit of the word, space or sign to which the unit at the index belongs.
    static int start(String text, int unit) {
        int at = Graphemes.isBoundary(text, unit) ? unit : Graphemes.previous(text, unit);
        while (at > 0 && joined(text, Graphemes.previous(text, at), at)) {
            at = Graphemes.previous(text, at);
        }
        return at;
    }

    /// The unit behind the word, space or sign to which the unit at the index belongs.
    static int end(String text, int unit) {
        int at = Graphemes.isBoundary(text, unit) ? unit : Graphemes.previous(text, unit);
        int next = Graphemes.next(text, at);
        while (next < text.length() && joined(text, at, next)) {
            at = next;
            next = Graphemes.next(text, at);
        }
        return next;
    }

    static boolean isBoundary(String text, int unit) {
        return unit <= 0 || unit >= text.length()
                || (Graphemes.isBoundary(text, unit) && !joined(text, Graphemes.previous(text, unit), unit));
    }

    /// Whether a word, and no space or sign, begins here.
    static boolean isWord(String text, int unit) {
        Kind kind = kind(text, unit);
        return kind == Kind.WORD || kind == Kind.HAN || kind == Kind.HIRAGANA || kind == Kind.KATAKANA;
    }

    static boolean isSpace(String text, int unit) {
        Kind kind = kind(text, unit);
        return kind == Kind.SPACE || kind == Kind.BREAK;
    }

    /// Whether two characters that stand side by side belong to one word.
    private static boolean joined(String text, int first, int second) {
        Kind before = kind(text, first);
        Kind after = kind(text, second);
        if (before == after) {
            return switch (before) {
                case WORD, HIRAGANA, KATAKANA, SPACE -> true;
                case HAN -> isJapanese(text, first);
                case BREAK -> false;
                case SIGN -> false;
            };
        }
        if (before == Kind.WORD && after == Kind.SIGN) {
            return isJoint(text, second);
        }
        return before == Kind.SIGN && after == Kind.WORD && isJoint(text, first);
    }

    /// Whether a sign holds the letters or digits at both its sides together.
    private static boolean isJoint(String text, int unit) {
        if (unit == 0 || unit + 1 >= text.length()) {
            return false;
        }
        int before = text.codePointBefore(unit);
        int after = text.codePointAt(unit + 1);
        return switch (text.charAt(unit)) {
            case '\'', '’', '·' -> Character.isLetter(before) && Character.isLetter(after);
            case '.', ',', '٫', '٬' -> Character.isDigit(before) && Character.isDigit(after);
            case '"', '״', '׳' -> isHebrew(before) && isHebrew(after);
            default -> false;
        };
    }

    private static Kind kind(String text, int unit) {
        int each = text.codePointAt(unit);
        if (each < 0x80) {
            return ascii(each);
        }
        if (Character.isSpaceChar(each)) {
            return Kind.SPACE;
        }
        Character.UnicodeScript script = Character.UnicodeScript.of(each);
        return switch (script) {
            case HAN -> Character.isIdeographic(each) || each == '々' ? Kind.HAN : Kind.SIGN;
            case HIRAGANA -> Kind.HIRAGANA;
            case KATAKANA -> Kind.KATAKANA;
            default -> other(each);
        };
    }

    private static Kind ascii(int each) {
        if (each == '\n' || each == '\r') {
            return Kind.BREAK;
        }
        if (each == ' ' || each == '\t' || each == 0x0B || each == '\f') {
            return Kind.SPACE;
        }
        return Character.isLetterOrDigit(each) || each == '_' ? Kind.WORD : Kind.SIGN;
    }

    private static Kind other(int each) {
        if (each == 'ー' || each == 'ｰ') {
            return Kind.KATAKANA;
        }
        boolean mark = switch (Character.getType(each)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default -> false;
        };
        boolean joiner = each == ZWNJ || each == ZWJ;
        return Character.isLetterOrDigit(each) || joiner || mark ? Kind.WORD : Kind.SIGN;
    }

    private static boolean isHebrew(int each) {
        return Character.UnicodeScript.of(each) == Character.UnicodeScript.HEBREW;
    }

    /// Whether kana stand near in the same line.
    private static boolean isJapanese(String text, int unit) {
        int reach = 60;
        return kanaFrom(text, unit, Math.min(text.length(), unit + reach), 1) || kanaFrom(text, unit, Math.max(-1, unit - reach), -1);
    }

    private static boolean kanaFrom(String text, int from, int to, int step) {
        for (int i = from; i != to; i += step) {
            char each = text.charAt(i);
            if (each == '\n' || each == '\r') {
                return false;
            }
            if (each >= 0x3041 && each <= 0x30FF && each != '・') {
                return true;
            }
        }
        return false;
    }
}
