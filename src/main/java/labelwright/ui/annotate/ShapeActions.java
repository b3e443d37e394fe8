package labelwright.ui.annotate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;

import labelwright.geometry.Keypoints;
import labelwright.geometry.ShapeAlgebra;
import labelwright.geometry.ShapeKind;
import labelwright.geometry.Simplification;
import labelwright.ui.action.Action;
import labelwright.ui.action.Scope;
import labelwright.ui.action.Texts;
import labelwright.ui.control.Place;

/// Join, subtract, intersect, split, simplify, convert and flip the selected shapes.
final class ShapeActions {
    private static final Texts TEXTS = Texts.of(ShapeActions.class);
    private static final Scope HERE = Scope.of(Place.ANNOTATE);
    private static final List<ShapeKind> TARGETS = List.of(ShapeKind.BOX, ShapeKind.ROTATED_BOX, ShapeKind.ELLIPSE, ShapeKind.POLYGON,
            ShapeKind.POLYLINE, ShapeKind.MASK);

    private final Workplace workplace;
    private final AllowOffer offer;
    private final List<Action> all = new ArrayList<>();

    /// @param simplify shows the bar with the slider
    ShapeActions(Workplace workplace, ShapeEdits edits, AllowOffer offer, Runnable simplify) {
        this.workplace = workplace;
        this.offer = offer;
        BooleanBinding two = when(() -> edits.areas().size() >= 2);
        add(Action.of(TEXTS, "annotate.join").icon("mdi2v-vector-union").shortcut("Shift+J").needs(two, "needs.twoAreas"), "join",
                () -> edits.combine(ShapeAlgebra.Operation.UNION));
        add(Action.of(TEXTS, "annotate.subtract").icon("mdi2v-vector-difference-ab").shortcut("Shift+S").needs(two, "needs.twoAreas"),
                "overlap", () -> edits.combine(ShapeAlgebra.Operation.SUBTRACT));
        add(Action.of(TEXTS, "annotate.intersect").icon("mdi2v-vector-intersection").shortcut("Shift+I").needs(two, "needs.twoAreas"),
                "overlap", () -> edits.combine(ShapeAlgebra.Operation.INTERSECT));
        BooleanBinding any = when(() -> !edits.operands().isEmpty());
        add(Action.of(TEXTS, "annotate.split").icon("mdi2v-vector-arrange-above").shortcut("Shift+X").needs(any, "needs.selection"),
                "split", edits::split);
        BooleanBinding points = when(() -> edits.operands().stream()
                .anyMatch(annotation -> !Simplification.of(annotation.shape(), SimplifyBar.COARSEST).equals(annotation.shape())));
        all.add(Action.of(TEXTS, "annotate.simplify").icon("mdi2v-vector-curve").shortcut("Shift+M").scope(HERE).group(group())
                .needs(any, "needs.selection").needs(points, "needs.points").does(simplify));
        BooleanBinding skeleton = when(() -> edits.operands().stream().anyMatch(annotation -> annotation.shape() instanceof Keypoints));
        add(Action.of(TEXTS, "annotate.flip").icon("mdi2f-flip-horizontal").shortcut("Shift+K").needs(skeleton, "needs.skeleton"), "flip",
                edits::flip);
        for (ShapeKind kind : TARGETS) {
            String words = TEXTS.format("convert", TEXTS.name(kind));
            add(Action.named("annotate.convert" + kind.code(), words, TEXTS).icon(ShapeIcons.of(kind))
                    .needs(when(() -> edits.kinds().contains(kind)), "needs.convertible"), "convert", () -> edits.convert(kind));
        }
    }

    /// In the order in which they should be shown.
    List<Action> all() {
        return List.copyOf(all);
    }

    static String group() {
        return TEXTS.get("group.shapes");
    }

    private BooleanBinding when(BooleanSupplier condition) {
        return Bindings.createBooleanBinding(condition::getAsBoolean, workplace.selection(), workplace.answer(),
                workplace.regions().hidden(), workplace.regions().locked());
    }

    private void add(Action.Builder builder, String nothing, Supplier<ShapeEdits.Answer> work) {
        all.add(builder.scope(HERE).group(group()).does(() -> {
            switch (work.get()) {
                case ShapeEdits.Answer.Done _ -> {
                }
                case ShapeEdits.Answer.Nothing _ -> offer.say(TEXTS.get("nothing." + nothing));
                case ShapeEdits.Answer.Forbidden forbidden -> offer.forbidden(forbidden.label(), forbidden.kind());
            }
        }));
    }
}
