package labelwright.geometry;

import java.util.List;
import java.util.Optional;

/// A box turned around its centre.
///
/// @param width of the box before the turn, in picture pixels
/// @param height of the box before the turn, in picture pixels
/// @param angle in degrees, clockwise as seen on the screen, 0 to 360 with 360 left out
public record RotatedBox(double centreX, double centreY, double width, double height, double angle) implements Shape {
    public RotatedBox {
        if (!Double.isFinite(centreX) || !Double.isFinite(centreY) || !Double.isFinite(width) || !Double.isFinite(height)
                || !Double.isFinite(angle) || width < 0 || height < 0) {
            throw new IllegalArgumentException("A rotated box needs finite numbers and no negative side: " + centreX + ", " + centreY + ", "
                    + width + ", " + height + ", " + angle);
        }
        angle = Turn.normalized(angle);
    }

    /// The box turned around its own centre.
    public static RotatedBox of(Box box, double angle) {
        Point centre = box.bounds().centre();
        return new RotatedBox(centre.x(), centre.y(), box.width(), box.height(), angle);
    }

    public Point centre() {
        return new Point(centreX, centreY);
    }

    /// From the box that is not turned to this one.
    public Turn turn() {
        return new Turn(centre(), angle);
    }

    /// The box before the turn.
    public Box upright() {
        return new Box(centreX - width / 2, centreY - height / 2, width, height);
    }

    /// Left top, right top, right bottom, left bottom of the box before the turn, at their places after it.
    public List<Point> corners() {
        Box box = upright();
        Turn turn = turn();
        return List.of(turn.apply(new Point(box.x(), box.y())), turn.apply(new Point(box.maxX(), box.y())),
                turn.apply(new Point(box.maxX(), box.maxY())), turn.apply(new Point(box.x(), box.maxY())));
    }

    public RotatedBox withAngle(double changed) {
        return new RotatedBox(centreX, centreY, width, height, changed);
    }

    @Override
    public ShapeKind kind() {
        return ShapeKind.ROTATED_BOX;
    }

    @Override
    public Bounds bounds() {
        return Bounds.around(corners());
    }

    @Override
    public double area() {
        return width * height;
    }

    @Override
    public boolean contains(Point p) {
        return upright().contains(turn().undo(p));
    }

    @Override
    public double distanceToOutline(Point p) {
        return upright().distanceToOutline(turn().undo(p));
    }

    @Override
    public RotatedBox translate(double dx, double dy) {
        return new RotatedBox(centreX + dx, centreY + dy, width, height, angle);
    }

    @Override
    public Optional<Shape> clip(double w, double h) {
        return area() > 0 && new Bounds(0, 0, w, h).contains(centre()) ? Optional.of(this) : Optional.empty();
    }
}
