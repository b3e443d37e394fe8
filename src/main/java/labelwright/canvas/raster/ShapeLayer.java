package labelwright.canvas.raster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

import labelwright.geometry.Bounds;
import labelwright.geometry.Mask;
import labelwright.geometry.Point;
import labelwright.model.Annotation;
import labelwright.model.AnnotationId;
import labelwright.model.AnnotationList;

/// The annotations that one layer shows, found by place. Mutable; belongs to one thread.
public final class ShapeLayer {
    /// Around a point, where a mask is looked for.
    private static final int DIRECTIONS = 8;

    private final List<DrawnShape> shapes = new ArrayList<>();
    private final Map<AnnotationId, DrawnShape> byId = new HashMap<>();
    private final ShapeGrid grid = new ShapeGrid();
    private final GroupIndex groups = new GroupIndex();
    private AnnotationList held = AnnotationList.of(List.of());
    private long[] marks = new long[0];

    /// Shows these annotations, in drawing order, and does work only for those that differ from what is shown.
    ///
    /// @return the rectangles in picture pixels whose content changed
    public List<Bounds> show(List<Annotation> next) {
        int head = AnnotationList.commonHead(held, next);
        int tail = AnnotationList.commonTail(held, next, head);
        held = AnnotationList.of(next);
        List<DrawnShape> leaving = shapes.subList(head, shapes.size() - tail);
        List<DrawnShape> coming = next.subList(head, next.size() - tail).stream().map(DrawnShape::new).toList();
        boolean most = leaving.size() + coming.size() > shapes.size() / 2;
        List<Bounds> changed = new ArrayList<>(leaving.size() + coming.size());
        for (DrawnShape shape : leaving) {
            changed.add(shape.bounds());
            byId.remove(shape.annotation().id());
            groups.remove(shape.annotation());
            if (!most) {
                grid.remove(shape);
            }
        }
        int moved = coming.size() == leaving.size() ? head + coming.size() : next.size();
        leaving.clear();
        for (DrawnShape shape : coming) {
            changed.add(shape.bounds());
            byId.put(shape.annotation().id(), shape);
            groups.put(shape.annotation());
            if (!most) {
                grid.put(shape);
            }
        }
        shapes.addAll(head, coming);
        for (int i = head; i < moved; i++) {
            shapes.get(i).order(i);
        }
        if (most || grid.isCrowded()) {
            grid.build(shapes);
        }
        int words = (shapes.size() + Long.SIZE - 1) / Long.SIZE;
        marks = words == marks.length ? marks : new long[words];
        return changed;
    }

    public int size() {
        return shapes.size();
    }

    public Optional<Annotation> find(AnnotationId id) {
        return Optional.ofNullable(byId.get(id)).map(DrawnShape::annotation);
    }

    /// The annotations that belong to the group with this number.
    public Collection<Annotation> inGroup(int number) {
        return groups.members(number);
    }

    /// Those of the annotations that are here, in drawing order.
    public List<Annotation> inOrder(Collection<AnnotationId> ids, Predicate<Annotation> wanted) {
        return ids.stream().map(byId::get).filter(drawn -> drawn != null && wanted.test(drawn.annotation()))
                .sorted(Comparator.comparingInt(DrawnShape::order)).map(DrawnShape::annotation).toList();
    }

    /// The shapes at the point, topmost first: those that hold it and those whose outline is within `reach`.
    ///
    /// @param reach in picture pixels
    public List<Annotation> at(Point point, double reach, Predicate<Annotation> wanted) {
        List<Annotation> found = new ArrayList<>();
        forEach(new Bounds(point.x(), point.y(), 0, 0).grow(reach), drawn -> {
            if (wanted.test(drawn.annotation()) && isHit(drawn, point, reach)) {
                found.add(drawn.annotation());
            }
        });
        return found.reversed();
    }

    /// The shapes whose bounds touch the area, in drawing order.
    public List<Annotation> touching(Bounds area, Predicate<Annotation> wanted) {
        List<Annotation> found = new ArrayList<>();
        forEach(area, drawn -> {
            if (wanted.test(drawn.annotation())) {
                found.add(drawn.annotation());
            }
        });
        return found;
    }

    /// The shapes that lie wholly inside the area, in drawing order.
    public List<Annotation> inside(Bounds area, Predicate<Annotation> wanted) {
        List<Annotation> found = new ArrayList<>();
        forEach(area, drawn -> {
            if (wanted.test(drawn.annotation()) && area.contains(drawn.bounds())) {
                found.add(drawn.annotation());
            }
        });
        return found;
    }

    /// The exact distance to a mask is dear; whether it is within reach in some direction is not.
    private static boolean isHit(DrawnShape drawn, Point point, double reach) {
        if (drawn.annotation().shape().contains(point)) {
            return true;
        }
        if (!(drawn.annotation().shape() instanceof Mask mask)) {
            return drawn.annotation().shape().distanceToOutline(point) <= reach;
        }
        for (int i = 0; i < DIRECTIONS; i++) {
            double angle = 2 * Math.PI * i / DIRECTIONS;
            if (mask.contains(point.plus(reach * Math.cos(angle), reach * Math.sin(angle)))) {
                return true;
            }
        }
        return false;
    }

    /// Hands over the shapes whose bounds touch the area, in drawing order.
    void forEach(Bounds area, Consumer<DrawnShape> visitor) {
        Arrays.fill(marks, 0);
        grid.mark(area, marks);
        for (int word = 0; word < marks.length; word++) {
            for (long left = marks[word]; left != 0; left &= left - 1) {
                DrawnShape shape = shapes.get(word * Long.SIZE + Long.numberOfTrailingZeros(left));
                if (shape.bounds().intersects(area)) {
                    visitor.accept(shape);
                }
            }
        }
    }

    /// How many shapes touch the area, more or less.
    int count(Bounds area) {
        return grid.count(area);
    }
}
