package labelwright.textview;

import java.util.Optional;

import javafx.scene.input.KeyEvent;

import labelwright.textview.gesture.TextKey;

/// The usual keys of the surface; a screen may hand in others.
public final class TextKeys {
    private TextKeys() {}

    public static Optional<TextKey> usual(KeyEvent event) {
        boolean shift = event.isShiftDown();
        if (event.isShortcutDown() || event.isMetaDown()) {
            return Optional.empty();
        }
        if (event.isAltDown()) {
            return switch (event.getCode()) {
                case RIGHT, KP_RIGHT -> Optional.of(shift ? TextKey.START_FORTH : TextKey.END_FORTH);
                case LEFT, KP_LEFT -> Optional.of(shift ? TextKey.START_BACK : TextKey.END_BACK);
                default -> Optional.empty();
            };
        }
        return switch (event.getCode()) {
            case ESCAPE -> Optional.of(TextKey.CANCEL);
            case ENTER -> Optional.of(TextKey.FINISH);
            case TAB -> Optional.of(shift ? TextKey.PREVIOUS_SPAN : TextKey.NEXT_SPAN);
            case OPEN_BRACKET -> Optional.of(shift ? TextKey.START_BACK : TextKey.END_BACK);
            case CLOSE_BRACKET -> Optional.of(shift ? TextKey.START_FORTH : TextKey.END_FORTH);
            case DELETE -> Optional.of(TextKey.REMOVE);
            case F -> Optional.of(shift ? TextKey.CUT_FRAGMENT : TextKey.ADD_FRAGMENT);
            case R -> Optional.of(TextKey.RELATE);
            default -> Optional.empty();
        };
    }
}
