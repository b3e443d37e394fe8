package labelwright.ui.shell;

import java.util.function.Consumer;

import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Duration;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

import labelwright.ui.action.Action;
import labelwright.ui.action.ActionControls;
import labelwright.ui.action.Texts;
import labelwright.ui.control.Styles;
import labelwright.ui.control.Words;
import labelwright.workbench.EngineState;
import labelwright.workbench.SaveState;

/// The line at the bottom: whether the last edit is on disk, what is being worked on, the device, the memory.
final class StatusBar extends HBox {
    private static final Texts TEXTS = Texts.of(StatusBar.class);
    private static final Duration MEMORY_PERIOD = Duration.seconds(2);
    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");

    private final Label save = new Label();
    private final FontIcon saveIcon = new FontIcon("mdi2c-check");
    private final Button jobs = new Button();
    private final ProgressBar progress = new ProgressBar();
    private final Label device = new Label();
    private final Label memory = new Label();
    private final JobsModel model;

    /// @param openJobs shows the list of jobs beside the button
    /// @param saveAgain shown only while it can be done
    StatusBar(JobsModel model, Consumer<Node> openJobs, Action saveAgain) {
        this.model = model;
        setId("status");
        getStyleClass().add("lw-status");
        save.setId("status-save");
        save.setGraphic(saveIcon);
        save.setVisible(false);
        jobs.setId("status-jobs");
        jobs.getStyleClass().addAll(Styles.FLAT, "lw-status-button");
        jobs.setOnAction(_ -> openJobs.accept(jobs));
        progress.setId("status-progress");
        progress.setPrefWidth(120);
        device.setId("status-device");
        memory.setId("status-memory");
        memory.setTooltip(new Tooltip(TEXTS.get("status.memory.tip")));
        Button again = ActionControls.button(saveAgain);
        again.getStyleClass().addAll(Styles.FLAT, Styles.DANGER, "lw-status-button");
        again.visibleProperty().bind(saveAgain.enabled());
        again.managedProperty().bind(again.visibleProperty());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(save, again, gap, progress, jobs, device, memory);
        showJobs();
        watchMemory();
    }

    /// Shows the state while there is one to show.
    void showSaveState(@Nullable SaveState state) {
        save.setVisible(state != null);
        save.pseudoClassStateChanged(FAILED, state instanceof SaveState.Failed);
        switch (state) {
            case null -> save.setText("");
            case SaveState.Saved _ -> show(TEXTS.get("status.saved"), "mdi2c-check");
            case SaveState.Saving _ -> show(TEXTS.get("status.saving"), "mdi2p-progress-clock");
            case SaveState.Failed(int waiting, String sentence) -> show(TEXTS.format("status.saveFailed", waiting, sentence),
                    "mdi2a-alert-outline");
        }
    }

    void showDevice(EngineState state) {
        switch (state) {
            case EngineState.Ready(String name) -> {
                device.setText(Words.device(name));
                device.setTooltip(new Tooltip(TEXTS.get("status.device.tip")));
            }
            case EngineState.Unavailable(String why) -> {
                device.setText(TEXTS.get("status.noEngine"));
                device.setTooltip(new Tooltip(why));
            }
        }
    }

    /// To be called after each look at the jobs.
    void showJobs() {
        boolean busy = !model.active().isEmpty();
        progress.setVisible(busy);
        progress.setManaged(busy);
        if (busy) {
            JobRow first = model.active().getFirst();
            progress.setProgress(first.fraction().get());
            int more = model.active().size() - 1;
            jobs.setText(more == 0 ? first.title() : TEXTS.format("status.jobs.more", first.title(), more));
        } else {
            jobs.setText(TEXTS.get("status.jobs.none"));
        }
    }

    private void show(String text, String icon) {
        save.setText(text);
        saveIcon.setIconLiteral(icon);
    }

    private void watchMemory() {
        Timeline clock = new Timeline(new KeyFrame(MEMORY_PERIOD, _ -> showMemory()));
        clock.setCycleCount(Timeline.INDEFINITE);
        showMemory();
        ObservableValue<Boolean> showing = sceneProperty().flatMap(javafx.scene.Scene::windowProperty)
                .flatMap(javafx.stage.Window::showingProperty).orElse(false);
        showing.subscribe(shown -> {
            if (shown) {
                clock.play();
            } else {
                clock.stop();
            }
        });
    }

    private void showMemory() {
        Runtime runtime = Runtime.getRuntime();
        memory.setText(TEXTS.format("status.memory", Words.bytes(runtime.totalMemory() - runtime.freeMemory()),
                Words.bytes(runtime.maxMemory())));
    }
}
