package labelwright.ui.label;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.BooleanProperty;

import labelwright.edit.EditName;
import labelwright.model.LabelClass;
import labelwright.model.LabelId;
import labelwright.ui.action.Action;
import labelwright.ui.action.Texts;
import labelwright.ui.control.Notices;
import labelwright.ui.control.ProjectContext;
import labelwright.workbench.LabellingSession;

/// What can be done on every screen on which a person labels: going from item to item, undo and redo, suggestions, labels by key.
public final class DeskActions {
    private static final Texts TEXTS = Texts.of(DeskActions.class);

    /// Where the screens differ.
    ///
    /// @param previous keys for the item before
    /// @param next keys for the next item
    /// @param labels for each label in their order the keys that choose it
    /// @param undo what undo does
    /// @param choose what the key of a label does
    /// @param pick what a click on a label does
    public record Ways(List<String> previous, List<String> next, List<List<String>> labels, Runnable undo, Consumer<LabelId> choose,
            Consumer<LabelId> pick) {
        public Ways {
            previous = List.copyOf(previous);
            next = List.copyOf(next);
            labels = List.copyOf(labels);
        }
    }

    private final LabellingDesk desk;
    private final Area area;
    private final Surface surface;
    private final Ways ways;
    private final KindWords words;
    private final Notices notices;
    private final BooleanBinding open;
    private final List<Action> items = new ArrayList<>();
    private final List<Action> history = new ArrayList<>();
    private final List<Action> suggestions = new ArrayList<>();
    private final List<Action> labels = new ArrayList<>();

    public DeskActions(LabellingDesk desk, Area area, Surface surface, Ways ways, ProjectContext context) {
        this.desk = desk;
        this.area = area;
        this.surface = surface;
        this.ways = ways;
        words = new KindWords(context);
        notices = context.app().notices();
        open = Bindings.createBooleanBinding(() -> desk.findSession().isPresent(), desk.session());
        declareItems();
        declareHistory();
        declareSuggestions();
        declareLabels(context);
    }

    /// Going from item to item, and submitting.
    public List<Action> items() {
        return List.copyOf(items);
    }

    /// Undo and redo.
    public List<Action> history() {
        return List.copyOf(history);
    }

    /// Taking and refusing suggestions.
    public List<Action> suggestions() {
        return List.copyOf(suggestions);
    }

    /// Choosing a label, in the order of the labels.
    public List<Action> labels() {
        return List.copyOf(labels);
    }

    Area area() {
        return area;
    }

    /// Does what a click on the label does.
    void pick(LabelId label) {
        ways.pick().accept(label);
    }

    /// @param name without the screen's id before it
    Action get(String name) {
        return suggestions.stream().filter(action -> action.id().equals(area.id(name))).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No action " + name));
    }

    private Action.Builder action(String name, String text, String icon, String group) {
        return Action.named(area.id(name), text, TEXTS).icon(icon).scope(area.scope()).group(group);
    }

    private static Action.Builder keys(Action.Builder builder, List<String> keys) {
        keys.forEach(builder::shortcut);
        return builder;
    }

    private void declareItems() {
        String group = words.get("group.items.");
        items.add(keys(action("previous", words.get("action.previous."), "mdi2c-chevron-left", group), ways.previous())
                .needs(open, "needs.open").does(() -> go(-1, words.get("notice.first."))));
        items.add(keys(action("next", words.get("action.next."), "mdi2c-chevron-right", group), ways.next())
                .needs(open, "needs.open").does(() -> go(1, words.get("notice.last."))));
        items.add(action("nextUnlabelled", words.get("action.nextUnlabelled."), "mdi2s-skip-next-outline", group).shortcut("N")
                .needs(open, "needs.open").does(this::nextUnlabelled));
        items.add(action("submit", words.get("action.submit."), "mdi2c-check", group).shortcut("Shortcut+Enter").shortcut("S")
                .needs(open, "needs.open").does(this::submitAndNext));
        BooleanBinding complete = when(session -> session.state().isComplete());
        items.add(action("reopen", TEXTS.get("action.reopen"), "mdi2l-lock-open-variant-outline", group)
                .needs(complete, "needs.complete").does(desk::reopenAnswer));
    }

    private void go(int steps, String end) {
        if (!desk.go(steps)) {
            notices.say(end);
        }
    }

    private void nextUnlabelled() {
        desk.queue().findUnlabelled(found -> found.ifPresentOrElse(desk::open, () -> notices.say(words.get("notice.allLabelled."))));
    }

    private void submitAndNext() {
        if (desk.submit()) {
            go(1, words.get("notice.submittedLast."));
        }
    }

