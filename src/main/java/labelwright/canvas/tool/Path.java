package labelwright.canvas.tool;

import java.util.List;
import java.util.Set;

import labelwright.geometry.Contour;
import labelwright.geometry.Point;
import labelwright.model.AnnotationId;
import labelwright.model.LabelId;

/// What a line that is drawn point by point, or in one stroke, is for.
interface Path {

    /// The colour it is drawn in.
    LabelId label();

    /// With fewer points nothing comes of it.
    int fewest();

    /// How it ends when the person says that it is done: closed for outlines, open for lines.
    Contour.Ends ends();

    /// Whether a press on the first point closes it.
    boolean canClose();

    /// Shapes to which it does not snap.
    default Set<AnnotationId> except() {
        return Set.of();
    }

    /// @param points at least [#fewest()], no two neighbours the same
    Outcome finish(List<Point> points, Contour.Ends how);

    /// The outline of an area.
    interface Outline extends Path {
        @Override
        default int fewest() {
            return 3;
        }

        @Override
        default Contour.Ends ends() {
            return Contour.Ends.CLOSED;
        }

        @Override
        default boolean canClose() {
            return true;
        }
    }

    /// An open line.
    interface Line extends Path {
        @Override
        default int fewest() {
            return 2;
        }

        @Override
        default Contour.Ends ends() {
            return Contour.Ends.OPEN;
        }

        @Override
        default boolean canClose() {
            return false;
        }
    }
}
