package labelwright.canvas.tool;

import java.util.List;
import java.util.Set;

import labelwright.geometry.Bounds;
import labelwright.geometry.Point;
import labelwright.model.Annotation;
import labelwright.model.AnnotationId;
import labelwright.model.LabelId;

/// What a gesture wants to be seen on top of the picture, in picture pixels. It is not data: nothing of it is kept.
public sealed interface Preview {

    Preview NOTHING = new Nothing();

    record Nothing() implements Preview {}

    /// Annotations as they would become; those they stand for are not drawn meanwhile.
    record Changed(List<Annotation> annotations) implements Preview {
        public Changed {
            annotations = List.copyOf(annotations);
        }

        public Set<AnnotationId> ids() {
            return Set.copyOf(annotations.stream().map(Annotation::id).toList());
        }
    }

    /// A new box being drawn.
    record NewBox(LabelId label, Bounds bounds) implements Preview {}

    /// A new outline being drawn, not closed yet.
    ///
    /// @param next where the next point would be
    record NewOutline(LabelId label, List<Point> points, Point next, Closing closing) implements Preview {
        public NewOutline {
            points = List.copyOf(points);
        }
    }

    /// Whether a press now would close the outline.
    enum Closing {
        OPEN, CLOSES
    }

    /// A rectangle that selects what lies in it.
    record RubberBand(Bounds bounds) implements Preview {}
}
