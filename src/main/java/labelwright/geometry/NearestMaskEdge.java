package labelwright.geometry;

import java.util.Optional;

/// Where the outline of a mask runs: along the sides of its pixels that have no pixel of it on the other side.
public final class NearestMaskEdge {
    private final Spans spans;
    private final Point at;
    private double best;
    private double x;
    private double y;
    private boolean found;

    private NearestMaskEdge(Spans spans, Point at, double reach) {
        this.spans = spans;
        this.at = at;
        this.best = reach;
    }

    /// The place of the outline that is nearest to the point, if one is within reach. Looks at the rows within reach only.
    ///
    /// @param reach in picture pixels
    public static Optional<Point> nearest(Spans spans, Point at, double reach) {
        NearestMaskEdge search = new NearestMaskEdge(spans, at, reach);
        int last = (int) Math.floor(at.y() + reach) + 1;
        for (int row = (int) Math.floor(at.y() - reach); row <= last; row++) {
            search.sides(row);
            search.between(row);
        }
        return search.found ? Optional.of(new Point(search.x, search.y)) : Optional.empty();
    }

    /// The left and right ends of the runs of a row.
    private void sides(int row) {
        for (int run = spans.firstAt(row); isIn(run, row); run++) {
            upright(spans.from(run), row);
            upright(spans.to(run), row);
        }
    }

    /// What differs between a row and the one above it.
    private void between(int row) {
        int above = spans.firstAt(row - 1);
        int below = spans.firstAt(row);
        int from = Integer.MIN_VALUE;
        boolean inAbove = false;
        boolean inBelow = false;
        while (isIn(above, row - 1) || isIn(below, row)) {
            int nextAbove = isIn(above, row - 1) ? inAbove ? spans.to(above) : spans.from(above) : Integer.MAX_VALUE;
            int nextBelow = isIn(below, row) ? inBelow ? spans.to(below) : spans.from(below) : Integer.MAX_VALUE;
            int next = Math.min(nextAbove, nextBelow);
            if (inAbove != inBelow) {
                level(from, next, row);
            }
            from = next;
            if (nextAbove == next) {
                above += inAbove ? 1 : 0;
                inAbove = !inAbove;
            }
            if (nextBelow == next) {
                below += inBelow ? 1 : 0;
                inBelow = !inBelow;
            }
        }
    }

    private boolean isIn(int run, int row) {
        return run < spans.size() && spans.y(run) == row;
    }

    private void upright(int column, int row) {
        near(column, Math.clamp(at.y(), row, row + 1.0));
    }

    private void level(int from, int to, int row) {
        near(Math.clamp(at.x(), from, to), row);
    }

    private void near(double placeX, double placeY) {
        double distance = Math.hypot(placeX - at.x(), placeY - at.y());
        if (distance <= best) {
            best = distance;
            x = placeX;
            y = placeY;
            found = true;
        }
    }
}
