package labelwright.settings;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The shortcuts that a person gave to actions; what is not in it has the shortcuts that the app declares. Immutable.
///
/// @param bindings shortcuts as text by the id of the action, in the order of the ids; an empty list takes all shortcuts from the action
public record Keymap(Map<String, List<String>> bindings) {
    public static final Keymap NONE = new Keymap(Map.of());

    public Keymap {
        Map<String, List<String>> copy = new TreeMap<>();
        bindings.forEach((id, keys) -> copy.put(id, List.copyOf(keys)));
        bindings = Collections.unmodifiableMap(copy);
    }

    public Optional<List<String>> find(String id) {
        return Optional.ofNullable(bindings.get(id));
    }

    public Keymap with(String id, List<String> keys) {
        Map<String, List<String>> changed = new TreeMap<>(bindings);
        changed.put(id, keys);
        return new Keymap(changed);
    }

    /// The action has again what the app declares.
    public Keymap without(String id) {
        Map<String, List<String>> changed = new TreeMap<>(bindings);
        changed.remove(id);
        return new Keymap(changed);
    }
}
