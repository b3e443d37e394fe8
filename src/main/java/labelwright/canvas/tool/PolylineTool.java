package labelwright.canvas.tool;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import labelwright.edit.EditName;
import labelwright.geometry.Contour;
import labelwright.geometry.Point;
import labelwright.geometry.Polyline;
import labelwright.geometry.ShapeKind;
import labelwright.model.Annotation;
import labelwright.model.AnnotationId;
import labelwright.model.LabelId;

/// Draws lines point by point. A press on an end of the selected line goes on with it.
final class PolylineTool extends DrawingTool {
    PolylineTool() {
        super(Kind.POLYLINE, ShapeKind.POLYLINE);
    }

    @Override
    Gesture begin(Pointer pointer, ToolContext context, Ink ink) {
        return going(pointer, context).map(path -> new PathGesture(context, path, path.begun(), pointer))
                .orElseGet(() -> new PathGesture(context, new NewLine(context, ink), List.of(), pointer));
    }

    @Override
    public boolean usesHandles() {
        return false;
    }

    private static Optional<Longer> going(Pointer pointer, ToolContext context) {
        List<Annotation> movable = context.movable();
        if (movable.size() != 1 || !(movable.getFirst().shape() instanceof Polyline line)) {
            return Optional.empty();
        }
        boolean atEnd = line.points().getLast().distance(pointer.at()) <= context.handleReach();
        boolean atStart = line.points().getFirst().distance(pointer.at()) <= context.handleReach();
        return atEnd || atStart
                ? Optional.of(new Longer(context, movable.getFirst(), atEnd ? line.points() : line.points().reversed()))
                : Optional.empty();
    }

    private record NewLine(ToolContext context, Ink ink) implements Path.Line {
        @Override
        public LabelId label() {
            return ink.label();
        }

        @Override
        public Outcome finish(List<Point> points, Contour.Ends how) {
            return Drawing.added(context, ink.label(), new Polyline(points));
        }
    }

    /// @param begun the line so far, ending where it goes on
    private record Longer(ToolContext context, Annotation annotation, List<Point> begun) implements Path.Line {
        @Override
        public LabelId label() {
            return annotation.label();
        }

        @Override
        public Set<AnnotationId> except() {
            return Set.of(annotation.id());
        }

        @Override
        public Outcome finish(List<Point> points, Contour.Ends how) {
            return points.equals(begun)
                    ? Outcome.CANCELLED
                    : Grabbing.replaced(context, annotation, new Polyline(points), EditName.EDIT_POINTS);
        }
    }
}
