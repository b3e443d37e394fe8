package labelwright.canvas.tool;

import java.util.Optional;

import labelwright.geometry.ShapeKind;
import labelwright.model.Annotation;
import labelwright.model.LabelClass;
import labelwright.model.LabelId;

/// Fills what a line drawn by hand goes around. Shift begins a new mask; Alt takes it out of the selected one.
public final class LassoTool implements Tool {

    @Override
    public Kind kind() {
        return Kind.LASSO;
    }

    @Override
    public Optional<Gesture> press(Pointer pointer, ToolContext context) {
        Optional<Outcome.Refusal> refusal = Drawing.refusal(context, ShapeKind.MASK);
        if (refusal.isPresent()) {
            return Optional.of(new InstantGesture(new Outcome.Refused(refusal.get())));
        }
        LabelId label = context.activeLabel().map(LabelClass::id).orElseThrow();
        Optional<Annotation> selected = MaskEdits.selected(context, label);
        boolean takes = pointer.has(Pointer.Modifier.ALT);
        if (takes && selected.isEmpty()) {
            return Optional.of(new InstantGesture(new Outcome.Refused(Outcome.Refusal.NO_MASK_SELECTED)));
        }
        boolean fresh = pointer.has(Pointer.Modifier.SHIFT) || context.pixelOptions().target() == PixelOptions.Target.NEW;
        Combining combining = takes ? Combining.TAKE : Combining.ADD;
        return Optional.of(new LassoGesture(context, label, fresh && !takes ? Optional.empty() : selected, combining, pointer.at()));
    }

    @Override
    public boolean usesHandles() {
        return false;
    }

    @Override
    public Look look(Pointer pointer, ToolContext context) {
        return Look.CROSSHAIR;
    }
}
