package labelwright.canvas.tool;

import java.util.Optional;

import labelwright.geometry.ShapeKind;
import labelwright.model.LabelClass;

/// Draws boxes: by dragging, or with one click on each of two corners. The handles of the selected shape work too, so that a box can be
/// set right as soon as it is drawn.
public final class BoxTool implements Tool {

    @Override
    public Kind kind() {
        return Kind.BOX;
    }

    @Override
    public Optional<Gesture> press(Pointer pointer, ToolContext context) {
        Optional<Gesture> grabbed = Grabbing.handle(pointer, context).map(grab -> new HandleGesture(context, grab, pointer.at()));
        if (grabbed.isPresent()) {
            return grabbed;
        }
        Optional<Outcome.Refusal> refusal = Drawing.refusal(context, ShapeKind.BOX);
        if (refusal.isPresent()) {
            return Optional.of(new InstantGesture(new Outcome.Refused(refusal.get())));
        }
        return context.activeLabel().map(LabelClass::id).map(label -> new BoxGesture(context, label, pointer.at()));
    }

    @Override
    public boolean usesHandles() {
        return true;
    }

    @Override
    public Look look(Pointer pointer, ToolContext context) {
        return Grabbing.handle(pointer, context).map(grab -> Grabbing.look(grab.handle())).orElse(Look.CROSSHAIR);
    }
}
