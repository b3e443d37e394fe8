package labelwright.ui.action;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import labelwright.settings.Keymap;

/// Which shortcuts actions have under a keymap. What a person gave an action wins: a declared shortcut of another action that would hold at the
/// same moment gives way, so that a new version of the app can never take a key from its user.
final class Bound {
    private Bound() {}

    static Map<Action, List<Shortcut>> of(List<Action> actions, Keymap keymap) {
        Map<Action, List<Shortcut>> given = new LinkedHashMap<>();
        for (Action action : actions) {
            keymap.find(action.id())
                    .ifPresent(keys -> given.put(action, keys.stream().map(Shortcut::find).flatMap(Optional::stream).toList()));
        }
        Map<Action, List<Shortcut>> bound = new LinkedHashMap<>();
        for (Action action : actions) {
            List<Shortcut> own = given.get(action);
            bound.put(action, own != null ? own : action.defaultShortcuts().stream().filter(key -> isFree(key, action, given)).toList());
        }
        return bound;
    }

    private static boolean isFree(Shortcut key, Action action, Map<Action, List<Shortcut>> given) {
        return given.entrySet().stream()
                .noneMatch(other -> other.getKey().scope().meets(action.scope()) && other.getValue().contains(key));
    }
}
