package labelwright.ui.annotate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;

import labelwright.canvas.PictureCanvas;
import labelwright.edit.EditName;
import labelwright.geometry.ShapeKind;
import labelwright.model.LabelClass;
import labelwright.model.LabelId;
import labelwright.ui.action.Action;
import labelwright.ui.action.Scope;
import labelwright.ui.action.Texts;
import labelwright.ui.control.Notices;
import labelwright.ui.control.Place;
import labelwright.ui.control.ProjectContext;
import labelwright.workbench.LabellingSession;

/// Everything that can be done on the screen, with its keys.
final class AnnotateActions {
    private static final Texts TEXTS = Texts.of(AnnotateActions.class);
    private static final Scope HERE = Scope.of(Place.ANNOTATE);
    private static final int KEYS = 9;

    private final Workplace workplace;
    private final SelectionEdits edits;
    private final PictureCanvas canvas;
    private final ProjectContext context;
    private final BooleanBinding open;
    private final BooleanBinding chosen;
    private final BooleanBinding suggested;
    private final List<Action> all = new ArrayList<>();
    private String group = "";

    AnnotateActions(Workplace workplace, SelectionEdits edits, PictureCanvas canvas, ProjectContext context) {
        this.workplace = workplace;
        this.edits = edits;
        this.canvas = canvas;
        this.context = context;
        open = Bindings.createBooleanBinding(() -> workplace.findSession().isPresent(), workplace.session());
        chosen = Bindings.createBooleanBinding(() -> !workplace.changeable().isEmpty(), workplace.selection(), workplace.answer(),
                workplace.regions().hidden(), workplace.regions().locked());
        suggested = Bindings.createBooleanBinding(() -> !workplace.suggestions().shown().get().isEmpty(), workplace.suggestions().shown());
        all.addAll(new ToolActions(workplace, canvas).all());
        group = TEXTS.get("group.pictures");
        pictures();
        group = TEXTS.get("group.history");
        history();
        group = TEXTS.get("group.regions");
        selection();
        group = TEXTS.get("group.suggestions");
        suggestions();
        group = TEXTS.get("group.labels");
        labels();
    }

    /// In the order in which a list of shortcuts should show them.
    List<Action> all() {
        return List.copyOf(all);
    }

    /// Adds what is declared elsewhere.
    void include(List<Action> more) {
        all.addAll(more);
    }

