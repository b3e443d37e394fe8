package labelwright.ui.action;

/// Where an action holds: everywhere, or on one screen.
///
/// @param screen the screen's id; empty for everywhere
public record Scope(String screen) {
    public static final Scope EVERYWHERE = new Scope("");

    public static Scope of(String screen) {
        return new Scope(screen);
    }

    /// Whether both can hold at the same moment, so that they must not share a shortcut.
    public boolean meets(Scope other) {
        return equals(EVERYWHERE) || other.equals(EVERYWHERE) || equals(other);
    }

    /// Whether it holds while this screen is shown.
    public boolean holdsOn(String shownScreen) {
        return equals(EVERYWHERE) || screen.equals(shownScreen);
    }
}
