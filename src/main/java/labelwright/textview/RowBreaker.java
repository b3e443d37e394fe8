package labelwright.textview;

import java.text.BreakIterator;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;

/// Breaks a block of text into rows that are no wider than the space there is.
final class RowBreaker {
    private final TextMetrics metrics;

    RowBreaker(TextMetrics metrics) {
        this.metrics = metrics;
    }

    /// @param text as it is shown
    /// @param whole whether no character is cut in two at an index
    /// @param next the end of the character that begins at an index
    /// @return where each row starts, the first at 0
    int[] starts(String text, double width, IntPredicate whole, IntUnaryOperator next) {
        int[] starts = new int[8];
        int count = 1;
        BreakIterator breaks = BreakIterator.getLineInstance(Locale.ROOT);
        breaks.setText(text);
        double used = 0;
        int from = 0;
        for (int to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
            if (!whole.test(to)) {
                continue;
            }
            String piece = text.substring(from, to);
            double wide = metrics.width(piece);
            double ink = piece.isBlank() ? 0 : metrics.width(piece.stripTrailing());
            if (used + ink > width && used > 0) {
                starts = put(starts, count++, from);
                used = 0;
            }
            while (ink > width) {
                int fits = fitting(text, from, to, width, next);
                if (fits >= to) {
                    break;
                }
                starts = put(starts, count++, fits);
                from = fits;
                wide = metrics.width(text.substring(from, to));
                ink = wide;
            }
            used += wide;
            from = to;
        }
        return Arrays.copyOf(starts, count);
    }

    /// Where the row must end inside a word that is wider than a row: behind one character at least.
    private int fitting(String text, int from, int to, double width, IntUnaryOperator next) {
        int end = next.applyAsInt(from);
        double used = metrics.width(text.substring(from, end));
        while (end < to) {
            int further = next.applyAsInt(end);
            used += metrics.width(text.substring(end, further));
            if (used > width) {
                break;
            }
            end = further;
        }
        return end;
    }

    private static int[] put(int[] starts, int count, int value) {
        int[] room = count < starts.length ? starts : Arrays.copyOf(starts, count * 2);
        room[count] = value;
        return room;
    }
}
