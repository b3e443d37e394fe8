package labelwright.ui.control.chart;

/// Maps values to pixels, linearly.
///
/// @param low the value at `from`
/// @param high the value at `to`; above `low`
/// @param from in pixels; above `to` for an axis that rises upwards on the screen
public record Axis(double low, double high, double from, double to) {
    public Axis {
        if (!(high > low)) {
            throw new IllegalArgumentException("An axis from " + low + " to " + high + " has no length");
        }
    }

    public double pixel(double value) {
        return from + (value - low) / (high - low) * (to - from);
    }

    public double value(double pixel) {
        return from == to ? low : low + (pixel - from) / (to - from) * (high - low);
    }
}
