package labelwright.ui.control.chart;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/// Draws a plot. FX thread.
final class PlotPainter {
    private static final double THIN = 1;
    private static final double LINE = 1.75;
    private static final double COLUMN = 1.5;
    private static final double GAP = 6;
    private static final double DOT = 3.5;
    private static final double[] DASHES = {6, 4};
    private static final double[] DOTS = {1.5, 3.5};

    private final GraphicsContext context;
    private final PlotColours colours;

    PlotPainter(GraphicsContext context, PlotColours colours) {
        this.context = context;
        this.colours = colours;
    }

    /// @param smoothing the weight for [Smoothing#ema]
    void paint(PlotFrame frame, double smoothing) {
        context.clearRect(0, 0, frame.width(), frame.height());
        if (frame.isEmpty()) {
            return;
        }
        paintGrid(frame);
        context.save();
        context.beginPath();
        context.rect(frame.x().from(), frame.y().to() - LINE, frame.x().to() - frame.x().from() + LINE,
                frame.y().from() - frame.y().to() + 2 * LINE);
        context.clip();
        for (Line line : frame.lines()) {
            paintLine(frame, line, smoothing);
        }
        context.restore();
    }

    /// A rule at x, and a dot on every line there.
    void paintCrosshair(PlotFrame frame, double x, double smoothing) {
        context.clearRect(0, 0, frame.width(), frame.height());
        double pixel = crisp(frame.x().pixel(x));
        if (Double.isNaN(x) || pixel < frame.x().from() || pixel > frame.x().to() + 1) {
            return;
        }
        context.setStroke(colours.text());
        context.setLineWidth(THIN);
        context.strokeLine(pixel, frame.y().to(), pixel, frame.y().from());
        for (Line line : frame.lines()) {
            Curve curve = shown(line, smoothing);
            if (!curve.isEmpty()) {
                int nearest = curve.nearest(x);
                double y = Math.clamp(frame.y().pixel(curve.y(nearest)), frame.y().to(), frame.y().from());
                context.setFill(colours.line(line.look()));
                context.fillOval(frame.x().pixel(curve.x(nearest)) - DOT, y - DOT, 2 * DOT, 2 * DOT);
            }
        }
    }

    /// The curve as it is drawn.
    static Curve shown(Line line, double smoothing) {
        return switch (line.smoothing()) {
            case WHEN_ASKED -> Smoothing.ema(line.curve(), smoothing);
            case NEVER -> line.curve();
        };
    }

    private void paintGrid(PlotFrame frame) {
        context.setStroke(colours.grid());
        context.setFill(colours.text());
        context.setLineWidth(THIN);
        context.setLineDashes();
        context.setTextBaseline(VPos.CENTER);
        context.setTextAlign(TextAlignment.RIGHT);
        for (double value : frame.yTicks().values()) {
            double y = crisp(frame.y().pixel(value));
            context.strokeLine(frame.x().from(), y, frame.x().to(), y);
            context.fillText(frame.yTicks().label(value), frame.x().from() - GAP, y);
        }
        context.setTextBaseline(VPos.TOP);
        context.setTextAlign(TextAlignment.CENTER);
        for (double value : frame.xTicks().values()) {
            double x = crisp(frame.x().pixel(value));
            context.strokeLine(x, frame.y().from(), x, frame.y().from() + GAP / 2);
            context.fillText(frame.xTicks().label(value), x, frame.y().from() + GAP);
        }
    }

    private void paintLine(PlotFrame frame, Line line, double smoothing) {
        boolean smooth = smoothing > 0 && line.smoothing() == Line.Smooth.WHEN_ASKED;
        if (smooth) {
            paintCurve(frame, line.curve(), LineLook.Dash.SOLID, colours.faint(line.look()));
        }
        paintCurve(frame, shown(line, smoothing), line.look().dash(), colours.line(line.look()));
    }

    private void paintCurve(PlotFrame frame, Curve curve, LineLook.Dash dash, Color colour) {
        Curve visible = Decimation.toPixels(curve, frame.x(), COLUMN);
        context.setStroke(colour);
        context.setFill(colour);
        context.setLineWidth(LINE);
        if (visible.size() == 1) {
            context.fillOval(frame.x().pixel(visible.x(0)) - DOT, frame.y().pixel(visible.y(0)) - DOT, 2 * DOT, 2 * DOT);
            return;
        }
        switch (dash) {
            case SOLID -> context.setLineDashes();
            case DASHED -> context.setLineDashes(DASHES);
            case DOTTED -> context.setLineDashes(DOTS);
        }
        context.beginPath();
        for (int i = 0; i < visible.size(); i++) {
            double x = frame.x().pixel(visible.x(i));
            double y = frame.y().pixel(visible.y(i));
            if (i == 0) {
                context.moveTo(x, y);
            } else {
                context.lineTo(x, y);
            }
        }
        context.stroke();
        context.setLineDashes();
    }

    private static double crisp(double pixel) {
        return Math.floor(pixel) + 0.5;
    }
}
