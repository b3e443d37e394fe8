package labelwright.ui.label;

import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import labelwright.ui.action.Texts;
import labelwright.ui.control.Styles;

/// How far the whole project is, for the person at work.
public final class ProgressLine extends HBox {
    private static final Texts TEXTS = Texts.of(ProgressLine.class);

    public ProgressLine(WorkQueue queue) {
        ProgressBar bar = new ProgressBar();
        bar.setId("annotate-progress");
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.progressProperty().bind(Bindings.createDoubleBinding(
                () -> queue.total().get() == 0 ? 0 : (double) queue.complete().get() / queue.total().get(), queue.total(),
                queue.complete()));
        HBox.setHgrow(bar, Priority.ALWAYS);
        Label words = new Label();
        words.getStyleClass().addAll(Styles.SMALL, Styles.MUTED);
        words.setMinWidth(Region.USE_PREF_SIZE);
        words.textProperty()
                .bind(Bindings.createStringBinding(() -> TEXTS.format("progress", queue.complete().get(), queue.total().get()),
                        queue.total(), queue.complete()));
        getChildren().addAll(bar, words);
        getStyleClass().add("film-progress");
        setAlignment(Pos.CENTER);
    }
}
