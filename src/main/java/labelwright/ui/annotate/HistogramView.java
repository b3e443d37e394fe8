package labelwright.ui.annotate;

import java.util.function.DoubleUnaryOperator;

import javafx.scene.layout.Region;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.Line;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;

import org.jspecify.annotations.Nullable;

import labelwright.canvas.raster.Histogram;
import labelwright.canvas.raster.PictureTone;

/// How often each value occurs, with the window of values that are told apart and the curve of what they become.
final class HistogramView extends Region {
    private static final double HEIGHT = 84;
    private static final int CURVE_POINTS = 64;

    private final Path bars = new Path();
    private final Path curve = new Path();
    private final Line low = new Line();
    private final Line high = new Line();
    private @Nullable Histogram histogram;
    private PictureTone tone = PictureTone.IDENTITY;
    private DoubleUnaryOperator mapping = DoubleUnaryOperator.identity();
    private double black;
    private double white = 1;

    HistogramView() {
        setId("annotate-histogram");
        getStyleClass().add("annotate-histogram");
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        setMaxHeight(HEIGHT);
        bars.getStyleClass().add("annotate-histogram-bars");
        curve.getStyleClass().add("annotate-histogram-curve");
        low.getStyleClass().add("annotate-histogram-window");
        high.getStyleClass().add("annotate-histogram-window");
        for (javafx.scene.Node node : new javafx.scene.Node[] {bars, low, high, curve}) {
            node.setManaged(false);
            getChildren().add(node);
        }
    }

    /// @param counted null while it is not known
    void show(@Nullable Histogram counted) {
        histogram = counted;
        requestLayout();
    }

    /// @param low where black begins, as a part of the range of values
    /// @param high where white begins
    /// @param becomes what a value becomes; both 0 to 1
    void show(PictureTone shown, double low, double high, DoubleUnaryOperator becomes) {
        tone = shown;
        black = low;
        white = high;
        mapping = becomes;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        drawBars(width);
        drawCurve(width);
        place(low, black * width);
        place(high, white * width);
    }

    /// By the square root, so that rare values are seen beside frequent ones.
    private void drawBars(double width) {
        bars.getElements().clear();
        Histogram counted = histogram;
        if (counted == null) {
            return;
        }
        int[] counts = counted.counts(tone.channel());
        double most = 1;
        for (int count : counts) {
            most = Math.max(most, Math.sqrt(count));
        }
        bars.getElements().add(new MoveTo(0, HEIGHT));
        for (int i = 0; i < counts.length; i++) {
            double y = HEIGHT - Math.sqrt(counts[i]) / most * (HEIGHT - 4);
            bars.getElements().addAll(new LineTo(i * width / counts.length, y), new LineTo((i + 1) * width / counts.length, y));
        }
        bars.getElements().addAll(new LineTo(width, HEIGHT), new ClosePath());
    }

    private void drawCurve(double width) {
        curve.getElements().clear();
        for (int i = 0; i <= CURVE_POINTS; i++) {
            double value = i / (double) CURVE_POINTS;
            double x = value * width;
            double y = HEIGHT - mapping.applyAsDouble(value) * (HEIGHT - 2) - 1;
            curve.getElements().add(i == 0 ? new MoveTo(x, y) : new LineTo(x, y));
        }
    }

    private static void place(Line line, double x) {
        double at = Math.floor(x) + 0.5;
        line.setStartX(at);
        line.setEndX(at);
        line.setStartY(0);
        line.setEndY(HEIGHT);
    }
}
