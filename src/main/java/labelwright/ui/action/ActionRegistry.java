package labelwright.ui.action;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javafx.scene.input.KeyEvent;

import labelwright.settings.Keymap;

/// The actions that there are now. FX thread only.
public final class ActionRegistry {
    private final Map<String, Action> actions = new LinkedHashMap<>();
    private Keymap keymap = Keymap.NONE;

    /// Gives the actions that there are, and those to come, these shortcuts.
    public void use(Keymap next) {
        keymap = next;
        rebind();
    }

    private void rebind() {
        Bound.of(all(), keymap).forEach(Action::bind);
    }

    /// @throws IllegalArgumentException when an id is taken, or two actions declare one shortcut where both would hold
    public void add(Collection<Action> more) {
        List<Action> all = new ArrayList<>(actions.values());
        all.addAll(more);
        List<String> conflicts = conflicts(all);
        if (!conflicts.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", conflicts));
        }
        more.forEach(action -> actions.put(action.id(), action));
        rebind();
    }

    public void remove(Collection<Action> gone) {
        gone.forEach(action -> actions.remove(action.id()));
    }

    public List<Action> all() {
        return List.copyOf(actions.values());
    }

    public Optional<Action> find(String id) {
        return Optional.ofNullable(actions.get(id));
    }

    /// What can be asked for on this screen, in the order of declaration; the screen's own come first.
    public List<Action> holdingOn(String screen) {
        List<Action> holding = new ArrayList<>(actions.values().stream().filter(action -> action.scope().screen().equals(screen)).toList());
        actions.values().stream().filter(action -> action.scope().equals(Scope.EVERYWHERE)).filter(action -> !holding.contains(action))
                .forEach(holding::add);
        return holding;
    }

    /// What holds in parts of this screen, such as its canvas.
    public List<Action> inPartsOf(String screen) {
        return actions.values().stream().filter(action -> action.scope().isPartOf(screen)).toList();
    }

    /// The action whose shortcut this event is, on this screen.
    public Optional<Action> find(KeyEvent event, String screen) {
        return actions.values().stream().filter(action -> action.scope().holdsOn(screen))
                .filter(action -> action.matches(event)).findFirst();
    }

    /// The other actions that have the shortcut now and can hold together with this one.
    public List<Action> taken(Action by, Shortcut shortcut) {
        return actions.values().stream().filter(other -> !other.id().equals(by.id())).filter(other -> other.scope().meets(by.scope()))
                .filter(other -> other.shortcuts().contains(shortcut)).toList();
    }

    /// One sentence for each id that is there twice and each shortcut that two actions declare where both hold.
    public static List<String> conflicts(List<Action> actions) {
        List<String> found = new ArrayList<>();
        for (int i = 0; i < actions.size(); i++) {
            Action first = actions.get(i);
            for (Action second : actions.subList(i + 1, actions.size())) {
                if (first.id().equals(second.id())) {
                    found.add("Two actions are called " + first.id());
                }
                if (first.scope().meets(second.scope())) {
                    first.defaultShortcuts().stream().filter(second.defaultShortcuts()::contains).forEach(
                            shortcut -> found.add(shortcut.display() + " is taken by both " + first.id() + " and " + second.id()));
                }
            }
        }
        return found;
    }
}
