package labelwright.ui.action;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// A key, with or without modifiers.
public sealed interface Shortcut {
    char DEL = 0x7F;

    /// Whether this event is the shortcut.
    boolean matches(KeyEvent event);

    /// As people write it: `Ctrl+K`.
    String display();

    /// As [#of] reads it, the same on every machine.
    String text();

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

    /// As [#of]; empty for a text that is no shortcut.
    static Optional<Shortcut> find(String text) {
        try {
            return Optional.of(of(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// What a person means who presses this. A key that makes a sign, such as `?`, is meant by its sign, which comes with the event after it;
    /// modifiers alone mean nothing yet.
    static Optional<Shortcut> pressed(KeyEvent event) {
        boolean held = event.isControlDown() || event.isAltDown() || event.isMetaDown();
        if (event.getEventType() == KeyEvent.KEY_TYPED) {
            String sign = event.getCharacter();
            boolean isSign = sign.length() == 1 && sign.charAt(0) > ' ' && sign.charAt(0) != DEL
                    && !Character.isLetterOrDigit(sign.charAt(0));
            return isSign && !held ? Optional.of(new Typed(sign)) : Optional.empty();
        }
        KeyCode code = event.getCode();
        if (event.getEventType() != KeyEvent.KEY_PRESSED || code.isModifierKey() || code == KeyCode.UNDEFINED) {
            return Optional.empty();
        }
        boolean named = code.isLetterKey() || code.isDigitKey() || code.isFunctionKey() || code.isNavigationKey() || code.isWhitespaceKey()
                || code == KeyCode.DELETE || code == KeyCode.BACK_SPACE || code == KeyCode.INSERT || code == KeyCode.ESCAPE;
        return named || held ? Optional.of(new Keys(new KeyCodeCombination(code, modifiers(event)))) : Optional.empty();
    }

    private static KeyCombination.Modifier[] modifiers(KeyEvent event) {
        List<KeyCombination.Modifier> held = new ArrayList<>();
        if (event.isShortcutDown()) {
            held.add(KeyCombination.SHORTCUT_DOWN);
        }
        if (event.isControlDown() && !event.isShortcutDown()) {
            held.add(KeyCombination.CONTROL_DOWN);
        }
        if (event.isMetaDown() && !event.isShortcutDown()) {
            held.add(KeyCombination.META_DOWN);
        }
        if (event.isAltDown()) {
            held.add(KeyCombination.ALT_DOWN);
        }
        if (event.isShiftDown()) {
            held.add(KeyCombination.SHIFT_DOWN);
        }
        return held.toArray(KeyCombination.Modifier[]::new);
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
        public String text() {
            return keys.getName();
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
        public String text() {
            return character;
        }

        @Override
        public boolean isTyping() {
            return true;
        }
    }
}
