package labelwright.canvas.raster;

import org.jspecify.annotations.Nullable;

/// A [PictureTone] as a table of what each of 256 values becomes, to be applied to pixel after pixel. Immutable.
final class ToneTable {
    private static final int VALUES = 256;
    private static final int MOST = VALUES - 1;
    private static final int OPAQUE = 0xFF000000;

    private final byte[] values = new byte[VALUES];
    private final PictureTone.Channel channel;

    private ToneTable(PictureTone tone) {
        channel = tone.channel();
        for (int i = 0; i < VALUES; i++) {
            values[i] = (byte) Math.round(tone.map(i / (double) MOST) * MOST);
        }
    }

    /// Null for the identity, so that a picture that is shown as it is costs nothing.
    static @Nullable ToneTable of(PictureTone tone) {
        return tone.isIdentity() ? null : new ToneTable(tone);
    }

    /// @param argb not premultiplied
    int apply(int argb) {
        int red = argb >> 16 & MOST;
        int green = argb >> 8 & MOST;
        int blue = argb & MOST;
        int alpha = argb & OPAQUE;
        return switch (channel) {
            case ALL -> alpha | (values[red] & MOST) << 16 | (values[green] & MOST) << 8 | (values[blue] & MOST);
            case RED -> alpha | grey(red);
            case GREEN -> alpha | grey(green);
            case BLUE -> alpha | grey(blue);
            case ALPHA -> OPAQUE | grey(argb >>> 24);
        };
    }

    private int grey(int value) {
        return (values[value] & MOST) * 0x010101;
    }
}
