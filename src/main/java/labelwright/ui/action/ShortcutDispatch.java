package labelwright.ui.action;

import java.util.function.Supplier;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import org.jspecify.annotations.Nullable;

/// Runs the action whose shortcut is pressed, after the focused control had its turn and did not use the key.
public final class ShortcutDispatch {
    private final ActionRegistry registry;
    private final Supplier<String> shownScreen;

    /// @param shownScreen gives the id of the screen that is shown, or an empty text
    public ShortcutDispatch(ActionRegistry registry, Supplier<String> shownScreen) {
        this.registry = registry;
        this.shownScreen = shownScreen;
    }

    public void install(Scene scene) {
        scene.addEventHandler(KeyEvent.KEY_PRESSED, event -> dispatch(scene, event));
        scene.addEventHandler(KeyEvent.KEY_TYPED, event -> dispatch(scene, event));
    }

    private void dispatch(Scene scene, KeyEvent event) {
        // Tab is for whoever has the focus; else nobody could leave a field by it.
        boolean traversal = event.getCode() == KeyCode.TAB && !event.isControlDown();
        if (event.isConsumed() || traversal) {
            return;
        }
        registry.find(event, shownScreen.get()).ifPresent(action -> {
            boolean typing = action.shortcuts().stream().anyMatch(shortcut -> shortcut.matches(event) && shortcut.isTyping());
            if (!typing || !takesText(scene.getFocusOwner())) {
                event.consume();
                action.run();
            }
        });
    }

    private static boolean takesText(@Nullable Node focused) {
        return switch (focused) {
            case TextInputControl _ -> true;
            case Spinner<?>_ -> true;
            case ComboBoxBase<?> box -> box.isEditable();
            case null -> false;
            default -> false;
        };
    }
}
