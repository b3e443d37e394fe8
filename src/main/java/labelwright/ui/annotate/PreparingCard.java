package labelwright.ui.annotate;

import java.util.concurrent.atomic.AtomicBoolean;

import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;

import labelwright.media.Picture;
import labelwright.media.TiledPicture;
import labelwright.task.Job;
import labelwright.task.JobRunner.Lane;
import labelwright.ui.action.Action;
import labelwright.ui.action.ActionControls;
import labelwright.ui.action.Texts;
import labelwright.ui.control.ProjectContext;
import labelwright.ui.control.Words;

/// Says that a big picture is being prepared, and lets a person stop that. The work is a job: it begins when such a picture is shown, ends
/// when another one is, and goes on where it was the next time.
final class PreparingCard extends HBox {
    private static final Texts TEXTS = Texts.of(PreparingCard.class);

    private final ProjectContext context;
    private final Label words = new Label();
    private @Nullable Job<Boolean> job;
    private @Nullable Picture shown;

    PreparingCard(ProjectContext context) {
        this.context = context;
        Action stop = Action.of(TEXTS, "annotate.stopPreparing").icon("mdi2s-stop").does(this::stop);
        words.setId("annotate-preparing");
        getStyleClass().add("annotate-preparing");
        setAlignment(Pos.CENTER_LEFT);
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        getChildren().addAll(words, ActionControls.iconButton(stop));
        setVisible(false);
    }

    /// @param picture on the canvas now; null for none
    void show(@Nullable Picture picture) {
        if (picture != null && picture.equals(shown)) {
            return;
        }
        stop();
        shown = picture;
        if (picture instanceof TiledPicture tiled && !tiled.isPrepared()) {
            prepare(tiled);
        }
    }

    private void stop() {
        Job<Boolean> running = job;
        job = null;
        setVisible(false);
        if (running != null) {
            running.cancel();
        }
    }

    private void prepare(TiledPicture picture) {
        Job<Boolean> started = context.app().jobs().start(Lane.PICTURES, TEXTS.get("preparing.job"),
                (progress, token) -> context.workbench().pictures().prepare(picture, progress, token), _ -> {}, () -> ended(picture));
        job = started;
        words.setText(TEXTS.format("preparing", Words.percent(0)));
        setVisible(true);
        AtomicBoolean told = new AtomicBoolean();
        started.onChange(() -> {
            if (told.compareAndSet(false, true)) {
                Platform.runLater(() -> {
                    told.set(false);
                    words.setText(TEXTS.format("preparing", Words.percent(Math.max(0, started.progress().fraction()))));
                });
            }
        });
    }

    private void ended(TiledPicture picture) {
        if (picture.equals(shown)) {
            job = null;
            setVisible(false);
        }
    }
}
