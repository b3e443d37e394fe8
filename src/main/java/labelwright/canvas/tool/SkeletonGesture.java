package labelwright.canvas.tool;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import labelwright.edit.EditName;
import labelwright.geometry.Bounds;
import labelwright.geometry.Keypoint;
import labelwright.geometry.Keypoints;
import labelwright.geometry.Point;
import labelwright.model.Annotation;
import labelwright.model.SkeletonTemplate;

/// The points of a skeleton one by one. A click places the next one, a click with Shift or the key O places it as hidden by something, S
/// or Space leaves it out, Backspace takes the last one back, Enter leaves out the rest. A drag instead of the first click fits the whole
/// template into a box.
final class SkeletonGesture implements Gesture {
    private static final double CLICK = 3;
    private static final double SMALLEST = 1;

    private final ToolContext context;
    private final Task task;
    private final Pen pen;
    private final Point start;
    private final List<Keypoint> points;
    private Point at;
    private int done;
    private boolean firstPress;

    /// What is to be placed.
    ///
    /// @param of the skeleton that is being completed; empty for a new one
    /// @param points those of the skeleton so far
    /// @param order the numbers of the points to place
    record Task(SkeletonTemplate template, Ink ink, Optional<Annotation> of, List<Keypoint> points, List<Integer> order) {
        Task {
            points = List.copyOf(points);
            order = List.copyOf(order);
        }
    }

    SkeletonGesture(ToolContext context, Task task, Pointer pointer) {
        this.context = context;
        this.task = task;
        this.pen = new Pen(context);
        this.start = pen.at(pointer);
        this.at = start;
        this.points = new ArrayList<>(task.points());
        this.firstPress = task.of().isEmpty();
    }

    @Override
    public Preview preview() {
        if (isDragged()) {
            return new Preview.NewSkeleton(task.ink().label(), task.template(), task.template().fit(Bounds.between(start, at)).points());
        }
        List<Keypoint> shown = new ArrayList<>(points);
        shown.set(next(), Keypoint.visible(at));
        return new Preview.NewSkeleton(task.ink().label(), task.template(), shown);
    }

    @Override
    public Optional<Note> note() {
        return isDragged()
                ? Optional.of(Note.size(Bounds.between(start, at)))
                : Optional
                        .of(new Note(task.template().joints().get(next()).name() + "  " + (next() + 1) + "/" + task.template().size(), at));
    }

    @Override
    public Optional<Snap> snap() {
        return pen.snap();
    }

    @Override
    public boolean wants(ToolKey key) {
        return true;
    }

    @Override
    public Outcome move(Pointer pointer) {
        at = pen.at(pointer);
        return Outcome.GOING;
    }

    @Override
    public Outcome release(Pointer pointer) {
        move(pointer);
        if (isDragged()) {
            Bounds box = Bounds.between(start, at);
            boolean slip = Math.min(box.width(), box.height()) < SMALLEST;
            return slip ? Outcome.CANCELLED : Drawing.added(context, task.ink().label(), task.template().fit(box));
        }
        firstPress = false;
        return place(pointer.has(Pointer.Modifier.SHIFT) ? Keypoint.Visibility.OCCLUDED : Keypoint.Visibility.VISIBLE);
    }

    @Override
    public Outcome key(ToolKey key) {
        return switch (key) {
            case SKIP -> advance(Keypoint.ABSENT);
            case OCCLUDED -> place(Keypoint.Visibility.OCCLUDED);
            case BACKSPACE, DELETE -> takeBack();
            case ENTER -> finish();
            case ESCAPE -> Outcome.CANCELLED;
            case LEFT, RIGHT, UP, DOWN, BIG_LEFT, BIG_RIGHT, BIG_UP, BIG_DOWN -> Outcome.GOING;
        };
    }

    @Override
    public Outcome leave() {
        return finish();
    }

    private boolean isDragged() {
        return firstPress && start.distance(at) >= CLICK * context.pixel();
    }

    private int next() {
        return task.order().get(done);
    }

    private Outcome place(Keypoint.Visibility visibility) {
        return advance(new Keypoint(at.x(), at.y(), visibility));
    }

    private Outcome advance(Keypoint point) {
        firstPress = false;
        points.set(next(), point);
        done++;
        return done == task.order().size() ? finish() : Outcome.GOING;
    }

    private Outcome takeBack() {
        if (done == 0) {
            return Outcome.CANCELLED;
        }
        done--;
        points.set(next(), Keypoint.ABSENT);
        return Outcome.GOING;
    }

    private Outcome finish() {
        if (points.equals(task.points()) || points.stream().noneMatch(Keypoint::isThere)) {
            return Outcome.CANCELLED;
        }
        Keypoints skeleton = new Keypoints(points);
        return task.of().map(annotation -> Grabbing.replaced(context, annotation, skeleton, EditName.EDIT_POINTS))
                .orElseGet(() -> Drawing.added(context, task.ink().label(), skeleton));
    }
}
