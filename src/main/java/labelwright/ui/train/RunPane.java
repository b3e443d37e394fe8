package labelwright.ui.train;

import java.util.List;
import java.util.Optional;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import labelwright.ui.action.Texts;
import labelwright.ui.control.Segments;
import labelwright.ui.control.Styles;

/// What the selected runs say: how far they are, charts, log, parameters.
final class RunPane extends VBox {
    private static final Texts TEXTS = Texts.of(RunPane.class);

    private final TrainModel model;
    private final Label title = new Label();
    private final Label line = new Label();
    private final ProgressBar progress = new ProgressBar();
    private final TextArea log = new TextArea();

    RunPane(TrainModel model, TrainActions actions) {
        this.model = model;
        getStyleClass().add("lw-run");
        ChartBoard charts = new ChartBoard(model.runs());
        ParameterTable parameters = new ParameterTable(model);
        log.setId("train-log-text");
        log.setEditable(false);
        log.getStyleClass().addAll(Styles.MONO, "log");
        StackPane pages = new StackPane(on(actions, TrainActions.Page.CHARTS, charts), on(actions, TrainActions.Page.LOG, log),
                on(actions, TrainActions.Page.PARAMETERS, parameters));
        VBox.setVgrow(pages, Priority.ALWAYS);
        getChildren().addAll(head(actions), pages);
        model.runs().shown().subscribe(_ -> update());
    }

    private Node head(TrainActions actions) {
        title.setId("train-run-title");
        title.getStyleClass().add(Styles.SUBTITLE);
        line.setId("train-run-line");
        line.getStyleClass().add(Styles.MUTED);
        progress.setId("train-progress");
        progress.setMaxWidth(Double.MAX_VALUE);
        progress.managedProperty().bind(progress.visibleProperty());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Segments pages = new Segments(actions.pages());
        VBox words = new VBox(title, line);
        HBox row = new HBox(words, gap, pages);
        row.getStyleClass().add("row");
        VBox head = new VBox(row, progress);
        head.getStyleClass().add("head");
        return head;
    }

    private static Node on(TrainActions actions, TrainActions.Page page, Node node) {
        node.visibleProperty().bind(actions.page().isEqualTo(page));
        return node;
    }

    private void update() {
        List<RunLines.Shown> shown = model.runs().shown().get();
        Optional<RunRow> only = model.runs().only();
        title.setText(only.map(row -> row.run().get().name()).orElseGet(() -> TEXTS.format("run.several", shown.size())));
        line.setText(only.map(row -> RunWords.state(row) + "  ·  " + RunWords.line(row)).orElseGet(() -> TEXTS.get("run.compared")));
        progress.setVisible(only.filter(RunRow::isLive).isPresent());
        progress.setProgress(only.map(row -> row.live().get().fraction()).orElse(0.0));
        updateLog(shown);
    }

    /// Adds the new lines only, so that a person can read and select while it grows.
    private void updateLog(List<RunLines.Shown> shown) {
        StringBuilder text = new StringBuilder();
        for (RunLines.Shown run : shown) {
            if (shown.size() > 1) {
                text.append("# ").append(run.run().name()).append('\n');
            }
            run.data().log().forEach(entry -> text.append(entry).append('\n'));
        }
        String before = log.getText();
        if (text.length() > before.length() && text.indexOf(before) == 0) {
            log.appendText(text.substring(before.length()));
        } else if (!before.contentEquals(text)) {
            log.setText(text.toString());
            log.end();
        }
    }
}
