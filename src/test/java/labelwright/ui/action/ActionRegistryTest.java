package labelwright.ui.action;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import org.junit.jupiter.api.Test;

import labelwright.journey.Fx;
import labelwright.settings.Keymap;
import labelwright.ui.control.Dialogs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ActionRegistryTest {
    /// Any bundle will do; these words are never read by anybody.
    private static final Texts TEXTS = Texts.of(Dialogs.class);
    private static final Scope DATA = Scope.of("data");
    private static final Scope ANNOTATE = Scope.of("annotate");

    private static Action action(String id, Scope scope, String... shortcuts) {
        Action.Builder builder = Action.of(TEXTS, id).scope(scope);
        for (String shortcut : shortcuts) {
            builder.shortcut(shortcut);
        }
        return builder.does(() -> {});
    }

    @Test
    void twoActionsWithOneShortcutOnOneScreenAreRefused() {
        ActionRegistry registry = new ActionRegistry();
        registry.add(List.of(action("a.one", DATA, "Shortcut+I")));
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class,
                () -> registry.add(List.of(action("a.two", DATA, "F2", "Shortcut+I"))));
        assertEquals("Ctrl+I is taken by both a.one and a.two", refused.getMessage());
        assertEquals(1, registry.all().size(), "nothing of a refused list is kept");
    }

    @Test
    void aShortcutThatHoldsEverywhereIsTakenOnEveryScreen() {
        assertEquals(1, ActionRegistry.conflicts(List.of(action("a.one", Scope.EVERYWHERE, "F1"), action("a.two", DATA, "F1"))).size());
    }

    @Test
    void twoScreensMayUseTheSameKey() {
        assertEquals(List.of(), ActionRegistry.conflicts(List.of(action("a.one", ANNOTATE, "Delete"), action("a.two", DATA, "Delete"))));
    }

    @Test
    void oneIdTwiceIsRefused() {
        assertThrows(IllegalArgumentException.class,
                () -> new ActionRegistry().add(List.of(action("a.one", DATA), action("a.one", ANNOTATE))));
    }

    @Test
    void theKeyFindsTheActionOfTheScreenThatIsShown() {
        ActionRegistry registry = new ActionRegistry();
        registry.add(List.of(action("data.delete", DATA, "Delete"), action("annotate.delete", ANNOTATE, "Delete")));
        KeyEvent delete = new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.DELETE, false, false, false, false);
        assertEquals("annotate.delete", registry.find(delete, "annotate").orElseThrow().id());
        assertTrue(registry.find(delete, "train").isEmpty());
    }

    @Test
    void theQuestionMarkIsFoundByItsCharacterOnEveryKeyboard() {
        ActionRegistry registry = new ActionRegistry();
        registry.add(List.of(action("app.keys", Scope.EVERYWHERE, "?")));
        KeyEvent typed = new KeyEvent(KeyEvent.KEY_TYPED, "?", "", KeyCode.UNDEFINED, true, false, false, false);
        assertEquals("app.keys", registry.find(typed, "data").orElseThrow().id());
    }

    @Test
    void aDisabledActionSaysWhyAndDoesNothing() {
        SimpleBooleanProperty project = new SimpleBooleanProperty();
        SimpleBooleanProperty selection = new SimpleBooleanProperty();
        AtomicInteger runs = new AtomicInteger();
        Action action = Action.of(TEXTS, "a.one").needs(project, "no project").needs(selection, "nothing selected")
                .does(runs::incrementAndGet);
        action.run();
        assertEquals("no project", action.disabledReason());
        project.set(true);
        assertEquals("nothing selected", action.disabledReason());
        selection.set(true);
        action.run();
        assertEquals("", action.disabledReason());
        assertEquals(1, runs.get());
    }

    @Test
    void aButtonFollowsItsAction() {
        SimpleBooleanProperty ready = new SimpleBooleanProperty();
        AtomicInteger runs = new AtomicInteger();
        Action action = Action.of(TEXTS, "data.import").shortcut("Shortcut+I").needs(ready, "not yet").does(runs::incrementAndGet);
        Button button = Fx.get(() -> ActionControls.button(action));
        assertEquals("data-import", button.getId());
        assertTrue(button.isDisabled());
        assertTrue(action.tip().contains("Ctrl+I") && action.tip().contains("not yet"), action.tip());
        Fx.run(() -> {
            ready.set(true);
            button.fire();
        });
        assertFalse(button.isDisabled());
        assertEquals(1, runs.get());
    }

    @Test
    void aLetterIsTypingAndAControlKeyIsNot() {
        assertTrue(Shortcut.of("B").isTyping());
        assertTrue(Shortcut.of("Shift+Slash").isTyping());
        assertTrue(Shortcut.of("Delete").isTyping());
        assertFalse(Shortcut.of("Shortcut+K").isTyping());
        assertFalse(Shortcut.of("F5").isTyping());
    }

    @Test
    void whatAPersonGaveWinsOverWhatTheAppDeclares() {
        ActionRegistry registry = new ActionRegistry();
        Action box = action("annotate.box", ANNOTATE, "B", "F2");
        Action other = action("data.box", DATA, "B");
        registry.add(List.of(box, other));
        registry.use(Keymap.NONE.with("annotate.later", List.of("B")));
        assertEquals(2, box.shortcuts().size(), "an action that is not there takes nothing");
        Action later = action("annotate.later", ANNOTATE, "L");
        registry.add(List.of(later));
        assertEquals(List.of(Shortcut.of("B")), later.shortcuts());
        assertEquals(List.of(Shortcut.of("F2")), box.shortcuts());
        assertEquals(List.of(Shortcut.of("B")), other.shortcuts(), "another screen keeps its key");
        registry.use(Keymap.NONE);
        assertEquals(List.of(Shortcut.of("L")), later.shortcuts());
        assertEquals(2, box.shortcuts().size());
    }

    @Test
    void shortcutsThatNobodyUnderstandsAreLeftOut() {
        ActionRegistry registry = new ActionRegistry();
        Action box = action("annotate.box", ANNOTATE, "B");
        registry.add(List.of(box));
        registry.use(Keymap.NONE.with("annotate.box", List.of("no key at all", "Shift+F2")));
        assertEquals(List.of(Shortcut.of("Shift+F2")), box.shortcuts());
    }

    @Test
    void aPartOfAScreenMayUseTheKeysOfTheScreen() {
        assertEquals(List.of(),
                ActionRegistry.conflicts(List.of(action("a.one", ANNOTATE, "Left"), action("a.two", ANNOTATE.part("canvas"), "Left"))));
    }

    @Test
    void pressedKeysBecomeTheShortcutThatIsWrittenTheSame() {
        assertEquals(Shortcut.of("Shortcut+Shift+K"), pressed(KeyCode.K, true, true));
        assertEquals(Shortcut.of("F5"), pressed(KeyCode.F5, false, false));
        assertEquals(Shortcut.of("Shift+Tab"), pressed(KeyCode.TAB, true, false));
        assertTrue(Shortcut.pressed(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.CONTROL, false, true, false, false)).isEmpty());
        assertTrue(Shortcut.pressed(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.SLASH, true, false, false, false)).isEmpty(),
                "a sign is meant by its sign");
        assertEquals(Shortcut.of("?"),
                Shortcut.pressed(new KeyEvent(KeyEvent.KEY_TYPED, "?", "", KeyCode.UNDEFINED, true, false, false, false)).orElseThrow());
        for (String text : List.of("Shortcut+K", "Page Up", "Shift+F10", "Backspace", "Numpad 3", "]", "Shortcut+Open Bracket", "Alt+Up")) {
            Shortcut shortcut = Shortcut.of(text);
            assertEquals(shortcut, Shortcut.of(shortcut.text()), text);
        }
    }

    private static Shortcut pressed(KeyCode code, boolean shift, boolean control) {
        return Shortcut.pressed(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, control, false, false)).orElseThrow();
    }
}
