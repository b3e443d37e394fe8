package labelwright.geometry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Which handles a shape has, and what dragging one makes of the shape. Pure: a new shape comes back, nothing is remembered.
public final class Handles {

    /// How a drag is held back.
    public enum Constraint {
        /// The handle goes where the pointer is.
        FREE,
        /// A corner of a box keeps the proportions that the box has; a turn goes by steps of 15 degrees.
        KEEP_RATIO
    }

    /// How far above the shape its turn handle is, in screen pixels.
    private static final double TURNER = 24;
    private static final double TURN_STEP = 15;

    private Handles() {}

    /// The handles in the order in which they should be tried: the points before the edges between them.
    public static List<Handle> of(Shape shape) {
        return switch (shape) {
            case Box box -> ofBox(box);
            case RotatedBox box -> turned(ofBox(box.upright()), box.turn());
            case Ellipse ellipse -> turned(ofBox(ellipse.box().upright()), ellipse.turn());
            case Polygon polygon -> ofPolygon(polygon);
            case Polyline line -> ofLine(line.points());
            case Points points -> vertices(points.points());
            case Keypoints keypoints -> ofKeypoints(keypoints);
            case Mask _, TextSpan _ -> List.of();
        };
    }

    /// The handle that turns the shape: beyond the middle of its top side, or beyond the bottom one when the top one is outside the picture.
    /// Only rotated boxes and ellipses have one.
    ///
    /// @param pixel size of a screen pixel in picture pixels
    public static Optional<Handle.Turner> turner(Shape shape, double pixel, Bounds picture) {
        return switch (shape) {
            case RotatedBox box -> Optional.of(turner(box, TURNER * pixel, picture));
            case Ellipse ellipse -> Optional.of(turner(ellipse.box(), TURNER * pixel, picture));
            case Box _, Polygon _, Polyline _, Points _, Keypoints _, Mask _, TextSpan _ -> Optional.empty();
        };
    }

    private static Handle.Turner turner(RotatedBox box, double gap, Bounds picture) {
        Point top = box.turn().apply(box.centre().plus(0, -box.height() / 2 - gap));
        Point bottom = box.turn().apply(box.centre().plus(0, box.height() / 2 + gap));
        return new Handle.Turner(!picture.contains(top) && picture.contains(bottom) ? bottom : top);
    }

    /// The handle nearest to the point, if one lies within `reach` picture pixels. Of equally near ones the first wins.
    public static Optional<Handle> near(Shape shape, Point point, double reach) {
        Handle best = null;
        double bestDistance = reach;
        for (Handle handle : of(shape)) {
            double distance = handle.at().distance(point);
            boolean nearer = best == null ? distance <= bestDistance : distance < bestDistance;
            if (nearer) {
                best = handle;
                bestDistance = distance;
            }
        }
        return Optional.ofNullable(best);
    }

    /// The shape after the handle was dragged to the point. A box dragged over its opposite side turns inside out and stays a box.
    ///
    /// @throws IllegalArgumentException when the shape has no such handle
    public static Shape move(Shape shape, Handle handle, Point to, Constraint constraint) {
        return switch (shape) {
            case Box box when handle instanceof Handle.Grip grip -> moveGrip(box, grip.side(), to, constraint);
            case RotatedBox box when handle instanceof Handle.Turner turner -> box.withAngle(turned(box, turner, to, constraint));
            case Ellipse ellipse when handle instanceof Handle.Turner turner ->
                ellipse.withAngle(turned(ellipse.box(), turner, to, constraint));
            case Polygon polygon when handle instanceof Handle.Vertex vertex ->
                polygon.withRing(vertex.ring(), polygon.rings().get(vertex.ring()).withPoint(vertex.index(), to));
            case Polygon polygon when handle instanceof Handle.Edge edge ->
                polygon.withRing(edge.ring(), polygon.rings().get(edge.ring()).insertPoint(edge.index() + 1, to));
            case RotatedBox box when handle instanceof Handle.Grip grip -> moveGrip(box, grip.side(), to, constraint);
            case Ellipse ellipse when handle instanceof Handle.Grip grip -> {
                RotatedBox box = moveGrip(ellipse.box(), grip.side(), to, constraint);
                yield new Ellipse(box.centreX(), box.centreY(), box.width() / 2, box.height() / 2, box.angle());
            }
            case Polyline line when handle instanceof Handle.Vertex vertex -> line.withPoint(vertex.index(), to);
            case Polyline line when handle instanceof Handle.Edge edge -> line.insertPoint(edge.index() + 1, to);
            case Points points when handle instanceof Handle.Vertex vertex -> points.withPoint(vertex.index(), to);
            case Keypoints keypoints when handle instanceof Handle.Vertex vertex ->
                keypoints.withPoint(vertex.index(), keypoints.points().get(vertex.index()).moveTo(to));
            case Box _, RotatedBox _, Ellipse _, Polygon _, Polyline _, Points _, Keypoints _, Mask _, TextSpan _ ->
                throw new IllegalArgumentException("A " + shape.kind() + " has no handle " + handle);
        };
    }

