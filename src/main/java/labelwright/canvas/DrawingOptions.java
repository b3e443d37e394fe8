package labelwright.canvas;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/// How drawing behaves on a canvas. JavaFX thread only.
public final class DrawingOptions {
    private final BooleanProperty snapping = new SimpleBooleanProperty(this, "snapping", true);
    private final BooleanProperty backToSelect = new SimpleBooleanProperty(this, "backToSelect", false);

    /// Whether drawn and dragged points snap to other shapes and to the edge of the picture.
    public BooleanProperty snapping() {
        return snapping;
    }

    /// Whether the select tool is taken up again after each new shape. Points are drawn on until another tool is chosen.
    public BooleanProperty backToSelect() {
        return backToSelect;
    }
}
