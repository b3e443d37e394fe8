package labelwright.media;

import java.util.ArrayList;
import java.util.List;

/// Makes copies of a picture with half the width and height: each pixel is the plain average of four.
final class Halving {
    private static final int SMALLEST = 256;
    private static final int LANES = 0xFF00FF;
    private static final int ROUND = 0x20002;

    private Halving() {}

    static List<PixelImage> copies(PixelImage picture) {
        List<PixelImage> copies = new ArrayList<>();
        PixelImage last = picture;
        while (Math.max(last.width(), last.height()) > SMALLEST) {
            last = half(last);
            copies.add(last);
        }
        return List.copyOf(copies);
    }

    private static PixelImage half(PixelImage from) {
        int width = (from.width() + 1) / 2;
        int height = (from.height() + 1) / 2;
        int[] source = from.argb();
        int[] target = new int[width * height];
        for (int y = 0; y < height; y++) {
            int upper = 2 * y * from.width();
            int lower = Math.min(2 * y + 1, from.height() - 1) * from.width();
            int whole = from.width() / 2;
            int row = y * width;
            for (int x = 0; x < whole; x++) {
                target[row + x] = average(source[upper + 2 * x], source[upper + 2 * x + 1], source[lower + 2 * x],
                        source[lower + 2 * x + 1]);
            }
            if (whole < width) {
                target[row + whole] = average(source[upper + 2 * whole], source[upper + 2 * whole], source[lower + 2 * whole],
                        source[lower + 2 * whole]);
            }
        }
        return new PixelImage(width, height, target);
    }

    /// Two channels at a time.
    private static int average(int a, int b, int c, int d) {
        int low = (a & LANES) + (b & LANES) + (c & LANES) + (d & LANES) + ROUND;
        int high = (a >>> 8 & LANES) + (b >>> 8 & LANES) + (c >>> 8 & LANES) + (d >>> 8 & LANES) + ROUND;
        return (low >>> 2 & LANES) | (high >>> 2 & LANES) << 8;
    }
}
