package labelwright.ui.annotate;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;

/// How the annotations look on this screen, for as long as it lives.
final class ViewOptions {
    private static final double USUAL_FILL = 0.18;

    private final BooleanProperty names = new SimpleBooleanProperty(true);
    private final DoubleProperty fill = new SimpleDoubleProperty(USUAL_FILL);

    /// Whether label names are written at the shapes.
    BooleanProperty names() {
        return names;
    }

    /// How strongly shapes are tinted inside, 0 to 1.
    DoubleProperty fill() {
        return fill;
    }
}
