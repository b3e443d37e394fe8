package labelwright.exchange;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import labelwright.geometry.Spans;

/// Masks as COCO counts them: pixels column by column from the top, by turns how many are off and how many are on, off first.
public final class ColumnRuns {
    private static final int LONGEST_SIDE = 1_000_000;
    private static final int MOST_RUNS = 16_000_000;
    private static final int OFF = -1;

    private ColumnRuns() {}

    /// The pixels that are on; may be none.
    ///
    /// @throws DamagedMask when the counts are not those of a picture of this size
    public static Spans spans(long[] counts, int width, int height) throws DamagedMask {
        checkSides(width, height);
        long pixels = (long) width * height;
        long at = 0;
        Spans.Builder columns = new Spans.Builder();
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] < 0 || counts[i] > pixels - at) {
                throw new DamagedMask("The mask has %s, which does not fit into a picture of %d x %d pixels.".formatted(
                        counts[i] < 0 ? "a run of " + counts[i] + " pixels" : "more pixels than its size says", width, height));
            }
            if (i % 2 == 1) {
                addRun(columns, at, at + counts[i], height);
            }
            at += counts[i];
        }
        if (at != pixels) {
            throw new DamagedMask(
                    "The mask has counts for %,d pixels, but a picture of %d x %d has %,d.".formatted(at, width, height, pixels));
        }
        return transposed(columns.build());
    }

    static void checkSides(int width, int height) throws DamagedMask {
        if (width <= 0 || height <= 0 || width > LONGEST_SIDE || height > LONGEST_SIDE) {
            throw new DamagedMask("The mask is said to be %d x %d pixels large, which cannot be.".formatted(width, height));
        }
    }

    private static void addRun(Spans.Builder columns, long from, long end, int height) {
        long start = from;
        while (start < end) {
            int column = (int) (start / height);
            int top = (int) (start % height);
            int bottom = (int) Math.min(height, top + (end - start));
            columns.add(column, top, bottom);
            start += bottom - top;
        }
    }

    /// @param spans inside the picture
    public static long[] counts(Spans spans, int width, int height) {
        Spans columns = transposedInMemory(spans);
        long[] counts = new long[2 * columns.size() + 1];
        int used = 0;
        long end = 0;
        for (int run = 0; run < columns.size(); run++) {
            long start = (long) columns.y(run) * height + columns.from(run);
            long length = (long) columns.to(run) - columns.from(run);
            if (start == end && used > 0) {
                counts[used - 1] += length;
            } else {
                counts[used++] = start - end;
                counts[used++] = length;
            }
            end = start + length;
        }
        long rest = (long) width * height - end;
        if (rest > 0) {
            counts[used++] = rest;
        }
        return Arrays.copyOf(counts, used);
    }

    private static Spans transposedInMemory(Spans spans) {
        try {
            return transposed(spans);
        } catch (DamagedMask e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /// Rows become columns. The work is that of the places where neighbouring rows differ.
    ///
    /// @throws DamagedMask when there would be too many runs to keep in memory
    static Spans transposed(Spans spans) throws DamagedMask {
        if (spans.isEmpty()) {
            return spans;
        }
        Sweep sweep = new Sweep(spans);
        int[] above = {};
        int aboveRow = 0;
        int run = 0;
        while (run < spans.size()) {
            int y = spans.y(run);
            int end = run;
            while (end < spans.size() && spans.y(end) == y) {
                end++;
            }
            if (aboveRow != y - 1 && above.length > 0) {
                sweep.toggle(aboveRow + 1, above, new int[0]);
                above = new int[0];
            }
            int[] row = new int[2 * (end - run)];
            for (int i = run; i < end; i++) {
                row[2 * (i - run)] = spans.from(i);
                row[2 * (i - run) + 1] = spans.to(i);
            }
            sweep.toggle(y, above, row);
            above = row;
            aboveRow = y;
            run = end;
        }
        sweep.toggle(aboveRow + 1, above, new int[0]);
        return sweep.result();
    }

    /// Goes from row to row and notes in which column a run begins and ends.
    private static final class Sweep {
        private final int low;
        private final int[] open;
        private final List<int[]> full = new ArrayList<>();
        private int[] events = new int[3 * 1024];
        private int used;
        private int count;

        Sweep(Spans spans) {
            int least = Integer.MAX_VALUE;
            int most = Integer.MIN_VALUE;
            for (int run = 0; run < spans.size(); run++) {
                least = Math.min(least, spans.from(run));
                most = Math.max(most, spans.to(run));
            }
            low = least;
            open = new int[most - least];
            Arrays.fill(open, OFF);
        }

        /// Switches the columns in which the two rows differ.
        void toggle(int y, int[] above, int[] row) throws DamagedMask {
            int[] edges = new int[above.length + row.length];
            System.arraycopy(above, 0, edges, 0, above.length);
            System.arraycopy(row, 0, edges, above.length, row.length);
            Arrays.sort(edges);
            for (int i = 0; i < edges.length; i += 2) {
                for (int x = edges[i]; x < edges[i + 1]; x++) {
                    toggle(y, x);
                }
            }
        }

        private void toggle(int y, int x) throws DamagedMask {
            if (open[x - low] == OFF) {
                open[x - low] = y;
                return;
            }
            if (used == events.length) {
                full.add(events);
                events = new int[Math.min(2 * events.length, 3 << 20)];
                used = 0;
            }
            if (++count > MOST_RUNS) {
                throw new DamagedMask("The mask is made of more than %,d pieces, too many to keep.".formatted(MOST_RUNS));
            }
            events[used++] = x;
            events[used++] = open[x - low];
            events[used++] = y;
            open[x - low] = OFF;
        }

        Spans result() {
            full.add(Arrays.copyOf(events, used));
            int[] next = new int[open.length + 1];
            for (int[] block : full) {
                for (int i = 0; i < block.length; i += 3) {
                    next[block[i] - low + 1]++;
                }
            }
            for (int i = 1; i < next.length; i++) {
                next[i] += next[i - 1];
            }
            int[] column = new int[count];
            int[] from = new int[count];
            int[] to = new int[count];
            for (int[] block : full) {
                for (int i = 0; i < block.length; i += 3) {
                    int place = next[block[i] - low]++;
                    column[place] = block[i];
                    from[place] = block[i + 1];
                    to[place] = block[i + 2];
                }
            }
            Spans.Builder spans = new Spans.Builder();
            for (int i = 0; i < count; i++) {
                spans.add(column[i], from[i], to[i]);
            }
            return spans.build();
        }
    }
}
