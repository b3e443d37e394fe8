package labelwright.ui.train;

import java.util.List;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;

import labelwright.ui.action.Texts;
import labelwright.ui.control.Styles;
import labelwright.ui.control.Words;
import labelwright.ui.control.chart.LineChartPane;
import labelwright.ui.control.chart.Scaling;

/// Four charts that read out together.
final class ChartBoard extends VBox {
    private static final Texts TEXTS = Texts.of(ChartBoard.class);
    private static final double START_SMOOTHING = 0.6;
    private static final double MOST_SMOOTHING = 0.99;
    private static final double HALF = 50;

    private final RunsModel model;
    private final LineChartPane loss = new LineChartPane("train-chart-loss", TEXTS.get("chart.loss"), Scaling.ROBUST);
    private final LineChartPane validation = new LineChartPane("train-chart-validation", TEXTS.get("chart.validation"), Scaling.SHARE);
    private final LineChartPane rate = new LineChartPane("train-chart-rate", TEXTS.get("chart.rate"), Scaling.ALL);
    private final LineChartPane speed = new LineChartPane("train-chart-speed", TEXTS.get("chart.speed"), Scaling.ROBUST);
    private final List<LineChartPane> charts = List.of(loss, validation, rate, speed);
    private final Slider smoothing = new Slider(0, MOST_SMOOTHING, START_SMOOTHING);
    private final ObjectProperty<RunLines.Count> count = new SimpleObjectProperty<>(this, "count", RunLines.Count.EPOCH);

    ChartBoard(RunsModel model) {
        this.model = model;
        getStyleClass().add("lw-charts");
        GridPane grid = grid();
        VBox.setVgrow(grid, Priority.ALWAYS);
        getChildren().addAll(controls(), grid);
        for (LineChartPane chart : charts) {
            chart.smoothing().bind(smoothing.valueProperty());
            if (chart != loss) {
                chart.pointer().bindBidirectional(loss.pointer());
            }
        }
        validation.emptyText().set(TEXTS.get("chart.validation.empty"));
        count.subscribe(now -> charts.forEach(chart -> chart.xName().set(TEXTS.name(now))));
        count.subscribe(_ -> draw());
        model.shown().subscribe(_ -> draw());
    }

    private void draw() {
        List<RunLines.Shown> shown = model.shown().get();
        RunLines lines = RunLines.of(shown, count.get(), RunWords::metric);
        loss.show(lines.loss());
        validation.show(lines.validation());
        rate.show(lines.rate());
        speed.show(lines.speed());
    }

    private Node controls() {
        smoothing.setId("train-smoothing");
        smoothing.setTooltip(new Tooltip(TEXTS.get("chart.smoothing.tip")));
        Label name = new Label(TEXTS.get("chart.smoothing"));
        name.setLabelFor(smoothing);
        Label value = new Label();
        value.getStyleClass().add("value");
        value.textProperty().bind(smoothing.valueProperty().map(weight -> Words.percent(weight.doubleValue())));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox counters = new HBox(counter(RunLines.Count.EPOCH, "left-pill"), counter(RunLines.Count.STEP, "right-pill"));
        HBox row = new HBox(name, smoothing, value, gap, counters);
        row.getStyleClass().addAll("controls", Styles.SMALL);
        return row;
    }

    private ToggleButton counter(RunLines.Count what, String place) {
        ToggleButton button = new ToggleButton(TEXTS.name(what));
        button.setId("train-count-" + what.name().toLowerCase(java.util.Locale.ROOT));
        button.getStyleClass().addAll("lw-segment", place);
        button.setTooltip(new Tooltip(TEXTS.get("chart.count.tip")));
        count.subscribe(now -> button.setSelected(now == what));
        button.setOnAction(_ -> {
            count.set(what);
            button.setSelected(true);
        });
        return button;
    }

    private GridPane grid() {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("grid");
        grid.add(loss, 0, 0);
        grid.add(validation, 1, 0);
        grid.add(rate, 0, 1);
        grid.add(speed, 1, 1);
        for (int i = 0; i < 2; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(HALF);
            grid.getColumnConstraints().add(column);
            RowConstraints row = new RowConstraints();
            row.setPercentHeight(i == 0 ? 60 : 40);
            row.setMinHeight(0);
            grid.getRowConstraints().add(row);
        }
        return grid;
    }
}
