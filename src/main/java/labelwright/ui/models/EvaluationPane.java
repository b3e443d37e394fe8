package labelwright.ui.models;

import java.util.List;
import java.util.function.Function;

import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import labelwright.ui.action.ActionControls;
import labelwright.ui.action.Texts;
import labelwright.ui.control.EmptyState;
import labelwright.ui.control.ProjectContext;
import labelwright.ui.control.Segments;
import labelwright.ui.control.Styles;
import labelwright.ui.control.Words;
import labelwright.ui.control.Wrapping;
import labelwright.workbench.EvaluationReport;
import labelwright.workbench.EvaluationReport.LabelResult;
import labelwright.workbench.MainScore;

/// How good the selected model is on one split: numbers, labels, what is taken for what, and the pictures where it is most wrong.
final class EvaluationPane extends VBox {
    private static final Texts TEXTS = Texts.of(EvaluationPane.class);
    private static final double ROW_HEIGHT = 32;
    private static final int MOST_ROWS = 12;
    private static final List<String> OF_BOXES = List.of("ap50", "ap5095");

    private final ModelsModel model;
    private final ModelJobs jobs;
    private final FlowPane tiles = new FlowPane();
    private final TableView<LabelResult> labels = new TableView<>();
    private final HeatMap heat = new HeatMap();
    private final Label caption = new Label();
    private final WorstItems worst;
    private final VBox results;
    private final EmptyState empty;

    EvaluationPane(ProjectContext context, ModelsModel model, ModelJobs jobs, ModelsActions actions) {
        this.model = model;
        this.jobs = jobs;
        worst = new WorstItems(context);
        getStyleClass().add("evaluation");
        results = results();
        ScrollPane scroll = new ScrollPane(results);
        scroll.setFitToWidth(true);
        scroll.visibleProperty().bind(results.visibleProperty());
        empty = new EmptyState("models-unmeasured", "mdi2g-gauge", TEXTS.get("evaluation.empty.title"), TEXTS.get("evaluation.empty.text"),
                List.of(actions.evaluate()));
        javafx.scene.layout.StackPane body = new javafx.scene.layout.StackPane(empty, scroll);
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().addAll(head(actions), body);
        model.selected().subscribe(_ -> update());
        model.selected().subscribe(selected -> selected.ifPresent(row -> jobs.restore(row.version())));
        jobs.changes().subscribe(_ -> update());
    }

    private Node head(ModelsActions actions) {
        Label title = new Label(TEXTS.get("evaluation.title"));
        title.getStyleClass().add(Styles.STRONG);
        caption.setId("models-evaluated");
        caption.getStyleClass().addAll(Styles.MUTED, Styles.SMALL);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button evaluate = ActionControls.button(actions.evaluate());
        HBox head = new HBox(title, caption, gap, new Segments(actions.splits()), evaluate);
        head.getStyleClass().add("head");
        return head;
    }

    private VBox results() {
        tiles.getStyleClass().add("tiles");
        labels.setId("models-labels");
        labels.getStyleClass().add(Styles.DENSE);
        labels.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        labels.setFixedCellSize(ROW_HEIGHT);
        labels.getColumns().add(column("label", 96, LabelResult::label));
        labels.getColumns().add(column("objects", 78, label -> Words.number(label.objects())));
        labels.getColumns().add(column("ap50", 70, label -> ModelWords.number(label.ap50())));
        labels.getColumns().add(column("ap5095", 92, label -> ModelWords.number(label.ap50To95())));
        labels.getColumns().add(column("precision", 88, label -> ModelWords.number(label.precision())));
        labels.getColumns().add(column("recall", 70, label -> ModelWords.number(label.recall())));
        Label readOut = new Label();
        readOut.setId("models-confusion-readout");
        Wrapping.of(readOut);
        readOut.getStyleClass().addAll(Styles.SMALL, "readout");
        readOut.textProperty().bind(heat.readOut().map(text -> text.isEmpty() ? TEXTS.get("heat.hint") : text));
        VBox left = titled("evaluation.labels", labels);
        VBox right = titled("evaluation.confusion", heat, readOut);
        HBox.setHgrow(left, Priority.ALWAYS);
        HBox both = new HBox(left, right);
        both.getStyleClass().add("both");
        VBox all = new VBox(tiles, both, titled("evaluation.worst", worst));
        all.getStyleClass().add("results");
        return all;
    }

    private void update() {
        EvaluationReport report = model.selected().get().map(row -> jobs.results(row.version().id()).evaluation()).orElse(null);
        results.setVisible(report != null);
        empty.setVisible(report == null);
        caption.setText(report == null ? "" : TEXTS.format("evaluation.done", Words.of(report.split()), Words.number(report.items())));
        show(report);
    }

    private void show(@Nullable EvaluationReport report) {
        if (report == null) {
            return;
        }
        tiles.getChildren().setAll(ModelWords.METRICS.stream().filter(key -> report.metrics().containsKey(key))
                .map(key -> tile(key, report.metrics().getOrDefault(key, Double.NaN))).toList());
        boolean boxes = report.metrics().containsKey(MainScore.MAP50.key());
        labels.getColumns().stream().filter(column -> OF_BOXES.contains(column.getId())).forEach(column -> column.setVisible(boxes));
        labels.getItems().setAll(report.perLabel());
        double height = (Math.min(MOST_ROWS, report.perLabel().size()) + 1.5) * ROW_HEIGHT;
        labels.setPrefHeight(height);
        labels.setMinHeight(height);
        heat.show(Heat.of(report.confusion()));
        worst.show(report.worst());
    }

    private static Node tile(String key, double value) {
        Label number = new Label(ModelWords.number(value));
        number.setId("models-metric-" + key.replace('_', '-'));
        number.getStyleClass().add("number");
        Label name = new Label(ModelWords.metric(key));
        name.getStyleClass().addAll(Styles.MUTED, Styles.SMALL);
        VBox tile = new VBox(number, name);
        tile.getStyleClass().add("tile");
        return tile;
    }

    private static VBox titled(String key, Node... parts) {
        Label title = new Label(TEXTS.get("title." + key));
        title.getStyleClass().add(Styles.PANEL_TITLE);
        VBox box = new VBox(title);
        box.getChildren().addAll(parts);
        box.getStyleClass().add("titled");
        return box;
    }

    private static TableColumn<LabelResult, String> column(String key, double width, Function<LabelResult, String> value) {
        TableColumn<LabelResult, String> column = new TableColumn<>(TEXTS.get("column.label." + key));
        column.setId(key);
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(cell -> new SimpleStringProperty(value.apply(cell.getValue())));
        return column;
    }
}
