package labelwright.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import labelwright.exchange.PictureSizes.Size;
import labelwright.geometry.Bounds;
import labelwright.geometry.Box;
import labelwright.geometry.Ellipse;
import labelwright.geometry.Keypoint;
import labelwright.geometry.Keypoints;
import labelwright.geometry.Mask;
import labelwright.geometry.Point;
import labelwright.geometry.Points;
import labelwright.geometry.Polygon;
import labelwright.geometry.Polyline;
import labelwright.geometry.Ring;
import labelwright.geometry.RotatedBox;
import labelwright.geometry.Shape;
import labelwright.geometry.TextSpan;

/// The one place where numbers from a file become a shape inside its picture. Every number that is not taken as it stands is reported.
public final class RegionCheck {
    /// Beyond the edge by no more than this, in pixels, is the rounding of `double`: kept.
    static final double EXACT = 1e-6;
    /// Beyond the edge by no more than this, in pixels, is the rounding of a text file: cut without a word.
    static final double ROUNDING = 0.02;
    private static final double ABSURD = 1e9;

    private final ReadProblems problems;

    public RegionCheck(RecordSink sink) {
        this.problems = new ReadProblems(sink);
    }

    /// @param where names the record in problems; only asked when there is one
    /// @param picture of unknown size: nothing is cut
    public Optional<Shape> box(Supplier<String> where, double x, double y, double width, double height, Size picture) {
        if (!isUsable(x) || !isUsable(y) || !isUsable(width) || !isUsable(height)) {
            return refuse(where, "The box [%s, %s, %s, %s] has numbers that cannot be coordinates.".formatted(x, y, width, height));
        }
        if (width < 0 || height < 0) {
            return refuse(where, "The box has a negative side (%s x %s).".formatted(number(width), number(height)));
        }
        if (width == 0 || height == 0) {
            return refuse(where, "The box has no area (%s x %s).".formatted(number(width), number(height)));
        }
        Bounds bounds = new Bounds(x, y, width, height);
        double beyond = beyond(bounds, picture);
        if (beyond <= EXACT) {
            return Optional.of(Box.of(bounds));
        }
        Optional<Shape> cut = Box.of(bounds).clip(picture.width(), picture.height()).filter(RegionCheck::hasSides);
        if (cut.isEmpty()) {
            return refuse(where, "The box lies wholly outside the picture of %s pixels.".formatted(picture));
        }
        if (beyond > ROUNDING) {
            problems.repaired(where.get(), "The box reached %s pixels beyond the picture of %s pixels and was cut at the edge."
                    .formatted(number(beyond), picture));
        }
        return cut;
    }

    /// A box given by two corners; corners in the wrong order are swapped.
    public Optional<Shape> corners(Supplier<String> where, double left, double top, double right, double bottom, Size picture) {
        if ((right >= left && bottom >= top) || !isUsable(left) || !isUsable(top) || !isUsable(right) || !isUsable(bottom)) {
            return box(where, left, top, right - left, bottom - top, picture);
        }
        Optional<Shape> box = box(where, Math.min(left, right), Math.min(top, bottom), Math.abs(right - left), Math.abs(bottom - top),
                picture);
        if (box.isPresent()) {
            problems.repaired(where.get(), "The corners of the box were in the wrong order and have been swapped.");
        }
        return box;
    }

    /// The coordinates as points; empty, with a problem, when there is an odd number of them or one that cannot be a coordinate.
    ///
    /// @param coordinates `x, y, x, y, ...`
    public Optional<List<Point>> points(Supplier<String> where, double... coordinates) {
        if (coordinates.length % 2 != 0) {
            problems.refused(where.get(), "The points have an odd number of coordinates (%s).".formatted(coordinates.length));
            return Optional.empty();
        }
        List<Point> points = new ArrayList<>(coordinates.length / 2);
        for (int i = 0; i < coordinates.length; i += 2) {
            if (!isUsable(coordinates[i]) || !isUsable(coordinates[i + 1])) {
                problems.refused(where.get(), "The point (%s, %s) has a number that cannot be a coordinate.".formatted(coordinates[i],
                        coordinates[i + 1]));
                return Optional.empty();
            }
            points.add(new Point(coordinates[i], coordinates[i + 1]));
        }
        return Optional.of(points);
    }

