package labelwright.canvas.tool;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import labelwright.geometry.Keypoint;
import labelwright.geometry.Keypoints;
import labelwright.geometry.ShapeKind;
import labelwright.model.Annotation;
import labelwright.model.SkeletonTemplate;

/// Draws skeletons: click after click in the order of the label's template, or the whole template into a box that is dragged. Begun with
/// Alt while a skeleton with absent points is selected, the absent ones are placed.
final class SkeletonTool extends DrawingTool {
    SkeletonTool() {
        super(Kind.SKELETON, ShapeKind.KEYPOINTS);
    }

    @Override
    Gesture begin(Pointer pointer, ToolContext context, Ink ink) {
        Optional<SkeletonGesture.Task> rest = pointer.has(Pointer.Modifier.ALT) ? rest(context) : Optional.empty();
        return rest.or(() -> context.skeleton(ink.label()).map(template -> fresh(template, ink)))
                .<Gesture>map(task -> new SkeletonGesture(context, task, pointer))
                .orElseGet(() -> new InstantGesture(new Outcome.Refused(Outcome.Refusal.NO_SKELETON)));
    }

    private static SkeletonGesture.Task fresh(SkeletonTemplate template, Ink ink) {
        return new SkeletonGesture.Task(template, ink, Optional.empty(), Collections.nCopies(template.size(), Keypoint.ABSENT),
                IntStream.range(0, template.size()).boxed().toList());
    }

    private static Optional<SkeletonGesture.Task> rest(ToolContext context) {
        List<Annotation> movable = context.movable();
        if (movable.size() != 1 || !(movable.getFirst().shape() instanceof Keypoints skeleton)) {
            return Optional.empty();
        }
        Annotation annotation = movable.getFirst();
        List<Integer> absent = IntStream.range(0, skeleton.points().size()).filter(i -> !skeleton.points().get(i).isThere()).boxed()
                .toList();
        Ink ink = new Ink(context, ShapeKind.KEYPOINTS, annotation.label());
        return context.skeleton(annotation.label())
                .filter(template -> template.size() == skeleton.points().size() && !absent.isEmpty())
                .map(template -> new SkeletonGesture.Task(template, ink, Optional.of(annotation), skeleton.points(), absent));
    }
}
