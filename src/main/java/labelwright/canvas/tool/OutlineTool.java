package labelwright.canvas.tool;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import labelwright.edit.EditName;
import labelwright.geometry.Contour;
import labelwright.geometry.Point;
import labelwright.geometry.Polygon;
import labelwright.geometry.Ring;
import labelwright.geometry.ShapeAlgebra;
import labelwright.geometry.ShapeKind;
import labelwright.model.Annotation;
import labelwright.model.AnnotationId;
import labelwright.model.LabelClass;
import labelwright.model.LabelId;

/// Draws polygons, point by point or freehand. Begun with Shift while a polygon is selected, the outline becomes one more part of it;
/// begun with Alt, a hole in it.
final class OutlineTool implements Tool {
    private final Kind kind;

    private OutlineTool(Kind kind) {
        this.kind = kind;
    }

    static OutlineTool pointByPoint() {
        return new OutlineTool(Kind.POLYGON);
    }

    static OutlineTool freehand() {
        return new OutlineTool(Kind.FREEHAND);
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public Optional<Gesture> press(Pointer pointer, ToolContext context) {
        Optional<Path> ofSelected = ofSelected(pointer, context);
        if (ofSelected.isPresent()) {
            Pointer plain = new Pointer(pointer.at(), Set.of(), pointer.clicks());
            return ofSelected.map(path -> gesture(plain, context, path));
        }
        Optional<Outcome.Refusal> refusal = Drawing.refusal(context, ShapeKind.POLYGON);
        if (refusal.isPresent()) {
            return Optional.of(new InstantGesture(new Outcome.Refused(refusal.get())));
        }
        return context.activeLabel().map(LabelClass::id)
                .map(label -> gesture(pointer, context, new NewPolygon(context, new Ink(context, ShapeKind.POLYGON, label))));
    }

    private Gesture gesture(Pointer pointer, ToolContext context, Path path) {
        return kind == Kind.FREEHAND
                ? new FreehandGesture(context, path, pointer)
                : new PathGesture(context, path, List.of(), pointer);
    }

    private static Optional<Path> ofSelected(Pointer pointer, ToolContext context) {
        boolean part = pointer.has(Pointer.Modifier.SHIFT);
        boolean hole = pointer.has(Pointer.Modifier.ALT);
        List<Annotation> movable = context.movable();
        return (part || hole) && movable.size() == 1 && movable.getFirst().shape() instanceof Polygon polygon
                ? Optional.of(new PieceOfPolygon(context, movable.getFirst(), polygon, hole ? Piece.HOLE : Piece.PART))
                : Optional.empty();
    }

    @Override
    public boolean usesHandles() {
        return false;
    }

    @Override
    public Look look(Pointer pointer, ToolContext context) {
        return Look.CROSSHAIR;
    }

    private record NewPolygon(ToolContext context, Ink ink) implements Path.Outline {
        @Override
        public LabelId label() {
            return ink.label();
        }

        @Override
        public Outcome finish(List<Point> points, Contour.Ends how) {
            return Drawing.added(context, ink.label(), Polygon.of(points));
        }
    }

    private enum Piece {
        PART, HOLE
    }

    private record PieceOfPolygon(ToolContext context, Annotation annotation, Polygon polygon, Piece piece) implements Path.Outline {
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
            Optional<Polygon> changed = switch (piece) {
                case PART -> Optional.of(ShapeAlgebra.withPart(polygon, new Ring(points)));
                case HOLE -> ShapeAlgebra.withHole(polygon, new Ring(points));
            };
            return changed.map(shape -> Grabbing.replaced(context, annotation, shape, EditName.EDIT_POINTS))
                    .orElseGet(() -> new Outcome.Refused(Outcome.Refusal.NOTHING_LEFT));
        }
    }
}
