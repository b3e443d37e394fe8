package labelwright.ui.control.chart;

/// One line of a chart.
///
/// @param key stays the same while the line grows; what a person hid stays hidden by this key
/// @param name for the legend
/// @param smoothing whether the chart's smoothing applies to it
public record Line(String key, String name, LineLook look, Curve curve, Smooth smoothing) {

    public enum Smooth {
        WHEN_ASKED, NEVER
    }
}
