package labelwright.canvas.tool;

import java.util.Optional;

import labelwright.geometry.Contour;
import labelwright.geometry.Point;
import labelwright.model.AnnotationId;

/// A place that a point is drawn to.
public record Snap(Point at, On on, Optional<Border> border) {

    /// What lies at the place.
    public enum On {
        VERTEX, EDGE, PICTURE_EDGE
    }

    /// A place on the outline of another shape.
    ///
    /// @param ring which of the contours of the shape
    /// @param place the number of the point before it and the part of the way to the next one, such as 2.25
    record Border(AnnotationId annotation, int ring, double place, Contour contour) {

        /// Whether both lie on one line.
        boolean isSameLine(Border other) {
            return annotation.equals(other.annotation) && ring == other.ring;
        }
    }
}
