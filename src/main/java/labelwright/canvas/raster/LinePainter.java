package labelwright.canvas.raster;

/// Draws anti-aliased straight lines of any width into a raster.
///
/// Along its longer axis the line is cut into pixel columns; in each the line is taken as a bar whose ends give the coverage of the
/// pixels. Exact for axis-parallel lines, and for slanted ones too close to exact to be seen at the widths of outlines. Inside a line
/// places are counted in whole numbers, from the start of the line whatever the clip is.
final class LinePainter {
    /// How far a line runs past its ends, in half widths, so that outlines have no notches at their corners.
    private static final double CAP = 1;
    private static final int BITS = 32;
    private static final int LONG_HAIR = 4_096;
    private static final double ONE = 1L << BITS;

    private final Raster raster;

    LinePainter(Raster raster) {
        this.raster = raster;
    }

    void line(double x0, double y0, double x1, double y1, double width, int premultiplied) {
        double half = width / 2;
        DeviceRect clip = raster.clip();
        double reach = 2 * half + 1;
        if (Math.max(x0, x1) + reach < clip.left() || Math.min(x0, x1) - reach > clip.right() || Math.max(y0, y1) + reach < clip.top()
                || Math.min(y0, y1) - reach > clip.bottom()) {
            return;
        }
        double dx = x1 - x0;
        double dy = y1 - y0;
        if (Math.abs(dx) >= Math.abs(dy)) {
            if (dx < 0) {
                along(x1, y1, x0, slope(dy, dx), half, premultiplied);
            } else {
                along(x0, y0, x1, slope(dy, dx), half, premultiplied);
            }
        } else if (dy < 0) {
            down(x1, y1, y0, slope(dx, dy), half, premultiplied);
        } else {
            down(x0, y0, y1, slope(dx, dy), half, premultiplied);
        }
    }

    /// A line of single pixels without shades: many times quicker when it is short.
    void hair(double x0, double y0, double x1, double y1, int premultiplied) {
        DeviceRect clip = raster.clip();
        double dx = x1 - x0;
        double dy = y1 - y0;
        int steps = (int) Math.ceil(Math.max(Math.abs(dx), Math.abs(dy)));
        if (steps > LONG_HAIR) {
            line(x0, y0, x1, y1, 1, premultiplied);
            return;
        }
        long stepX = steps == 0 ? 0 : (long) (dx / steps * ONE);
        long stepY = steps == 0 ? 0 : (long) (dy / steps * ONE);
        long x = (long) (x0 * ONE);
        long y = (long) (y0 * ONE);
        for (int i = 0; i <= steps; i++) {
            int column = (int) (x >> BITS);
            int row = (int) (y >> BITS);
            if (column >= clip.left() && column < clip.right() && row >= clip.top() && row < clip.bottom()) {
                raster.cover(row * raster.width() + column, premultiplied, Argb.WHOLE);
            }
            x += stepX;
            y += stepY;
        }
    }

    /// Dashes of `on` pixels with gaps of `off`, starting `phase` pixels into the pattern; gives the phase at the end.
    double dashed(double x0, double y0, double x1, double y1, Dashes dashes, double width, int premultiplied) {
        double length = Math.hypot(x1 - x0, y1 - y0);
        double period = dashes.on() + dashes.off();
        double ux = length == 0 ? 0 : (x1 - x0) / length;
        double uy = length == 0 ? 0 : (y1 - y0) / length;
        for (double from = -dashes.phase(); from < length; from += period) {
            double a = Math.max(0, from);
            double b = Math.min(length, from + dashes.on() - CAP * width);
            if (b >= a) {
                line(x0 + ux * a, y0 + uy * a, x0 + ux * b, y0 + uy * b, width, premultiplied);
            }
        }
        return (dashes.phase() + length) % period;
    }

    /// A dash pattern in device pixels and where in it a line starts.
    record Dashes(double on, double off, double phase) {
        Dashes at(double nextPhase) {
            return new Dashes(on, off, nextPhase);
        }
    }

    private static double slope(double rise, double run) {
        return run == 0 ? 0 : rise / run;
    }

    /// Column by column, left to right.
    private void along(double x0, double y0, double x1, double slope, double half, int colour) {
        double stretch = Math.sqrt(1 + slope * slope);
        double start = x0 - CAP * half / stretch;
        double end = x1 + CAP * half / stretch;
        DeviceRect clip = raster.clip();
        int first = Math.max((int) Math.floor(start), clip.left());
        int last = Math.min((int) Math.ceil(end), clip.right());
        long extent = (long) (half * stretch * ONE);
        long step = (long) (slope * ONE);
        long origin = (long) Math.floor(start);
        long centre = (long) ((y0 + slope * (origin + 0.5 - x0)) * ONE) + step * (first - origin);
        int stride = raster.width();
        for (int x = first; x < last; x++) {
            int part = part(start, end, x);
            long top = centre - extent;
            long bottom = centre + extent;
            int from = (int) Math.max(top >> BITS, clip.top());
            int to = (int) Math.min((bottom - 1) >> BITS, clip.bottom() - 1L);
            for (int y = from; y <= to; y++) {
                raster.cover(y * stride + x, colour, (covered(top, bottom, y) * part) >> 8);
            }
            centre += step;
        }
    }

    /// Row by row, top to bottom.
    private void down(double x0, double y0, double y1, double slope, double half, int colour) {
        double stretch = Math.sqrt(1 + slope * slope);
        double start = y0 - CAP * half / stretch;
        double end = y1 + CAP * half / stretch;
        DeviceRect clip = raster.clip();
        int first = Math.max((int) Math.floor(start), clip.top());
        int last = Math.min((int) Math.ceil(end), clip.bottom());
        long extent = (long) (half * stretch * ONE);
        long step = (long) (slope * ONE);
        long origin = (long) Math.floor(start);
        long centre = (long) ((x0 + slope * (origin + 0.5 - y0)) * ONE) + step * (first - origin);
        int stride = raster.width();
        for (int y = first; y < last; y++) {
            int part = part(start, end, y);
            long left = centre - extent;
            long right = centre + extent;
            int from = (int) Math.max(left >> BITS, clip.left());
            int to = (int) Math.min((right - 1) >> BITS, clip.right() - 1L);
            for (int x = from; x <= to; x++) {
                raster.cover(y * stride + x, colour, (covered(left, right, x) * part) >> 8);
            }
            centre += step;
        }
    }

    /// How much of a column lies between the ends of the line, of 256.
    private static int part(double start, double end, int column) {
        if (start <= column && end >= column + 1) {
            return Argb.WHOLE;
        }
        return (int) Math.max(0, (Math.min(column + 1, end) - Math.max(column, start)) * Argb.WHOLE);
    }

    /// How much of a pixel lies between two edges, of 256.
    private static int covered(long from, long to, int pixel) {
        long begin = Math.max(from, (long) pixel << BITS);
        long end = Math.min(to, (long) (pixel + 1) << BITS);
        return (int) ((end - begin) >> (BITS - 8));
    }
}