    /// @param outlines one array `x, y, x, y, ...` for each part
    public Optional<Shape> polygon(Supplier<String> where, List<double[]> outlines, Size picture) {
        List<Ring> rings = new ArrayList<>();
        int dropped = 0;
        for (double[] outline : outlines) {
            if (outline.length % 2 != 0) {
                return refuse(where, "An outline has an odd number of coordinates (%s).".formatted(outline.length));
            }
            for (double value : outline) {
                if (!isUsable(value)) {
                    return refuse(where, "The outline has a number that cannot be a coordinate (%s).".formatted(value));
                }
            }
            Optional<Ring> ring = ring(outline);
            ring.ifPresent(rings::add);
            dropped += ring.isPresent() ? 0 : 1;
        }
        if (rings.isEmpty()) {
            return refuse(where, "The polygon has no area: it needs at least three points that are not on one line.");
        }
        if (dropped > 0) {
            problems.repaired(where.get(),
                    "%d of the polygon's %d parts had no area and were left out.".formatted(dropped, outlines.size()));
        }
        return inside(where, Polygon.ofParts(rings), picture);
    }

    /// A shape of any kind that was made from a file's numbers. Rotated boxes and ellipses may reach beyond the picture as long as their centre
    /// is inside; single points beyond it are left out.
    public Optional<Shape> shape(Supplier<String> where, Shape shape, Size picture) {
        Bounds bounds = shape.bounds();
        if (!isUsable(bounds.x()) || !isUsable(bounds.y()) || !isUsable(bounds.maxX()) || !isUsable(bounds.maxY())) {
            return refuse(where, "The shape has numbers that cannot be coordinates.");
        }
        return switch (shape) {
            case Box box -> box(where, box.x(), box.y(), box.width(), box.height(), picture);
            case Polygon polygon -> polygon.area() > 0
                    ? inside(where, polygon, picture)
                    : refuse(where, "The polygon has no area: it needs at least three points that are not on one line.");
            case RotatedBox box -> centred(where, box, box.centre(), "rotated box", picture);
            case Ellipse ellipse -> centred(where, ellipse, ellipse.centre(), "ellipse", picture);
            case Polyline line -> line.length() > 0
                    ? cut(where, line, "line", picture)
                    : refuse(where, "The line has no length.");
            case Points points -> points(where, points, picture);
            case Keypoints keypoints -> keypoints(where, keypoints, picture);
            case Mask mask -> cut(where, mask, "mask", picture);
            case TextSpan span -> throw span.notOfPicture();
        };
    }

    private Optional<Shape> centred(Supplier<String> where, Shape shape, Point centre, String kind, Size picture) {
        if (shape.area() <= 0) {
            return refuse(where, "The %s has no area.".formatted(kind));
        }
        if (picture.isKnown() && !new Bounds(0, 0, picture.width(), picture.height()).contains(centre)) {
            return refuse(where, "The centre of the %s lies outside the picture of %s pixels.".formatted(kind, picture));
        }
        return Optional.of(shape);
    }

    private Optional<Shape> cut(Supplier<String> where, Shape shape, String kind, Size picture) {
        double beyond = beyond(shape.bounds(), picture);
        if (beyond <= EXACT) {
            return Optional.of(shape);
        }
        Optional<Shape> cut = shape.clip(picture.width(), picture.height());
        if (cut.isEmpty()) {
            return refuse(where, "The %s lies wholly outside the picture of %s pixels.".formatted(kind, picture));
        }
        if (beyond > ROUNDING) {
            problems.repaired(where.get(), "The %s reached %s pixels beyond the picture of %s pixels and was cut at the edge."
                    .formatted(kind, number(beyond), picture));
        }
        return cut;
    }

