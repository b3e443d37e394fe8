package labelwright.geometry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.polygonize.Polygonizer;

/// Joins, subtracts, intersects, cuts and splits shapes that have an area: boxes, rotated boxes, ellipses, polygons and masks.
///
/// The first shape decides: if it is a mask the result is a mask and the others count as the pixels they cover, else it is a polygon
/// and masks count as their outlines. Ellipses count as outlines that are nowhere farther than a twentieth of a pixel from them.
public final class ShapeAlgebra {

    /// What is made of two areas.
    public enum Operation {
        /// What lies in any of them.
        UNION,
        /// What lies in the first and in none of the others.
        SUBTRACT,
        /// What lies in all of them.
        INTERSECT
    }

    private ShapeAlgebra() {}

    /// Whether the shape can be an operand.
    public static boolean hasArea(Shape shape) {
        return switch (shape) {
            case Box _, RotatedBox _, Ellipse _, Polygon _, Mask _ -> true;
            case Polyline _, Points _, Keypoints _, TextSpan _ -> false;
        };
    }

    /// The kind that the result has.
    public static ShapeKind kindOf(Shape first) {
        return first instanceof Mask ? ShapeKind.MASK : ShapeKind.POLYGON;
    }

    /// @param picture masks have no pixels outside it
    /// @return empty when nothing is left
    public static Optional<Shape> combine(Operation operation, Shape first, List<Shape> others, Bounds picture) {
        return first instanceof Mask mask
                ? combineMasks(operation, mask, others, picture).map(Shape.class::cast)
                : combineOutlines(operation, first, others).map(Shape.class::cast);
    }

    private static Optional<Polygon> combineOutlines(Operation operation, Shape first, List<Shape> others) {
        Geometry result = JtsShapes.area(first);
        for (Shape other : others) {
            result = OverlayNGRobust.overlay(result, JtsShapes.area(other), code(operation));
        }
        return JtsShapes.polygon(result);
    }

    private static int code(Operation operation) {
        return switch (operation) {
            case UNION -> OverlayNG.UNION;
            case SUBTRACT -> OverlayNG.DIFFERENCE;
            case INTERSECT -> OverlayNG.INTERSECTION;
        };
    }

    private static Optional<Mask> combineMasks(Operation operation, Mask first, List<Shape> others, Bounds picture) {
        int width = (int) Math.ceil(picture.maxX());
        int height = (int) Math.ceil(picture.maxY());
        MaskBitmap result = bitmap(first, width, height);
        for (Shape other : others) {
            Optional<Spans> spans = MaskFill.of(other, width, height).map(Mask::spans);
            switch (operation) {
                case UNION -> spans.ifPresent(result::fill);
                case SUBTRACT -> spans.ifPresent(result::clear);
                case INTERSECT -> {
                    MaskBitmap rest = new MaskBitmap(0, 0, width, height);
                    rest.fill(result.spans());
                    spans.ifPresent(rest::clear);
                    result.clear(rest.spans());
                }
            }
        }
        return result.toMask();
    }

    private static MaskBitmap bitmap(Mask mask, int width, int height) {
        MaskBitmap bitmap = new MaskBitmap(0, 0, width, height);
        bitmap.fill(mask.spans());
        return bitmap;
    }

    /// The pieces into which a line cuts the shape; the shape alone when the line does not go right through it. Ends of the line that stop
    /// inside cut nothing. A closed line cuts out what lies inside it.
    ///
    /// @param line at least two points, three when it is closed
    public static List<Shape> cut(Shape shape, Contour line, Bounds picture) {
        if (!hasArea(shape)) {
            return List.of(shape);
        }
        Geometry knife = line.ends() == Contour.Ends.CLOSED ? JtsShapes.ring(line.points()) : JtsShapes.line(line.points());
        List<Polygon.Part> whole = new ArrayList<>();
        List<Polygon.Part> pieces = new ArrayList<>();
        Geometry area = JtsShapes.area(shape);
        for (int i = 0; i < area.getNumGeometries(); i++) {
            if (area.getGeometryN(i) instanceof org.locationtech.jts.geom.Polygon part) {
                List<Polygon.Part> cut = cut(part, knife);
                (cut.size() > 1 ? pieces : whole).addAll(cut);
            }
        }
        if (pieces.isEmpty()) {
            return List.of(shape);
        }
        List<Polygon> polygons = new ArrayList<>();
        whole.add(pieces.getFirst());
        polygons.add(new Polygon(whole));
        pieces.subList(1, pieces.size()).forEach(piece -> polygons.add(new Polygon(List.of(piece))));
        return shape instanceof Mask ? pixels(polygons, picture) : List.copyOf(polygons);
    }

