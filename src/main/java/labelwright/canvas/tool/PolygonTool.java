package labelwright.canvas.tool;

import java.util.Optional;

import labelwright.geometry.ShapeKind;
import labelwright.model.LabelClass;

/// Draws polygons point by point.
public final class PolygonTool implements Tool {

    @Override
    public Kind kind() {
        return Kind.POLYGON;
    }

    @Override
    public Optional<Gesture> press(Pointer pointer, ToolContext context) {
        Optional<Outcome.Refusal> refusal = Drawing.refusal(context, ShapeKind.POLYGON);
        if (refusal.isPresent()) {
            return Optional.of(new InstantGesture(new Outcome.Refused(refusal.get())));
        }
        return context.activeLabel().map(LabelClass::id).map(label -> new PolygonGesture(context, label, pointer.at()));
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
