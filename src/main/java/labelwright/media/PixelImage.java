package labelwright.media;

import java.util.List;

/// A decoded picture, upright: pixels as `0xAARRGGBB`, sRGB, alpha not premultiplied, row by row from the top left.
///
/// The array is handed out without a copy, because pictures are large and go straight into a canvas or a tensor. Nobody may write to it:
/// the same picture is shared by the cache, the screen and the training run. Safe to read from any thread.
public final class PixelImage implements Picture {

    private static final long OBJECT_BYTES = 48;

    private final int width;
    private final int height;
    private final int[] argb;
    private final List<PixelImage> halves;

    /// Takes over the array; the caller gives up writing to it.
    public PixelImage(int width, int height, int[] argb) {
        this(width, height, argb, List.of());
    }

    private PixelImage(int width, int height, int[] argb, List<PixelImage> halves) {
        if (width < 1 || height < 1 || (long) width * height != argb.length) {
            throw new IllegalArgumentException("A picture of %d x %d needs as many pixels, not %d".formatted(width, height, argb.length));
        }
        this.width = width;
        this.height = height;
        this.argb = argb;
        this.halves = halves;
    }

    /// This picture together with its halved copies, so that it can be drawn small at once. They take a third of what the picture takes,
    /// and about 2 ns for each of its pixels to make. Itself when it has them already; its pixels are shared, not copied.
    public PixelImage withHalves() {
        return halves.isEmpty() ? new PixelImage(width, height, argb, Halving.copies(this)) : this;
    }

    /// The halved copies, each with half the width and height (rounded up) of the one before, down to about 256 pixels. Empty when they were
    /// not made, or when the picture is small itself.
    public List<PixelImage> halves() {
        return halves;
    }

    @Override
    public int width() {
        return width;
    }

    @Override
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

    /// What this picture and its halved copies take of the heap, in bytes.
    public long weightBytes() {
        return 4L * argb.length + OBJECT_BYTES + halves.stream().mapToLong(PixelImage::weightBytes).sum();
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
