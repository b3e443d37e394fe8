package labelwright.ui.control.chart;

/// How the upright axis finds its ends.
public enum Scaling {
    /// All values are in view.
    ALL,
    /// From 0 to 1 at least, for shares.
    SHARE,
    /// From 0, and a few very high values, such as those of the first steps, may run out at the top.
    ROBUST
}