    private void declareHistory() {
        String group = TEXTS.get("group.history");
        history.add(action("undo", "", "mdi2u-undo", group).shortcut("Shortcut+Z")
                .needs(when(LabellingSession::canUndo), "needs.undo").text(named("undo.named", "action.undo", LabellingSession::undoName))
                .does(ways.undo()));
        history.add(action("redo", "", "mdi2r-redo", group).shortcut("Shortcut+Shift+Z").shortcut("Shortcut+Y")
                .needs(when(LabellingSession::canRedo), "needs.redo").text(named("redo.named", "action.redo", LabellingSession::redoName))
                .does(desk::redo));
    }

    private StringBinding named(String key, String otherwise, java.util.function.Function<LabellingSession, Optional<EditName>> step) {
        return Bindings.createStringBinding(() -> desk.findSession().flatMap(step).map(edit -> TEXTS.format(key, TEXTS.name(edit)))
                .orElseGet(() -> TEXTS.get(otherwise)), desk.session(), desk.answer());
    }

    private void declareSuggestions() {
        suggestions.add(answering("take", "mdi2c-check", "Enter", this::take));
        suggestions.add(answering("takeAll", "mdi2c-check-all", "Shift+Enter", desk.suggestedAnswers()::takeWithRegions));
        suggestions.add(answering("refuse", "mdi2c-close", "Backspace", this::refuse));
        suggestions.add(answering("refuseAll", "mdi2c-close-box-multiple-outline", "Shift+Backspace",
                desk.suggestedAnswers()::refuseWithRegions));
        suggestions.add(suggestion("nextSuggestion", "mdi2a-arrow-right", "E", () -> {
            desk.suggestions().next();
            desk.suggestions().findPointed().ifPresent(suggestion -> surface.reveal(suggestion.id()));
        }));
        BooleanProperty people = desk.suggestions().people();
        suggestions.add(action("people", TEXTS.get("action.people"), "mdi2a-account-multiple-outline", TEXTS.get("group.suggestions"))
                .shortcut("Shortcut+Shift+O").needs(open, "needs.open").selected(people).does(() -> people.set(!people.get())));
    }

    /// The one in question; when no region is, what the model would answer.
    private void take() {
        if (desk.suggestions().shown().get().isEmpty()) {
            desk.suggestedAnswers().take();
        } else {
            desk.suggestions().take();
        }
    }

    /// As [#take].
    private void refuse() {
        if (desk.suggestions().shown().get().isEmpty()) {
            desk.suggestedAnswers().refuse();
        } else {
            desk.suggestions().refuse();
        }
    }

    private Action answering(String name, String icon, String keys, Runnable command) {
        BooleanBinding suggested = Bindings.createBooleanBinding(
                () -> !desk.suggestions().shown().get().isEmpty() || !desk.suggestedAnswers().open().get().isEmpty(),
                desk.suggestions().shown(), desk.suggestedAnswers().open());
        return action(name, TEXTS.get("action." + name), icon, TEXTS.get("group.suggestions")).shortcut(keys)
                .needs(suggested, "needs.suggestions").does(command);
    }

    private Action suggestion(String name, String icon, String keys, Runnable command) {
        BooleanBinding suggested = Bindings.createBooleanBinding(() -> !desk.suggestions().shown().get().isEmpty(),
                desk.suggestions().shown());
        return action(name, TEXTS.get("action." + name), icon, TEXTS.get("group.suggestions")).shortcut(keys)
                .needs(suggested, "needs.suggestions").does(command);
    }

    private void declareLabels(ProjectContext context) {
        String group = TEXTS.get("group.labels");
        for (int key = 1; key <= ways.labels().size(); key++) {
            int number = key;
            Observable[] changes = {context.project()};
            BooleanBinding there = Bindings.createBooleanBinding(() -> desk.labels().byKey(number).isPresent(), changes);
            StringBinding text = Bindings.createStringBinding(() -> TEXTS.format("label.choose",
                    desk.labels().byKey(number).map(LabelClass::name).orElseGet(() -> Integer.toString(number))), changes);
            labels.add(keys(Action.named(area.id("label" + number), "", TEXTS).text(text), ways.labels().get(key - 1))
                    .scope(area.scope()).group(group).needs(there, "needs.label")
                    .does(() -> desk.labels().byKey(number).map(LabelClass::id).ifPresent(ways.choose())));
        }
    }

    private BooleanBinding when(Predicate<LabellingSession> condition) {
        return Bindings.createBooleanBinding(() -> desk.findSession().filter(condition).isPresent(), desk.session(), desk.answer());
    }
}
