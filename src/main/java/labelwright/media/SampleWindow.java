package labelwright.media;

/// Which samples become black and white: the window of radiologists by its ends. Samples outside are cut off.
///
/// @param low becomes black
/// @param high becomes white; above `low`
public record SampleWindow(double low, double high) {
    public SampleWindow {
        if (!(high > low) || !Double.isFinite(low) || !Double.isFinite(high)) {
            throw new IllegalArgumentException("No window goes from " + low + " to " + high);
        }
    }

    /// @param centre the sample that becomes middle grey: the level
    /// @param width from black to white, above 0
    public static SampleWindow of(double centre, double width) {
        return new SampleWindow(centre - width / 2, centre + width / 2);
    }

    public double centre() {
        return (low + high) / 2;
    }

    public double width() {
        return high - low;
    }

    /// The sample as brightness from 0 to 1.
    double unit(double sample) {
        return Math.clamp((sample - low) / (high - low), 0.0, 1.0);
    }
}
