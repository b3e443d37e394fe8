package labelwright.geometry;

/// What a brush leaves on the pixels.
///
/// @param size diameter or side in picture pixels, at least 1
public record BrushTip(Form form, double size) {
    /// Up to this size a tip lies on whole pixels, so that a brush of one pixel paints one pixel.
    private static final double SNAPPED = 6;

    public enum Form {
        ROUND, SQUARE
    }

    public BrushTip {
        if (!(size >= 1) || !Double.isFinite(size)) {
            throw new IllegalArgumentException("A brush is at least one pixel wide, not " + size);
        }
    }

    /// Tells of the pixels that the tip covers on its way from one point to the other, row by row, one run in each. There is no gap however
    /// far the points are apart. A pixel is covered when its centre is.
    ///
    /// @return a rectangle of whole pixels around all of them
    public Bounds stroke(Point start, Point end, Spans.Visitor pixels) {
        Point a = snapped(start);
        Point b = snapped(end);
        double half = size / 2;
        int top = (int) Math.ceil(Math.min(a.y(), b.y()) - half - 0.5);
        int bottom = (int) Math.floor(Math.max(a.y(), b.y()) + half - 0.5);
        double left = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        Extent extent = new Extent();
        for (int y = top; y <= bottom; y++) {
            extent.clear();
            cover(a, b, y + 0.5, extent);
            int from = (int) Math.ceil(extent.least - 0.5);
            int to = (int) Math.floor(extent.most - 0.5) + 1;
            if (from < to) {
                pixels.run(y, from, to);
                left = Math.min(left, from);
                right = Math.max(right, to);
            }
        }
        return left < right ? new Bounds(left, top, right - left, (double) bottom - top + 1) : new Bounds(a.x(), a.y(), 0, 0);
    }

    /// The rectangle that the tip covers at the point.
    public Bounds at(Point point) {
        return new Bounds(point.x(), point.y(), 0, 0).grow(size / 2);
    }

    private Point snapped(Point point) {
        if (size > SNAPPED) {
            return point;
        }
        boolean odd = Math.round(size) % 2 == 1;
        return odd
                ? new Point(Math.floor(point.x()) + 0.5, Math.floor(point.y()) + 0.5)
                : new Point(Math.rint(point.x()), Math.rint(point.y()));
    }

    /// What the tip covers at its two ends, and what its outermost points sweep over in between: together this is convex.
    private void cover(Point a, Point b, double y, Extent extent) {
        double half = size / 2;
        switch (form) {
            case ROUND -> {
                disc(a, half, y, extent);
                disc(b, half, y, extent);
                double length = a.distance(b);
                if (length > 0) {
                    double dx = -(b.y() - a.y()) / length * half;
                    double dy = (b.x() - a.x()) / length * half;
                    side(a.plus(dx, dy), b.plus(dx, dy), y, extent);
                    side(a.plus(-dx, -dy), b.plus(-dx, -dy), y, extent);
                }
            }
            case SQUARE -> {
                square(a, half, y, extent);
                square(b, half, y, extent);
                for (int corner = 0; corner < 4; corner++) {
                    double dx = corner % 2 == 0 ? -half : half;
                    double dy = corner < 2 ? -half : half;
                    side(a.plus(dx, dy), b.plus(dx, dy), y, extent);
                }
            }
        }
    }

    private static void disc(Point centre, double radius, double y, Extent extent) {
        double away = y - centre.y();
        if (Math.abs(away) <= radius) {
            double reach = Math.sqrt(radius * radius - away * away);
            extent.add(centre.x() - reach);
            extent.add(centre.x() + reach);
        }
    }

    private static void square(Point centre, double half, double y, Extent extent) {
        if (y >= centre.y() - half && y < centre.y() + half) {
            extent.add(centre.x() - half);
            extent.add(Math.nextDown(centre.x() + half));
        }
    }

    private static void side(Point a, Point b, double y, Extent extent) {
        if (a.y() != b.y() && y >= Math.min(a.y(), b.y()) && y <= Math.max(a.y(), b.y())) {
            extent.add(a.x() + (y - a.y()) / (b.y() - a.y()) * (b.x() - a.x()));
        }
    }

    private static final class Extent {
        private double least;
        private double most;

        void clear() {
            least = Double.POSITIVE_INFINITY;
            most = Double.NEGATIVE_INFINITY;
        }

        void add(double x) {
            least = Math.min(least, x);
            most = Math.max(most, x);
        }
    }
}
