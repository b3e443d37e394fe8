package labelwright.media;

/// A decoded picture, upright: pixels as `0xAARRGGBB`, sRGB, alpha not premultiplied, row by row from the top left.
///
/// The array is handed out without a copy, because pictures are large and go straight into a canvas or a tensor. Nobody may write to it:
/// the same picture is shared by the cache, the screen and the training run. Safe to read from any thread.
public final class PixelImage {

    private static final long OBJECT_BYTES = 48;

    private final int width;
    private final int height;
    private final int[] argb;

    /// Takes over the array; the caller gives up writing to it.
    public PixelImage(int width, int height, int[] argb) {
        if (width < 1 || height < 1 || (long) width * height != argb.length) {
            throw new IllegalArgumentException("A picture of %d x %d needs as many pixels, not %d".formatted(width, height, argb.length));
        }
        this.width = width;
        this.height = height;
        this.argb = argb;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /// The pixels themselves, not a copy: read only. Index `y * width + x`.
    public int[] argb() {
        return argb;
    }

    public int argb(int x, int y) {
        if (x < 0 || x >= width) {
            throw new IndexOutOfBoundsException("x = " + x + " in a picture of width " + width);
        }
        return argb[y * width + x];
    }

    /// What this picture takes of the heap, in bytes.
    public long weightBytes() {
        return 4L * argb.length + OBJECT_BYTES;
    }

    /// This picture at another size in pixels: the area average where it shrinks, bilinear where it grows. Itself when the size is the same.
    public PixelImage scaledTo(int newWidth, int newHeight) {
        return newWidth == width && newHeight == height ? this : Scaler.scale(this, newWidth, newHeight);
    }

    @Override
    public String toString() {
        return "PixelImage[" + width + " x " + height + "]";
    }
}
