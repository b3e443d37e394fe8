package labelwright.geometry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// One region made of one or more parts; each part has an outer ring and any number of holes.
///
/// Parts are the disjoint pieces of one object (COCO writes them as several lists of one segmentation).
public record Polygon(List<Part> parts) implements Shape {

    /// One piece of a polygon.
    public record Part(Ring outer, List<Ring> holes) {
        public Part {
            holes = List.copyOf(holes);
        }
    }

    public Polygon {
        parts = List.copyOf(parts);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("A polygon needs at least one part");
        }
    }

    /// A polygon of one part without holes.
    /// @throws IllegalArgumentException for fewer than three points
    public static Polygon of(List<Point> outer) {
        return new Polygon(List.of(new Part(new Ring(outer), List.of())));
    }

    /// A polygon of several parts without holes.
    public static Polygon ofParts(List<Ring> outers) {
        return new Polygon(outers.stream().map(ring -> new Part(ring, List.of())).toList());
    }

    /// All rings in drawing order: for each part its outer ring, then its holes. Vertex editing counts rings this way.
    public List<Ring> rings() {
        if (parts.size() == 1 && parts.getFirst().holes().isEmpty()) {
            return List.of(parts.getFirst().outer());
        }
        return parts.stream().flatMap(part -> Stream.concat(Stream.of(part.outer()), part.holes().stream())).toList();
    }

    /// The same polygon with ring number `index` of [#rings()] replaced.
    public Polygon withRing(int index, Ring ring) {
        List<Part> changed = new ArrayList<>();
        int next = 0;
        for (Part part : parts) {
            Ring outer = next++ == index ? ring : part.outer();
            List<Ring> holes = new ArrayList<>();
            for (Ring hole : part.holes()) {
                holes.add(next++ == index ? ring : hole);
            }
            changed.add(new Part(outer, holes));
        }
        return new Polygon(changed);
    }

    public int pointCount() {
        return rings().stream().mapToInt(ring -> ring.points().size()).sum();
    }

    @Override
    public ShapeKind kind() {
        return ShapeKind.POLYGON;
    }

    @Override
    public Bounds bounds() {
        Bounds all = parts.getFirst().outer().bounds();
        for (Part part : parts.subList(1, parts.size())) {
            all = all.union(part.outer().bounds());
        }
        return all;
    }

    @Override
    public double area() {
        return parts.stream().mapToDouble(part -> part.outer().area() - part.holes().stream().mapToDouble(Ring::area).sum()).sum();
    }

    @Override
    public boolean contains(Point p) {
        return parts.stream().anyMatch(part -> part.outer().contains(p) && part.holes().stream().noneMatch(hole -> hole.contains(p)));
    }

    @Override
    public double distanceToOutline(Point p) {
        return rings().stream().mapToDouble(ring -> ring.distanceTo(p)).min().orElseThrow();
    }

    @Override
    public Polygon translate(double dx, double dy) {
        return mapRings(ring -> ring.translate(dx, dy));
    }

    /// Clips every ring against the picture. A polygon already inside is returned as it is, point for point.
    @Override
    public Optional<Shape> clip(double width, double height) {
        if (new Bounds(0, 0, width, height).contains(bounds())) {
            return Optional.of(this);
        }
        return PolygonClipper.clip(this, width, height).map(Shape.class::cast);
    }

    private Polygon mapRings(UnaryOperator<Ring> change) {
        return new Polygon(
                parts.stream().map(part -> new Part(change.apply(part.outer()), part.holes().stream().map(change).toList())).toList());
    }
}
