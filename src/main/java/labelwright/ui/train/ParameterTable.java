package labelwright.ui.train;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import javafx.beans.property.SimpleStringProperty;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import labelwright.model.Run;
import labelwright.ui.action.Texts;
import labelwright.ui.control.Styles;
import labelwright.ui.control.chart.Ticks;

/// What the selected runs were made with, side by side; what differs is marked.
final class ParameterTable extends VBox {
    private static final Texts TEXTS = Texts.of(ParameterTable.class);
    private static final PseudoClass DIFFERS = PseudoClass.getPseudoClass("differs");
    private static final double NAME_WIDTH = 190;
    private static final double VALUE_WIDTH = 150;

    private final TrainModel model;
    private final TableView<RunComparison.Row> table = new TableView<>();
    private final CheckBox onlyDifferent = new CheckBox(TEXTS.get("parameter.different"));
    private final Map<String, String> names = new LinkedHashMap<>();
    private List<Run> shown = List.of();

    ParameterTable(TrainModel model) {
        this.model = model;
        getStyleClass().add("lw-parameters");
        FormTexts words = new FormTexts();
        model.settings().forEach(setting -> names.put(setting.key(), words.name(setting)));
        table.setId("train-parameters-table");
        table.getStyleClass().add(Styles.DENSE);
        table.setRowFactory(_ -> new MarkedRow());
        table.setPlaceholder(placeholder());
        onlyDifferent.setId("train-only-different");
        onlyDifferent.managedProperty().bind(onlyDifferent.visibleProperty());
        onlyDifferent.selectedProperty().subscribe(this::fill);
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren().addAll(onlyDifferent, table);
        model.runs().shown().subscribe(now -> show(now.stream().map(RunLines.Shown::run).toList()));
    }

    private static Node placeholder() {
        return new Label(TEXTS.get("parameter.same"));
    }

    private void show(List<Run> runs) {
        if (!runs.equals(shown)) {
            shown = runs;
            onlyDifferent.setVisible(runs.size() > 1);
            fill();
        }
    }

    private void fill() {
        RunComparison comparison = RunComparison.of(shown, model.form().defaults(), Ticks::exact);
        table.getColumns().clear();
        table.getColumns().add(column(TEXTS.get("parameter.name"), NAME_WIDTH, this::name));
        for (int i = 0; i < shown.size(); i++) {
            int index = i;
            table.getColumns().add(column(shown.get(i).name(), VALUE_WIDTH, row -> row.values().get(index)));
        }
        boolean some = onlyDifferent.isSelected() && shown.size() > 1;
        table.getItems().setAll(comparison.rows().stream().filter(row -> !some || row.differs()).toList());
    }

    private String name(RunComparison.Row row) {
        String name = names.getOrDefault(row.key(), "");
        String shownName = row.section() == RunComparison.Section.SETTING && !name.isEmpty() ? name : RunWords.parameter(row);
        return row.differs() ? "≠  " + shownName : shownName;
    }

    private static TableColumn<RunComparison.Row, String> column(String title, double width,
            java.util.function.Function<RunComparison.Row, String> value) {
        TableColumn<RunComparison.Row, String> column = new TableColumn<>(title);
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(cell -> new SimpleStringProperty(value.apply(cell.getValue())));
        return column;
    }

    private static final class MarkedRow extends TableRow<RunComparison.Row> {
        @Override
        protected void updateItem(RunComparison.Row item, boolean empty) {
            super.updateItem(item, empty);
            pseudoClassStateChanged(DIFFERS, !empty && item != null && item.differs());
        }
    }
}
