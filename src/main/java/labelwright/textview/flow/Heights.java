package labelwright.textview.flow;

/// How high each block is, and how far down it begins: a Fenwick tree (Fenwick, "A new data structure for cumulative frequency tables",
/// 1994), so that a change and every question cost the logarithm of the number of blocks. In pixels; belongs to one thread.
public final class Heights {
    private final double[] heights;
    /// Sums, from index 1.
    private final double[] sums;
    private final int top;

    /// @param first the height of each block to begin with
    public Heights(double[] first) {
        heights = first.clone();
        sums = new double[first.length + 1];
        for (int i = 1; i <= first.length; i++) {
            sums[i] += first[i - 1];
            int parent = i + (i & -i);
            if (parent <= first.length) {
                sums[parent] += sums[i];
            }
        }
        top = Integer.highestOneBit(Math.max(1, first.length));
    }

    public double height(int block) {
        return heights[block];
    }

    public void set(int block, double height) {
        double change = height - heights[block];
        heights[block] = height;
        for (int i = block + 1; i < sums.length; i += i & -i) {
            sums[i] += change;
        }
    }

    /// Where a block begins; that of the number of blocks is the height of all.
    public double top(int block) {
        double sum = 0;
        for (int i = block; i > 0; i -= i & -i) {
            sum += sums[i];
        }
        return sum;
    }

    public double total() {
        return top(heights.length);
    }

    /// The block that lies at a place; the first or the last one beyond the ends.
    public int at(double y) {
        int found = 0;
        double left = y;
        for (int step = top; step > 0; step >>= 1) {
            if (found + step < sums.length && sums[found + step] <= left) {
                found += step;
                left -= sums[found];
            }
        }
        return Math.min(found, heights.length - 1);
    }
}
