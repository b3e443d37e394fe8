package labelwright.canvas.tool;

/// Keys that mean something to tools and gestures.
public enum ToolKey {
    ESCAPE, ENTER, BACKSPACE, DELETE,
    /// Leave out the next point.
    SKIP,
    /// The point is there but something hides it.
    OCCLUDED, LEFT(-1, 0), RIGHT(1, 0), UP(0, -1), DOWN(0, 1), BIG_LEFT(-10, 0), BIG_RIGHT(10, 0), BIG_UP(0, -10), BIG_DOWN(0, 10);

    private final int dx;
    private final int dy;

    ToolKey() {
        this(0, 0);
    }

    ToolKey(int dx, int dy) {
        this.dx = dx;
        this.dy = dy;
    }

    /// How many pixels to the right the key moves; 0 for keys that do not.
    public int dx() {
        return dx;
    }

    /// How many pixels down the key moves; 0 for keys that do not.
    public int dy() {
        return dy;
    }

    public boolean isArrow() {
        return dx != 0 || dy != 0;
    }
}
