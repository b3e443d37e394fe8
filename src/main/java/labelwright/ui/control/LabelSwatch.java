package labelwright.ui.control;

import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;

import labelwright.model.Colour;

/// A small square in a label's colour.
public final class LabelSwatch extends Rectangle {
    private static final double SIDE = 12;
    private static final double ROUND = 4;

    public LabelSwatch(Colour colour) {
        super(SIDE, SIDE);
        setArcWidth(ROUND);
        setArcHeight(ROUND);
        setColour(colour);
    }

    public void setColour(Colour colour) {
        setFill(toPaint(colour));
    }

    public static Color toPaint(Colour colour) {
        return Color.rgb(colour.red(), colour.green(), colour.blue());
    }
}
