package labelwright.canvas.tool;

import labelwright.geometry.ShapeKind;
import labelwright.model.LabelClass;
import labelwright.model.LabelId;

/// The label of a shape that is being drawn. A label chosen meanwhile counts, if it allows the shape.
final class Ink {
    private final ToolContext context;
    private final ShapeKind kind;
    private LabelId label;

    Ink(ToolContext context, ShapeKind kind, LabelId label) {
        this.context = context;
        this.kind = kind;
        this.label = label;
    }

    LabelId label() {
        context.activeLabel().filter(active -> active.shapes().contains(kind)).map(LabelClass::id).ifPresent(active -> label = active);
        return label;
    }
}
