package labelwright.canvas.raster;

import java.util.Arrays;

/// Pixels of one row as rising intervals that do not touch. Mutable; belongs to one thread.
final class Intervals {
    private int[] ends = new int[16];
    private int used;

    void clear() {
        used = 0;
    }

    int size() {
        return used / 2;
    }

    int from(int index) {
        return ends[2 * index];
    }

    /// The first pixel after the interval.
    int to(int index) {
        return ends[2 * index + 1];
    }

    /// Must not begin before the last one; joins it when they touch. Nothing when empty.
    void add(int from, int to) {
        if (to <= from) {
            return;
        }
        if (used > 0 && from <= ends[used - 1]) {
            ends[used - 1] = Math.max(ends[used - 1], to);
            return;
        }
        if (used == ends.length) {
            ends = Arrays.copyOf(ends, 2 * used);
        }
        ends[used++] = from;
        ends[used++] = to;
    }

    /// Becomes `other` with each interval shorter by `by` at both ends.
    void shrunk(Intervals other, int by) {
        clear();
        for (int i = 0; i < other.size(); i++) {
            add(other.from(i) + by, other.to(i) - by);
        }
    }

    /// Becomes what two others have in common.
    void common(Intervals a, Intervals b) {
        clear();
        int i = 0;
        int j = 0;
        while (i < a.size() && j < b.size()) {
            add(Math.max(a.from(i), b.from(j)), Math.min(a.to(i), b.to(j)));
            if (a.to(i) < b.to(j)) {
                i++;
            } else {
                j++;
            }
        }
    }
}
