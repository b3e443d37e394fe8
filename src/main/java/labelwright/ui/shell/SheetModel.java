package labelwright.ui.shell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import labelwright.ui.action.Action;
import labelwright.ui.action.Scope;

/// What the shortcut sheet shows: the actions that hold here and have keys, in groups; those of the screen first. Found by words and by keys.
final class SheetModel {

    /// Actions that belong together.
    record Group(String title, List<Action> actions) {}

    private final String here;
    private final String everywhere;
    private final List<Action> actions;

    /// @param here the title of the screen, for actions without a group
    /// @param everywhere the title of what holds on every screen
    SheetModel(String here, String everywhere, List<Action> actions) {
        this.here = here;
        this.everywhere = everywhere;
        this.actions = actions.stream().filter(action -> !action.shortcuts().isEmpty()).toList();
    }

    /// @param typed every word has to be in the action's words, its group or its keys; blank for all
    List<Group> find(String typed) {
        String[] words = typed.strip().toLowerCase(Locale.ROOT).split("\\s+");
        Map<String, List<Action>> groups = new LinkedHashMap<>();
        for (Action action : actions) {
            String title = title(action);
            String text = text(action, title);
            boolean fits = true;
            for (String word : words) {
                fits &= text.contains(word);
            }
            if (fits) {
                groups.computeIfAbsent(title, _ -> new ArrayList<>()).add(action);
            }
        }
        List<Action> last = groups.remove(everywhere);
        if (last != null) {
            groups.put(everywhere, last);
        }
        return groups.entrySet().stream().map(entry -> new Group(entry.getKey(), List.copyOf(entry.getValue()))).toList();
    }

    private String title(Action action) {
        return action.group().orElse(action.scope().equals(Scope.EVERYWHERE) ? everywhere : here);
    }

    private static String text(Action action, String title) {
        StringBuilder text = new StringBuilder(action.text()).append(' ').append(title);
        action.shortcuts().forEach(shortcut -> text.append(' ').append(shortcut.display()));
        return text.toString().toLowerCase(Locale.ROOT);
    }
}