    /// The shape without the point; empty when too few would be left, or its points cannot be taken out. A point of a skeleton becomes
    /// absent.
    public static Optional<Shape> remove(Shape shape, Handle.Vertex vertex) {
        return switch (shape) {
            case Polygon polygon -> {
                Ring ring = polygon.rings().get(vertex.ring());
                yield ring.points().size() <= 3
                        ? Optional.empty()
                        : Optional.of(polygon.withRing(vertex.ring(), ring.removePoint(vertex.index())));
            }
            case Polyline line -> line.points().size() <= 2 ? Optional.empty() : Optional.of(line.removePoint(vertex.index()));
            case Points points -> points.points().size() <= 1 ? Optional.empty() : Optional.of(points.removePoint(vertex.index()));
            case Keypoints keypoints -> keypoints.placed().size() <= 1
                    ? Optional.empty()
                    : Optional.of(keypoints.withPoint(vertex.index(), Keypoint.ABSENT));
            case Box _, RotatedBox _, Ellipse _, Mask _, TextSpan _ -> Optional.empty();
        };
    }

    /// The edge of a polygon or line nearest to the point, if one lies within `reach`; the handle is at the place on the edge nearest to
    /// the point. Other shapes have no edges that take points.
    public static Optional<Handle.Edge> edgeNear(Shape shape, Point point, double reach) {
        List<List<Point>> lines = switch (shape) {
            case Polygon polygon -> polygon.rings().stream().map(Ring::points).toList();
            case Polyline line -> List.of(line.points());
            case Box _, RotatedBox _, Ellipse _, Points _, Keypoints _, Mask _, TextSpan _ -> List.of();
        };
        int open = shape instanceof Polyline ? 1 : 0;
        Handle.Edge best = null;
        double bestDistance = reach;
        for (int r = 0; r < lines.size(); r++) {
            List<Point> points = lines.get(r);
            for (int i = 0; i < points.size() - open; i++) {
                Point nearest = point.nearestOnSegment(points.get(i), points.get((i + 1) % points.size()));
                double distance = nearest.distance(point);
                if (distance <= bestDistance) {
                    best = new Handle.Edge(r, i, nearest);
                    bestDistance = distance;
                }
            }
        }
        return Optional.ofNullable(best);
    }

    private static double turned(RotatedBox box, Handle.Turner turner, Point to, Constraint constraint) {
        double before = Direction.degrees(box.centre(), turner.at());
        double after = Direction.degrees(box.centre(), to);
        double angle = box.angle() + after - before;
        return constraint == Constraint.KEEP_RATIO ? Direction.stepped(angle, TURN_STEP) : angle;
    }

    private static List<Handle> ofBox(Box box) {
        List<Handle> handles = new ArrayList<>();
        for (Handle.BoxGrip grip : Handle.BoxGrip.values()) {
            handles.add(new Handle.Grip(grip, gripAt(box, grip)));
        }
        handles.sort((a, b) -> Boolean.compare(isCorner(b), isCorner(a)));
        return handles;
    }

