package labelwright.ui.annotate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;

import labelwright.canvas.PictureCanvas;
import labelwright.canvas.tool.PixelOptions;
import labelwright.canvas.tool.Tool;
import labelwright.geometry.BrushTip;
import labelwright.geometry.Mask;
import labelwright.geometry.MaskAlgebra;
import labelwright.geometry.MaskPieces;
import labelwright.geometry.Spans;
import labelwright.model.Annotation;
import labelwright.ui.action.Action;
import labelwright.ui.action.Scope;
import labelwright.ui.action.Texts;
import labelwright.ui.control.Place;

/// The tools that make masks, how they work, and what can be done to whole masks.
final class PixelActions {
    private static final Texts TEXTS = Texts.of(PixelActions.class);
    private static final Scope HERE = Scope.of(Place.ANNOTATE);
    private static final double STEP = 1.2;
    /// Holes and pieces of up to so many pixels are small.
    private static final long SMALL = 64;
    private static final int SMOOTH = 2;

    private final Workplace workplace;
    private final PictureCanvas canvas;
    private final MaskChanges changes;
    private final List<Action> all = new ArrayList<>();

    PixelActions(Workplace workplace, PictureCanvas canvas) {
        this.workplace = workplace;
        this.canvas = canvas;
        this.changes = new MaskChanges(workplace);
        tools();
        options();
        masks();
    }

    List<Action> all() {
        return List.copyOf(all);
    }

    /// @throws IllegalArgumentException when nothing is called so
    Action get(String id) {
        return all.stream().filter(action -> action.id().equals(id)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No action " + id));
    }

    private void tools() {
        tool(Action.of(TEXTS, "annotate.brush").icon("mdi2b-brush").shortcut("U"), Tool.Kind.BRUSH);
        tool(Action.of(TEXTS, "annotate.eraser").icon("mdi2e-eraser").shortcut("Shift+U"), Tool.Kind.ERASER);
        tool(Action.of(TEXTS, "annotate.lasso").icon("mdi2f-format-color-fill").shortcut("Q"), Tool.Kind.LASSO);
        tool(Action.of(TEXTS, "annotate.wand").icon("mdi2m-magic-staff").shortcut("W"), Tool.Kind.WAND);
        tool(Action.of(TEXTS, "annotate.cutout").icon("mdi2s-selection-drag").shortcut("Shift+W"), Tool.Kind.CUTOUT);
    }

    private void tool(Action.Builder builder, Tool.Kind kind) {
        all.add(builder.scope(HERE).group(TEXTS.get("group.tools")).selected(workplace.tool().isEqualTo(kind)).does(() -> {
            workplace.tool().set(kind);
            canvas.requestFocus();
        }));
    }

    private void options() {
        BooleanBinding tip = Bindings.createBooleanBinding(() -> workplace.tool().get().hasTip(), workplace.tool());
        all.add(Action.of(TEXTS, "annotate.smallerBrush").shortcut(",").scope(HERE).group(TEXTS.get("group.masks"))
                .needs(tip, "needs.brush")
                .does(() -> change(options -> options.resized(1 / STEP))));
        all.add(Action.of(TEXTS, "annotate.largerBrush").shortcut(".").scope(HERE).group(TEXTS.get("group.masks")).needs(tip, "needs.brush")
                .does(() -> change(options -> options.resized(STEP))));
        option(Action.of(TEXTS, "annotate.squareTip").icon("mdi2s-square-outline"),
                options -> options.tip().form() == BrushTip.Form.SQUARE, PixelActions::otherForm);
        option(Action.of(TEXTS, "annotate.alwaysNewMask").icon("mdi2p-plus-box-multiple-outline"),
                options -> options.target() == PixelOptions.Target.NEW, options -> options.withTarget(
                        options.target() == PixelOptions.Target.NEW ? PixelOptions.Target.SELECTED : PixelOptions.Target.NEW));
        option(Action.of(TEXTS, "annotate.eraseAll").icon("mdi2e-eraser-variant"),
                options -> options.erasing() == PixelOptions.Erasing.ALL, options -> options.withErasing(
                        options.erasing() == PixelOptions.Erasing.ALL ? PixelOptions.Erasing.SELECTED : PixelOptions.Erasing.ALL));
        option(Action.of(TEXTS, "annotate.noOverlap").icon("mdi2s-select-group"),
                options -> options.overlap() == PixelOptions.Overlap.TAKEN_AWAY, options -> options.withOverlap(
                        options.overlap() == PixelOptions.Overlap.TAKEN_AWAY
                                ? PixelOptions.Overlap.ALLOWED
                                : PixelOptions.Overlap.TAKEN_AWAY));
        option(Action.of(TEXTS, "annotate.wandEverywhere").icon("mdi2e-earth"),
                options -> options.reach() == PixelOptions.Reach.EVERYWHERE, options -> options.withReach(
                        options.reach() == PixelOptions.Reach.EVERYWHERE ? PixelOptions.Reach.CONNECTED : PixelOptions.Reach.EVERYWHERE));
    }

    private static PixelOptions otherForm(PixelOptions options) {
        BrushTip.Form form = options.tip().form() == BrushTip.Form.ROUND ? BrushTip.Form.SQUARE : BrushTip.Form.ROUND;
        return options.withTip(new BrushTip(form, options.tip().size()));
    }

    private void option(Action.Builder builder, Predicate<PixelOptions> on, UnaryOperator<PixelOptions> toggled) {
        ObjectProperty<PixelOptions> options = canvas.pixelOptionsProperty();
        all.add(builder.scope(HERE).group(TEXTS.get("group.masks"))
                .selected(Bindings.createBooleanBinding(() -> on.test(options.get()), options)).does(() -> change(toggled)));
    }

    private void change(UnaryOperator<PixelOptions> change) {
        canvas.pixelOptionsProperty().set(change.apply(canvas.pixelOptionsProperty().get()));
        canvas.requestFocus();
    }

    private void masks() {
        BooleanBinding some = Bindings.createBooleanBinding(
                () -> workplace.changeable().stream().map(Annotation::shape).anyMatch(Mask.class::isInstance), workplace.selection(),
                workplace.answer(), workplace.regions().hidden(), workplace.regions().locked());
        mask(Action.of(TEXTS, "annotate.fillHoles").icon("mdi2c-circle-slice-8"), some, mask -> MaskPieces.fillHoles(mask, Long.MAX_VALUE));
        mask(Action.of(TEXTS, "annotate.fillSmallHoles"), some, mask -> MaskPieces.fillHoles(mask, SMALL));
        mask(Action.of(TEXTS, "annotate.removeSpecks").icon("mdi2b-broom"), some, mask -> MaskPieces.removeSpecks(mask, SMALL));
        mask(Action.of(TEXTS, "annotate.growMask").icon("mdi2a-arrow-expand-all"), some, mask -> MaskAlgebra.grow(mask, 1));
        mask(Action.of(TEXTS, "annotate.shrinkMask").icon("mdi2a-arrow-collapse-all"), some, mask -> MaskAlgebra.shrink(mask, 1));
        mask(Action.of(TEXTS, "annotate.smoothMask").icon("mdi2b-blur"), some,
                mask -> MaskAlgebra.close(MaskAlgebra.open(mask, SMOOTH), SMOOTH));
    }

    private void mask(Action.Builder builder, BooleanBinding some, UnaryOperator<Spans> change) {
        all.add(builder.scope(HERE).group(TEXTS.get("group.masks")).needs(some, "needs.mask").does(() -> changes.apply(change)));
    }
}
