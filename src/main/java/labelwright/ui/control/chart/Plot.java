package labelwright.ui.control.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;

/// The drawn part of a chart: axes, lines and the crosshair. Its colours are the properties `-lw-chart-line-1` to `-8`, `-lw-chart-grid`
/// and `-lw-chart-text` of the style sheet. Takes the arrow keys when it has the focus. FX thread.
final class Plot extends Region {
    private static final StyleablePropertyFactory<Plot> STYLES = new StyleablePropertyFactory<>(Region.getClassCssMetaData());
    private static final double FONT_SIZE = 11;
    private static final double PREFERRED_WIDTH = 320;
    private static final double PREFERRED_HEIGHT = 180;

    private final Canvas canvas = new Canvas();
    private final Canvas overlay = new Canvas();
    private final List<StyleableProperty<Color>> lineColours = new ArrayList<>();
    private final StyleableProperty<Color> gridColour;
    private final StyleableProperty<Color> textColour;
    private final DoubleProperty smoothing = new SimpleDoubleProperty(this, "smoothing");
    private final DoubleProperty pointer = new SimpleDoubleProperty(this, "pointer", Double.NaN);
    private final Scaling scaling;
    private List<Line> lines = List.of();
    private PlotFrame frame;

    Plot(Scaling scaling) {
        this.scaling = scaling;
        frame = PlotFrame.of(0, 0, lines, scaling);
        getStyleClass().add("lw-chart-plot");
        for (int i = 0; i < LineLook.COLOURS; i++) {
            int slot = i;
            lineColours.add(colour("lineColour" + (i + 1), "-lw-chart-line-" + (i + 1), plot -> plot.lineColours.get(slot)));
        }
        gridColour = colour("gridColour", "-lw-chart-grid", plot -> plot.gridColour);
        textColour = colour("textColour", "-lw-chart-text", plot -> plot.textColour);
        overlay.setMouseTransparent(true);
        getChildren().addAll(canvas, overlay);
        setFocusTraversable(true);
        smoothing.subscribe(this::repaint);
        pointer.subscribe(this::repaintCrosshair);
        focusedProperty().subscribe(this::leaveWithoutFocus);
        setOnMousePressed(_ -> requestFocus());
        setOnMouseMoved(this::follow);
        setOnMouseDragged(this::follow);
        setOnMouseExited(_ -> pointer.set(Double.NaN));
        setOnKeyPressed(this::step);
    }

    void show(List<Line> shown) {
        lines = List.copyOf(shown);
        reframe();
    }

    PlotFrame frame() {
        return frame;
    }

    /// The weight for [Smoothing#ema].
    DoubleProperty smoothing() {
        return smoothing;
    }

    /// The x that is read out; NaN while nobody reads.
    DoubleProperty pointer() {
        return pointer;
    }

    Color colour(LineLook look) {
        return colours().line(look);
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return STYLES.getCssMetaData();
    }

    @Override
    protected double computePrefWidth(double height) {
        return PREFERRED_WIDTH;
    }

    @Override
    protected double computePrefHeight(double width) {
        return PREFERRED_HEIGHT;
    }

    @Override
    protected void layoutChildren() {
        if (canvas.getWidth() != getWidth() || canvas.getHeight() != getHeight()) {
            canvas.setWidth(getWidth());
            canvas.setHeight(getHeight());
            overlay.setWidth(getWidth());
            overlay.setHeight(getHeight());
        }
        reframe();
    }

    /// A colour of the style sheet; the plot is drawn again when the theme gives another.
    private StyleableProperty<Color> colour(String name, String css, Function<Plot, StyleableProperty<Color>> property) {
        StyleableProperty<Color> made = STYLES.createStyleableColorProperty(this, name, css, property, Color.GRAY);
        if (made instanceof ObservableValue<?> observable) {
            observable.subscribe((_, _) -> requestLayout());
        }
        return made;
    }

    private void reframe() {
        frame = PlotFrame.of(getWidth(), getHeight(), lines, scaling);
        repaint();
    }

    private void repaint() {
        painter(canvas).paint(frame, smoothing.get());
        repaintCrosshair();
    }

    private void repaintCrosshair() {
        painter(overlay).paintCrosshair(frame, frame.isEmpty() ? Double.NaN : pointer.get(), smoothing.get());
    }

    private PlotPainter painter(Canvas on) {
        GraphicsContext context = on.getGraphicsContext2D();
        context.setFont(Font.font(FONT_SIZE));
        return new PlotPainter(context, colours());
    }

    private PlotColours colours() {
        return new PlotColours(lineColours.stream().map(StyleableProperty::getValue).toList(), gridColour.getValue(),
                textColour.getValue());
    }

    private void follow(MouseEvent event) {
        pointer.set(frame.holds(event.getX(), event.getY()) ? frame.snap(frame.x().value(event.getX())) : Double.NaN);
    }

    private void leaveWithoutFocus() {
        if (!isFocused()) {
            pointer.set(Double.NaN);
        }
    }

    private void step(KeyEvent event) {
        double pixels = switch (event.getCode()) {
            case LEFT -> -1;
            case RIGHT -> 1;
            case HOME -> -getWidth();
            case END -> getWidth();
            default -> 0;
        };
        if (pixels == 0 || frame.isEmpty()) {
            return;
        }
        event.consume();
        double at = Double.isNaN(pointer.get()) ? frame.x().high() : pointer.get();
        double moved = frame.x().pixel(at) + pixels;
        while (frame.snap(frame.x().value(moved)) == at && moved > frame.x().from() && moved < frame.x().to()) {
            moved += Math.signum(pixels);
        }
        pointer.set(frame.snap(frame.x().value(moved)));
    }
}
