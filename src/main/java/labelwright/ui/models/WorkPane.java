package labelwright.ui.models;

import java.util.List;
import java.util.Optional;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import labelwright.ui.action.Action;
import labelwright.ui.action.ActionControls;
import labelwright.ui.action.Texts;
import labelwright.ui.control.Segments;
import labelwright.ui.control.Styles;
import labelwright.ui.control.Words;
import labelwright.ui.control.Wrapping;
import labelwright.workbench.RankedItem;
import labelwright.workbench.SuggestReport;

/// What the selected model can do next: suggest, and say which pictures are most useful to label.
final class WorkPane extends VBox {
    private static final Texts TEXTS = Texts.of(WorkPane.class);
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("danger");
    private static final double LIST_HEIGHT = 150;

    private final ModelsModel model;
    private final ModelJobs jobs;
    private final ModelsActions actions;
    private final Label suggested = new Label();
    private final ListView<RankedItem> ranked = new ListView<>();

    WorkPane(ModelsModel model, ModelJobs jobs, ModelsActions actions) {
        this.model = model;
        this.jobs = jobs;
        this.actions = actions;
        getChildren().addAll(running(), suggest(), rank());
        model.selected().subscribe(_ -> update());
        jobs.changes().subscribe(_ -> update());
    }

    private Node running() {
        Label title = new Label();
        Wrapping.of(title);
        ProgressBar bar = new ProgressBar();
        bar.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(bar, Priority.ALWAYS);
        HBox row = new HBox(bar, ActionControls.iconButton(actions.cancel()));
        row.getStyleClass().add("running");
        VBox box = new VBox(title, row);
        box.setId("models-running");
        box.getStyleClass().add("block");
        box.managedProperty().bind(box.visibleProperty());
        jobs.running().subscribe(now -> {
            box.setVisible(now.isPresent());
            now.ifPresent(running -> {
                String state = switch (running.turn()) {
                    case IN_LINE -> TEXTS.get("work.line");
                    case GOING -> running.progress().message();
                };
                title.setText(state.isEmpty() ? running.title() : running.title() + " · " + state);
                bar.setProgress(running.progress().fraction());
            });
        });
        return box;
    }

    private Node suggest() {
        TextField query = new TextField();
        query.setId("models-suggest-query");
        query.setPromptText(TEXTS.get("suggest.query.prompt"));
        query.textProperty().bindBidirectional(jobs.query());
        TextField floor = small("models-suggest-floor", "suggest.floor.tip");
        floor.textProperty().bindBidirectional(jobs.floor());
        jobs.floor().subscribe(text -> floor.pseudoClassStateChanged(WRONG, ModelJobs.share(text).isEmpty()));
        suggested.setId("models-suggested");
        Wrapping.of(suggested);
        suggested.getStyleClass().addAll(Styles.SMALL, Styles.MUTED);
        return block("suggest.title", TEXTS.get("suggest.text"), line("suggest.query", query), line("suggest.floor", floor),
                main(actions.suggest()), suggested, wide(actions.review()));
    }

    private Node rank() {
        TextField count = small("models-rank-count", "rank.count.tip");
        count.textProperty().bindBidirectional(jobs.count());
        jobs.count().subscribe(text -> count.pseudoClassStateChanged(WRONG, ModelJobs.count(text).isEmpty()));
        ranked.setId("models-ranked");
        ranked.getStyleClass().add(Styles.DENSE);
        ranked.setPrefHeight(LIST_HEIGHT);
        ranked.setCellFactory(_ -> new RankedCell());
        ranked.managedProperty().bind(ranked.visibleProperty());
        ranked.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                actions.open(Math.max(0, ranked.getSelectionModel().getSelectedIndex()));
            }
        });
        ranked.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2 && ranked.getSelectionModel().getSelectedIndex() >= 0) {
                actions.open(ranked.getSelectionModel().getSelectedIndex());
            }
        });
        return block("rank.title", TEXTS.get("rank.text"), new Segments(actions.strategies()), line("rank.count", count),
                main(actions.rank()), ranked, wide(actions.labelRanked()), wide(actions.showRanked()));
    }

    private void update() {
        Optional<ModelJobs.Results> results = model.selected().get().map(row -> jobs.results(row.version().id()));
        SuggestReport report = results.map(ModelJobs.Results::suggested).orElse(null);
        suggested.setVisible(report != null);
        suggested.setManaged(report != null);
        if (report != null) {
            suggested.setText(TEXTS.format("suggest.done", Words.number(report.suggestions()), Words.number(report.items()),
                    String.format(Texts.locale(), "%.1f", report.picturesPerSecond()), report.problems().size()));
        }
        List<RankedItem> items = results.map(ModelJobs.Results::ranked).orElse(List.of());
        if (!ranked.getItems().equals(items)) {
            ranked.getItems().setAll(items);
        }
        ranked.setVisible(!items.isEmpty());
    }

    private static VBox block(String titleKey, String text, Node... parts) {
        Label title = new Label(TEXTS.get("work." + titleKey));
        title.getStyleClass().add(Styles.STRONG);
        Label words = new Label(text);
        Wrapping.of(words);
        words.setMinHeight(USE_PREF_SIZE);
        words.getStyleClass().addAll(Styles.MUTED, Styles.SMALL);
        VBox box = new VBox(title, words);
        box.getChildren().addAll(parts);
        box.getStyleClass().add("block");
        return box;
    }

    private static Node line(String key, TextField field) {
        Label name = new Label(TEXTS.get("work." + key));
        name.setLabelFor(field);
        field.setAccessibleText(name.getText());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.SOMETIMES);
        HBox row = new HBox(name, gap, field);
        row.getStyleClass().add("line");
        if (!field.getStyleClass().contains("small-field")) {
            HBox.setHgrow(field, Priority.ALWAYS);
        }
        return row;
    }

    private static TextField small(String id, String tipKey) {
        TextField field = new TextField();
        field.setId(id);
        field.getStyleClass().add("small-field");
        field.setTooltip(new Tooltip(TEXTS.get("work." + tipKey)));
        return field;
    }

    private static Button main(Action action) {
        Button button = wide(action);
        button.getStyleClass().add(Styles.ACCENT);
        return button;
    }

    private static Button wide(Action action) {
        Button button = ActionControls.button(action);
        button.setMaxWidth(Double.MAX_VALUE);
        return button;
    }

    private static final class RankedCell extends ListCell<RankedItem> {
        @Override
        protected void updateItem(RankedItem item, boolean empty) {
            super.updateItem(item, empty);
            setText(empty || item == null
                    ? null
                    : TEXTS.format("rank.entry", getIndex() + 1, item.name(), ModelWords.number(item.uncertainty())));
        }
    }
}
