package labelwright.ui.models;

import java.util.Optional;
import java.util.function.Function;

import javafx.beans.property.SimpleStringProperty;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

import labelwright.ui.action.Texts;
import labelwright.ui.control.Styles;
import labelwright.ui.control.Words;
import labelwright.workbench.MainScore;

/// All models, newest first.
final class ModelTable extends TableView<ModelRow> {
    private static final Texts TEXTS = Texts.of(ModelTable.class);
    private static final double ROWS_HEIGHT = 164;

    private final ModelsModel model;
    private boolean inStep;

    ModelTable(ModelsModel model) {
        this.model = model;
        setId("models-table");
        getStyleClass().addAll(Styles.DENSE, "lw-table");
        setPrefHeight(ROWS_HEIGHT);
        setMinHeight(ROWS_HEIGHT * 0.7);
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        getColumns().add(column("name", 160, row -> row.version().name()));
        getColumns().add(column("stage", 110, row -> TEXTS.name(row.version().stage())));
        getColumns().add(column("map50", 90, row -> ModelWords.number(row.metric("mAP50"))));
        getColumns().add(column("map5095", 100, row -> ModelWords.number(row.metric("mAP50_95"))));
        getColumns().add(column("accuracy", 90, row -> ModelWords.number(row.metric("accuracy"))));
        getColumns().add(column("f1", 90, row -> ModelWords.number(row.metric("f1"))));
        getColumns().add(column("made", 160, row -> ModelWords.moment(row.version().created())));
        getColumns().add(column("taken", 90, row -> Words.number(row.counts().taken())));
        getColumns().add(column("changed", 90, row -> Words.number(row.counts().changed())));
        getColumns().add(column("refused", 90, row -> Words.number(row.counts().refused())));
        getColumns().add(column("open", 90, row -> Words.number(row.counts().open())));
        setItems(model.rows());
        model.rows().subscribe(this::showMeasures);
        getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (row != null && !inStep) {
                model.select(row.version().id());
            }
        });
        model.selected().subscribe(this::follow);
    }

    /// Measures that no model has are not shown; mAP@.5 while there is no model.
    private void showMeasures() {
        boolean texts = model.rows().stream()
                .anyMatch(row -> row.version().metrics().containsKey("f1") && !row.version().metrics().containsKey(MainScore.MAP50.key()));
        getColumns().forEach(column -> {
            String id = String.valueOf(column.getId());
            if (id.endsWith("-map50") || id.endsWith("-map5095")) {
                column.setVisible(!texts);
            } else if (id.endsWith("-accuracy") || id.endsWith("-f1")) {
                column.setVisible(texts);
            }
        });
    }

    private void follow(Optional<ModelRow> selected) {
        inStep = true;
        selected.ifPresentOrElse(row -> getSelectionModel().select(model.rows().indexOf(row)), () -> getSelectionModel().clearSelection());
        inStep = false;
    }

    private static TableColumn<ModelRow, String> column(String key, double width, Function<ModelRow, String> value) {
        TableColumn<ModelRow, String> column = new TableColumn<>(TEXTS.get("column." + key));
        column.setId("models-column-" + key);
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(cell -> new SimpleStringProperty(value.apply(cell.getValue())));
        return column;
    }
}
