package labelwright.canvas.tool;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import labelwright.geometry.Bounds;
import labelwright.geometry.Contour;
import labelwright.geometry.Ellipse;
import labelwright.geometry.Mask;
import labelwright.geometry.NearestMaskEdge;
import labelwright.geometry.Point;
import labelwright.model.Annotation;
import labelwright.model.AnnotationId;

/// Finds where a point should jump to: to points of other shapes first, then to their edges and the outlines of masks, then to the edge of
/// the picture.
final class Snapping {
    private Snapping() {}

    /// @param except shapes that do not count, such as the one that is being changed
    static Optional<Snap> find(ToolContext context, Point at, Set<AnnotationId> except) {
        double reach = context.handleReach();
        Search search = new Search(at, reach);
        for (Annotation annotation : context.near(new Bounds(at.x(), at.y(), 0, 0).grow(reach))) {
            if (except.contains(annotation.id())) {
                continue;
            }
            if (annotation.shape() instanceof Mask mask) {
                search.along(mask);
            } else {
                search.along(annotation);
            }
        }
        return search.vertex != null
                ? Optional.of(search.vertex)
                : search.edge != null ? Optional.of(search.edge) : pictureEdge(context.picture(), at, reach);
    }

    private static Optional<Snap> pictureEdge(Bounds picture, Point at, double reach) {
        double x = near(at.x(), picture.x(), picture.maxX(), reach);
        double y = near(at.y(), picture.y(), picture.maxY(), reach);
        boolean moved = x != at.x() || y != at.y();
        return moved ? Optional.of(new Snap(new Point(x, y), Snap.On.PICTURE_EDGE, Optional.empty())) : Optional.empty();
    }

    private static double near(double value, double least, double most, double reach) {
        double edge = value - least < most - value ? least : most;
        return Math.abs(value - edge) <= reach ? edge : value;
    }

    /// The way along one outline from place to place, without the first point and with the last one. Of the two ways around a closed line
    /// the shorter one, or the other one.
    static List<Point> between(Snap.Border from, Point start, Snap.Border to, Point end, Way way) {
        List<Point> line = from.contour().points();
        boolean closed = from.contour().ends() == Contour.Ends.CLOSED;
        List<Point> forward = forward(line, from.place(), to.place(), closed);
        List<Point> backward = new ArrayList<>(forward(line, to.place(), from.place(), closed).reversed());
        if (!closed) {
            List<Point> only = new ArrayList<>(from.place() <= to.place() ? forward : backward);
            only.add(end);
            return only;
        }
        forward.add(end);
        backward.add(end);
        boolean forwardIsShorter = length(start, forward) <= length(start, backward);
        return forwardIsShorter == (way == Way.SHORT) ? forward : backward;
    }

    /// Around which side of a closed line.
    enum Way {
        SHORT, LONG
    }

    /// The points strictly between two places, in the direction of the line.
    private static List<Point> forward(List<Point> line, double from, double to, boolean closed) {
        List<Point> between = new ArrayList<>();
        double end = to < from && closed ? to + line.size() : to;
        for (int i = (int) Math.floor(from) + 1; i < end; i++) {
            between.add(line.get(i % line.size()));
        }
        return between;
    }

    private static double length(Point start, List<Point> line) {
        double sum = 0;
        Point previous = start;
        for (Point point : line) {
            sum += previous.distance(point);
            previous = point;
        }
        return sum;
    }

    /// The nearest point and the nearest place on an edge so far.
    private static final class Search {
        private final Point at;
        private final double reach;
        private double vertexDistance;
        private double edgeDistance;
        private @Nullable Snap vertex;
        private @Nullable Snap edge;

        Search(Point at, double reach) {
            this.at = at;
            this.reach = reach;
            this.vertexDistance = reach;
            this.edgeDistance = reach;
        }

        void along(Annotation annotation) {
            List<Contour> contours = Contour.of(annotation.shape());
            boolean corners = !(annotation.shape() instanceof Ellipse);
            for (int ring = 0; ring < contours.size(); ring++) {
                Contour contour = contours.get(ring);
                List<Point> points = contour.points();
                int edges = contour.ends() == Contour.Ends.CLOSED ? points.size() : points.size() - 1;
                for (int i = 0; i < points.size(); i++) {
                    if (corners) {
                        vertex(points.get(i), new Snap.Border(annotation.id(), ring, i, contour));
                    }
                    if (i < edges) {
                        edge(points.get(i), points.get((i + 1) % points.size()), new Snap.Border(annotation.id(), ring, i, contour));
                    }
                }
            }
        }

        /// A line does not follow the outline of a mask: it has a corner at every pixel.
        void along(Mask mask) {
            NearestMaskEdge.nearest(mask.spans(), at, edgeDistance).ifPresent(place -> {
                edgeDistance = place.distance(at);
                edge = new Snap(place, Snap.On.EDGE, Optional.empty());
            });
        }

        private void vertex(Point point, Snap.Border border) {
            double distance = point.distance(at);
            if (distance <= vertexDistance) {
                vertexDistance = distance;
                vertex = new Snap(point, Snap.On.VERTEX, Optional.of(border));
            }
        }

        private void edge(Point from, Point to, Snap.Border border) {
            if (Math.min(from.x(), to.x()) > at.x() + reach || Math.max(from.x(), to.x()) < at.x() - reach) {
                return;
            }
            Point nearest = at.nearestOnSegment(from, to);
            double distance = nearest.distance(at);
            if (distance <= edgeDistance) {
                edgeDistance = distance;
                double length = from.distance(to);
                double part = length == 0 ? 0 : from.distance(nearest) / length;
                edge = new Snap(nearest, Snap.On.EDGE, Optional.of(
                        new Snap.Border(border.annotation(), border.ring(), border.place() + Math.min(part, Math.nextDown(1.0)),
                                border.contour())));
            }
        }
    }
}