    private static boolean isCorner(Handle handle) {
        return handle instanceof Handle.Grip grip && grip.side().isCorner();
    }

    private static Point gripAt(Box box, Handle.BoxGrip grip) {
        Point centre = box.bounds().centre();
        return centre.plus(grip.horizontal() * box.width() / 2, grip.vertical() * box.height() / 2);
    }

    private static List<Handle> ofPolygon(Polygon polygon) {
        List<Handle> vertices = new ArrayList<>();
        List<Handle> edges = new ArrayList<>();
        List<Ring> rings = polygon.rings();
        for (int r = 0; r < rings.size(); r++) {
            List<Point> points = rings.get(r).points();
            for (int i = 0; i < points.size(); i++) {
                Point here = points.get(i);
                Point next = points.get((i + 1) % points.size());
                vertices.add(new Handle.Vertex(r, i, here));
                edges.add(new Handle.Edge(r, i, new Point((here.x() + next.x()) / 2, (here.y() + next.y()) / 2)));
            }
        }
        vertices.addAll(edges);
        return vertices;
    }

    private static List<Handle> turned(List<Handle> handles, Turn turn) {
        List<Handle> turned = new ArrayList<>();
        for (Handle handle : handles) {
            if (handle instanceof Handle.Grip(Handle.BoxGrip side, Point at)) {
                turned.add(new Handle.Grip(side, turn.apply(at)));
            }
        }
        return turned;
    }

    private static List<Handle> vertices(List<Point> points) {
        List<Handle> handles = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            handles.add(new Handle.Vertex(0, i, points.get(i)));
        }
        return handles;
    }

    private static List<Handle> ofLine(List<Point> points) {
        List<Handle> handles = vertices(points);
        for (int i = 0; i + 1 < points.size(); i++) {
            Point here = points.get(i);
            Point next = points.get(i + 1);
            handles.add(new Handle.Edge(0, i, new Point((here.x() + next.x()) / 2, (here.y() + next.y()) / 2)));
        }
        return handles;
    }

    private static List<Handle> ofKeypoints(Keypoints keypoints) {
        List<Handle> handles = new ArrayList<>();
        for (int i = 0; i < keypoints.points().size(); i++) {
            Keypoint point = keypoints.points().get(i);
            if (point.isThere()) {
                handles.add(new Handle.Vertex(0, i, point.at()));
            }
        }
        return handles;
    }

    /// In the box's own directions; the opposite corner or side stays where it is.
    private static RotatedBox moveGrip(RotatedBox box, Handle.BoxGrip grip, Point to, Constraint constraint) {
        Box upright = moveGrip(box.upright(), grip, box.turn().undo(to), constraint);
        Point centre = box.turn().apply(upright.bounds().centre());
        return new RotatedBox(centre.x(), centre.y(), upright.width(), upright.height(), box.angle());
    }

    private static Box moveGrip(Box box, Handle.BoxGrip grip, Point to, Constraint constraint) {
        double fixedX = grip.horizontal() < 0 ? box.maxX() : box.x();
        double fixedY = grip.vertical() < 0 ? box.maxY() : box.y();
        double otherX = grip.horizontal() == 0 ? box.maxX() : to.x();
        double otherY = grip.vertical() == 0 ? box.maxY() : to.y();
        if (constraint == Constraint.KEEP_RATIO && grip.isCorner() && box.width() > 0 && box.height() > 0) {
            double growth = Math.min(Math.abs(otherX - fixedX) / box.width(), Math.abs(otherY - fixedY) / box.height());
            otherX = fixedX + Math.copySign(growth * box.width(), otherX - fixedX);
            otherY = fixedY + Math.copySign(growth * box.height(), otherY - fixedY);
        }
        return Box.between(new Point(fixedX, fixedY), new Point(otherX, otherY));
    }
}
