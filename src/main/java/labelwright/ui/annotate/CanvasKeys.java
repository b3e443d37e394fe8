package labelwright.ui.annotate;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javafx.scene.input.KeyEvent;

import labelwright.canvas.CanvasKey;
import labelwright.canvas.PictureCanvas;
import labelwright.ui.action.Action;
import labelwright.ui.action.Scope;
import labelwright.ui.action.Shortcut;
import labelwright.ui.action.Texts;
import labelwright.ui.control.Place;

/// The keys of the picture itself as actions, so that they are in the keymap as all others: the canvas takes them while it has the focus and
/// they mean something to it; else the screen gets them.
final class CanvasKeys {
    private static final Texts TEXTS = Texts.of(CanvasKeys.class);
    private static final Scope CANVAS = Scope.of(Place.ANNOTATE).part("canvas");

    private final PictureCanvas canvas;
    private final Map<CanvasKey, Action> actions = new EnumMap<>(CanvasKey.class);

    CanvasKeys(PictureCanvas canvas) {
        this.canvas = canvas;
        add(CanvasKey.CANCEL, Action.of(TEXTS, "canvas.cancel").shortcut("Esc"));
        add(CanvasKey.FINISH, Action.of(TEXTS, "canvas.finish").shortcut("Enter"));
        add(CanvasKey.TAKE_BACK, Action.of(TEXTS, "canvas.takeBack").shortcut("Backspace"));
        add(CanvasKey.REMOVE, Action.of(TEXTS, "canvas.remove").shortcut("Delete"));
        add(CanvasKey.SKIP, Action.of(TEXTS, "canvas.skip").shortcut("S"));
        add(CanvasKey.OCCLUDED, Action.of(TEXTS, "canvas.occluded").shortcut("O"));
        add(CanvasKey.LEFT, Action.of(TEXTS, "canvas.left").shortcut("Left"));
        add(CanvasKey.RIGHT, Action.of(TEXTS, "canvas.right").shortcut("Right"));
        add(CanvasKey.UP, Action.of(TEXTS, "canvas.up").shortcut("Up"));
        add(CanvasKey.DOWN, Action.of(TEXTS, "canvas.down").shortcut("Down"));
        add(CanvasKey.BIG_LEFT, Action.of(TEXTS, "canvas.bigLeft").shortcut("Shift+Left"));
        add(CanvasKey.BIG_RIGHT, Action.of(TEXTS, "canvas.bigRight").shortcut("Shift+Right"));
        add(CanvasKey.BIG_UP, Action.of(TEXTS, "canvas.bigUp").shortcut("Shift+Up"));
        add(CanvasKey.BIG_DOWN, Action.of(TEXTS, "canvas.bigDown").shortcut("Shift+Down"));
        add(CanvasKey.FINE_LEFT, Action.of(TEXTS, "canvas.fineLeft").shortcut("Shortcut+Left"));
        add(CanvasKey.FINE_RIGHT, Action.of(TEXTS, "canvas.fineRight").shortcut("Shortcut+Right"));
        add(CanvasKey.FINE_UP, Action.of(TEXTS, "canvas.fineUp").shortcut("Shortcut+Up"));
        add(CanvasKey.FINE_DOWN, Action.of(TEXTS, "canvas.fineDown").shortcut("Shortcut+Down"));
        add(CanvasKey.PRESS, Action.of(TEXTS, "canvas.press").shortcut("Space"));
        add(CanvasKey.HOLD, Action.of(TEXTS, "canvas.hold").shortcut("Shift+Space"));
        add(CanvasKey.ADD, Action.of(TEXTS, "canvas.add").shortcut("Shortcut+Space"));
        add(CanvasKey.SMALLER_TIP, Action.of(TEXTS, "canvas.smallerTip").shortcut("Open Bracket"));
        add(CanvasKey.LARGER_TIP, Action.of(TEXTS, "canvas.largerTip").shortcut("Close Bracket"));
        canvas.setKeys(this::find);
    }

    List<Action> all() {
        return List.copyOf(actions.values());
    }

    /// What the cursor moved by keys listens to, as its keys are bound now.
    String words() {
        return TEXTS.format("cursor.keys", key(CanvasKey.PRESS), key(CanvasKey.HOLD), key(CanvasKey.FINISH));
    }

    private String key(CanvasKey key) {
        return Optional.ofNullable(actions.get(key)).flatMap(action -> action.shortcuts().stream().findFirst()).map(Shortcut::display)
                .orElse("\u2013");
    }

    private Optional<CanvasKey> find(KeyEvent event) {
        return actions.entrySet().stream().filter(entry -> entry.getValue().matches(event)).map(Map.Entry::getKey).findFirst();
    }

    private void add(CanvasKey key, Action.Builder builder) {
        actions.put(key, builder.scope(CANVAS).group(TEXTS.get("group.canvas")).does(() -> canvas.press(key)));
    }
}
