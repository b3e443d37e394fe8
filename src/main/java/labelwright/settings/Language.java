package labelwright.settings;

import java.util.Locale;

/// The language of the screens.
public enum Language {
    /// As the desktop is set; English where the app does not speak its language.
    SYSTEM, ENGLISH, CHINESE;

    /// The locale whose texts are shown.
    ///
    /// @param desktop the locale of the desktop
    public Locale locale(Locale desktop) {
        return switch (this) {
            case ENGLISH -> Locale.ENGLISH;
            case CHINESE -> Locale.SIMPLIFIED_CHINESE;
            case SYSTEM -> desktop.getLanguage().equals(Locale.CHINESE.getLanguage()) ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
        };
    }
}
