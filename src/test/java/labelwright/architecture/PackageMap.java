package labelwright.architecture;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The map of the house: which package may import which of ours. The rows are those of the README.
final class PackageMap {
    static final String ROOT = "labelwright";

    /// Adapters on floor 4: they do not know each other, except that the engine reads pictures through media.
    static final List<String> ADAPTERS = List.of("store", "exchange", "media", "engine");

    /// Screens: they do not know each other.
    static final List<String> SCREENS = List.of("ui.data", "ui.annotate", "ui.text", "ui.train", "ui.models", "ui.settings");

    /// Screens on which people label: what they share is in `ui.label`.
    static final Set<String> LABELLING = Set.of("ui.annotate", "ui.text");

    /// Rooms and what each may import, lowest floor first; a room includes the packages below it.
    static final Map<String, Set<String>> MAY_IMPORT = map();

    private PackageMap() {}

    /// The room of a class: the longest entry of the map that its package starts with; empty for a class outside the map.
    static String room(String packageName) {
        String best = "";
        for (String room : MAY_IMPORT.keySet()) {
            String full = ROOT + "." + room;
            if ((packageName.equals(full) || packageName.startsWith(full + ".")) && room.length() > best.length()) {
                best = room;
            }
        }
        return best;
    }

    private static Map<String, Set<String>> map() {
        Map<String, Set<String>> map = new LinkedHashMap<>();
        map.put("geometry", Set.of());
        map.put("task", Set.of());
        map.put("settings", Set.of());
        map.put("text", Set.of("geometry"));
        map.put("model", Set.of("geometry"));
        map.put("edit", Set.of("model", "geometry"));
        map.put("learning", Set.of("model", "geometry"));
        map.put("store", Set.of("model", "geometry", "edit", "text"));
        map.put("exchange", Set.of("model", "geometry", "text"));
        map.put("media", Set.of("model", "geometry", "text"));
        map.put("engine", Set.of("model", "geometry", "learning", "media", "task", "text"));
        map.put("workbench",
                Set.of("geometry", "text", "task", "settings", "model", "edit", "learning", "store", "exchange", "media", "engine"));
        map.put("canvas", Set.of("geometry", "model", "edit", "media"));
        map.put("textview", Set.of("geometry", "text", "model", "edit"));
        Set<String> screen = Set.of("workbench", "canvas", "textview", "text", "model", "geometry", "edit", "learning", "task", "settings",
                "ui.action", "ui.control");
        map.put("ui.action", Set.of("workbench", "model", "geometry", "edit", "task", "settings"));
        map.put("ui.control", Set.of("workbench", "canvas", "textview", "text", "model", "geometry", "edit", "learning", "task", "settings",
                "ui.action"));
        map.put("ui.label", screen);
        Set<String> labelling = new HashSet<>(screen);
        labelling.add("ui.label");
        SCREENS.forEach(name -> map.put(name, LABELLING.contains(name) ? labelling : screen));
        map.put("ui.shell", screen);
        map.put("cli", Set.of("workbench", "model", "geometry", "learning", "task", "settings"));
        map.put("launch",
                Set.of("geometry", "text", "textview", "task", "settings", "model", "edit", "learning", "store", "exchange", "media",
                        "engine",
                        "workbench", "canvas", "ui.action", "ui.control", "ui.shell", "ui.data", "ui.annotate", "ui.text", "ui.train",
                        "ui.models", "ui.settings",
                        "cli"));
        return map;
    }
}
