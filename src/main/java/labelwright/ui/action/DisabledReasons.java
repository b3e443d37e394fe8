package labelwright.ui.action;

import java.util.Optional;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;

import org.jspecify.annotations.Nullable;

/// Tells why an action cannot be done while the pointer rests on its disabled control. JavaFX shows no tooltip there, because a disabled
/// node gets no mouse events; the scene does.
public final class DisabledReasons {
    private final Tooltip tooltip = new Tooltip();
    private @Nullable Node shownFor;

    public void install(Scene scene) {
        scene.addEventFilter(MouseEvent.MOUSE_MOVED, event -> follow(event.getPickResult().getIntersectedNode()));
        scene.addEventFilter(MouseEvent.MOUSE_EXITED, _ -> hide());
        scene.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> hide());
    }

    private void follow(@Nullable Node node) {
        Optional<Node> disabled = disabledControl(node);
        if (disabled.isEmpty()) {
            hide();
        } else if (!disabled.get().equals(shownFor)) {
            show(disabled.get());
        }
    }

    private static Optional<Node> disabledControl(@Nullable Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.isDisabled() && at.getProperties().get(ActionControls.ACTION) instanceof Action) {
                return Optional.of(at);
            }
        }
        return Optional.empty();
    }

    private void show(Node control) {
        hide();
        if (control.getProperties().get(ActionControls.ACTION) instanceof Action action) {
            Bounds bounds = control.localToScreen(control.getBoundsInLocal());
            if (bounds != null) {
                tooltip.setText(action.tip());
                tooltip.show(control, bounds.getMinX(), bounds.getMaxY() + 4);
                shownFor = control;
            }
        }
    }

    private void hide() {
        tooltip.hide();
        shownFor = null;
    }
}