    private Optional<Shape> points(Supplier<String> where, Points shape, Size picture) {
        List<Point> inside = shape.points().stream().map(point -> pulledIn(point, picture)).filter(point -> isInside(point, picture))
                .toList();
        if (inside.isEmpty()) {
            return refuse(where, "The points lie outside the picture of %s pixels.".formatted(picture));
        }
        reportOutside(where, shape.points().size() - inside.size(), shape.points().size(), "left out", picture);
        return Optional.of(new Points(inside));
    }

    private Optional<Shape> keypoints(Supplier<String> where, Keypoints shape, Size picture) {
        List<Keypoint> kept = new ArrayList<>();
        for (Keypoint point : shape.points()) {
            Keypoint pulled = point.isThere() ? point.moveTo(pulledIn(point.at(), picture)) : point;
            kept.add(isInside(pulled.at(), picture) ? pulled : Keypoint.ABSENT);
        }
        long before = shape.points().stream().filter(Keypoint::isThere).count();
        long after = kept.stream().filter(Keypoint::isThere).count();
        if (after == 0) {
            return refuse(where, "The keypoints lie outside the picture of %s pixels.".formatted(picture));
        }
        reportOutside(where, before - after, before, "taken as absent", picture);
        return Optional.of(new Keypoints(kept));
    }

    private void reportOutside(Supplier<String> where, long outside, long all, String what, Size picture) {
        if (outside > 0) {
            problems.repaired(where.get(), "%d of %d points lay outside the picture of %s pixels and were %s.".formatted(outside, all,
                    picture, what));
        }
    }

    /// What is beyond the edge by the rounding of a text file is put on the edge.
    private static Point pulledIn(Point point, Size picture) {
        double beyond = beyond(new Bounds(point.x(), point.y(), 0, 0), picture);
        return beyond <= EXACT || beyond > ROUNDING
                ? point
                : new Point(Math.clamp(point.x(), 0, picture.width()), Math.clamp(point.y(), 0, picture.height()));
    }

    private static boolean isInside(Point point, Size picture) {
        return beyond(new Bounds(point.x(), point.y(), 0, 0), picture) <= EXACT;
    }

    private Optional<Shape> inside(Supplier<String> where, Polygon polygon, Size picture) {
        double beyond = beyond(polygon.bounds(), picture);
        if (beyond <= EXACT) {
            return Optional.of(polygon);
        }
        Optional<Shape> cut = polygon.clip(picture.width(), picture.height()).filter(RegionCheck::hasSides);
        if (cut.isEmpty()) {
            return refuse(where, "The polygon lies wholly outside the picture of %s pixels.".formatted(picture));
        }
        if (beyond > ROUNDING) {
            problems.repaired(where.get(), "The polygon reached %s pixels beyond the picture of %s pixels and was cut at the edge."
                    .formatted(number(beyond), picture));
        }
        return cut;
    }

    /// Empty when there is no area. A last point that repeats the first is dropped.
    private static Optional<Ring> ring(double[] outline) {
        int count = outline.length;
        while (count >= 4 && outline[count - 2] == outline[0] && outline[count - 1] == outline[1]) {
            count -= 2;
        }
        if (count < 6) {
            return Optional.empty();
        }
        List<Point> points = new ArrayList<>(count / 2);
        for (int i = 0; i < count; i += 2) {
            points.add(new Point(outline[i], outline[i + 1]));
        }
        Ring ring = new Ring(points);
        return ring.area() > 0 ? Optional.of(ring) : Optional.empty();
    }

    private static double beyond(Bounds bounds, Size picture) {
        if (!picture.isKnown()) {
            return 0;
        }
        return Math.max(Math.max(-bounds.x(), bounds.maxX() - picture.width()),
                Math.max(-bounds.y(), bounds.maxY() - picture.height()));
    }

    private static boolean hasSides(Shape shape) {
        Bounds bounds = shape.bounds();
        return bounds.width() > EXACT && bounds.height() > EXACT;
    }

    private static boolean isUsable(double value) {
        return Math.abs(value) <= ABSURD;
    }

    private Optional<Shape> refuse(Supplier<String> where, String what) {
        problems.refused(where.get(), what);
        return Optional.empty();
    }

    private static String number(double value) {
        return Decimals.shortened(value);
    }
}
