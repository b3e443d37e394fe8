package labelwright.canvas.tool;

import java.util.List;
import java.util.Optional;

import labelwright.geometry.Mask;
import labelwright.geometry.ShapeKind;
import labelwright.model.Annotation;
import labelwright.model.LabelClass;
import labelwright.model.LabelId;

/// Paints masks and erases them. Shift begins a new mask; Alt turns the brush into the eraser and the eraser into the brush.
public final class BrushTool implements Tool {
    private final Kind kind;

    private BrushTool(Kind kind) {
        this.kind = kind;
    }

    static BrushTool brush() {
        return new BrushTool(Kind.BRUSH);
    }

    static BrushTool eraser() {
        return new BrushTool(Kind.ERASER);
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public Optional<Gesture> press(Pointer pointer, ToolContext context) {
        boolean erases = (kind == Kind.ERASER) != pointer.has(Pointer.Modifier.ALT);
        return Optional.of(erases ? erase(pointer, context) : paint(pointer, context));
    }

    private static Gesture paint(Pointer pointer, ToolContext context) {
        Optional<Outcome.Refusal> refusal = Drawing.refusal(context, ShapeKind.MASK);
        if (refusal.isPresent()) {
            return new InstantGesture(new Outcome.Refused(refusal.get()));
        }
        LabelId label = context.activeLabel().map(LabelClass::id).orElseThrow();
        boolean fresh = pointer.has(Pointer.Modifier.SHIFT) || context.pixelOptions().target() == PixelOptions.Target.NEW;
        return new PaintGesture(context, label, fresh ? Optional.empty() : MaskEdits.selected(context, label), pointer.at());
    }

    private static Gesture erase(Pointer pointer, ToolContext context) {
        List<Annotation> from = switch (context.pixelOptions().erasing()) {
            case ALL -> MaskEdits.masks(context);
            case SELECTED -> selectedOrTopmost(pointer, context);
        };
        return from.isEmpty()
                ? new InstantGesture(new Outcome.Refused(Outcome.Refusal.NO_MASK_HERE))
                : new EraseGesture(context, from, pointer.at());
    }

    private static List<Annotation> selectedOrTopmost(Pointer pointer, ToolContext context) {
        List<Annotation> selected = context.movable().stream().filter(annotation -> annotation.shape() instanceof Mask).toList();
        return selected.isEmpty()
                ? context.at(pointer.at(), context.pixelOptions().tip().size() / 2).stream()
                        .filter(annotation -> annotation.shape() instanceof Mask && context.canMove(annotation)).limit(1).toList()
                : selected;
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
