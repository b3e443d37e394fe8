package labelwright.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import labelwright.geometry.TextRange;

/// Finds every place where a text occurs. Places do not overlap and cut no character in two: `e` is not found in an `e` with an accent
/// behind it, nor a woman in a family.
public final class Search {
    private Search() {}

    /// @param wanted nothing is found for the empty text
    /// @param limit at most so many
    /// @return in rising order
    public static List<TextRange> all(CodePoints text, String wanted, Set<SearchOption> options, int limit) {
        List<TextRange> found = new ArrayList<>();
        String all = text.text();
        boolean ignoreCase = options.contains(SearchOption.IGNORE_CASE);
        int at = 0;
        while (!wanted.isEmpty() && found.size() < limit) {
            int unit = ignoreCase ? indexOf(all, wanted, at) : all.indexOf(wanted, at);
            if (unit < 0) {
                break;
            }
            int end = unit + wanted.length();
            if (stands(text, unit, end, options.contains(SearchOption.WHOLE_WORDS))) {
                found.add(new TextRange(text.ofUtf16(unit), text.ofUtf16(end)));
                at = end;
            } else {
                at = unit + 1;
            }
        }
        return found;
    }

    /// Every place, with no limit.
    public static List<TextRange> all(CodePoints text, String wanted, Set<SearchOption> options) {
        return all(text, wanted, options, Integer.MAX_VALUE);
    }

    private static boolean stands(CodePoints text, int start, int end, boolean words) {
        String all = text.text();
        return text.isWhole(start) && text.isWhole(end) && Graphemes.isBoundary(all, start) && Graphemes.isBoundary(all, end)
                && (!words || (Words.isBoundary(all, start) && Words.isBoundary(all, end)));
    }

    private static int indexOf(String text, String wanted, int from) {
        char lower = Character.toLowerCase(wanted.charAt(0));
        char upper = Character.toUpperCase(wanted.charAt(0));
        int last = text.length() - wanted.length();
        for (int i = from; i <= last; i++) {
            char each = text.charAt(i);
            boolean may = each == lower || each == upper || (each >= 0x80 && Character.toLowerCase(Character.toUpperCase(each)) == lower);
            if (may && text.regionMatches(true, i, wanted, 0, wanted.length())) {
                return i;
            }
        }
        return -1;
    }
}
