package labelwright.exchange;

import java.util.ArrayList;
import java.util.List;

import labelwright.geometry.Bounds;
import labelwright.geometry.Mask;
import labelwright.geometry.Spans;

/// Masks as CVAT counts them: pixels row by row inside a box of whole pixels, by turns how many are off and how many are on, off first.
public final class RowRuns {
    private RowRuns() {}

    /// A box of whole pixels.
    public record Frame(int left, int top, int width, int height) {

        /// The box around the mask.
        public static Frame around(Mask mask) {
            Bounds bounds = mask.bounds();
            return new Frame((int) bounds.x(), (int) bounds.y(), (int) bounds.width(), (int) bounds.height());
        }
    }

    /// The pixels that are on, in picture pixels; may be none.
    ///
    /// @throws DamagedMask when the counts are not those of the frame
    public static Spans spans(long[] counts, Frame frame) throws DamagedMask {
        ColumnRuns.checkSides(frame.width(), frame.height());
        long pixels = (long) frame.width() * frame.height();
        long at = 0;
        Spans.Builder spans = new Spans.Builder();
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] < 0 || counts[i] > pixels - at) {
                throw new DamagedMask("The mask has more pixels than its box of %d x %d, or a negative count.".formatted(frame.width(),
                        frame.height()));
            }
            long end = at + counts[i];
            while (i % 2 == 1 && at < end) {
                int x = (int) (at % frame.width());
                int to = (int) Math.min(frame.width(), x + (end - at));
                spans.add(frame.top() + (int) (at / frame.width()), frame.left() + x, frame.left() + to);
                at += to - x;
            }
            at = end;
        }
        if (at != pixels) {
            throw new DamagedMask("The mask has counts for %,d pixels, but its box of %d x %d has %,d.".formatted(at, frame.width(),
                    frame.height(), pixels));
        }
        return spans.build();
    }

    /// @param frame with all pixels of the mask in it
    public static List<Long> counts(Spans spans, Frame frame) {
        List<Long> counts = new ArrayList<>();
        long[] end = {0};
        spans.forEach((y, from, to) -> {
            long start = (long) (y - frame.top()) * frame.width() + from - frame.left();
            if (start == end[0] && !counts.isEmpty()) {
                counts.set(counts.size() - 1, counts.getLast() + to - from);
            } else {
                counts.add(start - end[0]);
                counts.add((long) to - from);
            }
            end[0] = start + to - from;
        });
        long rest = (long) frame.width() * frame.height() - end[0];
        if (rest > 0) {
            counts.add(rest);
        }
        return counts;
    }
}
