package labelwright.canvas.tool;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

import labelwright.canvas.pixel.PatchSource;
import labelwright.edit.Selection;
import labelwright.geometry.Bounds;
import labelwright.geometry.Point;
import labelwright.model.Annotation;
import labelwright.model.AnnotationId;
import labelwright.model.AnnotationSet;
import labelwright.model.Flag;
import labelwright.model.LabelClass;
import labelwright.model.LabelId;
import labelwright.model.SkeletonTemplate;

/// What tools see of the canvas. Everything is in picture pixels.
public interface ToolContext {

    /// `0, 0, width, height` of the picture.
    Bounds picture();

    /// The size of one screen pixel.
    double pixel();

    AnnotationSet set();

    Selection selection();

    /// The label that new shapes get.
    Optional<LabelClass> activeLabel();

    AnnotationId newId();

    /// The annotations at the point, topmost first, without those that are hidden or locked.
    List<Annotation> at(Point point, double reach);

    /// The annotations that are not hidden and whose bounds touch the area.
    List<Annotation> near(Bounds area);

    /// Whether drawn points snap to other shapes.
    boolean snapping();

    /// How skeletons of the label are made; empty when the label has no template.
    Optional<SkeletonTemplate> skeleton(LabelId label);

    /// The annotations that lie wholly inside, without those that are hidden or locked.
    List<Annotation> inside(Bounds area);

    /// The suggestions at the point, the smallest first.
    List<Annotation> suggestionsAt(Point point, double reach);

    /// Whether the annotation can be changed: it is not locked and not hidden.
    boolean canChange(Annotation annotation);

    /// The selected annotations that can be changed, in drawing order.
    default List<Annotation> changeable() {
        return selection().of(set()).stream().filter(this::canChange).toList();
    }

    /// Whether its place and form can be changed: it can be changed and is not pinned.
    default boolean canMove(Annotation annotation) {
        return canChange(annotation) && !annotation.has(Flag.PINNED);
    }

    /// The selected annotations whose place and form can be changed, in drawing order.
    default List<Annotation> movable() {
        return selection().of(set()).stream().filter(this::canMove).toList();
    }

    /// The colours of the picture; empty when they cannot be had.
    Optional<PatchSource> pixels();

    /// The part of the picture that is in view.
    Bounds visible();

    /// How the pixel tools work.
    PixelOptions pixelOptions();

    /// Does the work in the background and then `done` on this thread; after that the gesture that is going on is asked whether it is
    /// [settled][Gesture#settled].
    <T> void background(Supplier<T> work, Consumer<T> done);

    /// The nearest point of the picture.
    default Point clamp(Point point) {
        Bounds area = picture();
        return new Point(Math.clamp(point.x(), area.x(), area.maxX()), Math.clamp(point.y(), area.y(), area.maxY()));
    }

    /// How near the pointer has to be to an outline to mean it.
    default double outlineReach() {
        return 4 * pixel();
    }

    /// How near the pointer has to be to a handle to mean it.
    default double handleReach() {
        return 8 * pixel();
    }
}
