package labelwright.canvas.raster;

/// Arithmetic on `0xAARRGGBB` pixels, two channels at a time. Shares are of 256.
final class Argb {
    static final int WHOLE = 256;
    private static final int LANES = 0xFF00FF;

    private Argb() {}

    /// Every channel times `share`.
    static int times(int pixel, int share) {
        int low = (pixel & LANES) * share;
        int high = (pixel >>> 8 & LANES) * share;
        return (low >>> 8 & LANES) | (high & ~LANES);
    }

    /// A premultiplied pixel laid over another.
    static int over(int source, int below) {
        return source + times(below, transparency(source));
    }

    /// How much of what lies below shows through: 256 for alpha 0, 0 for alpha 255.
    static int transparency(int premultiplied) {
        return WHOLE - (premultiplied >>> 24) - (premultiplied >>> 31);
    }

    /// `a` and `b` in the proportion `256 - share : share`.
    static int mix(int a, int b, int share) {
        int rest = WHOLE - share;
        int low = (a & LANES) * rest + (b & LANES) * share;
        int high = (a >>> 8 & LANES) * rest + (b >>> 8 & LANES) * share;
        return (low >>> 8 & LANES) | (high & ~LANES);
    }
}
