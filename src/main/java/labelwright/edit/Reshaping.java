package labelwright.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import labelwright.geometry.Bounds;
import labelwright.geometry.Contour;
import labelwright.geometry.Conversion;
import labelwright.geometry.Shape;
import labelwright.geometry.ShapeAlgebra;
import labelwright.geometry.ShapeKind;
import labelwright.geometry.Simplification;
import labelwright.model.Annotation;
import labelwright.model.AnnotationId;
import labelwright.model.AnnotationSet;
import labelwright.model.Origin;

/// Edits that make other shapes of the shapes of some annotations. Each is one edit; what needs a new annotation gets a new id.
///
/// @param picture masks have no pixels outside it
public record Reshaping(AnnotationSet set, Bounds picture, Supplier<AnnotationId> ids) {

    /// An edit and what should be selected once it is done.
    public record Result(Edit edit, Selection after) {}

    /// The first annotation gets what the operation makes of all of them. The others go, except what was only subtracted.
    ///
    /// @param annotations the first one decides label and kind
    /// @return empty when nothing would be left, or nothing changes
    public Optional<Result> combine(ShapeAlgebra.Operation operation, List<Annotation> annotations) {
        if (annotations.size() < 2) {
            return Optional.empty();
        }
        Annotation first = annotations.getFirst();
        List<Annotation> others = annotations.subList(1, annotations.size());
        Optional<Shape> shape = ShapeAlgebra.combine(operation, first.shape(), others.stream().map(Annotation::shape).toList(), picture);
        boolean keepsOthers = operation == ShapeAlgebra.Operation.SUBTRACT;
        return shape.filter(changed -> !changed.equals(first.shape())).map(changed -> {
            Edit replace = new Edit.Replace(List.of(first.withShape(changed)));
            Edit remove = new Edit.Remove(others.stream().map(Annotation::id).toList());
            return new Result(keepsOthers ? replace : new Edit.Several(List.of(replace, remove)), Selection.of(first.id()));
        });
    }

    /// Cuts each annotation along the line.
    ///
    /// @return empty when the line goes right through none of them
    public Optional<Result> cut(List<Annotation> annotations, Contour line) {
        return divide(annotations, annotation -> ShapeAlgebra.cut(annotation.shape(), line, picture));
    }

    /// Makes one annotation of each part.
    ///
    /// @return empty when all are of one piece
    public Optional<Result> split(List<Annotation> annotations) {
        return divide(annotations, annotation -> ShapeAlgebra.split(annotation.shape()));
    }

    @FunctionalInterface
    private interface Divider {
        List<Shape> pieces(Annotation annotation);
    }

    /// The first piece stays the annotation that it was.
    private Optional<Result> divide(List<Annotation> annotations, Divider divider) {
        List<Annotation> changed = new ArrayList<>();
        List<Annotation> added = new ArrayList<>();
        for (Annotation annotation : annotations) {
            List<Shape> pieces = divider.pieces(annotation);
            if (pieces.size() > 1) {
                changed.add(annotation.withShape(pieces.getFirst()));
                pieces.subList(1, pieces.size()).forEach(piece -> added
                        .add(new Annotation(ids.get(), annotation.label(), piece, new Origin.Manual(), annotation.attributes())));
            }
        }
        if (changed.isEmpty()) {
            return Optional.empty();
        }
        List<AnnotationId> after = new ArrayList<>();
        changed.forEach(annotation -> after.add(annotation.id()));
        added.forEach(annotation -> after.add(annotation.id()));
        Edit edit = new Edit.Several(List.of(new Edit.Replace(changed), Edit.add(set, added)));
        return Optional.of(new Result(edit, Selection.of(after)));
    }

    /// The annotations with fewer points; those that have no points to lose stay as they are.
    ///
    /// @param tolerance in pixels
    public static List<Annotation> simplified(List<Annotation> annotations, double tolerance) {
        return annotations.stream().map(annotation -> {
            Shape simple = Simplification.of(annotation.shape(), tolerance);
            return simple.equals(annotation.shape()) ? annotation : annotation.withShape(simple);
        }).toList();
    }

    /// Another kind for those that can have it.
    ///
    /// @return empty when none can
    public Optional<Result> convert(List<Annotation> annotations, ShapeKind kind) {
        List<Annotation> changed = new ArrayList<>();
        for (Annotation annotation : annotations) {
            Conversion.to(kind, annotation.shape(), picture).ifPresent(shape -> changed.add(annotation.withShape(shape)));
        }
        return changed.isEmpty()
                ? Optional.empty()
                : Optional.of(new Result(new Edit.Replace(changed), Selection.of(annotations.stream().map(Annotation::id).toList())));
    }
}
