package labelwright.exchange;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/// Reads the tags of tokens as runs, in all the ways in which they are written: BIO (a run begins with B), the older IOB (only where it touches
/// another run of its label), BIOES and BILOU (the last token is E or L, a single one S or U), and labels without any prefix. Among tags with
/// prefixes, one without is none.
public final class TagRuns {
    private static final String OUTSIDE = "O";

    private TagRuns() {}

    /// Tokens of one label.
    ///
    /// @param from the first token, from 0
    /// @param to the token behind the last one
    public record Run(String label, int from, int to) {}

    /// @param tags of the tokens of one sentence
    public static List<Run> of(List<String> tags) {
        List<Run> runs = new ArrayList<>();
        boolean hasPrefixes = tags.stream().anyMatch(TagRuns::hasPrefix);
        @Nullable
        String open = null;
        int start = 0;
        for (int i = 0; i <= tags.size(); i++) {
            String tag = i < tags.size() ? tags.get(i) : OUTSIDE;
            boolean prefixed = hasPrefix(tag);
            boolean isOutside = isOutside(tag) || (hasPrefixes && !prefixed);
            String label = isOutside ? "" : prefixed ? tag.substring(2) : tag;
            char prefix = prefixed ? Character.toUpperCase(tag.charAt(0)) : 'I';
            boolean goesOn = open != null && open.equals(label) && (prefix == 'I' || prefix == 'E' || prefix == 'L') && !isOutside;
            if (open != null && !goesOn) {
                runs.add(new Run(open, start, i));
                open = null;
            }
            if (!isOutside && !goesOn) {
                open = label;
                start = i;
            }
            if (open != null && (prefix == 'E' || prefix == 'L' || prefix == 'S' || prefix == 'U')) {
                runs.add(new Run(open, start, i + 1));
                open = null;
            }
        }
        return runs;
    }

    /// Whether the tag names no label: `O`, `_`, `-` or nothing.
    public static boolean isOutside(String tag) {
        return tag.isEmpty() || tag.equals(OUTSIDE) || tag.equals("o") || tag.equals("_") || tag.equals("-");
    }

    /// Whether the tag begins with one of the letters for places in a run and a hyphen or underscore.
    public static boolean hasPrefix(String tag) {
        return tag.length() > 2 && (tag.charAt(1) == '-' || tag.charAt(1) == '_')
                && "BIOESLUM".indexOf(Character.toUpperCase(tag.charAt(0))) >= 0;
    }
}
