package labelwright.ui.action;

import java.util.Optional;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// A key, with or without modifiers.
public sealed interface Shortcut {

    /// Whether this event is the shortcut.
    boolean matches(KeyEvent event);

    /// As people write it: `Ctrl+K`.
    String display();

    /// Whether pressing it in a text field means typing, so that it must not run there.
    boolean isTyping();

    /// Reads `Shortcut+K`, `Shift+F10`, `Delete`, or a single character that is no letter or digit, such as `?`.
    /// @throws IllegalArgumentException for anything else
    static Shortcut of(String text) {
        if (text.length() == 1 && !Character.isLetterOrDigit(text.charAt(0))) {
            return new Typed(text);
        }
        if (KeyCombination.valueOf(text) instanceof KeyCodeCombination keys) {
            return new Keys(keys);
        }
        throw new IllegalArgumentException("Not a shortcut: " + text);
    }

    /// A key by its code.
    record Keys(KeyCodeCombination keys) implements Shortcut {
        @Override
        public boolean matches(KeyEvent event) {
            return event.getEventType() == KeyEvent.KEY_PRESSED && keys.match(event);
        }

        @Override
        public String display() {
            return named(keys.getCode()).map(name -> modifiers() + name).orElseGet(keys::getDisplayText);
        }

        @Override
        public boolean isTyping() {
            boolean plain = keys.getShortcut() != KeyCombination.ModifierValue.DOWN
                    && keys.getControl() != KeyCombination.ModifierValue.DOWN
                    && keys.getAlt() != KeyCombination.ModifierValue.DOWN && keys.getMeta() != KeyCombination.ModifierValue.DOWN;
            return plain && !keys.getCode().isFunctionKey();
        }

        private String modifiers() {
            String all = keys.getDisplayText();
            return all.substring(0, all.lastIndexOf('+') + 1);
        }

        private static Optional<String> named(KeyCode code) {
            return switch (code) {
                case DELETE -> Optional.of("Del");
                case BACK_SPACE -> Optional.of("Backspace");
                case ENTER -> Optional.of("Enter");
                case ESCAPE -> Optional.of("Esc");
                case SPACE -> Optional.of("Space");
                default -> Optional.empty();
            };
        }
    }

    /// A character, however the keyboard makes it.
    record Typed(String character) implements Shortcut {
        @Override
        public boolean matches(KeyEvent event) {
            return event.getEventType() == KeyEvent.KEY_TYPED && event.getCharacter().equals(character);
        }

        @Override
        public String display() {
            return character;
        }

        @Override
        public boolean isTyping() {
            return true;
        }
    }
}
