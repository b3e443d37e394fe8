package labelwright.ui.control.chart;

/// The exponential moving average that evens out a noisy line.
public final class Smoothing {
    private Smoothing() {}

    /// The mean of all points so far, each weighing `weight` times as much as the next; divided by the sum of the weights, so that the
    /// start of the line is not drawn towards zero.
    ///
    /// @param weight from 0 (the curve itself) to below 1
    public static Curve ema(Curve curve, double weight) {
        if (weight < 0 || weight >= 1) {
            throw new IllegalArgumentException("A smoothing weight lies from 0 to below 1, not at " + weight);
        }
        if (weight == 0) {
            return curve;
        }
        double[] smooth = curve.ys();
        double sum = 0;
        double weights = 0;
        for (int i = 0; i < smooth.length; i++) {
            sum = weight * sum + smooth[i];
            weights = weight * weights + 1;
            smooth[i] = sum / weights;
        }
        return curve.withYs(smooth);
    }
}
