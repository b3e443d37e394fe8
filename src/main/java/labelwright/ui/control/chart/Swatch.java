package labelwright.ui.control.chart;

import javafx.scene.paint.Color;

/// A short piece of the line, for the legend.
final class Swatch extends javafx.scene.shape.Line {
    private static final double LENGTH = 16;
    private static final double THICK = 2.5;

    Swatch() {
        super(0, 0, LENGTH, 0);
        setStrokeWidth(THICK);
    }

    void look(LineLook look, Color colour) {
        setStroke(colour);
        switch (look.dash()) {
            case SOLID -> getStrokeDashArray().clear();
            case DASHED -> getStrokeDashArray().setAll(5.0, 4.0);
            case DOTTED -> getStrokeDashArray().setAll(1.0, 4.0);
        }
    }
}
