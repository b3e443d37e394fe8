package labelwright.canvas.raster;

import labelwright.geometry.Spans;

/// The runs of a mask by row, to be looked up for every row of the screen. Immutable.
final class MaskRows {
    private final Spans spans;
    private final int top;
    private final int[] starts;

    MaskRows(Spans spans) {
        this.spans = spans;
        this.top = spans.y(0);
        int height = spans.y(spans.size() - 1) - top + 1;
        this.starts = new int[height + 1];
        int run = 0;
        for (int row = 0; row < height; row++) {
            starts[row] = run;
            while (run < spans.size() && spans.y(run) == top + row) {
                run++;
            }
        }
        starts[height] = run;
    }

    /// Collects what the row of the mask covers on the screen, as far as it may touch `left..right`.
    ///
    /// @param y row of the picture
    /// @param into is emptied first
    void intervals(int y, Viewport view, int left, int right, Intervals into) {
        into.clear();
        int row = y - top;
        if (row < 0 || row >= starts.length - 1) {
            return;
        }
        int run = firstReaching(starts[row], starts[row + 1], (left - view.offsetX()) / view.scale());
        for (; run < starts[row + 1]; run++) {
            int from = device(spans.from(run), view);
            if (from >= right) {
                return;
            }
            into.add(from, device(spans.to(run), view));
        }
    }

    /// The first device pixel whose centre is not left of the edge.
    private static int device(int edge, Viewport view) {
        return (int) Math.ceil(edge * view.scale() + view.offsetX() - 0.5);
    }

    private int firstReaching(int low, int high, double x) {
        int from = low;
        int to = high;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (spans.to(middle) < x) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }
}
