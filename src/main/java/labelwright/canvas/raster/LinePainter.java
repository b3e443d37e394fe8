package labelwright.canvas.raster;

/// Draws anti-aliased straight lines of any width into a raster.
///
/// Along its longer axis the line is cut into pixel columns; in each the line is taken as a bar whose ends give the coverage of the
/// pixels. Exact for axis-parallel lines, and for slanted ones too close to exact to be seen at the widths of outlines.
final class LinePainter {
    private static final double FULL = 256;
    /// How far a line runs past its ends, in half widths, so that outlines have no notches at their corners.
    private static final double CAP = 1;

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

    private void along(double x0, double y0, double x1, double slope, double half, int colour) {
        double stretch = Math.sqrt(1 + slope * slope);
        double extent = half * stretch;
        double start = x0 - CAP * half / stretch;
        double end = x1 + CAP * half / stretch;
        DeviceRect clip = raster.clip();
        int first = Math.max((int) Math.floor(start), clip.left());
        int last = Math.min((int) Math.ceil(end), clip.right());
        int stride = raster.width();
        for (int x = first; x < last; x++) {
            double part = Math.min(x + 1, end) - Math.max(x, start);
            double centre = y0 + slope * (x + 0.5 - x0);
            double top = centre - extent;
            double bottom = centre + extent;
            int from = Math.max((int) Math.floor(top), clip.top());
            int to = Math.min((int) Math.ceil(bottom), clip.bottom());
            for (int y = from; y < to; y++) {
                double covered = Math.min(y + 1, bottom) - Math.max(y, top);
                raster.blend(y * stride + x, colour, (int) (covered * part * FULL));
            }
        }
    }

    private void down(double x0, double y0, double y1, double slope, double half, int colour) {
        double stretch = Math.sqrt(1 + slope * slope);
        double extent = half * stretch;
        double start = y0 - CAP * half / stretch;
        double end = y1 + CAP * half / stretch;
        DeviceRect clip = raster.clip();
        int first = Math.max((int) Math.floor(start), clip.top());
        int last = Math.min((int) Math.ceil(end), clip.bottom());
        int stride = raster.width();
        for (int y = first; y < last; y++) {
            double part = Math.min(y + 1, end) - Math.max(y, start);
            double centre = x0 + slope * (y + 0.5 - y0);
            double left = centre - extent;
            double right = centre + extent;
            int from = Math.max((int) Math.floor(left), clip.left());
            int to = Math.min((int) Math.ceil(right), clip.right());
            for (int x = from; x < to; x++) {
                double covered = Math.min(x + 1, right) - Math.max(x, left);
                raster.blend(y * stride + x, colour, (int) (covered * part * FULL));
            }
        }
    }
}
