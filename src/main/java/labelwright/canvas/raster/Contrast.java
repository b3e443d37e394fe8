package labelwright.canvas.raster;

import labelwright.model.Colour;

/// Which text can be read on a colour.
public final class Contrast {
    private static final int WHITE = 0xFFFFFF;
    private static final int BLACK = 0x14171A;
    /// The relative luminance at which white and black have the same contrast (WCAG 2.1: (L + 0.05) squared = 1.05 * 0.05), moved up a
    /// little because white text on strong colours reads better than the formula says.
    private static final double TURN = 0.3;

    private Contrast() {}

    /// 0xRRGGBB of near black or white.
    public static int textOn(Colour colour) {
        double luminance = 0.2126 * linear(colour.red()) + 0.7152 * linear(colour.green()) + 0.0722 * linear(colour.blue());
        return luminance > TURN ? BLACK : WHITE;
    }

    /// WCAG 2.1 relative luminance of one channel.
    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
}
