package labelwright.ui.shell;

import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

import org.kordamp.ikonli.javafx.FontIcon;

import labelwright.ui.action.Action;
import labelwright.ui.action.ActionControls;
import labelwright.ui.action.Texts;
import labelwright.ui.control.Notices;
import labelwright.ui.control.Styles;
import labelwright.ui.control.Wrapping;

/// Notices in the lower right corner; each goes away by itself, later while the pointer rests on it.
public final class NoticeStack extends VBox implements Notices {
    private static final Texts TEXTS = Texts.of(NoticeStack.class);
    private static final Duration STAYS = Duration.seconds(6);
    private static final int MOST = 4;

    public NoticeStack() {
        setId("notices");
        getStyleClass().add("lw-notices");
        setAlignment(Pos.BOTTOM_RIGHT);
        setPickOnBounds(false);
    }

    @Override
    public void say(String text) {
        add(new HBox(words(text)));
    }

    @Override
    public void say(String text, Action next) {
        Button button = ActionControls.button(next);
        button.setId("notice-" + ActionControls.nodeId(next));
        button.getStyleClass().addAll(Styles.FLAT, Styles.ACCENT);
        HBox notice = new HBox(words(text), button);
        button.addEventHandler(javafx.event.ActionEvent.ACTION, _ -> getChildren().remove(notice));
        add(notice);
    }

    private static Label words(String text) {
        Label label = new Label(text);
        Wrapping.of(label);
        return label;
    }

    private void add(HBox notice) {
        notice.getStyleClass().add("lw-notice");
        notice.setMaxWidth(USE_PREF_SIZE);
        Button close = new Button(TEXTS.get("notice.close"), new FontIcon("mdi2c-close"));
        close.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        close.getStyleClass().addAll(Styles.FLAT, Styles.BUTTON_ICON);
        close.setOnAction(_ -> getChildren().remove(notice));
        notice.getChildren().add(close);
        getChildren().add(notice);
        if (getChildren().size() > MOST) {
            getChildren().removeFirst();
        }
        PauseTransition life = new PauseTransition(STAYS);
        life.setOnFinished(_ -> getChildren().remove(notice));
        notice.hoverProperty().subscribe(resting -> {
            if (resting) {
                life.stop();
            } else {
                life.playFromStart();
            }
        });
        life.play();
    }
}
