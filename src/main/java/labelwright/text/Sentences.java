package labelwright.text;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/// Cuts a text into sentences. Indices are UTF-16 units.
///
/// A sentence ends behind `.`, `!`, `?` and their kin in other scripts with the quotes and brackets that close behind them, where a space
/// follows (after full-width signs also without), and at every line break, except where the next line goes on with a small letter. A full
/// stop does not end one behind an initial, a number of a list or a common abbreviation, nor when a small letter follows.
final class Sentences {
    private static final String STOPS = ".!?…؟۔।॥።։‽";
    private static final String WIDE_STOPS = "。！？｡．…";
    private static final String CLOSERS = "\"'”’»›)]}）］】」』〉》〕";
    private static final Set<String> SHORT = Set.of("mr", "mrs", "ms", "dr", "prof", "st", "jr", "sr", "vs", "no", "nr", "fig", "figs",
            "eq",
            "vol", "pp", "al", "cf", "e.g", "i.e", "approx", "dept", "inc", "ltd", "co", "corp", "gen", "col", "sgt", "lt", "capt", "rev",
            "hon",
            "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "bzw", "z.b", "d.h", "ca", "usw", "mme",
            "mlle");

    private Sentences() {}

    /// Where each sentence starts, the first at 0, in rising order; the spaces behind a sentence belong to it.
    static int[] starts(String text) {
        int[] starts = new int[64];
        int count = 1;
        int at = 0;
        while (at < text.length()) {
            int end = breakBehind(text, at);
            at++;
            if (end < 0 || end >= text.length()) {
                continue;
            }
            if (count == starts.length) {
                starts = Arrays.copyOf(starts, count * 2);
            }
            starts[count++] = end;
            at = end;
        }
        return Arrays.copyOf(starts, count);
    }

    /// Where the next sentence begins when the one before ends with the unit at the index; -1 when none ends there.
    private static int breakBehind(String text, int at) {
        char each = text.charAt(at);
        if (each > '?' && each < '…' && each != '؟' && each != '۔' && each != '।' && each != '॥' && each != '።' && each != '։') {
            return -1;
        }
        if (each == '\n' || each == '\r') {
            int next = skip(text, at);
            boolean goesOn = next < text.length() && lineBreaks(text, at, next) <= 1 && Character.isLowerCase(text.codePointAt(next));
            return goesOn ? -1 : next;
        }
        boolean wide = WIDE_STOPS.indexOf(each) >= 0;
        if (!wide && STOPS.indexOf(each) < 0) {
            return -1;
        }
        int end = at + 1;
        while (end < text.length() && (STOPS + WIDE_STOPS + CLOSERS).indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        boolean spaced = end == text.length() || Character.isWhitespace(text.charAt(end)) || Character.isSpaceChar(text.charAt(end));
        int next = skipBlanks(text, end);
        boolean standsAlone = wide && each != '…';
        if (!spaced && !standsAlone) {
            return -1;
        }
        boolean breaksLine = next < text.length() && (text.charAt(next) == '\n' || text.charAt(next) == '\r');
        if (breaksLine) {
            return -1; // the line break decides
        }
        boolean goesOn = next < text.length() && !wide && Character.isLowerCase(text.codePointAt(next));
        boolean shortened = each == '.' && end == at + 1 && isShort(text, at);
        return goesOn || shortened ? -1 : next;
    }

    private static int skip(String text, int from) {
        int at = from;
        while (at < text.length() && (Character.isWhitespace(text.charAt(at)) || Character.isSpaceChar(text.charAt(at)))) {
            at++;
        }
        return at;
    }

    private static int skipBlanks(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r'
                && (Character.isWhitespace(text.charAt(at)) || Character.isSpaceChar(text.charAt(at)))) {
            at++;
        }
        return at;
    }

    private static int lineBreaks(String text, int from, int to) {
        int breaks = 0;
        for (int i = from; i < to; i++) {
            char each = text.charAt(i);
            if (each == '\r' || (each == '\n' && (i == 0 || text.charAt(i - 1) != '\r'))) {
                breaks++;
            }
        }
        return breaks;
    }

    /// Whether the full stop at the index ends an initial, a number at the start of a line, or an abbreviation.
    private static boolean isShort(String text, int stop) {
        int start = stop;
        while (start > 0 && stop - start < 8 && (Character.isLetterOrDigit(text.charAt(start - 1)) || text.charAt(start - 1) == '.')) {
            start--;
        }
        String word = text.substring(start, stop);
        if (word.isEmpty()) {
            return false;
        }
        boolean initial = word.length() == 1 && Character.isUpperCase(word.charAt(0));
        boolean listed = start == 0 || text.charAt(start - 1) == '\n' || text.charAt(start - 1) == '\r';
        boolean number = listed && word.chars().allMatch(Character::isDigit);
        return initial || number || SHORT.contains(word.toLowerCase(Locale.ROOT));
    }
}
