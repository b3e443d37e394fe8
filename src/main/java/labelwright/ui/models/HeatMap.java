package labelwright.ui.models;

import java.util.List;
import java.util.function.Function;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

import labelwright.ui.action.Texts;
import labelwright.ui.control.Words;

/// A confusion matrix: rows are the truth, columns what the model said. What is right is drawn in one colour, what is wrong in another, the
/// stronger the more of the row it is. Reads a cell out under the pointer or by the arrow keys. Its colours are the properties
/// `-lw-heat-right`, `-lw-heat-wrong`, `-lw-heat-text`, `-lw-heat-strong-text`, `-lw-heat-quiet` and `-lw-heat-line` of the style sheet. FX thread only.
final class HeatMap extends Region {
    private static final Texts TEXTS = Texts.of(HeatMap.class);
    private static final StyleablePropertyFactory<HeatMap> STYLES = new StyleablePropertyFactory<>(Region.getClassCssMetaData());
    private static final double LEFT = 92;
    private static final double TOP = 64;
    private static final double MOST_CELL = 64;
    private static final double LEAST_FOR_NUMBERS = 24;
    private static final double LEAST_FOR_NAMES = 9;
    private static final double FONT_SIZE = 11;
    private static final double GAP = 6;
    private static final double STRONG = 0.6;
    private static final double FAINTEST = 0.08;
    private static final double PREFERRED = 256;
    private static final int LONGEST_NAME = 13;

    private final Canvas canvas = new Canvas();
    private final StyleableProperty<Color> right = colour("rightColour", "-lw-heat-right", map -> map.right);
    private final StyleableProperty<Color> wrong = colour("wrongColour", "-lw-heat-wrong", map -> map.wrong);
    private final StyleableProperty<Color> text = colour("textColour", "-lw-heat-text", map -> map.text);
    private final StyleableProperty<Color> quiet = colour("quietColour", "-lw-heat-quiet", map -> map.quiet);
    private final StyleableProperty<Color> strongText = colour("strongTextColour", "-lw-heat-strong-text", map -> map.strongText);
    private final StyleableProperty<Color> rule = colour("lineColour", "-lw-heat-line", map -> map.rule);
    private final ReadOnlyStringWrapper readOut = new ReadOnlyStringWrapper(this, "readOut", "");
    private Heat heat = new Heat(List.of(), List.of());
    private int row = -1;
    private int column = -1;

    HeatMap() {
        setId("models-confusion");
        getStyleClass().add("lw-heat");
        getChildren().add(canvas);
        setFocusTraversable(true);
        setAccessibleText(TEXTS.get("heat.title"));
        setOnMouseMoved(event -> point(cellAt(event.getY(), TOP), cellAt(event.getX(), LEFT)));
        setOnMouseExited(_ -> point(-1, -1));
        setOnMousePressed(_ -> requestFocus());
        setOnKeyPressed(this::step);
    }

    void show(Heat next) {
        heat = next;
        row = -1;
        column = -1;
        readOut.set("");
        requestLayout();
        paint();
    }

    /// What the cell under the pointer says, one sentence; empty when there is none.
    ReadOnlyStringProperty readOut() {
        return readOut.getReadOnlyProperty();
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return STYLES.getCssMetaData();
    }

    @Override
    protected double computePrefWidth(double height) {
        return LEFT + Math.max(PREFERRED, heat.size() * LEAST_FOR_NUMBERS);
    }

    @Override
    protected double computePrefHeight(double width) {
        return TOP + Math.min(heat.size() * MOST_CELL, Math.max(PREFERRED, heat.size() * LEAST_FOR_NAMES)) + 1;
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        paint();
    }

    private StyleableProperty<Color> colour(String name, String css, Function<HeatMap, StyleableProperty<Color>> property) {
        StyleableProperty<Color> made = STYLES.createStyleableColorProperty(this, name, css, property, Color.GRAY);
        if (made instanceof ObservableValue<?> observable) {
            observable.subscribe((_, _) -> paint());
        }
        return made;
    }

    private double cell() {
        double width = (getWidth() - LEFT - 1) / Math.max(1, heat.size());
        double height = (getHeight() - TOP - 1) / Math.max(1, heat.size());
        return Math.max(1, Math.min(MOST_CELL, Math.min(width, height)));
    }

    private int cellAt(double pixel, double start) {
        int index = (int) Math.floor((pixel - start) / cell());
        return pixel >= start && index < heat.size() ? index : -1;
    }

