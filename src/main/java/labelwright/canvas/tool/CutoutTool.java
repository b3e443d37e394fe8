package labelwright.canvas.tool;

import java.util.Optional;

import labelwright.canvas.pixel.PatchSource;
import labelwright.geometry.ShapeKind;
import labelwright.model.Annotation;
import labelwright.model.LabelClass;
import labelwright.model.LabelId;

/// Finds the pixels of the object in a box. Then strokes may say what belongs to it, and with Alt what does not; Enter or a press outside
/// takes what was found. Shift at the first press adds it to the selected mask.
public final class CutoutTool implements Tool {

    @Override
    public Kind kind() {
        return Kind.CUTOUT;
    }

    @Override
    public Optional<Gesture> press(Pointer pointer, ToolContext context) {
        Optional<Outcome.Refusal> refusal = Drawing.refusal(context, ShapeKind.MASK);
        if (refusal.isPresent()) {
            return Optional.of(new InstantGesture(new Outcome.Refused(refusal.get())));
        }
        Optional<PatchSource> pixels = context.pixels();
        if (pixels.isEmpty()) {
            return Optional.of(new InstantGesture(new Outcome.Refused(Outcome.Refusal.NO_PIXELS)));
        }
        LabelId label = context.activeLabel().map(LabelClass::id).orElseThrow();
        Optional<Annotation> base = pointer.has(Pointer.Modifier.SHIFT) ? MaskEdits.selected(context, label) : Optional.empty();
        return Optional.of(new CutoutGesture(context, label, base, pixels.get(), pointer.at()));
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
