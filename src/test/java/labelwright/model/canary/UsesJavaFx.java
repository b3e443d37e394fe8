package labelwright.model.canary;

import javafx.beans.property.StringProperty;

/// Breaks the rule that JavaFX stays in the screens.
public record UsesJavaFx(StringProperty name) {}
