package labelwright.geometry;

import java.util.Optional;

import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/// How much two shapes cover each other.
public final class Overlap {
    private Overlap() {}

    /// Area of the common part over the area of both together, 0 to 1.
    ///
    /// Exact for boxes, rotated boxes and polygons; ellipses count as outlines that are nowhere farther than a twentieth of a pixel from
    /// them. As soon as one of the two is a mask both are compared as pixels. Lines, points and skeletons have no area: 1 when both are
    /// the same, else 0.
    public static double iou(Shape a, Shape b) {
        if (!ShapeAlgebra.hasArea(a) || !ShapeAlgebra.hasArea(b)) {
            return a.equals(b) ? 1 : 0;
        }
        if (!a.bounds().intersects(b.bounds())) {
            return 0;
        }
        if (a instanceof Mask || b instanceof Mask) {
            return ofPixels(a, b);
        }
        return a instanceof Box && b instanceof Box ? a.bounds().iou(b.bounds()) : ofOutlines(a, b);
    }

    private static double ofOutlines(Shape a, Shape b) {
        Geometry first = JtsShapes.area(a);
        Geometry second = JtsShapes.area(b);
        double common = OverlayNGRobust.overlay(first, second, OverlayNG.INTERSECTION).getArea();
        double all = first.getArea() + second.getArea() - common;
        return all > 0 ? Math.min(1, common / all) : 0;
    }

    /// Both are moved by whole pixels so that no part of them lies at negative places.
    private static double ofPixels(Shape a, Shape b) {
        Bounds both = a.bounds().union(b.bounds());
        double dx = -Math.floor(both.x());
        double dy = -Math.floor(both.y());
        int width = (int) Math.ceil(both.maxX() + dx);
        int height = (int) Math.ceil(both.maxY() + dy);
        Optional<Spans> first = MaskFill.of(a.translate(dx, dy), width, height).map(Mask::spans);
        Optional<Spans> second = MaskFill.of(b.translate(dx, dy), width, height).map(Mask::spans);
        if (first.isEmpty() || second.isEmpty()) {
            return 0;
        }
        double common = common(first.get(), second.get());
        return common / (first.get().area() + second.get().area() - common);
    }

    private static long common(Spans a, Spans b) {
        long sum = 0;
        int i = 0;
        int j = 0;
        while (i < a.size() && j < b.size()) {
            if (a.y(i) == b.y(j)) {
                sum += Math.max(0, Math.min(a.to(i), b.to(j)) - Math.max(a.from(i), b.from(j)));
            }
            boolean firstEnds = a.y(i) < b.y(j) || (a.y(i) == b.y(j) && a.to(i) <= b.to(j));
            if (firstEnds) {
                i++;
            } else {
                j++;
            }
        }
        return sum;
    }
}
