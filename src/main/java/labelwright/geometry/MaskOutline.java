package labelwright.geometry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/// The edges of a mask's pixels as closed lines. Pixels that touch only at a corner are not joined, holes are joined over corners.
public final class MaskOutline {
    private MaskOutline() {}

    /// Outer lines and holes in no particular order; no point lies between two others on a straight line.
    public static List<Ring> rings(Mask mask) {
        Tracer tracer = new Tracer();
        tracer.add(mask.spans());
        return tracer.rings();
    }

    /// The same pixels as a polygon: one part for each connected piece, with its holes.
    public static Polygon polygon(Mask mask) {
        List<Ring> outers = new ArrayList<>();
        List<Ring> holes = new ArrayList<>();
        for (Ring ring : rings(mask)) {
            (signedArea(ring) > 0 ? outers : holes).add(ring);
        }
        outers.sort(Comparator.comparingDouble(Ring::area));
        List<List<Ring>> holesOf = new ArrayList<>();
        outers.forEach(_ -> holesOf.add(new ArrayList<>()));
        for (Ring hole : holes) {
            holesOf.get(ownerOf(hole, outers)).add(hole);
        }
        List<Polygon.Part> parts = new ArrayList<>();
        for (int i = outers.size() - 1; i >= 0; i--) {
            parts.add(new Polygon.Part(outers.get(i), holesOf.get(i)));
        }
        return new Polygon(parts);
    }

    /// The smallest outer line around the hole.
    private static int ownerOf(Ring hole, List<Ring> outers) {
        Point corner = hole.points().stream().min(Comparator.comparingDouble(Point::y).thenComparingDouble(Point::x)).orElseThrow();
        Point pixel = corner.plus(0.5, -0.5);
        for (int i = 0; i < outers.size(); i++) {
            if (outers.get(i).contains(pixel)) {
                return i;
            }
        }
        throw new IllegalStateException("A hole at " + corner + " lies in no part of its mask");
    }

    /// Positive for lines that go clockwise on the screen.
    private static double signedArea(Ring ring) {
        double twice = 0;
        Point previous = ring.points().getLast();
        for (Point point : ring.points()) {
            twice += previous.x() * point.y() - point.x() * previous.y();
            previous = point;
        }
        return twice / 2;
    }

    /// Collects pixel edges, each with the mask at its right hand, and joins them.
    private static final class Tracer {
        private final Map<Long, Long> edges = new HashMap<>();
        private final Map<Long, Long> second = new HashMap<>();

        void add(Spans spans) {
            int run = 0;
            int[] above = {};
            int aboveRow = Integer.MIN_VALUE;
            while (run < spans.size()) {
                int y = spans.y(run);
                int end = run;
                while (end < spans.size() && spans.y(end) == y) {
                    end++;
                }
                if (aboveRow != y - 1) {
                    horizontal(aboveRow + 1, above, new int[0]);
                    above = new int[0];
                }
                int[] row = new int[2 * (end - run)];
                for (int i = run; i < end; i++) {
                    row[2 * (i - run)] = spans.from(i);
                    row[2 * (i - run) + 1] = spans.to(i);
                    edge(spans.from(i), y + 1, spans.from(i), y);
                    edge(spans.to(i), y, spans.to(i), y + 1);
                }
                horizontal(y, above, row);
                above = row;
                aboveRow = y;
                run = end;
            }
            horizontal(aboveRow + 1, above, new int[0]);
        }

        /// Edges on the line between a row and the one below it, where exactly one of them is on.
        private void horizontal(int y, int[] upper, int[] lower) {
            int u = 0;
            int l = 0;
            int last = 0;
            while (u < upper.length || l < lower.length) {
                int next = Math.min(u < upper.length ? upper[u] : Integer.MAX_VALUE, l < lower.length ? lower[l] : Integer.MAX_VALUE);
                boolean inUpper = u % 2 == 1;
                boolean inLower = l % 2 == 1;
                if (inLower && !inUpper) {
                    edge(last, y, next, y);
                } else if (inUpper && !inLower) {
                    edge(next, y, last, y);
                }
                if (u < upper.length && upper[u] == next) {
                    u++;
                }
                if (l < lower.length && lower[l] == next) {
                    l++;
                }
                last = next;
            }
        }

        private void edge(int fromX, int fromY, int toX, int toY) {
            Long from = key(fromX, fromY);
            if (edges.putIfAbsent(from, key(toX, toY)) != null) {
                second.put(from, key(toX, toY));
            }
        }

        List<Ring> rings() {
            List<Ring> rings = new ArrayList<>();
            for (Long start : List.copyOf(edges.keySet())) {
                while (edges.containsKey(start)) {
                    rings.add(ring(start));
                }
            }
            return rings;
        }

        private Ring ring(Long start) {
            List<Point> points = new ArrayList<>();
            Long here = start;
            Long before = null;
            do {
                Long next = take(here, before);
                points.add(point(here));
                before = here;
                here = next;
            } while (!here.equals(start) || turnsElsewhere(here, before, points));
            return new Ring(withoutStraight(points));
        }

        /// Where two lines meet at one corner, the one that began here goes on only if its first edge is not the one to take now.
        private boolean turnsElsewhere(Long here, Long before, List<Point> points) {
            if (!edges.containsKey(here)) {
                return false;
            }
            Point first = points.get(1);
            return !isRightTurn(before, here, first);
        }

        private Long take(Long here, @Nullable Long before) {
            Long one = edges.get(here);
            if (one == null) {
                throw new IllegalStateException("The outline of a mask ends at " + point(here));
            }
            Long other = second.get(here);
            if (other == null) {
                edges.remove(here);
                return one;
            }
            boolean takeOne = before == null || isRightTurn(before, here, point(one));
            edges.put(here, takeOne ? other : one);
            second.remove(here);
            return takeOne ? one : other;
        }

        /// Right on the screen: the mask is at the right hand, so pixels that touch at a corner stay apart.
        private static boolean isRightTurn(Long before, Long here, Point next) {
            Point a = point(before);
            Point b = point(here);
            return (b.x() - a.x()) * (next.y() - b.y()) - (b.y() - a.y()) * (next.x() - b.x()) > 0;
        }

        private static List<Point> withoutStraight(List<Point> points) {
            List<Point> corners = new ArrayList<>();
            for (int i = 0; i < points.size(); i++) {
                Point before = points.get((i + points.size() - 1) % points.size());
                Point here = points.get(i);
                Point after = points.get((i + 1) % points.size());
                boolean straight = (before.x() == here.x() && here.x() == after.x()) || (before.y() == here.y() && here.y() == after.y());
                if (!straight) {
                    corners.add(here);
                }
            }
            return corners;
        }

        private static Long key(int x, int y) {
            return ((long) y << 32) | (x & 0xFFFFFFFFL);
        }

        private static Point point(Long key) {
            return new Point(key.intValue(), (int) (key >> 32));
        }
    }
}