    private void paint() {
        GraphicsContext context = canvas.getGraphicsContext2D();
        context.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        context.setFont(Font.font(FONT_SIZE));
        context.setTextBaseline(VPos.CENTER);
        double cell = cell();
        for (int truth = 0; truth < heat.size(); truth++) {
            for (int said = 0; said < heat.size(); said++) {
                paintCell(context, truth, said, cell);
            }
        }
        if (cell >= LEAST_FOR_NAMES) {
            paintNames(context, cell);
        }
        if (row >= 0 && column >= 0) {
            context.setStroke(text.getValue());
            context.setLineWidth(2);
            context.strokeRect(LEFT + column * cell + 1, TOP + row * cell + 1, cell - 2, cell - 2);
        }
    }

    private void paintCell(GraphicsContext context, int truth, int said, double cell) {
        double x = LEFT + said * cell;
        double y = TOP + truth * cell;
        long count = heat.count(truth, said);
        double share = heat.share(truth, said);
        Heat.Kind kind = heat.kind(truth, said);
        if (count > 0 && kind != Heat.Kind.NOTHING) {
            Color colour = kind == Heat.Kind.RIGHT ? right.getValue() : wrong.getValue();
            context.setFill(colour.deriveColor(0, 1, 1, FAINTEST + (1 - FAINTEST) * share));
            context.fillRect(x, y, cell, cell);
        }
        context.setStroke(rule.getValue());
        context.setLineWidth(1);
        context.strokeRect(Math.floor(x) + 0.5, Math.floor(y) + 0.5, cell, cell);
        if (cell >= LEAST_FOR_NUMBERS && kind != Heat.Kind.NOTHING) {
            context.setFill(count == 0 ? quiet.getValue() : share > STRONG ? strongText.getValue() : text.getValue());
            context.setTextAlign(TextAlignment.CENTER);
            context.fillText(Words.number(count), x + cell / 2, y + cell / 2, cell - 2);
        }
    }

    private void paintNames(GraphicsContext context, double cell) {
        context.setFill(text.getValue());
        for (int i = 0; i < heat.size(); i++) {
            context.setTextAlign(TextAlignment.RIGHT);
            context.fillText(name(i), LEFT - GAP, TOP + (i + 0.5) * cell, LEFT - GAP);
            context.save();
            context.translate(LEFT + (i + 0.5) * cell, TOP - GAP);
            context.rotate(cell >= MOST_CELL * 0.9 ? 0 : -45);
            context.setTextAlign(cell >= MOST_CELL * 0.9 ? TextAlignment.CENTER : TextAlignment.LEFT);
            context.fillText(name(i), 0, cell >= MOST_CELL * 0.9 ? -GAP : 0, TOP * 1.3);
            context.restore();
        }
        context.setFill(quiet.getValue());
        context.setTextAlign(TextAlignment.LEFT);
        context.fillText(TEXTS.get("heat.axes"), 0, FONT_SIZE);
    }

    private String name(int index) {
        String full = heat.isBackground(index) ? TEXTS.get("heat.background") : heat.labels().get(index);
        return full.length() > LONGEST_NAME ? full.substring(0, LONGEST_NAME - 1) + "…" : full;
    }

    private void point(int nextRow, int nextColumn) {
        boolean there = nextRow >= 0 && nextColumn >= 0;
        int newRow = there ? nextRow : -1;
        int newColumn = there ? nextColumn : -1;
        if (newRow != row || newColumn != column) {
            row = newRow;
            column = newColumn;
            readOut.set(there ? sentence() : "");
            paint();
        }
    }

    private String sentence() {
        String count = Words.number(heat.count(row, column));
        String total = Words.number(heat.total(row));
        String share = Words.percent(heat.share(row, column));
        String truth = heat.labels().get(row);
        String said = heat.labels().get(column);
        return switch (heat.kind(row, column)) {
            case RIGHT -> TEXTS.format("heat.right", count, total, truth, share);
            case TAKEN_FOR -> TEXTS.format("heat.takenFor", count, total, truth, said, share);
            case MISSED -> TEXTS.format("heat.missed", count, total, truth, share);
            case EXTRA -> TEXTS.format("heat.extra", count, said);
            case NOTHING -> "";
        };
    }

    private void step(KeyEvent event) {
        int down = switch (event.getCode()) {
            case UP -> -1;
            case DOWN -> 1;
            default -> 0;
        };
        int across = switch (event.getCode()) {
            case LEFT -> -1;
            case RIGHT -> 1;
            default -> 0;
        };
        if (heat.size() > 0 && (down != 0 || across != 0)) {
            event.consume();
            point(Math.clamp((row < 0 ? 0 : row) + (long) down, 0, heat.size() - 1),
                    Math.clamp((column < 0 ? 0 : column) + (long) across, 0, heat.size() - 1));
        }
    }
}
