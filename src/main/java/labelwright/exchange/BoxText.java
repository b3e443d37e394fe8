package labelwright.exchange;

import java.util.Optional;

import labelwright.geometry.Bounds;

/// The attribute [Facts#BOX], and boxes beside other shapes.
public final class BoxText {
    private static final double NEAR = 0.01;
    private static final double HALF = 0.5;
    private static final int NUMBERS = 4;

    private BoxText() {}

    public static String of(Bounds box) {
        return String.join(" ", Decimals.exact(box.x()), Decimals.exact(box.y()), Decimals.exact(box.width()),
                Decimals.exact(box.height()));
    }

    /// Empty for text that is no box.
    public static Optional<Bounds> parse(String text) {
        String[] words = text.strip().split("\\s+");
        if (words.length != NUMBERS) {
            return Optional.empty();
        }
        try {
            return box(Double.parseDouble(words[0]), Double.parseDouble(words[1]), Double.parseDouble(words[2]),
                    Double.parseDouble(words[3]));
        } catch (NumberFormatException ignored) {
            return Optional.empty();
        }
    }

    /// Empty unless the numbers make a box with an area.
    public static Optional<Bounds> box(double x, double y, double width, double height) {
        boolean isBox = Double.isFinite(x) && Double.isFinite(y) && Double.isFinite(width) && Double.isFinite(height) && width > 0
                && height > 0;
        return isBox ? Optional.of(new Bounds(x, y, width, height)) : Optional.empty();
    }

    /// The part inside the picture; the box itself when the size is not known or nothing is inside.
    public static Bounds inside(Bounds box, int width, int height) {
        return width > 0 && height > 0 ? box.intersection(new Bounds(0, 0, width, height)).orElse(box) : box;
    }

    /// The box itself, or where it has no area one that is a pixel wide or high there.
    public static Bounds roomy(Bounds box) {
        double growX = box.width() > 0 ? 0 : HALF;
        double growY = box.height() > 0 ? 0 : HALF;
        return new Bounds(box.x() - growX, box.y() - growY, box.width() + 2 * growX, box.height() + 2 * growY);
    }

    /// Whether no edge differs by more than a hundredth of a pixel.
    public static boolean isNear(Bounds a, Bounds b) {
        return isNear(a, b, NEAR);
    }

    /// @param most how far an edge may be off, in pixels
    static boolean isNear(Bounds a, Bounds b, double most) {
        return Math.abs(a.x() - b.x()) <= most && Math.abs(a.y() - b.y()) <= most && Math.abs(a.maxX() - b.maxX()) <= most
                && Math.abs(a.maxY() - b.maxY()) <= most;
    }
}
