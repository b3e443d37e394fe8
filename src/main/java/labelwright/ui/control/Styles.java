package labelwright.ui.control;

import java.net.URL;
import java.util.Objects;

/// Names of style classes, ours and those of the theme that we use; the rules are in `app.css`.
public final class Styles {
    // of the theme
    public static final String ACCENT = "accent";
    public static final String DANGER = "danger";
    public static final String FLAT = "flat";
    public static final String BUTTON_ICON = "button-icon";
    public static final String TITLE = "title-2";
    public static final String SUBTITLE = "title-4";
    public static final String STRONG = "text-bold";
    public static final String MUTED = "text-muted";
    public static final String SMALL = "text-small";
    public static final String DENSE = "dense";

    // ours
    public static final String TOOLBAR = "lw-toolbar";
    public static final String PANEL = "lw-panel";
    public static final String PANEL_TITLE = "lw-panel-title";
    public static final String CARD = "lw-card";
    public static final String EMPTY_STATE = "lw-empty-state";
    public static final String CHIP = "lw-chip";
    public static final String MONO = "lw-mono";
    public static final String FAULT = "lw-fault";
    public static final String KEY = "lw-key";

    private Styles() {}

    /// The address of a style sheet that lies beside the class, for `getStylesheets()`.
    public static String sheet(Class<?> anchor, String name) {
        URL found = anchor.getResource(name);
        return Objects.requireNonNull(found, () -> "No style sheet " + name + " beside " + anchor.getName()).toExternalForm();
    }
}
