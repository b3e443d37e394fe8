package labelwright.media;

import java.util.Locale;
import java.util.StringJoiner;

import labelwright.media.tiff.Samples;

/// A picture, upright, whose samples are more than a screen can show at once: 16 bits, signed or floating point. A [SampleWindow] says which
/// of them become black and white; mapping takes about 1.5 ns a sample, so that a window can be changed live. Immutable, any thread.
public final class DeepImage implements Picture {
    private static final int OPAQUE = 0xff000000;
    private static final int SIXTEEN_BITS = 1 << 16;
    private static final long OBJECT_BYTES = 96;

    /// What the first channels are.
    ///
    /// @param count of colour channels: 1 for grey, 3 for red, green and blue
    /// @param inverted the lowest sample is white
    /// @param alphaHighest the sample of the channel behind the colours that means opaque; 0 when there is no such channel
    record Channels(int count, boolean inverted, double alphaHighest) {}

    private final Samples samples;
    private final Channels channels;
    private final SampleRange range;

    DeepImage(Samples samples, Channels channels) {
        this(samples, channels, SampleRange.of(samples, channels.count));
    }

    /// A part of a picture whose range is known.
    DeepImage(Samples samples, Channels channels, SampleRange range) {
        this.samples = samples;
        this.channels = channels;
        this.range = range;
    }

    @Override
    public int width() {
        return samples.width();
    }

    @Override
    public int height() {
        return samples.height();
    }

    Samples samples() {
        return samples;
    }

    Channels channels() {
        return channels;
    }

    public SampleRange range() {
        return range;
    }

    /// The samples of a pixel as text, with commas between channels.
    public String value(int x, int y) {
        StringJoiner text = new StringJoiner(", ");
        for (int channel = 0; channel < samples.channels(); channel++) {
            double value = samples.value((y * samples.width() + x) * samples.channels() + channel);
            text.add(value == Math.rint(value) && Math.abs(value) < 1e9
                    ? Long.toString((long) value)
                    : String.format(Locale.ROOT, "%.5g", value));
        }
        return text.toString();
    }

    /// What it takes of the heap, in bytes.
    public long weightBytes() {
        long count = (long) samples.width() * samples.height() * samples.channels();
        return OBJECT_BYTES + switch (samples) {
            case Samples.Bytes _ -> count;
            case Samples.Shorts _ -> 2 * count;
            case Samples.Floats _ -> 4 * count;
        };
    }

    /// The picture as a screen shows it through this window.
    public PixelImage map(SampleWindow window) {
        byte[] table = switch (samples) {
            case Samples.Shorts _ -> table(window);
            case Samples.Bytes _, Samples.Floats _ -> new byte[0];
        };
        int[] argb = new int[samples.width() * samples.height()];
        int step = samples.channels();
        boolean grey = channels.count == 1;
        for (int i = 0, from = 0; i < argb.length; i++, from += step) {
            int red = shade(from, table, window);
            int green = grey ? red : shade(from + 1, table, window);
            int blue = grey ? red : shade(from + 2, table, window);
            argb[i] = alpha(from) | red << 16 | green << 8 | blue;
        }
        return new PixelImage(samples.width(), samples.height(), argb);
    }

    private int shade(int index, byte[] table, SampleWindow window) {
        return switch (samples) {
            case Samples.Shorts shorts -> table[shorts.array()[index] & 0xffff] & 0xff;
            case Samples.Floats floats -> shade(floats.array()[index], window);
            case Samples.Bytes bytes -> shade(bytes.array()[index] & 0xff, window);
        };
    }

    /// Not-a-number is black.
    private int shade(double value, SampleWindow window) {
        if (Double.isNaN(value)) {
            return 0;
        }
        double unit = window.unit(value);
        return (int) Math.round(255 * (channels.inverted ? 1 - unit : unit));
    }

    private int alpha(int from) {
        if (channels.alphaHighest == 0) {
            return OPAQUE;
        }
        double alpha = samples.value(from + channels.count) / channels.alphaHighest;
        return (int) Math.round(255 * Math.clamp(alpha, 0.0, 1.0)) << 24;
    }

    private byte[] table(SampleWindow window) {
        byte[] table = new byte[SIXTEEN_BITS];
        for (int value = 0; value < SIXTEEN_BITS; value++) {
            table[value] = (byte) shade((double) value, window);
        }
        return table;
    }
}
