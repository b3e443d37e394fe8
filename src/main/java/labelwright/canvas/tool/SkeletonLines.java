package labelwright.canvas.tool;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

import labelwright.edit.EditName;
import labelwright.geometry.Handle;
import labelwright.geometry.Keypoint;
import labelwright.geometry.Keypoints;
import labelwright.geometry.Point;
import labelwright.model.Annotation;
import labelwright.model.SkeletonTemplate;

/// The lines of skeletons, which the template has and the shape does not, and the visibility of their points.
public final class SkeletonLines {
    private SkeletonLines() {}

    /// Distance in pixels to the nearest line whose points are both there; infinite when there is none.
    public static double distance(SkeletonTemplate template, Keypoints skeleton, Point at) {
        double best = Double.POSITIVE_INFINITY;
        if (template.size() != skeleton.points().size()) {
            return best;
        }
        for (SkeletonTemplate.Edge edge : template.edges()) {
            Keypoint from = skeleton.points().get(edge.from());
            Keypoint to = skeleton.points().get(edge.to());
            if (from.isThere() && to.isThere()) {
                best = Math.min(best, at.distanceToSegment(from.at(), to.at()));
            }
        }
        return best;
    }

    /// With the points of each mirror pair exchanged.
    public static Keypoints flipped(SkeletonTemplate template, Keypoints skeleton) {
        List<Keypoint> points = skeleton.points();
        return template.size() == points.size()
                ? new Keypoints(IntStream.range(0, points.size()).mapToObj(i -> points.get(template.mirrorOf(i))).toList())
                : skeleton;
    }

    /// The selected skeleton's point under the pointer with another visibility.
    static Optional<Outcome> changed(Pointer pointer, ToolContext context, UnaryOperator<Keypoint> change) {
        Optional<Grabbing.Grab> grab = Grabbing.handle(pointer, context);
        if (grab.isEmpty() || !(grab.get().annotation().shape() instanceof Keypoints skeleton)
                || !(grab.get().handle() instanceof Handle.Vertex vertex)) {
            return Optional.empty();
        }
        Annotation annotation = grab.get().annotation();
        Keypoints shape = with(skeleton, vertex.index(), change.apply(skeleton.points().get(vertex.index())));
        return Optional.of(Grabbing.replaced(context, annotation, shape, EditName.EDIT_POINTS));
    }

    /// Visible, occluded, absent, and around; of the last point that is there only the first two.
    static Keypoint next(Keypoint point) {
        return switch (point.visibility()) {
            case VISIBLE -> point.with(Keypoint.Visibility.OCCLUDED);
            case OCCLUDED -> Keypoint.ABSENT;
            case ABSENT -> point;
        };
    }

    static Keypoint toggled(Keypoint point) {
        return point
                .with(point.visibility() == Keypoint.Visibility.OCCLUDED ? Keypoint.Visibility.VISIBLE : Keypoint.Visibility.OCCLUDED);
    }

    private static Keypoints with(Keypoints skeleton, int index, Keypoint point) {
        boolean last = skeleton.placed().size() == 1 && !point.isThere();
        return last
                ? skeleton.withPoint(index, skeleton.points().get(index).with(Keypoint.Visibility.VISIBLE))
                : skeleton.withPoint(index, point);
    }
}
