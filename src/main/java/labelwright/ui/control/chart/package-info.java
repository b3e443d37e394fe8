/// Line charts for values that arrive while a person watches: thousands of points, several lines, light and dark.
///
/// Two halves. [labelwright.ui.control.chart.SeriesBuffer], [labelwright.ui.control.chart.Curve], [labelwright.ui.control.chart.Smoothing],
/// [labelwright.ui.control.chart.Decimation], [labelwright.ui.control.chart.Ticks] and [labelwright.ui.control.chart.PlotFrame] are plain
/// maths without a toolkit; [labelwright.ui.control.chart.LineChartPane] is the control and only draws what they say. Knows no metric and
/// no training run; whoever uses it names lines and axes.
///
/// Decision: our own plot on a canvas. The charts of JavaFX make a node per point and stop being smooth at about five thousand points;
/// the libraries that could be had are heavy and built for older releases. Each column of pixels keeps its lowest and highest value, so a
/// spike is never lost however many points there are.
/// Decision: a buffer that is full merges neighbours and keeps the extremes of each group. Rejected: dropping the oldest points, because
/// the start of a run is what people compare.
@NullMarked
package labelwright.ui.control.chart;

import org.jspecify.annotations.NullMarked;
