package labelwright.canvas.tool;

import java.util.Optional;

import labelwright.geometry.ShapeKind;
import labelwright.model.LabelClass;

/// What the tools that draw shapes have in common: handles of the selected shape where they work, a reason when the label forbids the
/// shape, else a new gesture.
abstract sealed class DrawingTool implements Tool permits BoxTool, RotatedBoxTool, EllipseTool, PointsTool, PolylineTool, SkeletonTool {
    private final Kind kind;
    private final ShapeKind shape;

    DrawingTool(Kind kind, ShapeKind shape) {
        this.kind = kind;
        this.shape = shape;
    }

    @Override
    public final Kind kind() {
        return kind;
    }

    @Override
    public Optional<Gesture> press(Pointer pointer, ToolContext context) {
        Optional<Gesture> grabbed = usesHandles()
                ? Grabbing.handle(pointer, context).map(grab -> new HandleGesture(context, grab, pointer.at()))
                : Optional.empty();
        if (grabbed.isPresent()) {
            return grabbed;
        }
        Optional<Outcome.Refusal> refusal = Drawing.refusal(context, shape);
        if (refusal.isPresent()) {
            return Optional.of(new InstantGesture(new Outcome.Refused(refusal.get())));
        }
        return context.activeLabel().map(LabelClass::id).map(label -> begin(pointer, context, new Ink(context, shape, label)));
    }

    abstract Gesture begin(Pointer pointer, ToolContext context, Ink ink);

    @Override
    public boolean usesHandles() {
        return true;
    }

    @Override
    public Look look(Pointer pointer, ToolContext context) {
        return usesHandles()
                ? Grabbing.handle(pointer, context).map(grab -> Grabbing.look(grab.handle())).orElse(Look.CROSSHAIR)
                : Look.CROSSHAIR;
    }
}
