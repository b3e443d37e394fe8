package labelwright.canvas.tool;

import java.util.List;
import java.util.Optional;

import labelwright.edit.Edit;
import labelwright.edit.EditName;
import labelwright.edit.EditRequest;
import labelwright.geometry.Bounds;
import labelwright.geometry.Box;
import labelwright.geometry.Ellipse;
import labelwright.geometry.Handle;
import labelwright.geometry.Handles;
import labelwright.geometry.Keypoints;
import labelwright.geometry.Mask;
import labelwright.geometry.Point;
import labelwright.geometry.Points;
import labelwright.geometry.Polygon;
import labelwright.geometry.Polyline;
import labelwright.geometry.RotatedBox;
import labelwright.geometry.Shape;
import labelwright.geometry.TextSpan;
import labelwright.model.Annotation;

/// Finds the handle that a pointer means, and makes edits of single shapes.
final class Grabbing {
    /// Inside a small shape the handles take at most this part of its shorter side, so that the shape itself can be taken too.
    private static final double PART = 0.25;

    private Grabbing() {}

    /// A handle of the one selected annotation.
    record Grab(Annotation annotation, Handle handle) {}

    static Optional<Grab> handle(Pointer pointer, ToolContext context) {
        List<Annotation> changeable = context.movable();
        if (changeable.size() != 1 || context.selection().ids().size() != 1) {
            return Optional.empty();
        }
        Annotation annotation = changeable.getFirst();
        Optional<Grab> turner = Handles.turner(annotation.shape(), context.pixel(), context.picture())
                .filter(handle -> handle.at().distance(pointer.at()) <= context.handleReach()).map(handle -> new Grab(annotation, handle));
        if (turner.isPresent()) {
            return turner;
        }
        double reach = reach(annotation.shape(), pointer.at(), context);
        return Handles.near(annotation.shape(), pointer.at(), reach).map(handle -> new Grab(annotation, handle));
    }

    /// The same annotation with one point of its outline added where the pointer is near an edge.
    static Optional<Grab> edge(Pointer pointer, ToolContext context) {
        List<Annotation> changeable = context.movable();
        if (changeable.size() != 1) {
            return Optional.empty();
        }
        return Handles.edgeNear(changeable.getFirst().shape(), pointer.at(), context.handleReach())
                .map(edge -> new Grab(changeable.getFirst(), edge));
    }

    /// Takes the point under the pointer out of the outline; empty when there is none or the outline has only three.
    static Optional<Outcome> removeVertex(Pointer pointer, ToolContext context) {
        return handle(pointer, context).flatMap(grab -> grab.handle() instanceof Handle.Vertex vertex
                ? Handles.remove(grab.annotation().shape(), vertex)
                        .map(shape -> replaced(context, grab.annotation(), shape, EditName.EDIT_POINTS))
                : Optional.empty());
    }

    static Outcome replaced(ToolContext context, Annotation annotation, Shape shape, EditName name) {
        return new Outcome.Edited(
                new EditRequest(name, new Edit.Replace(List.of(annotation.withShape(shape))), context.selection()));
    }

    static EditName editName(Shape shape) {
        return switch (shape) {
            case Box _, RotatedBox _, Ellipse _ -> EditName.RESIZE;
            case Polygon _, Polyline _, Points _, Keypoints _, Mask _, TextSpan _ -> EditName.EDIT_POINTS;
        };
    }

    static Tool.Look look(Handle handle) {
        return switch (handle) {
            case Handle.Grip grip -> switch (grip.side()) {
                case NORTH_WEST, SOUTH_EAST -> Tool.Look.RESIZE_NW_SE;
                case NORTH_EAST, SOUTH_WEST -> Tool.Look.RESIZE_NE_SW;
                case EAST, WEST -> Tool.Look.RESIZE_H;
                case NORTH, SOUTH -> Tool.Look.RESIZE_V;
            };
            case Handle.Vertex _, Handle.Edge _ -> Tool.Look.VERTEX;
            case Handle.Turner _ -> Tool.Look.TURN;
        };
    }

    private static double reach(Shape shape, Point at, ToolContext context) {
        Bounds bounds = shape.bounds();
        double most = context.handleReach();
        return shape.contains(at) ? Math.min(most, PART * Math.min(bounds.width(), bounds.height())) : most;
    }
}
