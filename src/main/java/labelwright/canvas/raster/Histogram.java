package labelwright.canvas.raster;

import labelwright.media.PixelImage;

/// How often each of 256 values occurs in a picture, per channel. Of large pictures a regular part of the pixels is counted. Immutable; may be
/// made on any thread.
public final class Histogram {
    public static final int BINS = 256;
    private static final int MOST_COUNTED = 400_000;

    private final int[] red = new int[BINS];
    private final int[] green = new int[BINS];
    private final int[] blue = new int[BINS];
    private final int[] alpha = new int[BINS];

    private Histogram() {}

    public static Histogram of(PixelImage picture) {
        Histogram histogram = new Histogram();
        int[] pixels = picture.argb();
        // An odd step does not fall into the pattern of the rows.
        int step = Math.max(1, pixels.length / MOST_COUNTED) | 1;
        for (int i = 0; i < pixels.length; i += step) {
            int argb = pixels[i];
            histogram.alpha[argb >>> 24]++;
            histogram.red[argb >> 16 & 0xFF]++;
            histogram.green[argb >> 8 & 0xFF]++;
            histogram.blue[argb & 0xFF]++;
        }
        return histogram;
    }

    /// The counts of one channel; for all of them the sum of red, green and blue.
    public int[] counts(PictureTone.Channel channel) {
        return switch (channel) {
            case RED -> red.clone();
            case GREEN -> green.clone();
            case BLUE -> blue.clone();
            case ALPHA -> alpha.clone();
            case ALL -> {
                int[] sum = new int[BINS];
                for (int i = 0; i < BINS; i++) {
                    sum[i] = red[i] + green[i] + blue[i];
                }
                yield sum;
            }
        };
    }

    /// The window that leaves this share of the values at either end out: what a person wants to see of a picture that looks flat.
    ///
    /// @param share 0 to 0.5
    public PictureTone.Window window(PictureTone.Channel channel, double share) {
        int[] counts = counts(channel);
        long total = 0;
        for (int count : counts) {
            total += count;
        }
        int low = 0;
        for (long below = counts[0]; below <= total * share && low < BINS - 1; below += counts[low]) {
            low++;
        }
        int high = BINS - 1;
        for (long above = counts[high]; above <= total * share && high > 0; above += counts[high]) {
            high--;
        }
        double most = BINS - 1;
        return new PictureTone.Window(low / most, Math.max(low, high) / most);
    }
}
