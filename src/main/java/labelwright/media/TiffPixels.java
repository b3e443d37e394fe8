package labelwright.media;

import org.jspecify.annotations.Nullable;

import labelwright.media.tiff.Samples;
import labelwright.media.tiff.TiffImage;

/// Makes pictures of the samples of a TIFF file.
final class TiffPixels {
    private static final int OPAQUE = 0xff000000;

    private TiffPixels() {}

    static DeepImage.Channels channels(TiffImage image) {
        boolean rgb = image.colours() == TiffImage.Colours.RGB;
        double opaque = image.hasAlpha() ? Math.max(1, image.highest()) : 0;
        return new DeepImage.Channels(rgb ? 3 : 1, image.colours() == TiffImage.Colours.WHITE_IS_ZERO, opaque);
    }

    /// A picture with its samples where the image is deep, as the screen shows it otherwise.
    ///
    /// @param samples already turned
    /// @param range of the whole picture; null to find it in these samples
    static Picture picture(TiffImage image, Samples samples, @Nullable SampleRange range) {
        if (image.isDeep()) {
            DeepImage.Channels channels = channels(image);
            return range == null ? new DeepImage(samples, channels) : new DeepImage(samples, channels, range);
        }
        int[] argb = new int[samples.width() * samples.height()];
        switch (samples) {
            case Samples.Bytes bytes -> fill(image, bytes, argb);
            case Samples.Shorts shorts -> {
                int[] palette = image.palette();
                for (int i = 0; i < argb.length; i++) {
                    argb[i] = palette[shorts.array()[i * shorts.channels()] & 0xffff];
                }
            }
            case Samples.Floats _ -> throw new IllegalStateException("floating-point samples are deep");
        }
        return new PixelImage(samples.width(), samples.height(), argb);
    }

    private static void fill(TiffImage image, Samples.Bytes samples, int[] argb) {
        byte[] from = samples.array();
        int step = samples.channels();
        int highest = (int) image.highest();
        switch (image.colours()) {
            case PALETTE -> {
                int[] palette = image.palette();
                for (int i = 0; i < argb.length; i++) {
                    argb[i] = palette[from[i * step] & 0xff];
                }
            }
            case BLACK_IS_ZERO, WHITE_IS_ZERO -> {
                boolean inverted = image.colours() == TiffImage.Colours.WHITE_IS_ZERO;
                for (int i = 0; i < argb.length; i++) {
                    int grey = (from[i * step] & 0xff) * 255 / highest;
                    grey = inverted ? 255 - grey : grey;
                    argb[i] = alpha(image, from, i * step + 1) | grey << 16 | grey << 8 | grey;
                }
            }
            case RGB -> {
                for (int i = 0, at = 0; i < argb.length; i++, at += step) {
                    int rgb = highest == 255
                            ? (from[at] & 0xff) << 16 | (from[at + 1] & 0xff) << 8 | (from[at + 2] & 0xff)
                            : scaled(from, at, highest);
                    argb[i] = alpha(image, from, at + 3) | rgb;
                }
            }
        }
    }

    private static int scaled(byte[] from, int at, int highest) {
        int red = (from[at] & 0xff) * 255 / highest;
        int green = (from[at + 1] & 0xff) * 255 / highest;
        int blue = (from[at + 2] & 0xff) * 255 / highest;
        return red << 16 | green << 8 | blue;
    }

    private static int alpha(TiffImage image, byte[] from, int at) {
        return image.hasAlpha() ? ((from[at] & 0xff) * 255 / (int) image.highest()) << 24 : OPAQUE;
    }
}
