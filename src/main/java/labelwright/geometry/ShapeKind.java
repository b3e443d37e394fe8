package labelwright.geometry;

/// The kinds of shape that a label can allow. The codes are written into workspaces: they never change.
public enum ShapeKind {
    BOX(1), POLYGON(2), ROTATED_BOX(3), ELLIPSE(4), POLYLINE(5), POINTS(6), KEYPOINTS(7), MASK(8);

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
