package labelwright.media;

import java.util.Arrays;

import labelwright.media.tiff.Samples;

/// The samples that occur in a picture, and the window it is shown with at first.
///
/// @param low the lowest
/// @param high the highest; at least as high as `low`
/// @param proposed from the 0.5th to the 99.5th percentile, so that a few hot pixels do not make the rest black; the whole range where
///     that leaves nothing between
public record SampleRange(double low, double high, SampleWindow proposed) {
    private static final int LOOKED_AT = 1 << 18;
    private static final double TAIL = 0.005;

    /// Looks at a quarter of a million samples at most, evenly spread. Not-a-number is passed over.
    ///
    /// @param colours how many channels of a pixel count, from the first
    static SampleRange of(Samples samples, int colours) {
        long pixels = (long) samples.width() * samples.height();
        // an odd step does not fall into the columns of a picture with an even width
        int step = (int) Math.max(1, pixels * colours / LOOKED_AT | 1);
        double[] seen = new double[(int) ((pixels - 1) / step + 1) * colours];
        int count = 0;
        for (long pixel = 0; pixel < pixels; pixel += step) {
            for (int channel = 0; channel < colours; channel++) {
                double value = samples.value((int) pixel * samples.channels() + channel);
                if (Double.isFinite(value)) {
                    seen[count++] = value;
                }
            }
        }
        if (count == 0) {
            return new SampleRange(0, 1, new SampleWindow(0, 1));
        }
        Arrays.sort(seen, 0, count);
        double low = seen[0];
        double high = seen[count - 1];
        double darkest = seen[(int) (count * TAIL)];
        double brightest = seen[count - 1 - (int) (count * TAIL)];
        if (brightest > darkest) {
            return new SampleRange(low, high, new SampleWindow(darkest, brightest));
        }
        return new SampleRange(low, high,
                high > low ? new SampleWindow(low, high) : new SampleWindow(low, low + Math.max(1, Math.ulp(low))));
    }
}
