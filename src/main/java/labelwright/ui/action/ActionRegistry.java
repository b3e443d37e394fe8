package labelwright.ui.action;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javafx.scene.input.KeyEvent;

/// The actions that there are now. FX thread only.
public final class ActionRegistry {
    private final Map<String, Action> actions = new LinkedHashMap<>();

    /// @throws IllegalArgumentException when an id is taken, or a shortcut is taken where both would hold
    public void add(Collection<Action> more) {
        List<Action> all = new ArrayList<>(actions.values());
        all.addAll(more);
        List<String> conflicts = conflicts(all);
        if (!conflicts.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", conflicts));
        }
        more.forEach(action -> actions.put(action.id(), action));
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

    /// The action whose shortcut this event is, on this screen.
    public Optional<Action> find(KeyEvent event, String screen) {
        return actions.values().stream().filter(action -> action.scope().holdsOn(screen))
                .filter(action -> action.shortcuts().stream().anyMatch(shortcut -> shortcut.matches(event))).findFirst();
    }

    /// One sentence for each id that is there twice and each shortcut that two actions share where both hold.
    public static List<String> conflicts(List<Action> actions) {
        List<String> found = new ArrayList<>();
        for (int i = 0; i < actions.size(); i++) {
            Action first = actions.get(i);
            for (Action second : actions.subList(i + 1, actions.size())) {
                if (first.id().equals(second.id())) {
                    found.add("Two actions are called " + first.id());
                }
                if (first.scope().meets(second.scope())) {
                    first.shortcuts().stream().filter(second.shortcuts()::contains).forEach(
                            shortcut -> found.add(shortcut.display() + " is taken by both " + first.id() + " and " + second.id()));
                }
            }
        }
        return found;
    }
}
