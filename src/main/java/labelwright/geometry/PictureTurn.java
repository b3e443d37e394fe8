package labelwright.geometry;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/// Brings what lies on a picture as it is stored to where it lies on the picture that stands upright (Exif 2.32, tag 0x0112).
///
/// Coordinates are subtracted as the decimal numbers that people and files write, so that 640 - 12.34 is 627.66 and comes back as 12.34.
///
/// @param orientation the EXIF number 1 to 8
/// @param width of the picture before the turn, in pixels
/// @param height of the picture before the turn, in pixels
public record PictureTurn(int orientation, int width, int height) {
    private static final int UPRIGHT = 1;
    private static final int FIRST_THAT_SWAPS = 5;
    private static final int QUARTER = 6;
    private static final int THREE_QUARTERS = 8;
    private static final double RIGHT_ANGLE = 90;

    public PictureTurn {
        if (orientation < UPRIGHT || orientation > THREE_QUARTERS || width < 0 || height < 0) {
            throw new IllegalArgumentException("No turn of a picture: " + orientation + ", " + width + " x " + height);
        }
    }

    /// @param width of the upright picture
    /// @param height of the upright picture
    public static PictureTurn to(int orientation, int width, int height) {
        return orientation >= FIRST_THAT_SWAPS
                ? new PictureTurn(orientation, height, width)
                : new PictureTurn(orientation, width, height);
    }

    public boolean isNone() {
        return orientation == UPRIGHT;
    }

    public boolean swapsSides() {
        return orientation >= FIRST_THAT_SWAPS;
    }

    public int turnedWidth() {
        return swapsSides() ? height : width;
    }

    public int turnedHeight() {
        return swapsSides() ? width : height;
    }

    /// From the upright picture to the stored one.
    public PictureTurn back() {
        int other = switch (orientation) {
            case QUARTER -> THREE_QUARTERS;
            case THREE_QUARTERS -> QUARTER;
            default -> orientation;
        };
        return new PictureTurn(other, turnedWidth(), turnedHeight());
    }

    public Point apply(Point point) {
        double x = point.x();
        double y = point.y();
        return switch (orientation) {
            case 2 -> new Point(minus(width, x), y);
            case 3 -> new Point(minus(width, x), minus(height, y));
            case 4 -> new Point(x, minus(height, y));
            case 5 -> new Point(y, x);
            case QUARTER -> new Point(minus(height, y), x);
            case 7 -> new Point(minus(height, y), minus(width, x));
            case THREE_QUARTERS -> new Point(y, minus(width, x));
            default -> point;
        };
    }

    /// Sides keep their lengths bit for bit.
    public Bounds apply(Bounds bounds) {
        Point corner = apply(new Point(turnsLeft() ? plus(bounds.x(), bounds.width()) : bounds.x(),
                turnsUp() ? plus(bounds.y(), bounds.height()) : bounds.y()));
        return swapsSides()
                ? new Bounds(corner.x(), corner.y(), bounds.height(), bounds.width())
                : new Bounds(corner.x(), corner.y(), bounds.width(), bounds.height());
    }

    /// Whether the right edge becomes a left or upper one.
    private boolean turnsLeft() {
        return orientation == 2 || orientation == 3 || orientation == 7 || orientation == THREE_QUARTERS;
    }

    /// Whether the lower edge becomes a left or upper one.
    private boolean turnsUp() {
        return orientation == 3 || orientation == 4 || orientation == QUARTER || orientation == 7;
    }

    public Shape apply(Shape shape) {
        return isNone() ? shape : switch (shape) {
            case Box box -> Box.of(apply(box.bounds()));
            case RotatedBox box -> {
                Point centre = apply(box.centre());
                yield new RotatedBox(centre.x(), centre.y(), box.width(), box.height(), angle().applyAsDouble(box.angle()));
            }
            case Ellipse ellipse -> {
                Point centre = apply(ellipse.centre());
                double angle = ellipse.radiusX() == ellipse.radiusY() ? ellipse.angle() : angle().applyAsDouble(ellipse.angle());
                yield new Ellipse(centre.x(), centre.y(), ellipse.radiusX(), ellipse.radiusY(), angle);
            }
            case Polygon polygon -> new Polygon(polygon.parts().stream()
                    .map(part -> new Polygon.Part(ring(part.outer()), part.holes().stream().map(this::ring).toList())).toList());
            case Polyline line -> new Polyline(points(line.points()));
            case Points points -> new Points(points(points.points()));
            case Keypoints keypoints -> new Keypoints(
                    keypoints.points().stream().map(point -> point.isThere() ? point.moveTo(apply(point.at())) : point).toList());
            case Mask mask -> mask(mask);
            case TextSpan span -> span;
        };
    }

    private Ring ring(Ring ring) {
        return new Ring(points(ring.points()));
    }

    private List<Point> points(List<Point> points) {
        List<Point> turned = new ArrayList<>(points.size());
        points.forEach(point -> turned.add(apply(point)));
        return turned;
    }

    /// What becomes of an angle in degrees, clockwise. A mirror turns the other way round.
    private DoubleUnaryOperator angle() {
        return switch (orientation) {
            case 2, 4 -> angle -> normalized(minus(0, angle));
            case 3 -> angle -> normalized(plus(angle, 2 * RIGHT_ANGLE));
            case 5, 7 -> angle -> normalized(minus(RIGHT_ANGLE, angle));
            case QUARTER -> angle -> normalized(plus(angle, RIGHT_ANGLE));
            case THREE_QUARTERS -> angle -> normalized(minus(angle, RIGHT_ANGLE));
            default -> angle -> angle;
        };
    }

    private static double normalized(double angle) {
        return angle < 0 ? plus(angle, 4 * RIGHT_ANGLE) : angle >= 4 * RIGHT_ANGLE ? minus(angle, 4 * RIGHT_ANGLE) : angle;
    }

    private Mask mask(Mask mask) {
        Bounds area = apply(mask.bounds());
        MaskBitmap bits = new MaskBitmap((int) area.x(), (int) area.y(), (int) area.width(), (int) area.height());
        mask.spans().forEach((y, from, to) -> {
            int row = turnsUp() ? height - 1 - y : y;
            if (swapsSides()) {
                for (int x = from; x < to; x++) {
                    bits.fill(turnsLeft() ? width - 1 - x : x, row, row + 1);
                }
            } else if (turnsLeft()) {
                bits.fill(row, width - to, width - from);
            } else {
                bits.fill(row, from, to);
            }
        });
        return bits.toMask().orElseThrow();
    }

    private static double minus(double a, double b) {
        double plain = a - b;
        return isWhole(a) && isWhole(b) ? plain + 0.0 : decimal(a).subtract(decimal(b)).doubleValue();
    }

    private static double plus(double a, double b) {
        return isWhole(a) && isWhole(b) ? a + b : decimal(a).add(decimal(b)).doubleValue();
    }

    private static boolean isWhole(double value) {
        return value == Math.rint(value);
    }

    private static BigDecimal decimal(double value) {
        return new BigDecimal(Double.toString(value));
    }
}
