package labelwright.canvas.raster;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

import labelwright.geometry.Bounds;
import labelwright.geometry.Point;
import labelwright.geometry.SpatialIndex;
import labelwright.model.Annotation;
import labelwright.model.AnnotationId;

/// The annotations that one layer shows, laid out for drawing and found by place. Mutable; belongs to one thread.
public final class ShapeLayer {
    private static final Comparator<DrawnShape> DRAWING_ORDER = Comparator.comparingInt(DrawnShape::order);

    private final List<DrawnShape> shapes = new ArrayList<>();
    private final Map<AnnotationId, DrawnShape> byId = new HashMap<>();
    private final SpatialIndex<AnnotationId> index = new SpatialIndex<>();

    /// Shows these annotations, in drawing order, and does work only for those that differ from what is shown.
    ///
    /// @return the rectangles in picture pixels whose content changed
    public List<Bounds> show(List<Annotation> next) {
        int same = Math.min(shapes.size(), next.size());
        int head = 0;
        while (head < same && shapes.get(head).annotation().equals(next.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < same - head && shapes.get(shapes.size() - 1 - tail).annotation().equals(next.get(next.size() - 1 - tail))) {
            tail++;
        }
        List<DrawnShape> leaving = shapes.subList(head, shapes.size() - tail);
        List<Bounds> changed = new ArrayList<>();
        for (DrawnShape shape : leaving) {
            changed.add(shape.bounds());
            byId.remove(shape.annotation().id());
            index.remove(shape.annotation().id());
        }
        leaving.clear();
        List<DrawnShape> coming = next.subList(head, next.size() - tail).stream().map(DrawnShape::new).toList();
        for (DrawnShape shape : coming) {
            changed.add(shape.bounds());
            byId.put(shape.annotation().id(), shape);
            index.put(shape.annotation().id(), shape.bounds());
        }
        shapes.addAll(head, coming);
        for (int i = head; i < shapes.size(); i++) {
            shapes.get(i).order(i);
        }
        return changed;
    }

    public int size() {
        return shapes.size();
    }

    public Optional<Annotation> find(AnnotationId id) {
        return Optional.ofNullable(byId.get(id)).map(DrawnShape::annotation);
    }

    /// The shapes at the point, topmost first: those that hold it and those whose outline is within `reach`.
    ///
    /// @param reach in picture pixels
    public List<Annotation> at(Point point, double reach, Predicate<Annotation> wanted) {
        return index.touching(new Bounds(point.x(), point.y(), 0, 0).grow(reach)).stream().map(byId::get)
                .filter(drawn -> wanted.test(drawn.annotation()) && isHit(drawn, point, reach)).sorted(DRAWING_ORDER.reversed())
                .map(DrawnShape::annotation).toList();
    }

    /// The shapes that lie wholly inside the area, in drawing order.
    public List<Annotation> inside(Bounds area, Predicate<Annotation> wanted) {
        return index.touching(area).stream().map(byId::get)
                .filter(drawn -> wanted.test(drawn.annotation()) && area.contains(drawn.bounds()))
                .sorted(DRAWING_ORDER).map(DrawnShape::annotation).toList();
    }

    private static boolean isHit(DrawnShape drawn, Point point, double reach) {
        return drawn.annotation().shape().contains(point) || drawn.annotation().shape().distanceToOutline(point) <= reach;
    }

    List<DrawnShape> shapes() {
        return shapes;
    }
}
