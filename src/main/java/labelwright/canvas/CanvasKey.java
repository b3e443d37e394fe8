package labelwright.canvas;

import java.util.Optional;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import org.jspecify.annotations.Nullable;

import labelwright.canvas.tool.ToolKey;

/// What keys mean to the canvas itself, whichever keys they are.
public enum CanvasKey {
    CANCEL(ToolKey.ESCAPE), FINISH(ToolKey.ENTER), TAKE_BACK(ToolKey.BACKSPACE), REMOVE(ToolKey.DELETE),
    /// For skeletons: leave out the next point; place it, or change it, as hidden by something.
    SKIP(ToolKey.SKIP), OCCLUDED(ToolKey.OCCLUDED),
    /// One pixel of the picture.
    LEFT(ToolKey.LEFT), RIGHT(ToolKey.RIGHT), UP(ToolKey.UP), DOWN(ToolKey.DOWN),
    /// Ten pixels.
    BIG_LEFT(ToolKey.BIG_LEFT), BIG_RIGHT(ToolKey.BIG_RIGHT), BIG_UP(ToolKey.BIG_UP), BIG_DOWN(ToolKey.BIG_DOWN),
    /// The keyboard's cursor alone: one pixel of the screen.
    FINE_LEFT(null), FINE_RIGHT(null), FINE_UP(null), FINE_DOWN(null),
    /// With the keyboard's cursor the button goes down and, when the key is let go, up again; without it the pointer pans meanwhile.
    PRESS(null),
    /// The button goes down at the keyboard's cursor and stays down until the same key comes again.
    HOLD(null),
    /// A click at the keyboard's cursor that adds to the selection.
    ADD(null),
    /// A smaller or larger brush, while one is chosen.
    SMALLER_TIP(null), LARGER_TIP(null);

    private final @Nullable ToolKey tool;

    CanvasKey(@Nullable ToolKey tool) {
        this.tool = tool;
    }

    /// What it means to tools and gestures, if anything.
    Optional<ToolKey> tool() {
        return Optional.ofNullable(tool);
    }

    /// The usual keys.
    static Optional<CanvasKey> usual(KeyEvent event) {
        if (event.isAltDown() || event.isMetaDown()) {
            return Optional.empty();
        }
        boolean shift = event.isShiftDown();
        boolean control = event.isShortcutDown();
        KeyCode code = event.getCode();
        return Optional.ofNullable(switch (code) {
            case LEFT, KP_LEFT -> control ? FINE_LEFT : shift ? BIG_LEFT : LEFT;
            case RIGHT, KP_RIGHT -> control ? FINE_RIGHT : shift ? BIG_RIGHT : RIGHT;
            case UP, KP_UP -> control ? FINE_UP : shift ? BIG_UP : UP;
            case DOWN, KP_DOWN -> control ? FINE_DOWN : shift ? BIG_DOWN : DOWN;
            case SPACE -> control ? ADD : shift ? HOLD : PRESS;
            case ESCAPE -> control ? null : CANCEL;
            case ENTER -> control ? null : FINISH;
            case BACK_SPACE -> control ? null : TAKE_BACK;
            case DELETE -> control ? null : REMOVE;
            case S -> control || shift ? null : SKIP;
            case O -> control || shift ? null : OCCLUDED;
            case OPEN_BRACKET -> control ? null : SMALLER_TIP;
            case CLOSE_BRACKET -> control ? null : LARGER_TIP;
            default -> null;
        });
    }
}
