package labelwright.exchange;

import java.util.List;
import java.util.Optional;

import labelwright.geometry.Point;
import labelwright.geometry.RotatedBox;

/// Finds the rotated box whose corners four points are.
public final class RightAngles {
    /// How far a corner may be off, in pixels, and as a share of the longer side.
    private static final double PIXELS = 0.5;
    private static final double SHARE = 0.01;
    private static final double WHOLE = 1e-7;
    private static final int CORNERS = 4;

    private RightAngles() {}

    /// Empty when the points are not the corners of a rectangle. The first side is the width; its direction is the angle.
    public static Optional<RotatedBox> box(List<Point> corners) {
        if (corners.size() != CORNERS) {
            return Optional.empty();
        }
        Point a = corners.get(0);
        Point b = corners.get(1);
        Point c = corners.get(2);
        Point d = corners.get(3);
        double dx = (b.x() - a.x() + c.x() - d.x()) / 2;
        double dy = (b.y() - a.y() + c.y() - d.y()) / 2;
        double width = Math.hypot(dx, dy);
        double height = Math.hypot(d.x() - a.x() + c.x() - b.x(), d.y() - a.y() + c.y() - b.y()) / 2;
        if (!(width > 0 && height > 0)) {
            return Optional.empty();
        }
        RotatedBox box = new RotatedBox((a.x() + b.x() + c.x() + d.x()) / CORNERS, (a.y() + b.y() + c.y() + d.y()) / CORNERS, width, height,
                rounded(Math.toDegrees(Math.atan2(dy, dx))));
        double allowed = PIXELS + SHARE * Math.max(width, height);
        return isNear(corners, box.corners(), allowed) || isNear(List.of(b, a, d, c), box.withAngle(box.angle() + 180).corners(), allowed)
                ? Optional.of(box)
                : Optional.empty();
    }

    /// Angles that are whole degrees but for rounding are whole degrees.
    private static double rounded(double degrees) {
        double whole = Math.rint(degrees);
        return Math.abs(degrees - whole) < WHOLE ? whole : degrees;
    }

    private static boolean isNear(List<Point> one, List<Point> other, double allowed) {
        for (int i = 0; i < CORNERS; i++) {
            if (one.get(i).distance(other.get(i)) > allowed) {
                return false;
            }
        }
        return true;
    }
}
