package labelwright.canvas.raster;

import org.jspecify.annotations.Nullable;

import labelwright.geometry.Bounds;

/// Draws a picture into a raster: single pixels as squares when magnified twice or more, smoothly otherwise. Where the picture is
/// transparent a checkerboard shows.
final class PicturePainter {
    private static final double SQUARES_FROM = 2;
    private static final int FRACTION_BITS = 16;
    private static final int ONE = 1 << FRACTION_BITS;
    private static final int OPAQUE = 0xFF;
    private static final int CHECK_BITS = 3;
    private static final int LIGHT = 0xFFCCCCCC;
    private static final int DARK = 0xFF999999;

    private PicturePainter() {}

    /// @param tone how values are shown; null for as they are
    static void paint(Raster raster, PictureSource picture, Viewport view, @Nullable ToneTable tone) {
        Bounds screen = view.toScreen(new Bounds(0, 0, picture.width(), picture.height()));
        DeviceRect area = new DeviceRect((int) Math.round(screen.x()), (int) Math.round(screen.y()), (int) Math.round(screen.maxX()),
                (int) Math.round(screen.maxY())).intersect(raster.clip());
        if (area.isEmpty()) {
            return;
        }
        int level = picture.levelFor(view.scale());
        double stepX = picture.across(level) / screen.width();
        double stepY = picture.down(level) / screen.height();
        boolean squares = view.scale() >= SQUARES_FROM || (stepX == 1 && stepY == 1);
        PictureSource.Part source = picture.part(level, needed(area, screen, stepX, stepY));
        for (int y = area.top(); y < area.bottom(); y++) {
            double sourceY = (y + 0.5 - screen.y()) * stepY;
            double sourceX = (area.left() + 0.5 - screen.x()) * stepX;
            if (squares) {
                nearestRow(raster, source, y, area, sourceX, sourceY, stepX);
            } else {
                smoothRow(raster, source, y, area, sourceX - 0.5, sourceY - 0.5, stepX);
            }
            finishRow(raster, y, area, tone);
        }
    }

    /// The pixels of the level under the area, and those beside them that are mixed in.
    private static DeviceRect needed(DeviceRect area, Bounds screen, double stepX, double stepY) {
        return new DeviceRect((int) Math.floor((area.left() - screen.x()) * stepX) - 1,
                (int) Math.floor((area.top() - screen.y()) * stepY) - 1, (int) Math.ceil((area.right() - screen.x()) * stepX) + 2,
                (int) Math.ceil((area.bottom() - screen.y()) * stepY) + 2);
    }

    private static void nearestRow(Raster raster, PictureSource.Part source, int y, DeviceRect area, double sourceX, double sourceY,
            double stepX) {
        int[] from = source.argb();
        int[] to = raster.pixels();
        DeviceRect known = source.area();
        int row = (Math.clamp((int) sourceY, known.top(), known.bottom() - 1) - known.top()) * source.stride();
        int first = known.left();
        int last = known.right() - 1;
        int target = y * raster.width();
        long step = (long) (stepX * ONE);
        long at = (long) (sourceX * ONE);
        for (int x = area.left(); x < area.right(); x++) {
            to[target + x] = from[row + Math.clamp(at >> FRACTION_BITS, first, last) - first];
            at += step;
        }
    }

    private static void smoothRow(Raster raster, PictureSource.Part source, int y, DeviceRect area, double sourceX, double sourceY,
            double stepX) {
        int[] from = source.argb();
        int[] to = raster.pixels();
        DeviceRect known = source.area();
        int first = known.left();
        int last = known.right() - 1;
        int floorY = (int) Math.floor(sourceY);
        int upper = (Math.clamp(floorY, known.top(), known.bottom() - 1) - known.top()) * source.stride();
        int lower = (Math.clamp(floorY + 1, known.top(), known.bottom() - 1) - known.top()) * source.stride();
        int fy = (int) ((sourceY - floorY) * 256);
        int target = y * raster.width();
        long step = (long) (stepX * ONE);
        long at = (long) Math.floor(sourceX * ONE);
        for (int x = area.left(); x < area.right(); x++) {
            int column = (int) (at >> FRACTION_BITS);
            int fx = (int) (at >> 8) & 0xFF;
            int left = Math.clamp(column, first, last) - first;
            int right = Math.clamp(column + 1, first, last) - first;
            to[target + x] = Argb.mix(Argb.mix(from[upper + left], from[upper + right], fx),
                    Argb.mix(from[lower + left], from[lower + right], fx), fy);
            at += step;
        }
    }

    /// Shows the values as the tone says, and a checkerboard where the picture is transparent.
    private static void finishRow(Raster raster, int y, DeviceRect area, @Nullable ToneTable tone) {
        int[] to = raster.pixels();
        int target = y * raster.width();
        if (tone != null) {
            for (int x = area.left(); x < area.right(); x++) {
                to[target + x] = tone.apply(to[target + x]);
            }
        }
        for (int x = area.left(); x < area.right(); x++) {
            int pixel = to[target + x];
            if (pixel >>> 24 != OPAQUE) {
                to[target + x] = overCheckerboard(pixel, x, y);
            }
        }
    }

    private static int overCheckerboard(int pixel, int x, int y) {
        int below = ((x >> CHECK_BITS ^ y >> CHECK_BITS) & 1) == 0 ? LIGHT : DARK;
        int alpha = pixel >>> 24;
        return Argb.mix(below, pixel | 0xFF000000, alpha + (alpha >>> 7)) | 0xFF000000;
    }
}
