package labelwright.canvas.tool;

import labelwright.geometry.Box;
import labelwright.geometry.ShapeKind;

/// Draws boxes: by dragging, or with one click on each of two corners. The handles of the selected shape work too, so that a box can be
/// set right as soon as it is drawn.
final class BoxTool extends DrawingTool {
    BoxTool() {
        super(Kind.BOX, ShapeKind.BOX);
    }

    @Override
    Gesture begin(Pointer pointer, ToolContext context, Ink ink) {
        return new SpanGesture(context, ink, pointer, Box::of);
    }
}