    private static List<Polygon.Part> cut(org.locationtech.jts.geom.Polygon part, Geometry knife) {
        Polygonizer polygonizer = new Polygonizer();
        polygonizer.add(OverlayNGRobust.overlay(part.getBoundary(), knife, OverlayNG.UNION));
        List<Polygon.Part> pieces = new ArrayList<>();
        for (Object found : polygonizer.getPolygons()) {
            if (found instanceof org.locationtech.jts.geom.Polygon piece && part.contains(piece.getInteriorPoint())) {
                pieces.add(JtsShapes.part(piece));
            }
        }
        return pieces.size() > 1 ? pieces : List.of(JtsShapes.part(part));
    }

    private static List<Shape> pixels(List<Polygon> polygons, Bounds picture) {
        int width = (int) Math.ceil(picture.maxX());
        int height = (int) Math.ceil(picture.maxY());
        List<Shape> masks = new ArrayList<>();
        polygons.forEach(polygon -> MaskFill.of(polygon, width, height).ifPresent(masks::add));
        return masks;
    }

    /// Each part of a polygon, each connected piece of a mask, each single point; the shape alone when it is one piece.
    public static List<Shape> split(Shape shape) {
        return switch (shape) {
            case Polygon polygon -> polygon.parts().stream().map(part -> (Shape) new Polygon(List.of(part))).toList();
            case Mask mask -> {
                Bounds bounds = mask.bounds();
                Polygon outline = MaskOutline.polygon(mask);
                yield outline.parts().size() == 1
                        ? List.of(mask)
                        : pixels(outline.parts().stream().map(part -> new Polygon(List.of(part))).toList(), bounds);
            }
            case Points points -> points.points().stream().map(point -> (Shape) Points.of(point)).toList();
            case Box _, RotatedBox _, Ellipse _, Polyline _, Keypoints _, TextSpan _ -> List.of(shape);
        };
    }

    /// One more part that does not touch the polygon is put beside the others point for point; one that does is joined with it.
    public static Polygon withPart(Polygon polygon, Ring part) {
        Polygon added = new Polygon(List.of(new Polygon.Part(part, List.of())));
        if (JtsShapes.area(polygon).disjoint(JtsShapes.area(added))) {
            List<Polygon.Part> parts = new ArrayList<>(polygon.parts());
            parts.addAll(added.parts());
            return new Polygon(parts);
        }
        return combineOutlines(Operation.UNION, polygon, List.of(added)).orElse(polygon);
    }

    /// A hole that lies wholly inside one part is put in point for point; one that crosses the outline is cut away.
    ///
    /// @return empty when nothing is left
    public static Optional<Polygon> withHole(Polygon polygon, Ring hole) {
        Polygon taken = new Polygon(List.of(new Polygon.Part(hole, List.of())));
        Geometry cut = JtsShapes.area(taken);
        List<Polygon.Part> parts = new ArrayList<>();
        boolean inside = false;
        for (Polygon.Part part : polygon.parts()) {
            if (!inside && isInside(cut, part)) {
                List<Ring> holes = new ArrayList<>(part.holes());
                holes.add(hole);
                parts.add(new Polygon.Part(part.outer(), holes));
                inside = true;
            } else {
                parts.add(part);
            }
        }
        return inside ? Optional.of(new Polygon(parts)) : combineOutlines(Operation.SUBTRACT, polygon, List.of(taken));
    }

    /// Without touching the outline or a hole.
    private static boolean isInside(Geometry piece, Polygon.Part part) {
        Geometry around = JtsShapes.raw(part);
        return around.isValid() && PreparedGeometryFactory.prepare(around).containsProperly(piece);
    }
}
