package labelwright.geometry;

/// A turn around a centre, clockwise as seen on the screen (y down).
///
/// @param centre stays where it is
/// @param degrees clockwise
public record Turn(Point centre, double degrees) {

    /// The same direction in 0 to 360 degrees, 360 left out.
    public static double normalized(double degrees) {
        double rest = degrees % 360;
        return rest < 0 ? rest + 360 == 360 ? 0 : rest + 360 : rest + 0.0;
    }

    /// Where the turn brings the point.
    public Point apply(Point point) {
        return degrees == 0 ? point : turned(point, Math.toRadians(degrees));
    }

    /// Where the point was before the turn.
    public Point undo(Point point) {
        return degrees == 0 ? point : turned(point, -Math.toRadians(degrees));
    }

    private Point turned(Point point, double radians) {
        double dx = point.x() - centre.x();
        double dy = point.y() - centre.y();
        double cos = Math.cos(radians);
        double sin = Math.sin(radians);
        return new Point(centre.x() + dx * cos - dy * sin, centre.y() + dx * sin + dy * cos);
    }
}
