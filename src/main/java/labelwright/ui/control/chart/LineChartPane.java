package labelwright.ui.control.chart;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import labelwright.ui.action.Texts;
import labelwright.ui.control.Styles;

/// A chart of lines with a title, a legend that switches lines off and on, and a crosshair that reads values out, under the pointer or by
/// the arrow keys. FX thread.
public final class LineChartPane extends VBox {
    private static final Texts TEXTS = Texts.of(LineChartPane.class);

    private final Plot plot;
    private final ReadOut readOut = new ReadOut();
    private final FlowPane legend = new FlowPane();
    private final Label empty = new Label();
    private final StringProperty xName = new SimpleStringProperty(this, "xName", "");
    private final Map<String, ToggleButton> toggles = new LinkedHashMap<>();
    private final Set<String> hidden = new HashSet<>();
    private List<Line> lines = List.of();

    /// @param id of the node; the switches of the legend are called `id-line-KEY`
    public LineChartPane(String id, String title, Scaling scaling) {
        setId(id);
        getStyleClass().add("lw-chart");
        getStylesheets().add(Styles.sheet(LineChartPane.class, "chart.css"));
        plot = new Plot(scaling);
        plot.setId(id + "-plot");
        plot.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        Label heading = new Label(title);
        heading.getStyleClass().add("title");
        heading.setMinWidth(USE_PREF_SIZE);
        legend.getStyleClass().add("legend");
        HBox.setHgrow(legend, Priority.ALWAYS);
        HBox head = new HBox(heading, legend);
        head.getStyleClass().add("head");
        empty.setId(id + "-empty");
        empty.getStyleClass().add(Styles.MUTED);
        empty.setText(TEXTS.get("chart.empty"));
        empty.setMouseTransparent(true);
        StackPane area = new StackPane(plot, empty, readOut);
        VBox.setVgrow(area, Priority.ALWAYS);
        getChildren().addAll(head, area);
        plot.pointer().subscribe(this::read);
        plot.smoothing().subscribe(this::read);
    }

    /// Draws these lines instead of the ones before. What a person hid stays hidden.
    public void show(List<Line> shown) {
        lines = List.copyOf(shown);
        updateLegend();
        redraw();
    }

    public List<Line> lines() {
        return lines;
    }

    /// The weight of the moving average, from 0 to below 1; 0 draws the values as they are.
    public DoubleProperty smoothing() {
        return plot.smoothing();
    }

    /// The x that is read out, NaN for none; charts that share it read out together.
    public DoubleProperty pointer() {
        return plot.pointer();
    }

    /// What x counts, such as "Step".
    public StringProperty xName() {
        return xName;
    }

    /// What it says while there are no points.
    public StringProperty emptyText() {
        return empty.textProperty();
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        recolour();
        plot.layout();
        read();
    }

    private void redraw() {
        List<Line> visible = lines.stream().filter(line -> !hidden.contains(line.key())).toList();
        plot.show(visible);
        empty.setVisible(lines.stream().allMatch(line -> line.curve().isEmpty()));
        plot.setAccessibleText(spoken(visible));
        read();
    }

    private void read() {
        readOut.show(plot, xName.get());
    }

    private void updateLegend() {
        List<ToggleButton> wanted = new ArrayList<>();
        for (Line line : lines) {
            ToggleButton toggle = toggles.computeIfAbsent(line.key(), this::toggle);
            toggle.setText(line.name());
            wanted.add(toggle);
        }
        if (!legend.getChildren().equals(wanted)) {
            legend.getChildren().setAll(wanted);
            toggles.values().retainAll(wanted);
        }
        recolour();
    }

    private void recolour() {
        for (Line line : lines) {
            ToggleButton toggle = toggles.get(line.key());
            if (toggle != null && toggle.getGraphic() instanceof Swatch swatch) {
                swatch.look(line.look(), plot.colour(line.look()));
            }
        }
    }

    private ToggleButton toggle(String key) {
        ToggleButton toggle = new ToggleButton();
        toggle.setId(getId() + "-line-" + key.replaceAll("[^A-Za-z0-9]+", "-"));
        toggle.getStyleClass().addAll("legend-entry", Styles.FLAT);
        toggle.setGraphic(new Swatch());
        toggle.setSelected(!hidden.contains(key));
        toggle.setTooltip(new Tooltip(TEXTS.get("chart.legend.tip")));
        toggle.selectedProperty().subscribe(() -> switchLine(key, toggle.isSelected()));
        return toggle;
    }

    private void switchLine(String key, boolean on) {
        boolean changed = on ? hidden.remove(key) : hidden.add(key);
        if (changed) {
            redraw();
        }
    }

    private String spoken(List<Line> visible) {
        StringBuilder text = new StringBuilder();
        for (Line line : visible) {
            if (!line.curve().isEmpty()) {
                text.append(TEXTS.format("chart.spoken", line.name(), Ticks.exact(line.curve().y(line.curve().size() - 1)))).append(' ');
            }
        }
        return text.toString().strip();
    }
}
