package labelwright.settings;

/// Whether the screens are light or dark.
public enum Theme {
    LIGHT, DARK,
    /// As the desktop is set.
    SYSTEM
}