    /// @throws IllegalArgumentException when nothing is called so
    Action get(String id) {
        return all.stream().filter(action -> action.id().equals(id)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No action " + id));
    }

    private void pictures() {
        add(Action.of(TEXTS, "annotate.previous").icon("mdi2c-chevron-left").shortcut("A").shortcut("Page Up").shortcut("Left").scope(HERE)
                .group(group)
                .needs(open, "needs.picture").does(() -> go(-1, "first")));
        add(Action.of(TEXTS, "annotate.next").icon("mdi2c-chevron-right").shortcut("D").shortcut("Page Down").shortcut("Right").scope(HERE)
                .group(group)
                .needs(open, "needs.picture").does(() -> go(1, "last")));
        add(Action.of(TEXTS, "annotate.nextUnlabelled").icon("mdi2s-skip-next-outline").shortcut("N").scope(HERE).group(group)
                .needs(open, "needs.picture").does(this::nextUnlabelled));
        add(Action.of(TEXTS, "annotate.submit").icon("mdi2c-check").shortcut("Shortcut+Enter").shortcut("S").scope(HERE).group(group)
                .needs(open, "needs.picture").does(this::submitAndNext));
        BooleanBinding complete = when(session -> session.state().isComplete());
        add(Action.of(TEXTS, "annotate.reopen").icon("mdi2l-lock-open-variant-outline").scope(HERE).group(group)
                .needs(complete, "needs.complete")
                .does(workplace::reopenAnswer));
    }

    private void go(int steps, String end) {
        if (!workplace.go(steps)) {
            notices().say(TEXTS.get("notice." + end));
        }
    }

    private void nextUnlabelled() {
        workplace.queue().findUnlabelled(
                found -> found.ifPresentOrElse(workplace::open, () -> notices().say(TEXTS.get("notice.allLabelled"))));
    }

    private void submitAndNext() {
        if (workplace.submit()) {
            go(1, "submittedLast");
        }
    }

    private void history() {
        add(Action.of(TEXTS, "annotate.undo").icon("mdi2u-undo").shortcut("Shortcut+Z").scope(HERE).group(group)
                .needs(when(LabellingSession::canUndo), "needs.undo").text(named("undo.named", "action.annotate.undo", true))
                .does(this::undo));
        add(Action.of(TEXTS, "annotate.redo").icon("mdi2r-redo").shortcut("Shortcut+Shift+Z").shortcut("Shortcut+Y").scope(HERE)
                .group(group)
                .needs(when(LabellingSession::canRedo), "needs.redo").text(named("redo.named", "action.annotate.redo", false))
                .does(workplace::redo));
    }

    /// While something is being drawn its last point goes.
    private void undo() {
        if (canvas.gestures().isGoingOn()) {
            canvas.gestures().takeBack();
        } else {
            workplace.undo();
        }
    }

    private StringBinding named(String key, String otherwise, boolean undo) {
        return Bindings.createStringBinding(() -> {
            Optional<EditName> name = workplace.findSession().flatMap(session -> undo ? session.undoName() : session.redoName());
            return name.map(edit -> TEXTS.format(key, TEXTS.name(edit))).orElseGet(() -> TEXTS.get(otherwise));
        }, workplace.session(), workplace.answer());
    }

    private void selection() {
        add(selected("annotate.delete", "mdi2d-delete-outline", "Delete", edits::delete));
        add(selected("annotate.copy", "mdi2c-content-copy", "Shortcut+C", edits::copy));
        add(Action.of(TEXTS, "annotate.paste").icon("mdi2c-content-paste").shortcut("Shortcut+V").scope(HERE).group(group)
                .needs(open, "needs.picture")
                .needs(edits.clipboard().filled(), "needs.copied").does(edits::paste));
        add(selected("annotate.duplicate", "mdi2c-content-duplicate", "Shortcut+D", edits::duplicate));
        add(Action.of(TEXTS, "annotate.selectAll").icon("mdi2s-select-all").shortcut("Shortcut+A").scope(HERE).group(group)
                .needs(open, "needs.picture")
                .does(edits::selectAll));
        add(selected("annotate.front", "mdi2a-arrange-bring-to-front", "]", edits::bringToFront));
        add(selected("annotate.back", "mdi2a-arrange-send-to-back", "[", edits::sendToBack));
        BooleanBinding any = Bindings.createBooleanBinding(() -> !workplace.selection().get().isEmpty(), workplace.selection());
        add(Action.of(TEXTS, "annotate.hide").icon("mdi2e-eye-off-outline").shortcut("Shift+H").scope(HERE).group(group)
                .needs(any, "needs.selection")
                .does(() -> workplace.regions().toggleHidden(workplace.selection().get().ids())));
        add(Action.of(TEXTS, "annotate.lock").icon("mdi2l-lock-outline").shortcut("Shift+L").scope(HERE).group(group)
                .needs(any, "needs.selection")
                .does(() -> workplace.regions().toggleLocked(workplace.selection().get().ids())));
    }

    private Action selected(String id, String icon, String keys, Runnable command) {
        return Action.of(TEXTS, id).icon(icon).shortcut(keys).scope(HERE).group(group).needs(chosen, "needs.selection").does(command);
    }

    private void suggestions() {
        add(suggestion("annotate.take", "mdi2c-check", "Enter", workplace.suggestions()::take));
        add(suggestion("annotate.takeAll", "mdi2c-check-all", "Shift+Enter", workplace.suggestions()::takeAll));
        add(suggestion("annotate.refuse", "mdi2c-close", "Backspace", workplace.suggestions()::refuse));
        add(suggestion("annotate.refuseAll", "mdi2c-close-box-multiple-outline", "Shift+Backspace", workplace.suggestions()::refuseAll));
        add(suggestion("annotate.nextSuggestion", "mdi2a-arrow-right", "E", () -> {
            workplace.suggestions().next();
            workplace.suggestions().findPointed().ifPresent(suggestion -> canvas.reveal(suggestion.id()));
        }));
    }

    private Action suggestion(String id, String icon, String keys, Runnable command) {
        return Action.of(TEXTS, id).icon(icon).shortcut(keys).scope(HERE).group(group).needs(suggested, "needs.suggestions").does(command);
    }

    private void labels() {
        for (int key = 1; key <= KEYS; key++) {
            int number = key;
            Observable[] changes = {context.project()};
            BooleanBinding there = Bindings.createBooleanBinding(() -> workplace.labels().byKey(number).isPresent(), changes);
            StringBinding text = Bindings
                    .createStringBinding(() -> TEXTS.format("label.choose", workplace.labels().byKey(number).map(LabelClass::name)
                            .orElseGet(() -> Integer.toString(number))), changes);
            add(Action.named("annotate.label" + number, "", TEXTS).text(text).shortcut(Integer.toString(number))
                    .shortcut("Numpad " + number).scope(HERE).group(group)
                    .needs(there, "needs.label")
                    .does(() -> workplace.labels().byKey(number).map(LabelClass::id).ifPresent(this::choose)));
        }
    }

    /// Chooses the label, also of what is being drawn, and says so when something selected cannot carry it.
    void choose(LabelId label) {
        Optional<ShapeKind> drawn = canvas.gestures().isGoingOn() ? workplace.tool().get().draws() : Optional.empty();
        Optional<LabelClass> chosenLabel = workplace.labels().schema().find(label);
        if (chosenLabel.isPresent() && drawn.filter(kind -> !chosenLabel.get().shapes().contains(kind)).isPresent()) {
            notices().say(TEXTS.format("notice.notThisShape", chosenLabel.get().name()));
            return;
        }
        int refused = edits.choose(label);
        if (refused > 0) {
            notices().say(TEXTS.format("notice.labelRefused", refused));
        }
    }

    private BooleanBinding when(Predicate<LabellingSession> condition) {
        return Bindings.createBooleanBinding(() -> workplace.findSession().filter(condition).isPresent(), workplace.session(),
                workplace.answer());
    }

    private Notices notices() {
        return context.app().notices();
    }

    private void add(Action action) {
        all.add(action);
    }
}
