package labelwright.canvas.raster;

import java.util.Arrays;

/// The lines of one shape in device pixels, without points that would fall on the one before, ready to be filled and stroked. Used again for
/// shape after shape; belongs to one thread.
final class Outline {
    /// Dashes and gaps, in logical pixels.
    static final double ON = 5;
    static final double OFF = 4;

    private final LinePainter lines;
    private final AreaPainter areas;
    private double[] xy = new double[64];
    private int[] ends = new int[4];
    private boolean[] closed = new boolean[4];
    private int count;

    Outline(Raster raster) {
        lines = new LinePainter(raster);
        areas = new AreaPainter(raster);
    }

    /// @param merge points nearer than this to the one before are left out, in device pixels
    void layOut(FlatLines from, Viewport view, double merge) {
        if (xy.length < 2 * from.points()) {
            xy = new double[2 * from.points()];
        }
        count = from.count();
        if (ends.length < count) {
            ends = Arrays.copyOf(ends, count);
            closed = Arrays.copyOf(closed, count);
        }
        int kept = 0;
        int start = 0;
        for (int line = 0; line < count; line++) {
            int first = kept;
            int last = from.end(line) - 1;
            closed[line] = from.isClosed(line);
            for (int i = start; i <= last; i++) {
                double x = from.x(i) * view.scale() + view.offsetX();
                double y = from.y(i) * view.scale() + view.offsetY();
                boolean far = kept == first || Math.abs(x - xy[2 * kept - 2]) + Math.abs(y - xy[2 * kept - 1]) >= merge;
                if (far || (i == last && !closed[line])) {
                    xy[2 * kept] = x;
                    xy[2 * kept + 1] = y;
                    kept++;
                }
            }
            ends[line] = kept;
            start = last + 1;
        }
    }

    /// Whether there is an inside.
    boolean isClosed() {
        return count > 0 && closed[0];
    }

    void fill(int premultiplied) {
        areas.fill(xy, ends, count, premultiplied);
    }

    void stroke(double width, int premultiplied) {
        int start = 0;
        for (int line = 0; line < count; line++) {
            int previous = closed[line] ? ends[line] - 1 : start;
            for (int i = start; i < ends[line]; i++) {
                if (i > start || closed[line]) {
                    lines.line(xy[2 * previous], xy[2 * previous + 1], xy[2 * i], xy[2 * i + 1], width, premultiplied);
                }
                previous = i;
            }
            start = ends[line];
        }
    }

    /// With lines of one pixel, quickly.
    void sketch(int premultiplied) {
        int start = 0;
        for (int line = 0; line < count; line++) {
            int previous = closed[line] ? ends[line] - 1 : start;
            for (int i = start; i < ends[line]; i++) {
                lines.hair(xy[2 * previous], xy[2 * previous + 1], xy[2 * i], xy[2 * i + 1], premultiplied);
                previous = i;
            }
            start = ends[line];
        }
    }

    void dash(double width, double pixel, int premultiplied) {
        int start = 0;
        for (int line = 0; line < count; line++) {
            LinePainter.Dashes dashes = new LinePainter.Dashes(ON * pixel, OFF * pixel, 0);
            int previous = closed[line] ? ends[line] - 1 : start;
            for (int i = start; i < ends[line]; i++) {
                if (i > start || closed[line]) {
                    double phase = lines.dashed(xy[2 * previous], xy[2 * previous + 1], xy[2 * i], xy[2 * i + 1], dashes, width,
                            premultiplied);
                    dashes = dashes.at(phase);
                }
                previous = i;
            }
            start = ends[line];
        }
    }
}
