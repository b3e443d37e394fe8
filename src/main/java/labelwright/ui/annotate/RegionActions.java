package labelwright.ui.annotate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import labelwright.canvas.PictureCanvas;
import labelwright.edit.Selection;
import labelwright.model.Annotation;
import labelwright.model.Flag;
import labelwright.ui.action.Action;
import labelwright.ui.action.Scope;
import labelwright.ui.action.Texts;
import labelwright.ui.control.Place;
import labelwright.ui.label.FlagIcons;

/// Going from region to region, their order, and what is true of them.
final class RegionActions {
    private static final Texts TEXTS = Texts.of(RegionActions.class);
    private static final Scope HERE = Scope.of(Place.ANNOTATE);

    private final Workplace workplace;
    private final SelectionEdits edits;
    private final PictureCanvas canvas;
    private final BooleanBinding chosen;
    private final List<Action> all = new ArrayList<>();
    private final List<Action> flags = new ArrayList<>();
    private final List<Action> steps = new ArrayList<>();

    RegionActions(Workplace workplace, SelectionEdits edits, PictureCanvas canvas) {
        this.workplace = workplace;
        this.edits = edits;
        this.canvas = canvas;
        chosen = Bindings.createBooleanBinding(() -> !workplace.changeable().isEmpty(), workplace.selection(), workplace.answer(),
                workplace.regions().hidden(), workplace.regions().locked());
        BooleanBinding any = Bindings.createBooleanBinding(() -> !workplace.selection().get().isEmpty(), workplace.selection());
        BooleanBinding some = Bindings.isNotEmpty(workplace.regions().shown());
        Action next = Action.of(TEXTS, "annotate.nextRegion").icon("mdi2a-arrow-down").shortcut("Tab").scope(HERE).group(group())
                .needs(some, "needs.regions").does(() -> go(1));
        Action previous = Action.of(TEXTS, "annotate.previousRegion").icon("mdi2a-arrow-up").shortcut("Shift+Tab").scope(HERE)
                .group(group()).needs(some, "needs.regions").does(() -> go(-1));
        steps.addAll(List.of(next, previous));
        all.addAll(steps);
        all.add(Action.of(TEXTS, "annotate.zoomToSelection").icon("mdi2i-image-filter-center-focus").shortcut("Shift+F").scope(HERE)
                .group(group()).needs(any, "needs.selection").does(this::zoom));
        all.add(Action.of(TEXTS, "annotate.selectSameLabel").icon("mdi2s-select-group").shortcut("Shift+A").scope(HERE).group(group())
                .needs(any, "needs.selection").does(edits::selectSameLabel));
        all.add(Action.of(TEXTS, "annotate.forward").icon("mdi2a-arrange-bring-forward").shortcut("Shortcut+Close Bracket").scope(HERE)
                .group(group()).needs(chosen, "needs.selection").does(edits::bringForward));
        all.add(Action.of(TEXTS, "annotate.backward").icon("mdi2a-arrange-send-backward").shortcut("Shortcut+Open Bracket").scope(HERE)
                .group(group()).needs(chosen, "needs.selection").does(edits::sendBackward));
        flag(Action.of(TEXTS, "annotate.occluded").shortcut("Shift+O"), Flag.OCCLUDED);
        flag(Action.of(TEXTS, "annotate.truncated").shortcut("Shift+T"), Flag.TRUNCATED);
        flag(Action.of(TEXTS, "annotate.difficult").shortcut("Shift+D"), Flag.DIFFICULT);
        flag(Action.of(TEXTS, "annotate.pinned").shortcut("Shift+P"), Flag.PINNED);
        canvas.addEventHandler(KeyEvent.KEY_PRESSED, this::step);
    }

    List<Action> all() {
        return List.copyOf(all);
    }

    /// The switches for what is true of the selection.
    List<Action> flags() {
        return List.copyOf(flags);
    }

    private static String group() {
        return TEXTS.get("group.regions");
    }

    private void flag(Action.Builder builder, Flag flag) {
        BooleanBinding on = Bindings.createBooleanBinding(() -> {
            List<Annotation> selected = workplace.changeable();
            return !selected.isEmpty() && selected.stream().allMatch(annotation -> annotation.has(flag));
        }, workplace.selection(), workplace.answer());
        Action action = builder.icon(FlagIcons.of(flag)).scope(HERE).group(group()).needs(chosen, "needs.selection").selected(on)
                .does(() -> edits.toggle(flag));
        flags.add(action);
        all.add(action);
    }

    /// Tab is for the picture while it has the focus and regions to go to; elsewhere it goes from control to control.
    private void step(KeyEvent event) {
        if (event.getCode() == KeyCode.TAB && !event.isControlDown()) {
            steps.stream().filter(action -> action.matches(event) && action.enabled().get()).findFirst().ifPresent(action -> {
                action.run();
                event.consume();
            });
        }
    }

    private void go(int steps) {
        Optional<Annotation> next = workplace.regions().neighbour(workplace.selection().get(), steps);
        next.ifPresent(annotation -> {
            workplace.selection().set(Selection.of(annotation.id()));
            canvas.reveal(annotation.id());
        });
    }

    private void zoom() {
        workplace.findSession().ifPresent(session -> canvas.zoomTo(workplace.selection().get().of(session.set())));
    }
}
