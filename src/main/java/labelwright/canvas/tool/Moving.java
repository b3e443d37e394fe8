package labelwright.canvas.tool;

import java.util.List;
import java.util.Set;

import labelwright.edit.Edit;
import labelwright.edit.EditName;
import labelwright.edit.EditRequest;
import labelwright.edit.Selection;
import labelwright.geometry.Bounds;
import labelwright.geometry.Contour;
import labelwright.geometry.Point;
import labelwright.geometry.ShapeKind;
import labelwright.model.Annotation;
import labelwright.model.AnnotationId;

/// Some annotations on their way to another place, together and never out of the picture.
final class Moving {
    private static final int MOST_CORNERS = 64;

    private final ToolContext context;
    private final List<Annotation> annotations;
    private final Bounds around;
    private double dx;
    private double dy;

    /// @param annotations at least one
    Moving(ToolContext context, List<Annotation> annotations) {
        this.context = context;
        this.annotations = List.copyOf(annotations);
        this.around = annotations.stream().map(annotation -> annotation.shape().bounds()).reduce(Bounds::union).orElseThrow();
    }

    /// Sets how far they are from where they were, as far as the picture allows.
    void to(double wantedX, double wantedY) {
        Bounds area = context.picture();
        dx = within(wantedX, area.x() - around.x(), area.maxX() - around.maxX());
        dy = within(wantedY, area.y() - around.y(), area.maxY() - around.maxY());
    }

    Set<AnnotationId> ids() {
        return Set.copyOf(annotations.stream().map(Annotation::id).toList());
    }

    /// The points by which they can snap to other shapes; none when there are very many.
    List<Point> corners() {
        List<Point> corners = annotations.stream().filter(annotation -> annotation.shape().kind() != ShapeKind.MASK)
                .flatMap(annotation -> Contour.of(annotation.shape()).stream()).flatMap(contour -> contour.points().stream())
                .limit(MOST_CORNERS + 1L).toList();
        return corners.size() > MOST_CORNERS ? List.of() : corners;
    }

    double dx() {
        return dx;
    }

    double dy() {
        return dy;
    }

    Preview preview() {
        return new Preview.Changed(moved());
    }

    /// The move as one edit, or no trace when they are where they were.
    Outcome finish(Selection after) {
        if (dx == 0 && dy == 0) {
            return Outcome.CANCELLED;
        }
        return new Outcome.Edited(new EditRequest(EditName.MOVE, new Edit.Replace(moved()), after));
    }

    private List<Annotation> moved() {
        return dx == 0 && dy == 0
                ? annotations
                : annotations.stream().map(annotation -> annotation.withShape(annotation.shape().translate(dx, dy))).toList();
    }

    /// Shapes that reach over both edges stay; one that reaches over one edge is not pushed back.
    private static double within(double wanted, double least, double most) {
        return least > most ? 0 : Math.clamp(wanted, Math.min(least, 0), Math.max(most, 0));
    }
}
