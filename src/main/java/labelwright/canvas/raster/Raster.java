package labelwright.canvas.raster;

import java.util.Arrays;

/// A buffer of pixels, `0xAARRGGBB` with premultiplied alpha, and the part of it that may be drawn on. Belongs to one thread.
public final class Raster {
    private static final int OPAQUE = 0xFF;

    private final int width;
    private final int height;
    private final int[] pixels;
    private int[] spare = new int[0];
    private DeviceRect clip;

    public Raster(int width, int height) {
        this.width = width;
        this.height = height;
        this.pixels = new int[width * height];
        this.clip = DeviceRect.ofSize(width, height);
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /// The buffer itself, row by row.
    public int[] pixels() {
        return pixels;
    }

    public int pixel(int x, int y) {
        return pixels[y * width + x];
    }

    public DeviceRect clip() {
        return clip;
    }

    /// Nothing outside the rectangle changes until the next call.
    public void clip(DeviceRect area) {
        clip = area.intersect(DeviceRect.ofSize(width, height));
    }

    /// Makes the clip transparent.
    public void clear() {
        for (int y = clip.top(); y < clip.bottom(); y++) {
            Arrays.fill(pixels, y * width + clip.left(), y * width + clip.right(), 0);
        }
    }

    /// Moves all pixels; what comes in at the edges is left as it was and has to be drawn. Not clipped.
    public void scroll(int dx, int dy) {
        int columns = width - Math.abs(dx);
        int rows = height - Math.abs(dy);
        if (columns <= 0 || rows <= 0) {
            return;
        }
        int fromX = Math.max(0, -dx);
        int toX = Math.max(0, dx);
        for (int i = 0; i < rows; i++) {
            int row = dy > 0 ? rows - 1 - i : i - dy;
            System.arraycopy(pixels, row * width + fromX, pixels, (row + dy) * width + toX, columns);
        }
    }

    /// Shows what is drawn at another scale: pixel `x` gets what is at `x * ratio + shiftX`, nothing where that is outside. Coarse, but
    /// ready at once. Not clipped.
    public void rescale(double ratio, double shiftX, double shiftY) {
        if (spare.length != pixels.length) {
            spare = new int[pixels.length];
        }
        System.arraycopy(pixels, 0, spare, 0, pixels.length);
        int[] columns = new int[width];
        for (int x = 0; x < width; x++) {
            double from = (x + 0.5) * ratio + shiftX;
            columns[x] = from >= 0 && from < width ? (int) from : -1;
        }
        for (int y = 0; y < height; y++) {
            double from = (y + 0.5) * ratio + shiftY;
            int target = y * width;
            if (from < 0 || from >= height) {
                Arrays.fill(pixels, target, target + width, 0);
                continue;
            }
            int source = ((int) from) * width;
            for (int x = 0; x < width; x++) {
                pixels[target + x] = columns[x] < 0 ? 0 : spare[source + columns[x]];
            }
        }
    }

    /// The colour with this opacity as a premultiplied pixel.
    ///
    /// @param rgb 0xRRGGBB
    /// @param opacity 0 to 1
    public static int premultiplied(int rgb, double opacity) {
        return Argb.times(0xFF000000 | rgb, (int) Math.round(opacity * Argb.WHOLE));
    }

    /// Fills the rectangle, clipped.
    public void fill(DeviceRect area, int premultiplied) {
        fill(area.left(), area.top(), area.right(), area.bottom(), premultiplied);
    }

    /// As [#fill(DeviceRect, int)], for what is done a hundred thousand times for one frame. Right and bottom are exclusive.
    void fill(int left, int top, int right, int bottom, int premultiplied) {
        int end = Math.min(bottom, clip.bottom());
        for (int y = Math.max(top, clip.top()); y < end; y++) {
            span(y, left, right, premultiplied);
        }
    }

    /// Fills one row from `left` up to `right`, clipped to left and right only: the row must lie inside the clip.
    void span(int y, int left, int right, int premultiplied) {
        int from = y * width + Math.max(left, clip.left());
        int to = y * width + Math.min(right, clip.right());
        int keep = Argb.transparency(premultiplied);
        if (keep == 0) {
            if (from < to) {
                Arrays.fill(pixels, from, to, premultiplied);
            }
            return;
        }
        for (int i = from; i < to; i++) {
            pixels[i] = premultiplied + Argb.times(pixels[i], keep);
        }
    }

    /// Lays the colour over one pixel. Not clipped: the caller stays inside.
    ///
    /// @param coverage 0 to 256
    void blend(int index, int premultiplied, int coverage) {
        int source = coverage >= Argb.WHOLE ? premultiplied : Argb.times(premultiplied, coverage);
        pixels[index] = Argb.over(source, pixels[index]);
    }

    /// As [#blend], quicker where nothing shines through.
    void cover(int index, int premultiplied, int coverage) {
        if (coverage >= Argb.WHOLE && premultiplied >>> 24 == OPAQUE) {
            pixels[index] = premultiplied;
        } else {
            blend(index, premultiplied, coverage);
        }
    }

    /// Draws a mask in one colour with its left top corner here, clipped.
    public void stamp(TextMask mask, int x, int y, int premultiplied) {
        DeviceRect part = new DeviceRect(x, y, x + mask.width(), y + mask.height()).intersect(clip);
        for (int row = part.top(); row < part.bottom(); row++) {
            for (int column = part.left(); column < part.right(); column++) {
                int coverage = mask.coverage(column - x, row - y);
                if (coverage > 0) {
                    blend(row * width + column, premultiplied, coverage);
                }
            }
        }
    }
}
