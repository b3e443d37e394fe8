package labelwright.canvas.tool;

import java.util.List;

import labelwright.edit.Edit;
import labelwright.edit.EditName;
import labelwright.edit.Selection;
import labelwright.geometry.Bounds;
import labelwright.model.Annotation;

/// Some annotations on their way to another place, together and never out of the picture.
final class Moving {
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

    /// Shapes that reach over both edges stay.
    private static double within(double wanted, double least, double most) {
        return least > most ? 0 : Math.clamp(wanted, least, most);
    }
}
