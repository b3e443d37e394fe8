package labelwright.ui.shell;

import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.controlsfx.control.PopOver;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

import labelwright.task.JobState;
import labelwright.ui.action.Texts;
import labelwright.ui.control.Styles;

/// What waits, runs and ended, with progress and a button to cancel. Never modal.
final class JobsPopover {
    private static final Texts TEXTS = Texts.of(JobsPopover.class);
    private static final double WIDTH = 380;
    private static final double HEIGHT = 360;

    private final JobsModel model;
    private final VBox rows = new VBox();
    private @Nullable PopOver open;

    JobsPopover(JobsModel model) {
        this.model = model;
        rows.setId("jobs-list");
        rows.getStyleClass().add("lw-jobs");
        rows.setPrefWidth(WIDTH);
        model.active().addListener((ListChangeListener<JobRow>) _ -> fill());
        model.ended().addListener((ListChangeListener<JobRow>) _ -> fill());
        fill();
    }

    void toggle(Node beside) {
        PopOver shown = open;
        if (shown != null && shown.isShowing()) {
            shown.hide();
            return;
        }
        ScrollPane scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        scroll.setMaxHeight(HEIGHT);
        scroll.getStyleClass().add("edge-to-edge");
        PopOver fresh = new PopOver(scroll);
        fresh.setArrowLocation(PopOver.ArrowLocation.BOTTOM_CENTER);
        fresh.setAnimated(false);
        fresh.setDetachable(false);
        fresh.show(beside);
        open = fresh;
    }

    private void fill() {
        rows.getChildren().clear();
        model.active().forEach(row -> rows.getChildren().add(row(row)));
        model.ended().forEach(row -> rows.getChildren().add(row(row)));
        if (rows.getChildren().isEmpty()) {
            Label none = new Label(TEXTS.get("jobs.none"));
            none.getStyleClass().add(Styles.MUTED);
            rows.getChildren().add(none);
        }
    }

    private static Node row(JobRow row) {
        Label title = new Label(row.title());
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        HBox line = new HBox(8, title);
        line.setAlignment(Pos.CENTER_LEFT);
        Label message = new Label();
        message.getStyleClass().addAll(Styles.MUTED, Styles.SMALL);
        VBox box = new VBox(4, line);
        box.getStyleClass().add("lw-job");
        if (row.state().get().isEnd()) {
            message.setText(TEXTS.name(row.state().get()));
            line.getChildren().add(endIcon(row.state().get()));
        } else {
            message.textProperty().bind(row.message());
            ProgressBar bar = new ProgressBar();
            bar.progressProperty().bind(row.fraction());
            bar.setMaxWidth(Double.MAX_VALUE);
            Button cancel = new Button(TEXTS.get("jobs.cancel"), new FontIcon("mdi2c-close"));
            cancel.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
            cancel.setTooltip(new Tooltip(TEXTS.get("jobs.cancel")));
            cancel.getStyleClass().addAll(Styles.FLAT, Styles.BUTTON_ICON, "lw-job-cancel");
            cancel.setOnAction(_ -> {
                row.job().cancel();
                cancel.setDisable(true);
            });
            line.getChildren().add(cancel);
            box.getChildren().add(bar);
        }
        box.getChildren().add(message);
        return box;
    }

    private static FontIcon endIcon(JobState state) {
        FontIcon icon = new FontIcon(switch (state) {
            case DONE -> "mdi2c-check-circle-outline";
            case FAILED -> "mdi2a-alert-circle-outline";
            case CANCELLED -> "mdi2c-close-circle-outline";
            case WAITING, RUNNING -> "mdi2p-progress-clock";
        });
        icon.getStyleClass().add("lw-job-" + state.name().toLowerCase(java.util.Locale.ROOT));
        return icon;
    }
}
