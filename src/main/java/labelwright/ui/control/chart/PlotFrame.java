package labelwright.ui.control.chart;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/// Where everything lies in a plot of a certain size, in pixels from its upper left corner.
///
/// @param lines those that are shown, with their points beyond any decimation
public record PlotFrame(double width, double height, Axis x, Axis y, Ticks xTicks, Ticks yTicks, List<Line> lines) {
    /// Room for the numbers at the left, in pixels.
    public static final double LEFT = 46;
    /// Room for the numbers below, in pixels.
    public static final double BOTTOM = 22;
    /// Room above, in pixels.
    public static final double TOP = 8;
    /// Room at the right, for half of the last number, in pixels.
    public static final double RIGHT = 16;

    private static final double PIXELS_PER_X_TICK = 70;
    private static final double PIXELS_PER_Y_TICK = 24;
    private static final double HIGHEST_SHARE_SHOWN = 0.98;
    private static final int ENOUGH_TO_LEAVE_SOME_OUT = 50;
    private static final double ROOM = 1.05;

    public PlotFrame {
        lines = List.copyOf(lines);
    }

    public static PlotFrame of(double width, double height, List<Line> lines, Scaling scaling) {
        List<Curve> curves = lines.stream().map(Line::curve).filter(curve -> !curve.isEmpty()).toList();
        double lowX = curves.stream().mapToDouble(curve -> curve.x(0)).min().orElse(0);
        double highX = curves.stream().mapToDouble(curve -> curve.x(curve.size() - 1)).max().orElse(1);
        double[] y = ends(curves, scaling);
        double right = Math.max(LEFT + 1, width - RIGHT);
        double bottom = Math.max(TOP + 1, height - BOTTOM);
        Axis xAxis = new Axis(lowX, highX > lowX ? highX : lowX + 1, LEFT, right);
        Axis yAxis = new Axis(y[0], y[1], bottom, TOP);
        Ticks xTicks = Ticks.whole(xAxis.low(), xAxis.high(), (int) ((right - LEFT) / PIXELS_PER_X_TICK));
        Ticks yTicks = Ticks.within(y[0], y[1], (int) ((bottom - TOP) / PIXELS_PER_Y_TICK));
        return new PlotFrame(width, height, xAxis, yAxis, xTicks, yTicks, lines);
    }

    public boolean isEmpty() {
        return lines.stream().allMatch(line -> line.curve().isEmpty());
    }

    /// Whether the pixel lies on the plot itself, not beside its axes.
    public boolean holds(double pixelX, double pixelY) {
        return pixelX >= x.from() && pixelX <= x.to() && pixelY >= y.to() && pixelY <= y.from();
    }

    /// The x of the point that is nearest to a value, over all lines; NaN when there is none.
    public double snap(double value) {
        return lines.stream().map(Line::curve).filter(curve -> !curve.isEmpty()).mapToDouble(curve -> curve.x(curve.nearest(value)))
                .boxed().min((a, b) -> Double.compare(Math.abs(a - value), Math.abs(b - value))).orElse(Double.NaN);
    }

    private static double[] ends(List<Curve> curves, Scaling scaling) {
        double[] all = curves.stream().flatMapToDouble(curve -> DoubleStream.of(curve.ys())).sorted().toArray();
        if (all.length == 0) {
            return new double[] {0, 1};
        }
        double low = all[0];
        double high = all[all.length - 1];
        return switch (scaling) {
            case ALL -> room(low, high);
            case SHARE -> new double[] {Math.min(0, low), Math.max(1, high)};
            case ROBUST -> room(Math.min(0, low), robust(all));
        };
    }

    private static double robust(double[] sorted) {
        int last = sorted.length - 1;
        return sorted.length < ENOUGH_TO_LEAVE_SOME_OUT ? sorted[last] : sorted[(int) (last * HIGHEST_SHARE_SHOWN)] * ROOM;
    }

    private static double[] room(double low, double high) {
        if (high > low) {
            return new double[] {low, low + (high - low) * ROOM};
        }
        double half = low == 0 ? 1 : Math.abs(low) / 2;
        return new double[] {low - (low == 0 ? 0 : half), low + half};
    }

    @Override
    public String toString() {
        return "PlotFrame[" + width + " x " + height + ", " + Arrays.toString(new double[] {x.low(), x.high(), y.low(), y.high()}) + "]";
    }
}
