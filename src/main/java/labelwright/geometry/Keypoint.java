package labelwright.geometry;

/// One point of a skeleton.
///
/// @param x 0 when the point is absent
/// @param y 0 when the point is absent
public record Keypoint(double x, double y, Visibility visibility) {
    public static final Keypoint ABSENT = new Keypoint(0, 0, Visibility.ABSENT);

    /// Whether the point is there and can be seen; the codes are those of COCO.
    public enum Visibility {
        /// Not labelled: it has no place.
        ABSENT(0),
        /// Labelled where it must be, though something hides it.
        OCCLUDED(1),
        /// Labelled and seen.
        VISIBLE(2);

        private final int code;

        Visibility(int code) {
            this.code = code;
        }

        public int code() {
            return code;
        }

        /// @throws IllegalArgumentException for a code other than 0, 1 and 2
        public static Visibility ofCode(int code) {
            return switch (code) {
                case 0 -> ABSENT;
                case 1 -> OCCLUDED;
                case 2 -> VISIBLE;
                default -> throw new IllegalArgumentException("The visibility of a keypoint is 0, 1 or 2, not " + code);
            };
        }
    }

    public Keypoint {
        if (!Double.isFinite(x) || !Double.isFinite(y)) {
            throw new IllegalArgumentException("A keypoint needs finite coordinates, not (" + x + ", " + y + ")");
        }
        if (visibility == Visibility.ABSENT) {
            x = 0;
            y = 0;
        }
    }

    public static Keypoint visible(Point at) {
        return new Keypoint(at.x(), at.y(), Visibility.VISIBLE);
    }

    public boolean isThere() {
        return visibility != Visibility.ABSENT;
    }

    public Point at() {
        return new Point(x, y);
    }

    /// An absent point stays absent.
    public Keypoint moveTo(Point to) {
        return new Keypoint(to.x(), to.y(), visibility);
    }

    public Keypoint with(Visibility changed) {
        return new Keypoint(x, y, changed);
    }
}
