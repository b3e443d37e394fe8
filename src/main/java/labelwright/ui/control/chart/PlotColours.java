package labelwright.ui.control.chart;

import java.util.List;

import javafx.scene.paint.Color;

/// The colours of a plot, as the style sheet gives them.
///
/// @param lines by [LineLook#slot]
record PlotColours(List<Color> lines, Color grid, Color text) {
    private static final double FAINT = 0.25;

    Color line(LineLook look) {
        return lines.get(look.slot());
    }

    /// For the points behind a smoothed line.
    Color faint(LineLook look) {
        return line(look).deriveColor(0, 1, 1, FAINT);
    }
}
