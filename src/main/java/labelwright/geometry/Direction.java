package labelwright.geometry;

/// Drags held to certain directions.
public final class Direction {
    private static final double FULL = 360;

    private Direction() {}

    /// The way from one point to another in degrees, clockwise as seen on the screen, 0 to the right; -180 to 180.
    public static double degrees(Point from, Point to) {
        return Math.toDegrees(Math.atan2(to.y() - from.y(), to.x() - from.x()));
    }

    /// The angle nearest to this one that is a whole number of steps.
    public static double stepped(double degrees, double step) {
        return Math.rint(degrees / step) * step;
    }

    /// The point in the nearest allowed direction that lies nearest to where the pointer is, not farther than the edge of the area.
    ///
    /// @param from in the area
    /// @param step degrees between allowed directions: 45 for level, upright and diagonal; 90 for level and upright
    public static Point held(Point from, Point to, double step, Bounds area) {
        double angle = Math.toRadians(stepped(degrees(from, to), step) % FULL);
        double cos = snapped(Math.cos(angle));
        double sin = snapped(Math.sin(angle));
        double wanted = Math.max(0, (to.x() - from.x()) * cos + (to.y() - from.y()) * sin);
        double room = Math.min(room(from.x(), cos, area.x(), area.maxX()), room(from.y(), sin, area.y(), area.maxY()));
        double way = Math.min(wanted, room);
        return from.plus(way * cos, way * sin);
    }

    private static double room(double from, double step, double least, double most) {
        if (step == 0) {
            return Double.POSITIVE_INFINITY;
        }
        return Math.max(0, (step > 0 ? most - from : least - from) / step);
    }

    /// Level is level: no dust of rounding.
    private static double snapped(double value) {
        return Math.abs(value) < 1e-12 ? 0 : value;
    }
}
