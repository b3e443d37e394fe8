package labelwright.engine;

import labelwright.geometry.Bounds;
import labelwright.media.PixelImage;

/// A decoded picture as the loader keeps it: one byte per channel, red, green, blue, row by row.
///
/// @param toOriginal picture pixels of the original per pixel of this one (1 or more after down-sizing)
@SuppressWarnings("ArrayRecordComponent") // large arrays, handed on without a copy and never compared
record RgbPicture(int width, int height, byte[] rgb, double toOriginal) {

    static RgbPicture of(PixelImage image, double toOriginal) {
        int[] argb = image.argb();
        int pixels = image.width() * image.height();
        byte[] rgb = new byte[pixels * 3];
        for (int i = 0, o = 0; i < pixels; i++) {
            int p = argb[i];
            rgb[o++] = (byte) (p >> 16);
            rgb[o++] = (byte) (p >> 8);
            rgb[o++] = (byte) p;
        }
        return new RgbPicture(image.width(), image.height(), rgb, toOriginal);
    }

    /// From pixels of this picture to those of the original, cut at its edges.
    Bounds toOriginal(Bounds b) {
        double x0 = Math.clamp(b.x(), 0, width) * toOriginal;
        double y0 = Math.clamp(b.y(), 0, height) * toOriginal;
        double x1 = Math.clamp(b.x() + b.width(), 0, width) * toOriginal;
        double y1 = Math.clamp(b.y() + b.height(), 0, height) * toOriginal;
        return new Bounds(x0, y0, x1 - x0, y1 - y0);
    }

    /// A copy whose sides are a whole number of times smaller, each pixel the mean of the block it covers.
    RgbPicture shrunk(int times) {
        int w = Math.max(1, width / times);
        int h = Math.max(1, height / times);
        byte[] out = new byte[w * h * 3];
        int area = times * times;
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                for (int c = 0; c < 3; c++) {
                    int sum = area / 2;
                    for (int dy = 0; dy < times; dy++) {
                        int row = ((y * times + dy) * width + x * times) * 3 + c;
                        for (int dx = 0; dx < times; dx++) {
                            sum += rgb[row + dx * 3] & 0xff;
                        }
                    }
                    out[(y * w + x) * 3 + c] = (byte) (sum / area);
                }
            }
        }
        return new RgbPicture(w, h, out, toOriginal * times);
    }
}
