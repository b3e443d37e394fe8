package labelwright.ui.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import labelwright.settings.Keymap;
import labelwright.settings.Settings;
import labelwright.ui.action.Action;
import labelwright.ui.action.ActionRegistry;
import labelwright.ui.action.Shortcut;
import labelwright.ui.action.Texts;
import labelwright.ui.control.SettingsModel;

/// The actions there are with the shortcuts they have, found by words or keys; and changes of the keymap. Two actions that can hold at the
/// same moment never keep one shortcut: who gets it last takes it from the other. FX thread only.
final class ShortcutsModel {
    private static final Texts TEXTS = Texts.of(ShortcutsModel.class);

    private final ActionRegistry registry;
    private final SettingsModel settings;
    private final Function<Action, String> places;
    private final StringProperty filter = new SimpleStringProperty("");
    private final ObservableList<Action> shown = FXCollections.observableArrayList();

    /// @param places where an action holds, in words for people
    ShortcutsModel(ActionRegistry registry, SettingsModel settings, Function<Action, String> places) {
        this.registry = registry;
        this.settings = settings;
        this.places = places;
        filter.subscribe(_ -> refresh());
    }

    /// Words or keys, such as `zoom` or `ctrl+k`; all of them have to be there.
    StringProperty filter() {
        return filter;
    }

    ObservableList<Action> shown() {
        return shown;
    }

    /// Reads again which actions there are.
    void refresh() {
        String[] words = filter.get().strip().toLowerCase(Locale.ROOT).split("\\s+");
        shown.setAll(registry.all().stream().filter(action -> fits(action, words)).toList());
    }

    private boolean fits(Action action, String[] words) {
        StringBuilder text = new StringBuilder(action.text()).append(' ').append(place(action)).append(' ')
                .append(action.group().orElse(""));
        action.shortcuts().forEach(shortcut -> text.append(' ').append(shortcut.display()));
        String all = text.toString().toLowerCase(Locale.ROOT);
        for (String word : words) {
            if (!all.contains(word)) {
                return false;
            }
        }
        return true;
    }

    String place(Action action) {
        return places.apply(action);
    }

    boolean isChanged(Action action) {
        return keymap().find(action.id()).isPresent();
    }

    /// Those that would lose the shortcut.
    List<Action> losers(Action winner, Shortcut shortcut) {
        return registry.taken(winner, shortcut);
    }

    /// Gives the action exactly these shortcuts, and takes them from whoever else has them where both could hold.
    void assign(Action action, List<Shortcut> shortcuts) {
        Keymap changed = keymap();
        for (Shortcut shortcut : shortcuts) {
            for (Action loser : losers(action, shortcut)) {
                List<Shortcut> left = new ArrayList<>(changed.find(loser.id()).map(ShortcutsModel::shortcuts).orElseGet(loser::shortcuts));
                left.remove(shortcut);
                changed = with(changed, loser, left);
            }
        }
        change(with(changed, action, shortcuts));
    }

    /// The action has again what the app declares; whoever has got one of these keys since loses it.
    void reset(Action action) {
        assign(action, action.defaultShortcuts());
    }

    void resetAll() {
        change(Keymap.NONE);
    }

    Keymap keymap() {
        return settings.settings().get().keymap();
    }

    /// Takes over a whole keymap, as from a file. What it says of actions that are not there now is kept for when they are.
    void change(Keymap changed) {
        settings.change(TEXTS.get("doing.keep"), (Settings before) -> before.withKeymap(changed));
    }

    /// An action that has what the app declares needs no entry.
    private static Keymap with(Keymap keymap, Action action, List<Shortcut> shortcuts) {
        return shortcuts.equals(action.defaultShortcuts())
                ? keymap.without(action.id())
                : keymap.with(action.id(), shortcuts.stream().map(Shortcut::text).toList());
    }

    private static List<Shortcut> shortcuts(List<String> texts) {
        return texts.stream().flatMap(text -> Shortcut.find(text).stream()).toList();
    }
}
