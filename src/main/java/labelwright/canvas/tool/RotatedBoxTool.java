package labelwright.canvas.tool;

import labelwright.geometry.ShapeKind;

/// Draws rotated boxes: with a click on each end of one side and a third one for the height, or by dragging a level box, which is turned
/// by its handle then.
final class RotatedBoxTool extends DrawingTool {
    RotatedBoxTool() {
        super(Kind.ROTATED_BOX, ShapeKind.ROTATED_BOX);
    }

    @Override
    Gesture begin(Pointer pointer, ToolContext context, Ink ink) {
        return new RotatedBoxGesture(context, ink, pointer);
    }
}
