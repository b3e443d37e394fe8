package labelwright.ui.action;

import java.util.List;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Control;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// Controls made from actions. A control's id is the action's with hyphens: `data.import` gives `data-import`; where one action is shown
/// twice, the second control needs another id.
public final class ActionControls {
    /// Key under which a control keeps its action, for [DisabledReasons].
    static final String ACTION = "labelwright.action";

    private ActionControls() {}

    /// Icon and words.
    public static Button button(Action action) {
        Button button = new Button();
        button.textProperty().bind(action.textValue());
        return wire(button, action);
    }

    /// The icon alone; the words are in the tooltip and for screen readers.
    public static Button iconButton(Action action) {
        Button button = new Button();
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.textProperty().bind(action.textValue());
        button.getStyleClass().addAll("button-icon", "flat");
        return wire(button, action);
    }

    /// The icon alone, pressed while the action is selected.
    /// @throws IllegalArgumentException when the action is no switch
    public static ToggleButton iconToggle(Action action) {
        ObservableBooleanValue selected = action.selected()
                .orElseThrow(() -> new IllegalArgumentException(action + " does not say when it is selected"));
        ToggleButton toggle = new ToggleButton();
        toggle.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        toggle.textProperty().bind(action.textValue());
        toggle.getStyleClass().addAll("button-icon", "flat");
        wire(toggle, action);
        toggle.setSelected(selected.get());
        // Clicking flips the control before the command runs; the action's own value always has the last word.
        selected.subscribe(toggle::setSelected);
        toggle.setOnAction(_ -> {
            action.run();
            toggle.setSelected(selected.get());
        });
        return toggle;
    }

    public static MenuItem menuItem(Action action) {
        MenuItem item = action.selected().map(ActionControls::checkItem).orElseGet(MenuItem::new);
        item.setId(nodeId(action) + "-item");
        item.textProperty().bind(Bindings.createStringBinding(() -> menuText(action), action.textValue(), action.enabled()));
        action.icon().ifPresent(icon -> item.setGraphic(new FontIcon(icon)));
        item.disableProperty().bind(Bindings.not(action.enabled()));
        action.shortcutsValue().subscribe(bound -> item.setAccelerator(accelerator(bound)));
        item.setOnAction(_ -> {
            action.run();
            if (item instanceof CheckMenuItem check) {
                action.selected().ifPresent(selected -> check.setSelected(selected.get()));
            }
        });
        return item;
    }

    public static List<MenuItem> menuItems(List<Action> actions) {
        return actions.stream().map(ActionControls::menuItem).toList();
    }

    /// The id of the control for an action.
    public static String nodeId(Action action) {
        return action.id().replace('.', '-');
    }

    /// Keys that type are left to the dispatch, which knows whether somebody is typing.
    private static @Nullable KeyCombination accelerator(List<Shortcut> bound) {
        return !bound.isEmpty() && bound.getFirst() instanceof Shortcut.Keys(var keys) && !bound.getFirst().isTyping() ? keys : null;
    }

    private static MenuItem checkItem(ObservableBooleanValue selected) {
        CheckMenuItem item = new CheckMenuItem();
        selected.subscribe(item::setSelected);
        item.setSelected(selected.get());
        return item;
    }

    private static String menuText(Action action) {
        String reason = action.disabledReason();
        return reason.isEmpty() ? action.text() : action.text() + "  (" + reason + ")";
    }

    private static <T extends ButtonBase> T wire(T control, Action action) {
        control.setId(nodeId(action));
        action.icon().ifPresent(icon -> control.setGraphic(new FontIcon(icon)));
        control.disableProperty().bind(Bindings.not(action.enabled()));
        control.setOnAction(_ -> action.run());
        control.getProperties().put(ACTION, action);
        tip(control, action);
        return control;
    }

    private static void tip(Control control, Action action) {
        Tooltip tooltip = new Tooltip();
        tooltip.setOnShowing(_ -> tooltip.setText(action.tip()));
        tooltip.setText(action.tip());
        control.setTooltip(tooltip);
        control.accessibleTextProperty().bind(action.textValue());
    }
}
