package labelwright.canvas.tool;

import java.util.Optional;

import labelwright.canvas.pixel.PatchSource;
import labelwright.geometry.Bounds;
import labelwright.geometry.ShapeKind;
import labelwright.model.Annotation;
import labelwright.model.LabelClass;
import labelwright.model.LabelId;

/// Takes pixels of a like colour, in the part of the picture that is in view, and no further from the press than [#REACH]: as a new mask,
/// with Shift in addition to the selected one, with Alt out of it. Dragging to the right or up takes more, to the left or down less.
public final class WandTool implements Tool {
    /// In picture pixels; what is beyond would make masks that no screen can show while they are drawn.
    private static final double REACH = 6_000;

    @Override
    public Kind kind() {
        return Kind.WAND;
    }

    @Override
    public Optional<Gesture> press(Pointer pointer, ToolContext context) {
        Optional<Outcome.Refusal> refusal = Drawing.refusal(context, ShapeKind.MASK);
        if (refusal.isPresent()) {
            return Optional.of(refused(refusal.get()));
        }
        Optional<PatchSource> pixels = context.pixels();
        Optional<Bounds> area = context.visible().intersection(context.picture()).filter(visible -> visible.contains(pointer.at()))
                .flatMap(visible -> visible.intersection(Bounds.between(pointer.at(), pointer.at()).grow(REACH)));
        if (pixels.isEmpty()) {
            return Optional.of(refused(Outcome.Refusal.NO_PIXELS));
        }
        if (area.isEmpty() || area.get().area() == 0) {
            return Optional.empty();
        }
        LabelId label = context.activeLabel().map(LabelClass::id).orElseThrow();
        Optional<Annotation> selected = MaskEdits.selected(context, label);
        boolean takes = pointer.has(Pointer.Modifier.ALT);
        boolean adds = pointer.has(Pointer.Modifier.SHIFT);
        if (takes && selected.isEmpty()) {
            return Optional.of(refused(Outcome.Refusal.NO_MASK_SELECTED));
        }
        WandGesture.Aim aim = new WandGesture.Aim(label, takes || adds ? selected : Optional.empty(),
                takes ? Combining.TAKE : Combining.ADD);
        return Optional.of(new WandGesture(context, aim, pixels.get(), area.get(), pointer.at()));
    }

    private static Gesture refused(Outcome.Refusal why) {
        return new InstantGesture(new Outcome.Refused(why));
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
