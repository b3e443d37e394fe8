package labelwright.ui.text;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javafx.scene.input.KeyEvent;

import labelwright.textview.TextSurface;
import labelwright.textview.gesture.TextKey;
import labelwright.ui.action.Action;
import labelwright.ui.action.Scope;
import labelwright.ui.action.Texts;
import labelwright.ui.control.Place;

/// The keys of the text itself as actions, so that they are in the keymap as all others: the surface takes them while it has the focus and
/// they mean something to it; else the screen gets them. Those that move the caret are the same as everywhere and cannot be changed.
final class SurfaceKeys {
    private static final Texts TEXTS = Texts.of(SurfaceKeys.class);
    private static final Scope SURFACE = Scope.of(Place.TEXT).part("surface");

    private final TextSurface surface;
    private final Map<TextKey, Action> actions = new EnumMap<>(TextKey.class);

    SurfaceKeys(TextSurface surface) {
        this.surface = surface;
        add(TextKey.CANCEL, Action.of(TEXTS, "surface.cancel").shortcut("Esc"));
        add(TextKey.FINISH, Action.of(TEXTS, "surface.finish").shortcut("Enter"));
        add(TextKey.NEXT_SPAN, Action.of(TEXTS, "surface.nextSpan").shortcut("Tab"));
        add(TextKey.PREVIOUS_SPAN, Action.of(TEXTS, "surface.previousSpan").shortcut("Shift+Tab"));
        add(TextKey.END_FORTH, Action.of(TEXTS, "surface.endForth").shortcut("Alt+Right").shortcut("Close Bracket"));
        add(TextKey.END_BACK, Action.of(TEXTS, "surface.endBack").shortcut("Alt+Left").shortcut("Open Bracket"));
        add(TextKey.START_FORTH, Action.of(TEXTS, "surface.startForth").shortcut("Alt+Shift+Right"));
        add(TextKey.START_BACK, Action.of(TEXTS, "surface.startBack").shortcut("Alt+Shift+Left"));
        add(TextKey.ADD_FRAGMENT, Action.of(TEXTS, "surface.addFragment").shortcut("F"));
        add(TextKey.CUT_FRAGMENT, Action.of(TEXTS, "surface.cutFragment").shortcut("Shift+F"));
        add(TextKey.RELATE, Action.of(TEXTS, "surface.relate").shortcut("R"));
        add(TextKey.REMOVE, Action.of(TEXTS, "surface.remove").shortcut("Delete"));
        add(TextKey.MARK_ALL, Action.of(TEXTS, "surface.markAll").shortcut("Shortcut+A"));
        surface.keys(this::find);
    }

    List<Action> all() {
        return List.copyOf(actions.values());
    }

    private Optional<TextKey> find(KeyEvent event) {
        return actions.entrySet().stream().filter(entry -> entry.getValue().matches(event)).map(Map.Entry::getKey).findFirst();
    }

    private void add(TextKey key, Action.Builder builder) {
        actions.put(key, builder.scope(SURFACE).group(TEXTS.get("group.surface")).does(() -> surface.key(key)));
    }
}
