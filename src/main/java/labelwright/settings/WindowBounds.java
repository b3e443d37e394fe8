package labelwright.settings;

/// Where the window was when it was closed, in screen pixels.
public record WindowBounds(double x, double y, double width, double height, State state) {

    /// How the window was shown; the bounds are those of the restored window.
    public enum State {
        NORMAL, MAXIMISED
    }

    public WindowBounds {
        if (!Double.isFinite(x) || !Double.isFinite(y) || !(width > 0) || !(height > 0) || Double.isInfinite(width + height)) {
            throw new IllegalArgumentException("A window needs a finite place and a size: " + x + ", " + y + ", " + width + ", " + height);
        }
    }
}
