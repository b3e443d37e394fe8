package labelwright.canvas.raster;

import java.util.List;

import labelwright.geometry.Contour;
import labelwright.geometry.Point;

/// Lines laid out flat, in picture pixels. Nobody writes to the arrays after it was made.
final class FlatLines {
    private final double[] xy;
    private final int[] ends;
    private final boolean[] closed;

    FlatLines(List<Contour> contours) {
        ends = new int[contours.size()];
        closed = new boolean[ends.length];
        int points = 0;
        for (int i = 0; i < ends.length; i++) {
            points += contours.get(i).points().size();
            ends[i] = points;
            closed[i] = contours.get(i).ends() == Contour.Ends.CLOSED;
        }
        xy = new double[2 * points];
        int next = 0;
        for (Contour contour : contours) {
            for (Point point : contour.points()) {
                xy[next++] = point.x();
                xy[next++] = point.y();
            }
        }
    }

    int count() {
        return ends.length;
    }

    /// How many points there are up to and including this line.
    int end(int line) {
        return ends[line];
    }

    /// Whether the end of the line joins its start.
    boolean isClosed(int line) {
        return closed[line];
    }

    int points() {
        return xy.length / 2;
    }

    double x(int point) {
        return xy[2 * point];
    }

    double y(int point) {
        return xy[2 * point + 1];
    }

    /// The x of the topmost point.
    double topmostX() {
        int best = 0;
        for (int i = 2; i < xy.length; i += 2) {
            if (xy[i + 1] < xy[best + 1]) {
                best = i;
            }
        }
        return xy[best];
    }
}
