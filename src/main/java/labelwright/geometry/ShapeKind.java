package labelwright.geometry;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/// The kinds of shape that a label can allow. The codes are written into workspaces: they never change.
public enum ShapeKind {
    BOX(1), POLYGON(2), ROTATED_BOX(3), ELLIPSE(4), POLYLINE(5), POINTS(6), KEYPOINTS(7), MASK(8), SPAN(9);

    /// Those that lie on a picture, in the order of the enum.
    public static final Set<ShapeKind> OF_PICTURES = Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(SPAN)));

    private final int code;

    ShapeKind(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    /// @throws IllegalArgumentException for a code that no kind has
    public static ShapeKind ofCode(int code) {
        for (ShapeKind kind : values()) {
            if (kind.code == code) {
                return kind;
            }
        }
        throw new IllegalArgumentException("No shape kind has the code " + code);
    }
}
