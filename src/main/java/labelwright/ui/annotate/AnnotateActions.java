package labelwright.ui.annotate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.stage.Window;

import labelwright.canvas.PictureCanvas;
import labelwright.geometry.ShapeKind;
import labelwright.model.LabelClass;
import labelwright.model.LabelId;
import labelwright.ui.action.Action;
import labelwright.ui.action.Scope;
import labelwright.ui.action.Texts;
import labelwright.ui.control.Notices;
import labelwright.ui.control.Place;
import labelwright.ui.control.ProjectContext;
import labelwright.ui.label.Area;
import labelwright.ui.label.DeskActions;

/// Everything that can be done on the screen, with its keys.
final class AnnotateActions {
    private static final Texts TEXTS = Texts.of(AnnotateActions.class);
    private static final Scope HERE = Scope.of(Place.ANNOTATE);
    private static final Area HERE_AREA = new Area(Place.ANNOTATE);
    private static final int KEYS = 9;

    private final Workplace workplace;
    private final SelectionEdits edits;
    private final PictureCanvas canvas;
    private final ProjectContext context;
    private final BooleanBinding open;
    private final BooleanBinding chosen;
    private final List<Action> all = new ArrayList<>();
    private final String group = TEXTS.get("group.regions");
    private final DeskActions desk;

    AnnotateActions(Workplace workplace, SelectionEdits edits, PictureCanvas canvas, ProjectContext context) {
        this.workplace = workplace;
        this.edits = edits;
        this.canvas = canvas;
        this.context = context;
        open = Bindings.createBooleanBinding(() -> workplace.findSession().isPresent(), workplace.session());
        chosen = Bindings.createBooleanBinding(() -> !workplace.changeable().isEmpty(), workplace.selection(), workplace.answer(),
                workplace.regions().hidden(), workplace.regions().locked());
        all.addAll(new ToolActions(workplace, canvas).all());
        desk = new DeskActions(workplace, HERE_AREA, new CanvasSurface(canvas), new DeskActions.Ways(List.of("A", "Page Up", "Left"),
                List.of("D", "Page Down", "Right"), IntStream.rangeClosed(1, KEYS).mapToObj(AnnotateActions::labelKeys).toList(),
                this::undo, this::choose, this::choose), context);
        all.addAll(desk.items());
        all.addAll(desk.history());
        selection();
        all.addAll(desk.suggestions());
        all.addAll(desk.labels());
    }

    /// In the order in which a list of shortcuts should show them.
    List<Action> all() {
        return List.copyOf(all);
    }

    /// Those that are on every screen on which a person labels.
    DeskActions desk() {
        return desk;
    }

    private static List<String> labelKeys(int number) {
        return List.of(Integer.toString(number), "Numpad " + number);
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

    /// While something is being drawn its last point goes.
    private void undo() {
        if (canvas.gestures().isGoingOn()) {
            canvas.gestures().takeBack();
        } else {
            workplace.undo();
        }
    }

    private void selection() {
        add(selected("annotate.delete", "mdi2d-delete-outline", "Delete", edits::delete));
        add(selected("annotate.relabel", "mdi2l-label-multiple-outline", "Shortcut+L", this::relabel));
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

    private void relabel() {
        Window owner = canvas.getScene() == null ? null : canvas.getScene().getWindow();
        new RelabelDialog(workplace.changeable().size(), edits.labelsForSelection(), owner).ask().ifPresent(label -> {
            int refused = edits.relabel(label);
            if (refused > 0) {
                notices().say(TEXTS.format("notice.labelRefused", refused));
            }
        });
        canvas.requestFocus();
    }

    private Notices notices() {
        return context.app().notices();
    }

    private void add(Action action) {
        all.add(action);
    }
}
