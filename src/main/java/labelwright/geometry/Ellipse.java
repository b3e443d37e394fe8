package labelwright.geometry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// An ellipse turned around its centre; a circle when both radii are the same.
///
/// @param radiusX half its width before the turn, in picture pixels
/// @param radiusY half its height before the turn, in picture pixels
/// @param angle in degrees, clockwise as seen on the screen, 0 to 360 with 360 left out
public record Ellipse(double centreX, double centreY, double radiusX, double radiusY, double angle) implements Shape {
    private static final int FEWEST = 24;
    private static final int MOST = 720;
    /// How far the outline as a polygon may be from the ellipse, in pixels.
    private static final double EXACTNESS = 0.05;

    public Ellipse {
        if (!Double.isFinite(centreX) || !Double.isFinite(centreY) || !Double.isFinite(radiusX) || !Double.isFinite(radiusY)
                || !Double.isFinite(angle) || radiusX < 0 || radiusY < 0) {
            throw new IllegalArgumentException("An ellipse needs finite numbers and no negative radius: " + centreX + ", " + centreY + ", "
                    + radiusX + ", " + radiusY + ", " + angle);
        }
        angle = Turn.normalized(angle);
    }

    /// The ellipse that fills the box.
    public static Ellipse in(Bounds box) {
        Point centre = box.centre();
        return new Ellipse(centre.x(), centre.y(), box.width() / 2, box.height() / 2, 0);
    }

    public static Ellipse circle(Point centre, double radius) {
        return new Ellipse(centre.x(), centre.y(), radius, radius, 0);
    }

    public Point centre() {
        return new Point(centreX, centreY);
    }

    /// From the ellipse that is not turned to this one.
    public Turn turn() {
        return new Turn(centre(), angle);
    }

    public Ellipse withAngle(double changed) {
        return new Ellipse(centreX, centreY, radiusX, radiusY, changed);
    }

    /// The box around it that turns with it.
    public RotatedBox box() {
        return new RotatedBox(centreX, centreY, 2 * radiusX, 2 * radiusY, angle);
    }

    /// Points on the outline, clockwise, so many that the polygon through them is nowhere farther than a twentieth of a pixel from it.
    public List<Point> outline() {
        double radius = Math.max(radiusX, radiusY);
        double step = radius <= EXACTNESS ? 1 : Math.acos(1 - EXACTNESS / radius);
        int count = Math.clamp((int) Math.ceil(Math.PI / step), FEWEST, MOST);
        Turn turn = turn();
        List<Point> points = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            double t = 2 * Math.PI * i / count;
            points.add(turn.apply(new Point(centreX + radiusX * Math.cos(t), centreY + radiusY * Math.sin(t))));
        }
        return points;
    }

    @Override
    public ShapeKind kind() {
        return ShapeKind.ELLIPSE;
    }

    @Override
    public Bounds bounds() {
        double cos = Math.cos(Math.toRadians(angle));
        double sin = Math.sin(Math.toRadians(angle));
        double halfWidth = Math.hypot(radiusX * cos, radiusY * sin);
        double halfHeight = Math.hypot(radiusX * sin, radiusY * cos);
        return new Bounds(centreX - halfWidth, centreY - halfHeight, 2 * halfWidth, 2 * halfHeight);
    }

    @Override
    public double area() {
        return Math.PI * radiusX * radiusY;
    }

    @Override
    public boolean contains(Point p) {
        if (radiusX == 0 || radiusY == 0) {
            return false;
        }
        Point local = turn().undo(p);
        double dx = (local.x() - centreX) / radiusX;
        double dy = (local.y() - centreY) / radiusY;
        return dx * dx + dy * dy <= 1;
    }

    @Override
    public double distanceToOutline(Point p) {
        return new Ring(outline()).distanceTo(p);
    }

    @Override
    public Ellipse translate(double dx, double dy) {
        return new Ellipse(centreX + dx, centreY + dy, radiusX, radiusY, angle);
    }

    @Override
    public Optional<Shape> clip(double w, double h) {
        return area() > 0 && new Bounds(0, 0, w, h).contains(centre()) ? Optional.of(this) : Optional.empty();
    }
}
