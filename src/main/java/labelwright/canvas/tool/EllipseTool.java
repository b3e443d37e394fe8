package labelwright.canvas.tool;

import labelwright.geometry.Ellipse;
import labelwright.geometry.ShapeKind;

/// Draws ellipses into a box that is dragged; with Shift circles, with Alt from the centre.
final class EllipseTool extends DrawingTool {
    EllipseTool() {
        super(Kind.ELLIPSE, ShapeKind.ELLIPSE);
    }

    @Override
    Gesture begin(Pointer pointer, ToolContext context, Ink ink) {
        return new SpanGesture(context, ink, pointer, Ellipse::in);
    }
}
