package labelwright.model;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import labelwright.geometry.Bounds;
import labelwright.geometry.Keypoint;
import labelwright.geometry.Keypoints;
import labelwright.geometry.Point;

/// Which points a skeleton has, in the order in which they are placed and written into files, and how they belong together.
public record SkeletonTemplate(List<Joint> joints, List<Edge> edges, List<Mirror> mirrors) {

    /// One point.
    ///
    /// @param x where it stands in a unit box, 0 at the left and 1 at the right, when nothing better is known
    /// @param y the same from 0 at the top to 1 at the bottom
    public record Joint(String name, Colour colour, double x, double y) {
        public Joint {
            if (name.isBlank()) {
                throw new IllegalArgumentException("A point of a skeleton needs a name");
            }
            if (!(x >= 0 && x <= 1 && y >= 0 && y <= 1)) {
                throw new IllegalArgumentException("The point \"" + name + "\" lies outside the unit box");
            }
        }

        public Joint withName(String changed) {
            return new Joint(changed, colour, x, y);
        }

        public Joint withColour(Colour changed) {
            return new Joint(name, changed, x, y);
        }

        /// @param nextX brought into the unit box
        /// @param nextY brought into the unit box
        public Joint at(double nextX, double nextY) {
            return new Joint(name, colour, Math.clamp(nextX, 0, 1), Math.clamp(nextY, 0, 1));
        }
    }

    /// A line between two points, given by their places from 0.
    public record Edge(int from, int to, Colour colour) {
        boolean joins(int a, int b) {
            return (from == a && to == b) || (from == b && to == a);
        }
    }

    /// Two points that change places when the picture is mirrored left to right, given by their places from 0.
    public record Mirror(int left, int right) {}

    /// @throws IllegalArgumentException when there is no point, names repeat, or a line or pair speaks of points that are not there
    public SkeletonTemplate {
        joints = List.copyOf(joints);
        edges = List.copyOf(edges);
        mirrors = List.copyOf(mirrors);
        if (joints.isEmpty()) {
            throw new IllegalArgumentException("A skeleton needs at least one point");
        }
        Set<String> names = new HashSet<>();
        for (Joint joint : joints) {
            if (!names.add(joint.name())) {
                throw new IllegalArgumentException("Two points are called \"" + joint.name() + "\"");
            }
        }
        for (int i = 0; i < edges.size(); i++) {
            Edge edge = edges.get(i);
            requirePair(edge.from(), edge.to(), joints.size());
            if (edges.subList(0, i).stream().anyMatch(other -> other.joins(edge.from(), edge.to()))) {
                throw new IllegalArgumentException("Two lines join the same points");
            }
        }
        Set<Integer> paired = new HashSet<>();
        for (Mirror mirror : mirrors) {
            requirePair(mirror.left(), mirror.right(), joints.size());
            if (!paired.add(mirror.left()) || !paired.add(mirror.right())) {
                throw new IllegalArgumentException("A point belongs to two mirror pairs");
            }
        }
    }

    private static void requirePair(int a, int b, int count) {
        if (a < 0 || b < 0 || a >= count || b >= count || a == b) {
            throw new IllegalArgumentException("A skeleton of " + count + " points has no pair " + a + ", " + b);
        }
    }

    public int size() {
        return joints.size();
    }

    public List<String> names() {
        return joints.stream().map(Joint::name).toList();
    }

    public Optional<Edge> findEdge(int a, int b) {
        return edges.stream().filter(edge -> edge.joins(a, b)).findFirst();
    }

    /// The point that takes this one's place in a mirror; itself when it has no partner.
    public int mirrorOf(int joint) {
        for (Mirror mirror : mirrors) {
            if (mirror.left() == joint) {
                return mirror.right();
            }
            if (mirror.right() == joint) {
                return mirror.left();
            }
        }
        return joint;
    }

    /// Where the point stands when the unit box is laid over these bounds, in their coordinates.
    public Point place(int joint, Bounds bounds) {
        Joint one = joints.get(joint);
        return new Point(bounds.x() + one.x() * bounds.width(), bounds.y() + one.y() * bounds.height());
    }

    /// The whole skeleton in these bounds, every point visible.
    public Keypoints fit(Bounds bounds) {
        return new Keypoints(java.util.stream.IntStream.range(0, size()).mapToObj(i -> Keypoint.visible(place(i, bounds))).toList());
    }
}
