package labelwright.canvas.tool;

/// Keys that mean something to tools and gestures.
public enum ToolKey {
    ESCAPE, ENTER, BACKSPACE, DELETE, LEFT, RIGHT, UP, DOWN, BIG_LEFT, BIG_RIGHT, BIG_UP, BIG_DOWN;

    private static final int BIG = 10;

    /// How many pixels to the right the key moves; 0 for keys that do not.
    public int dx() {
        return switch (this) {
            case LEFT -> -1;
            case RIGHT -> 1;
            case BIG_LEFT -> -BIG;
            case BIG_RIGHT -> BIG;
            case ESCAPE, ENTER, BACKSPACE, DELETE, UP, DOWN, BIG_UP, BIG_DOWN -> 0;
        };
    }

    /// How many pixels down the key moves; 0 for keys that do not.
    public int dy() {
        return switch (this) {
            case UP -> -1;
            case DOWN -> 1;
            case BIG_UP -> -BIG;
            case BIG_DOWN -> BIG;
            case ESCAPE, ENTER, BACKSPACE, DELETE, LEFT, RIGHT, BIG_LEFT, BIG_RIGHT -> 0;
        };
    }

    public boolean isArrow() {
        return dx() != 0 || dy() != 0;
    }
}
