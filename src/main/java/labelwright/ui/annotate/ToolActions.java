package labelwright.ui.annotate;

import java.util.ArrayList;
import java.util.List;

import javafx.beans.property.BooleanProperty;

import labelwright.canvas.PictureCanvas;
import labelwright.canvas.tool.Tool;
import labelwright.ui.action.Action;
import labelwright.ui.action.Scope;
import labelwright.ui.action.Texts;
import labelwright.ui.control.Place;

/// The tools for shapes made of lines and points, and how they behave.
final class ToolActions {
    private static final Texts TEXTS = Texts.of(ToolActions.class);
    private static final Scope HERE = Scope.of(Place.ANNOTATE);

    private final Workplace workplace;
    private final PictureCanvas canvas;
    private final List<Action> all = new ArrayList<>();

    ToolActions(Workplace workplace, PictureCanvas canvas) {
        this.workplace = workplace;
        this.canvas = canvas;
        add(Action.of(TEXTS, "annotate.select").icon("mdi2c-cursor-default-outline").shortcut("V"), Tool.Kind.SELECT);
        add(Action.of(TEXTS, "annotate.box").icon("mdi2v-vector-square").shortcut("B"), Tool.Kind.BOX);
        add(Action.of(TEXTS, "annotate.rotatedBox").icon("mdi2r-rhombus-outline").shortcut("R"), Tool.Kind.ROTATED_BOX);
        add(Action.of(TEXTS, "annotate.ellipse").icon("mdi2e-ellipse-outline").shortcut("O"), Tool.Kind.ELLIPSE);
        add(Action.of(TEXTS, "annotate.polygon").icon("mdi2v-vector-polygon").shortcut("P"), Tool.Kind.POLYGON);
        add(Action.of(TEXTS, "annotate.freehand").icon("mdi2l-lasso").shortcut("Shift+B"), Tool.Kind.FREEHAND);
        add(Action.of(TEXTS, "annotate.polyline").icon("mdi2v-vector-polyline").shortcut("L"), Tool.Kind.POLYLINE);
        add(Action.of(TEXTS, "annotate.points").icon("mdi2v-vector-point").shortcut("J"), Tool.Kind.POINTS);
        add(Action.of(TEXTS, "annotate.skeleton").icon("mdi2h-human-handsup").shortcut("Y"), Tool.Kind.SKELETON);
        add(Action.of(TEXTS, "annotate.knife").icon("mdi2b-box-cutter").shortcut("Shift+C"), Tool.Kind.KNIFE);
        add(Action.of(TEXTS, "annotate.pan").icon("mdi2h-hand-back-left-outline").shortcut("H"), Tool.Kind.PAN);
        all.add(Action.of(TEXTS, "annotate.snapping").icon("mdi2m-magnet").shortcut("Shift+N").scope(HERE).group(TEXTS.get("group.tools"))
                .selected(canvas.drawing().snapping()).does(() -> toggle(canvas.drawing().snapping())));
        all.add(Action.of(TEXTS, "annotate.backToSelect").icon("mdi2k-keyboard-return").scope(HERE).group(TEXTS.get("group.tools"))
                .selected(canvas.drawing().backToSelect()).does(() -> toggle(canvas.drawing().backToSelect())));
    }

    /// In the order in which they should be shown.
    List<Action> all() {
        return List.copyOf(all);
    }

    private void add(Action.Builder builder, Tool.Kind kind) {
        all.add(builder.scope(HERE).group(TEXTS.get("group.tools")).selected(workplace.tool().isEqualTo(kind)).does(() -> {
            workplace.tool().set(kind);
            canvas.requestFocus();
        }));
    }

    private static void toggle(BooleanProperty value) {
        value.set(!value.get());
    }
}
