package labelwright.canvas.tool;

import java.util.Locale;

import labelwright.geometry.Bounds;
import labelwright.geometry.Point;

/// A few signs beside a place of the picture during a gesture: a size, an angle, the name of a point.
public record Note(String text, Point at) {
    private static final double WHOLE = 100;

    /// Width and height at the lower right corner.
    static Note size(Bounds bounds) {
        return new Note(number(bounds.width()) + " \u00d7 " + number(bounds.height()), new Point(bounds.maxX(), bounds.maxY()));
    }

    static Note angle(double degrees, Point at) {
        return new Note(String.format(Locale.ROOT, "%.1f\u00b0", degrees), at);
    }

    /// Small sizes with one decimal.
    private static String number(double value) {
        return value < WHOLE && value != Math.rint(value) ? String.format(Locale.ROOT, "%.1f", value) : Long.toString(Math.round(value));
    }
}
