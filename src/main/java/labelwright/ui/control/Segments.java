package labelwright.ui.control;

import java.util.List;

import javafx.geometry.Pos;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

import labelwright.ui.action.Action;
import labelwright.ui.action.ActionControls;

/// A row of joined buttons for a choice; the selected one is pressed.
public final class Segments extends HBox {
    private static final String LEFT = "left-pill";
    private static final String MIDDLE = "center-pill";
    private static final String RIGHT = "right-pill";

    /// @param actions that say when they are selected
    public Segments(List<Action> actions) {
        setAlignment(Pos.CENTER);
        setFillHeight(false);
        for (int i = 0; i < actions.size(); i++) {
            ToggleButton button = ActionControls.iconToggle(actions.get(i));
            button.getStyleClass().removeAll("button-icon", "flat");
            button.setContentDisplay(javafx.scene.control.ContentDisplay.TEXT_ONLY);
            button.getStyleClass().addAll("lw-segment", i == 0 ? LEFT : i == actions.size() - 1 ? RIGHT : MIDDLE);
            button.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(button, Priority.ALWAYS);
            getChildren().add(button);
        }
    }
}
