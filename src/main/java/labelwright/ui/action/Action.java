package labelwright.ui.action;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyEvent;

import org.jspecify.annotations.Nullable;

/// Something a person can do. Made with [#of], used by [ActionControls], the palette and the shortcut dispatch. FX thread only.
public final class Action {

    /// A condition and the words for when it does not hold.
    private record Need(ObservableBooleanValue condition, String reason) {}

    private final String id;
    private final ObservableValue<String> text;
    private final Scope scope;
    private final @Nullable String icon;
    private final @Nullable String group;
    private final List<Shortcut> defaultShortcuts;
    private final ReadOnlyObjectWrapper<List<Shortcut>> shortcuts;
    private final List<Need> needs;
    private final BooleanBinding enabled;
    private final @Nullable ObservableBooleanValue selected;
    private final Runnable command;

    private Action(Builder builder, Runnable command) {
        id = builder.id;
        text = builder.text;
        scope = builder.scope;
        icon = builder.icon;
        group = builder.group;
        defaultShortcuts = List.copyOf(builder.shortcuts);
        shortcuts = new ReadOnlyObjectWrapper<>(defaultShortcuts);
        needs = List.copyOf(builder.needs);
        selected = builder.selected;
        this.command = command;
        enabled = Bindings.createBooleanBinding(() -> needs.stream().allMatch(need -> need.condition.get()),
                needs.stream().map(Need::condition).toArray(Observable[]::new));
    }

    /// @param texts has the action's words under `action.` + id
    /// @param id the area, a dot and the thing, such as `data.import`; the controls are called the same with a hyphen
    public static Builder of(Texts texts, String id) {
        return new Builder(id, texts.get("action." + id), texts);
    }

    /// For an action that is named by data, such as a project.
    public static Builder named(String id, String text, Texts reasons) {
        return new Builder(id, text, reasons);
    }

    public String id() {
        return id;
    }

    public String text() {
        return text.getValue();
    }

    public ObservableValue<String> textValue() {
        return text;
    }

    public Scope scope() {
        return scope;
    }

    public Optional<String> icon() {
        return Optional.ofNullable(icon);
    }

    /// What it belongs to, in words for people; for lists of actions.
    public Optional<String> group() {
        return Optional.ofNullable(group);
    }

    /// What it is bound to now. The first one is shown; the others work too.
    public List<Shortcut> shortcuts() {
        return shortcuts.get();
    }

    /// As [#shortcuts], to follow changes of the keymap.
    public ObservableValue<List<Shortcut>> shortcutsValue() {
        return shortcuts.getReadOnlyProperty();
    }

    /// What it is bound to while nobody gave it other shortcuts.
    public List<Shortcut> defaultShortcuts() {
        return defaultShortcuts;
    }

    /// For the registry, which knows the keymap.
    void bind(List<Shortcut> bound) {
        shortcuts.set(List.copyOf(bound));
    }

    /// Whether this event is one of its shortcuts.
    public boolean matches(KeyEvent event) {
        return shortcuts().stream().anyMatch(shortcut -> shortcut.matches(event));
    }

    public ObservableBooleanValue enabled() {
        return enabled;
    }

    /// Why it cannot be done now; empty when it can.
    public String disabledReason() {
        return needs.stream().filter(need -> !need.condition.get()).findFirst().map(Need::reason).orElse("");
    }

    /// Whether it is switched on, for an action that is a switch or one of several tools.
    public Optional<ObservableBooleanValue> selected() {
        return Optional.ofNullable(selected);
    }

    /// Does it, if it can be done now.
    public void run() {
        if (enabled.get()) {
            command.run();
        }
    }

    /// The words and, in brackets, the shortcut; below them why it cannot be done, if so.
    public String tip() {
        String keys = shortcuts().isEmpty() ? "" : "  (" + shortcuts().getFirst().display() + ")";
        String reason = disabledReason();
        return text() + keys + (reason.isEmpty() ? "" : "\n" + reason);
    }

    @Override
    public String toString() {
        return "Action[" + id + "]";
    }

    /// Collects what an action is; [#does] ends it.
    public static final class Builder {
        private final Texts texts;
        private final String id;
        private final List<Shortcut> shortcuts = new ArrayList<>();
        private final List<Need> needs = new ArrayList<>();
        private ObservableValue<String> text;
        private Scope scope = Scope.EVERYWHERE;
        private @Nullable String icon;
        private @Nullable String group;
        private @Nullable ObservableBooleanValue selected;

        private Builder(String id, String words, Texts texts) {
            this.texts = texts;
            this.id = id;
            this.text = new ReadOnlyStringWrapper(words).getReadOnlyProperty();
        }

        /// An Ikonli literal, such as `mdi2p-plus`.
        public Builder icon(String literal) {
            icon = literal;
            return this;
        }

        /// See [Shortcut#of]; may be called again for another key that does the same.
        public Builder shortcut(String keys) {
            shortcuts.add(Shortcut.of(keys));
            return this;
        }

        /// What it belongs to, in words for people.
        public Builder group(String words) {
            group = words;
            return this;
        }

        public Builder scope(Scope where) {
            scope = where;
            return this;
        }

        /// It can only be done while the condition holds; may be called again. The first condition that fails gives the reason.
        public Builder needs(ObservableBooleanValue condition, String reasonKey) {
            needs.add(new Need(condition, texts.get(reasonKey)));
            return this;
        }

        /// Shown as switched on while the value is true; the command has to change it.
        public Builder selected(ObservableBooleanValue value) {
            selected = value;
            return this;
        }

        /// Words that change, such as "Undo move", instead of the fixed ones.
        public Builder text(ObservableValue<String> changing) {
            text = changing;
            return this;
        }

        public Action does(Runnable command) {
            return new Action(this, command);
        }
    }
}
