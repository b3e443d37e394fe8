package labelwright.ui.control.chart;

import java.util.Arrays;

/// Collects the points of one line in bounded memory. Not thread-safe.
///
/// When it is full, each four neighbours become two, the lowest and the highest of them, so that extremes survive and the newest points
/// are always whole.
public final class SeriesBuffer {
    private static final int GROUP = 4;
    private final int capacity;
    private double[] xs;
    private double[] ys;
    private int size;

    /// @param capacity at least 8 points
    public SeriesBuffer(int capacity) {
        if (capacity < 2 * GROUP) {
            throw new IllegalArgumentException("A buffer holds at least " + 2 * GROUP + " points");
        }
        this.capacity = capacity;
        int start = Math.min(capacity, 64);
        xs = new double[start];
        ys = new double[start];
    }

    /// Adds a point. Where x goes back, as when a run goes on from a checkpoint, what was there from x on is forgotten. What is not finite is
    /// left out.
    public void add(double x, double y) {
        if (!Double.isFinite(x) || !Double.isFinite(y)) {
            return;
        }
        while (size > 0 && xs[size - 1] >= x) {
            size--;
        }
        if (size == capacity) {
            compact();
        } else if (size == xs.length) {
            int longer = Math.min(capacity, size * 2);
            xs = Arrays.copyOf(xs, longer);
            ys = Arrays.copyOf(ys, longer);
        }
        xs[size] = x;
        ys[size] = y;
        size++;
    }

    public int size() {
        return size;
    }

    /// What it holds now.
    public Curve curve() {
        return Curve.of(Arrays.copyOf(xs, size), Arrays.copyOf(ys, size));
    }

    private void compact() {
        int kept = 0;
        for (int start = 0; start < size; start += GROUP) {
            int end = Math.min(size, start + GROUP);
            int low = start;
            int high = start;
            for (int i = start + 1; i < end; i++) {
                low = ys[i] < ys[low] ? i : low;
                high = ys[i] > ys[high] ? i : high;
            }
            kept = keep(Math.min(low, high), kept);
            if (low != high) {
                kept = keep(Math.max(low, high), kept);
            }
        }
        size = kept;
    }

    private int keep(int from, int to) {
        xs[to] = xs[from];
        ys[to] = ys[from];
        return to + 1;
    }
}
