package labelwright.geometry;

import java.util.Arrays;

/// A set of whole pixels as horizontal runs, in rows from top to bottom and from left to right in each row. Runs of one row never overlap or
/// touch, so that equal sets are equal. Immutable.
public final class Spans {
    private static final int NUMBERS = 3;

    /// No pixel.
    public static final Spans NONE = new Spans(new int[0], 0);

    /// `y, from, to` of each run; `to` is left out of the run.
    private final int[] numbers;
    private final long area;

    private Spans(int[] numbers, long area) {
        this.numbers = numbers;
        this.area = area;
    }

    /// Is told of runs in rising order.
    @FunctionalInterface
    public interface Visitor {
        /// The pixels `from <= x < to` of row `y`.
        void run(int y, int from, int to);
    }

    /// How many runs there are.
    public int size() {
        return numbers.length / NUMBERS;
    }

    public int y(int run) {
        return numbers[run * NUMBERS];
    }

    public int from(int run) {
        return numbers[run * NUMBERS + 1];
    }

    /// The first pixel after the run.
    public int to(int run) {
        return numbers[run * NUMBERS + 2];
    }

    /// How many pixels there are.
    public long area() {
        return area;
    }

    public boolean isEmpty() {
        return numbers.length == 0;
    }

    public void forEach(Visitor visitor) {
        for (int i = 0; i < numbers.length; i += NUMBERS) {
            visitor.run(numbers[i], numbers[i + 1], numbers[i + 2]);
        }
    }

    /// The number of the first run in row `y` or below; [#size] when there is none.
    public int firstAt(int y) {
        int low = 0;
        int high = size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (y(middle) < y) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    public boolean contains(int x, int y) {
        return runAt(x, y) >= 0;
    }

    /// The number of the run with this pixel; -1 when the pixel is not in the set.
    int runAt(int x, int y) {
        for (int run = firstAt(y); run < size() && y(run) == y && from(run) <= x; run++) {
            if (x < to(run)) {
                return run;
            }
        }
        return -1;
    }

    public Spans translate(int dx, int dy) {
        int[] moved = numbers.clone();
        for (int i = 0; i < moved.length; i += NUMBERS) {
            moved[i] = Math.addExact(moved[i], dy);
            moved[i + 1] = Math.addExact(moved[i + 1], dx);
            moved[i + 2] = Math.addExact(moved[i + 2], dx);
        }
        return new Spans(moved, area);
    }

    /// The pixels with `0 <= x < width` and `0 <= y < height`.
    public Spans clip(int width, int height) {
        Builder inside = new Builder();
        forEach((y, from, to) -> {
            if (y >= 0 && y < height) {
                inside.add(y, Math.max(from, 0), Math.min(to, width));
            }
        });
        return inside.build();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Spans spans && Arrays.equals(numbers, spans.numbers);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(numbers);
    }

    @Override
    public String toString() {
        return area + " pixels in " + size() + " runs";
    }

    /// Collects runs that come in rising order; runs that touch become one.
    public static final class Builder {
        private int[] numbers = new int[96];
        private int used;
        private long area;

        /// Nothing when `to <= from`.
        ///
        /// @throws IllegalArgumentException when the run begins before the end of the last one
        public void add(int y, int from, int to) {
            if (to <= from) {
                return;
            }
            boolean sameRow = used > 0 && numbers[used - NUMBERS] == y;
            if (used > 0 && (y < numbers[used - NUMBERS] || (sameRow && from < numbers[used - 1]))) {
                throw new IllegalArgumentException("The runs of a mask must come in order");
            }
            area += (long) to - from;
            if (sameRow && from == numbers[used - 1]) {
                numbers[used - 1] = to;
                return;
            }
            if (used + NUMBERS > numbers.length) {
                numbers = Arrays.copyOf(numbers, numbers.length * 2);
            }
            numbers[used++] = y;
            numbers[used++] = from;
            numbers[used++] = to;
        }

        public Spans build() {
            return used == 0 ? NONE : new Spans(Arrays.copyOf(numbers, used), area);
        }
    }
}
