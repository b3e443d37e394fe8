package labelwright.canvas.tool;

import java.util.List;
import java.util.Optional;

import labelwright.edit.Edit;
import labelwright.edit.EditName;
import labelwright.edit.EditRequest;
import labelwright.edit.Selection;
import labelwright.geometry.Shape;
import labelwright.geometry.ShapeKind;
import labelwright.model.Annotation;
import labelwright.model.LabelClass;
import labelwright.model.LabelId;
import labelwright.model.Origin;

/// What the drawing tools have in common.
final class Drawing {
    private Drawing() {}

    /// Why a shape of this kind cannot be drawn now, if it cannot.
    static Optional<Outcome.Refusal> refusal(ToolContext context, ShapeKind kind) {
        Optional<LabelClass> label = context.activeLabel();
        if (label.isEmpty()) {
            return Optional.of(Outcome.Refusal.NO_LABEL);
        }
        return label.get().shapes().contains(kind) ? Optional.empty() : Optional.of(Outcome.Refusal.LABEL_FORBIDS_SHAPE);
    }

    /// A new annotation on top of the others, selected.
    static Outcome added(ToolContext context, LabelId label, Shape shape) {
        Annotation drawn = new Annotation(context.newId(), label, shape, new Origin.Manual());
        return new Outcome.Edited(
                new EditRequest(EditName.DRAW, Edit.add(context.set(), List.of(drawn)), Selection.of(drawn.id())));
    }
}
