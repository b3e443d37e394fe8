package labelwright.ui.control;

import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.scene.Scene;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;

import labelwright.settings.Theme;

/// Puts the theme on the app. FX thread.
public final class Appearance {
    private Appearance() {}

    public static void apply(Theme theme) {
        Application.setUserAgentStylesheet(
                isDark(theme) ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
    }

    /// Whether the theme comes out dark now.
    public static boolean isDark(Theme theme) {
        return switch (theme) {
            case LIGHT -> false;
            case DARK -> true;
            case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
        };
    }

    /// Gives the scene our own rules on top of the theme; every scene of the app needs it, dialogs as well.
    public static void dress(Scene scene) {
        scene.getStylesheets().add(Styles.sheet(Appearance.class, "app.css"));
    }
}
