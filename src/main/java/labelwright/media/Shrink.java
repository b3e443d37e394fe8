package labelwright.media;

import labelwright.media.tiff.Samples;

/// Makes pictures smaller by a whole number: the average of squares, those at the right and lower edge perhaps cut.
final class Shrink {
    private static final int OPAQUE = 0xff000000;
    private static final int RED_BLUE = 0xff00ff;
    /// Up to here the sum of one channel over a square fits 16 bits.
    private static final int MOST_QUICK = 16;

    private Shrink() {}

    static Picture by(Picture picture, int factor) {
        if (factor == 1) {
            return picture;
        }
        return switch (picture) {
            case PixelImage pixels -> pixels(pixels, factor);
            case DeepImage deep -> new DeepImage(samples(deep.samples(), factor), deep.channels(), deep.range());
            case TiledPicture _ -> throw new IllegalArgumentException("a picture in tiles is shrunk tile by tile");
        };
    }

    /// Colours are weighted by alpha, as everywhere.
    private static PixelImage pixels(PixelImage from, int factor) {
        int width = Math.ceilDiv(from.width(), factor);
        int height = Math.ceilDiv(from.height(), factor);
        int[] source = from.argb();
        int[] target = new int[width * height];
        boolean quick = factor <= MOST_QUICK && Integer.bitCount(factor) == 1 && isOpaque(source);
        for (int y = 0; y < height; y++) {
            int bottom = Math.min(from.height(), (y + 1) * factor);
            int squares = quick && bottom == (y + 1) * factor ? from.width() / factor : 0;
            squares(source, from.width(), y * factor, factor, target, y * width, squares);
            for (int x = squares; x < width; x++) {
                int right = Math.min(from.width(), (x + 1) * factor);
                target[y * width + x] = average(source, from.width(), x * factor, y * factor, right, bottom);
            }
        }
        return new PixelImage(width, height, target);
    }

    private static boolean isOpaque(int[] source) {
        int all = OPAQUE;
        for (int pixel : source) {
            all &= pixel;
        }
        return (all & OPAQUE) == OPAQUE;
    }

    /// The same as [#average] for the first whole squares of a row when nothing is transparent: red and blue are added in one number.
    ///
    /// @param factor a power of two
    private static void squares(int[] source, int stride, int top, int factor, int[] target, int at, int count) {
        int bits = 2 * Integer.numberOfTrailingZeros(factor);
        int half = 1 << bits >> 1;
        for (int x = 0; x < count; x++) {
            int redBlue = half << 16 | half;
            int green = half;
            for (int y = top; y < top + factor; y++) {
                int start = y * stride + x * factor;
                for (int i = start; i < start + factor; i++) {
                    redBlue += source[i] & RED_BLUE;
                    green += source[i] >> 8 & 0xff;
                }
            }
            target[at + x] = OPAQUE | ((redBlue >>> bits) & RED_BLUE) | ((green >> bits) << 8);
        }
    }

    private static int average(int[] source, int stride, int left, int top, int right, int bottom) {
        long alpha = 0;
        long red = 0;
        long green = 0;
        long blue = 0;
        for (int y = top; y < bottom; y++) {
            for (int i = y * stride + left; i < y * stride + right; i++) {
                int pixel = source[i];
                int a = pixel >>> 24;
                alpha += a;
                red += (long) a * (pixel >> 16 & 0xff);
                green += (long) a * (pixel >> 8 & 0xff);
                blue += (long) a * (pixel & 0xff);
            }
        }
        if (alpha == 0) {
            return 0;
        }
        long count = (long) (bottom - top) * (right - left);
        long half = alpha / 2;
        return (int) ((alpha + count / 2) / count) << 24 | (int) ((red + half) / alpha) << 16 | (int) ((green + half) / alpha) << 8
                | (int) ((blue + half) / alpha);
    }

    private static Samples samples(Samples from, int factor) {
        int width = Math.ceilDiv(from.width(), factor);
        int height = Math.ceilDiv(from.height(), factor);
        int channels = from.channels();
        Samples to = from.ofSize(width, height);
        for (int y = 0; y < height; y++) {
            int bottom = Math.min(from.height(), (y + 1) * factor);
            for (int x = 0; x < width; x++) {
                int right = Math.min(from.width(), (x + 1) * factor);
                for (int channel = 0; channel < channels; channel++) {
                    double sum = 0;
                    for (int row = y * factor; row < bottom; row++) {
                        for (int column = x * factor; column < right; column++) {
                            sum += from.value((row * from.width() + column) * channels + channel);
                        }
                    }
                    double mean = sum / ((double) (bottom - y * factor) * (right - x * factor));
                    put(to, (y * width + x) * channels + channel, mean);
                }
            }
        }
        return to;
    }

    private static void put(Samples to, int index, double value) {
        switch (to) {
            case Samples.Bytes bytes -> bytes.array()[index] = (byte) Math.round(value);
            case Samples.Shorts shorts -> shorts.array()[index] = (short) Math.round(value);
            case Samples.Floats floats -> floats.array()[index] = (float) value;
        }
    }
}
