package labelwright.canvas.raster;

/// A short text as coverage per pixel, ready to be stamped in any colour.
public final class TextMask {

    /// Turns a text into its mask.
    @FunctionalInterface
    public interface Source {
        TextMask of(String text);
    }

    private static final int BYTE = 0xFF;

    private final int width;
    private final int height;
    private final byte[] alpha;

    /// @param alpha coverage 0 to 255 row by row; taken over, not copied
    public TextMask(int width, int height, byte[] alpha) {
        if (alpha.length != width * height) {
            throw new IllegalArgumentException("A mask of %d x %d needs as many bytes, not %d".formatted(width, height, alpha.length));
        }
        this.width = width;
        this.height = height;
        this.alpha = alpha;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /// 0 to 256.
    int coverage(int x, int y) {
        int value = alpha[y * width + x] & BYTE;
        return value + (value >>> 7);
    }
}
