package labelwright.canvas.tool;

import java.util.List;
import java.util.Optional;

import labelwright.geometry.Points;
import labelwright.geometry.ShapeKind;
import labelwright.model.Annotation;

/// Sets points: a click adds one to the selected points if they have the chosen label, else it begins new ones. Each point is one step.
/// With Shift a click always begins new ones.
final class PointsTool extends DrawingTool {
    PointsTool() {
        super(Kind.POINTS, ShapeKind.POINTS);
    }

    @Override
    Gesture begin(Pointer pointer, ToolContext context, Ink ink) {
        List<Annotation> selected = context.movable();
        boolean adds = selected.size() == 1 && selected.getFirst().shape() instanceof Points
                && selected.getFirst().label().equals(ink.label()) && !pointer.has(Pointer.Modifier.SHIFT);
        return new PointGesture(context, ink, pointer, adds ? Optional.of(selected.getFirst()) : Optional.empty());
    }
}
