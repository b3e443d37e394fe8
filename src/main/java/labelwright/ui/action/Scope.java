package labelwright.ui.action;

/// Where an action holds: everywhere, or on one screen.
///
/// @param screen the screen's id; empty for everywhere
public record Scope(String screen) {
    public static final Scope EVERYWHERE = new Scope("");

    public static Scope of(String screen) {
        return new Scope(screen);
    }

    /// A part of a screen that has the first turn when it has the focus, such as a canvas: its keys may be those of the screen too, because it
    /// takes them only while they mean something to it.
    public Scope part(String name) {
        return new Scope(screen + "." + name);
    }

    /// Whether this is a part of that screen.
    public boolean isPartOf(String shownScreen) {
        return !shownScreen.isEmpty() && screen.startsWith(shownScreen + ".");
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
