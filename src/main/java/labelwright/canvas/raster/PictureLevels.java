package labelwright.canvas.raster;

import java.util.ArrayList;
import java.util.List;

import labelwright.media.PixelImage;

/// A picture and its halved copies, so that it can be drawn small without reading all of it and without shimmering.
/// Immutable; may be made on any thread. The copies take a third of what the picture takes.
///
/// @param levels the picture first; each next one has half the size, rounded up
public record PictureLevels(List<PixelImage> levels) {
    private static final int SMALLEST = 256;

    public PictureLevels {
        levels = List.copyOf(levels);
    }

    /// Only the picture: at once, but drawn small it is coarse.
    public static PictureLevels raw(PixelImage picture) {
        return new PictureLevels(List.of(picture));
    }

    /// With all halved copies down to about 256 pixels; about 2 ns for each pixel of the picture.
    public static PictureLevels of(PixelImage picture) {
        List<PixelImage> levels = new ArrayList<>();
        levels.add(picture);
        while (Math.max(levels.getLast().width(), levels.getLast().height()) > SMALLEST) {
            levels.add(half(levels.getLast()));
        }
        return new PictureLevels(levels);
    }

    public PixelImage picture() {
        return levels.getFirst();
    }

    public int width() {
        return picture().width();
    }

    public int height() {
        return picture().height();
    }

    /// The number of the smallest level that still has a pixel for every device pixel.
    ///
    /// @param scale device pixels per picture pixel
    int levelFor(double scale) {
        int level = 0;
        while (level + 1 < levels.size() && scale * (2 << level) <= 1) {
            level++;
        }
        return level;
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
            for (int x = 0; x < whole; x++) {
                target[y * width + x] = Argb.average(source[upper + 2 * x], source[upper + 2 * x + 1], source[lower + 2 * x],
                        source[lower + 2 * x + 1]);
            }
            if (whole < width) {
                target[y * width + whole] = Argb.average(source[upper + 2 * whole], source[upper + 2 * whole], source[lower + 2 * whole],
                        source[lower + 2 * whole]);
            }
        }
        return new PixelImage(width, height, target);
    }
}
