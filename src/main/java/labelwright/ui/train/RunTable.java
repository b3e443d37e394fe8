package labelwright.ui.train;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

import org.kordamp.ikonli.javafx.FontIcon;

import labelwright.model.RunId;
import labelwright.ui.action.Texts;
import labelwright.ui.control.Styles;
import labelwright.ui.control.Words;

/// All runs, newest first. Several can be selected to compare them.
final class RunTable extends TableView<RunRow> {
    private static final Texts TEXTS = Texts.of(RunTable.class);
    private static final double ROWS_HEIGHT = 176;

    private final RunsModel model;
    private boolean inStep;

    RunTable(RunsModel model) {
        this.model = model;
        setId("train-runs");
        getStyleClass().addAll(Styles.DENSE, "lw-runs");
        setPrefHeight(ROWS_HEIGHT);
        setMinHeight(ROWS_HEIGHT / 2);
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        getColumns().add(state());
        getColumns().add(column("name", 150, row -> row.run().get().name()));
        getColumns().add(column("started", 130, row -> RunWords.moment(row.run().get().progress().started())));
        getColumns().add(column("duration", 100, RunTable::duration));
        getColumns().add(column("epochs", 70, row -> row.epochs() == 0 ? "" : Words.number(row.epochs())));
        getColumns().add(column("score", 90, row -> RunWords.score(row.score())));
        getColumns().add(column("pictures", 90, RunRow::pictures));
        setItems(model.rows());
        getSelectionModel().getSelectedItems().addListener((ListChangeListener<RunRow>) _ -> selected());
        model.selection().subscribe(this::follow);
    }

    private void selected() {
        if (!inStep) {
            List<RunId> ids = getSelectionModel().getSelectedItems().stream().filter(java.util.Objects::nonNull).map(RunRow::id).toList();
            if (!ids.isEmpty()) {
                inStep = true;
                model.select(ids);
                inStep = false;
            }
        }
    }

    private void follow(List<RunId> ids) {
        if (inStep) {
            return;
        }
        inStep = true;
        getSelectionModel().clearSelection();
        for (int i = 0; i < getItems().size(); i++) {
            if (ids.contains(getItems().get(i).id())) {
                getSelectionModel().select(i);
            }
        }
        inStep = false;
    }

    private static String duration(RunRow row) {
        double seconds = row.seconds(Instant.now());
        return seconds <= 0 ? "" : Words.duration(seconds);
    }

    private static TableColumn<RunRow, String> column(String key, double width, Function<RunRow, String> value) {
        TableColumn<RunRow, String> column = new TableColumn<>(TEXTS.get("column." + key));
        column.setId("train-runs-" + key);
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(cell -> watched(cell.getValue(), value));
        return column;
    }

    private static ObservableValue<String> watched(RunRow row, Function<RunRow, String> value) {
        return Bindings.createStringBinding(() -> value.apply(row), row.run(), row.live());
    }

    private static TableColumn<RunRow, String> state() {
        TableColumn<RunRow, String> column = column("state", 120, RunWords::state);
        column.setCellFactory(_ -> new StateCell());
        return column;
    }

    private static final class StateCell extends TableCell<RunRow, String> {
        private final Label chip = new Label();
        private final FontIcon icon = new FontIcon();

        StateCell() {
            chip.setGraphic(icon);
        }

        @Override
        protected void updateItem(String item, boolean empty) {
            super.updateItem(item, empty);
            RunRow row = empty ? null : getTableRow().getItem();
            setGraphic(row == null ? null : chip);
            if (row != null) {
                chip.setText(item);
                chip.getStyleClass().setAll("label", "run-state", RunWords.stateStyle(row));
                icon.setIconLiteral(RunWords.stateIcon(row));
            }
        }
    }
}
