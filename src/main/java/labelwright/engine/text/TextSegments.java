package labelwright.engine.text;

import java.util.ArrayList;
import java.util.List;

import labelwright.engine.text.WordSplitter.Unit;

/// Cuts a text into pieces that are read and tagged each by itself: paragraphs, and long ones at the ends of sentences.
final class TextSegments {

    private static final int MOST = 160;
    private static final int ENOUGH = 60;
    private static final String ENDS = ".!?\u3002\uFF01\uFF1F\u2026";

    private TextSegments() {}

    /// The units of each piece, in order; no piece is empty.
    static List<List<Unit>> of(int[] points) {
        List<Unit> units = WordSplitter.units(points);
        List<List<Unit>> segments = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= units.size(); i++) {
            boolean last = i == units.size();
            boolean full = i - from >= MOST || (i - from >= ENOUGH && ENDS.indexOf(points[units.get(i - 1).start()]) >= 0);
            if (last || full || hasBreak(points, units.get(i - 1).end(), units.get(i).start())) {
                segments.add(List.copyOf(units.subList(from, i)));
                from = i;
            }
        }
        return segments;
    }

    private static boolean hasBreak(int[] points, int from, int to) {
        for (int i = from; i < to; i++) {
            if (points[i] == '\n' || points[i] == '\r' || points[i] == 0x2028 || points[i] == 0x2029) {
                return true;
            }
        }
        return false;
    }
}
