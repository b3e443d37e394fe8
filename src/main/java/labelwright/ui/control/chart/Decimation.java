package labelwright.ui.control.chart;

/// Leaves out the points that cannot be seen.
public final class Decimation {
    private Decimation() {}

    /// A curve that looks the same on an axis of that many pixels: of each column of pixels the first, lowest, highest and last point. Of
    /// what lies beyond the axis, one point on each side is kept, so that lines run to the edge.
    ///
    /// @param axis across the screen, in pixels
    /// @param columnWidth in pixels; wider columns keep fewer points
    public static Curve toPixels(Curve curve, Axis axis, double columnWidth) {
        int columns = (int) Math.ceil((axis.to() - axis.from()) / columnWidth) + 2;
        double[] xs = new double[Math.min(curve.size(), 4 * columns + 2)];
        double[] ys = new double[xs.length];
        int kept = 0;
        int start = 0;
        while (start < curve.size()) {
            int column = column(axis, curve.x(start), columnWidth);
            int end = start + 1;
            while (end < curve.size() && column(axis, curve.x(end), columnWidth) == column) {
                end++;
            }
            for (int index : corners(curve, start, end)) {
                xs[kept] = curve.x(index);
                ys[kept] = curve.y(index);
                kept++;
            }
            start = end;
        }
        return Curve.of(java.util.Arrays.copyOf(xs, kept), java.util.Arrays.copyOf(ys, kept));
    }

    private static int column(Axis axis, double x, double columnWidth) {
        double last = Math.ceil((axis.to() - axis.from()) / columnWidth);
        return (int) Math.clamp(Math.floor((axis.pixel(x) - axis.from()) / columnWidth), -1, last);
    }

    private static int[] corners(Curve curve, int start, int end) {
        int low = start;
        int high = start;
        for (int i = start + 1; i < end; i++) {
            low = curve.y(i) < curve.y(low) ? i : low;
            high = curve.y(i) > curve.y(high) ? i : high;
        }
        return java.util.stream.IntStream.of(start, low, high, end - 1).sorted().distinct().toArray();
    }
}
