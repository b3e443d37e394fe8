package labelwright.ui.shell;

import java.util.ArrayList;
import java.util.List;

import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import org.kordamp.ikonli.javafx.FontIcon;

import labelwright.ui.action.Action;
import labelwright.ui.action.ActionControls;

/// The narrow bar at the left with a button for each screen; the last one, settings, lies at the bottom.
final class Rail extends VBox {
    private static final PseudoClass SHOWN = PseudoClass.getPseudoClass("shown");

    private final List<Subscription> subscriptions = new ArrayList<>();

    Rail() {
        setId("rail");
        getStyleClass().add("lw-rail");
    }

    /// @param go one action for each screen, called `go.` and the screen's id
    /// @param shown the id of the screen that is shown
    void fill(List<Action> go, Action last, ObservableValue<String> shown) {
        getChildren().clear();
        subscriptions.forEach(Subscription::unsubscribe);
        subscriptions.clear();
        go.forEach(action -> getChildren().add(button(action, shown)));
        Region gap = new Region();
        VBox.setVgrow(gap, Priority.ALWAYS);
        getChildren().addAll(gap, button(last, shown));
    }

    private Button button(Action action, ObservableValue<String> shown) {
        Button button = new Button(action.text());
        button.setId(ActionControls.nodeId(action));
        button.setContentDisplay(ContentDisplay.TOP);
        action.icon().ifPresent(icon -> button.setGraphic(new FontIcon(icon)));
        button.setMaxWidth(Double.MAX_VALUE);
        button.setTooltip(new Tooltip(action.tip()));
        button.setOnAction(_ -> action.run());
        button.setFocusTraversable(true);
        subscriptions.add(shown.subscribe(screen -> button.pseudoClassStateChanged(SHOWN, action.id().equals("go." + screen))));
        return button;
    }
}
