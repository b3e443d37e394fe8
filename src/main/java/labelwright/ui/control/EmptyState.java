package labelwright.ui.control;

import java.util.List;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.javafx.FontIcon;

import labelwright.ui.action.Action;
import labelwright.ui.action.ActionControls;

/// What a screen shows when it has nothing to show: what is missing, and buttons for what to do next. The first button is the main one.
public final class EmptyState extends VBox {

    /// @param id of the node; its buttons are called the same with the action's id behind it
    public EmptyState(String id, String icon, String title, String text, List<Action> next) {
        setId(id);
        getStyleClass().add(Styles.EMPTY_STATE);
        setAlignment(Pos.CENTER);
        Label heading = new Label(title);
        heading.getStyleClass().add(Styles.SUBTITLE);
        Label words = new Label(text);
        words.getStyleClass().add(Styles.MUTED);
        Wrapping.of(words);
        getChildren().addAll(new FontIcon(icon), heading, words);
        if (!next.isEmpty()) {
            getChildren().add(buttons(id, next));
        }
    }

    /// Gives the focus to what most people do next, for places where there is nothing else to do.
    public void focusFirst() {
        if (lookup(".button") instanceof Button first) {
            first.requestFocus();
        }
    }

    private static Node buttons(String id, List<Action> next) {
        HBox row = new HBox();
        row.setAlignment(Pos.CENTER);
        row.getStyleClass().add("buttons");
        for (Action action : next) {
            Button button = ActionControls.button(action);
            button.setId(id + "-" + ActionControls.nodeId(action));
            if (row.getChildren().isEmpty()) {
                button.getStyleClass().add(Styles.ACCENT);
            }
            row.getChildren().add(button);
        }
        return row;
    }
}
