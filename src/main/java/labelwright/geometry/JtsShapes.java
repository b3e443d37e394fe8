package labelwright.geometry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/// Our shapes as geometries of JTS and back.
final class JtsShapes {
    static final GeometryFactory FACTORY = new GeometryFactory();

    private JtsShapes() {}

    /// What the shape covers, valid even where an outline crosses itself; empty for lines and points.
    static Geometry area(Shape shape) {
        return switch (shape) {
            case Box box -> FACTORY.toGeometry(new Envelope(box.x(), box.maxX(), box.y(), box.maxY()));
            case RotatedBox box -> GeometryFixer.fix(FACTORY.createPolygon(ring(box.corners())));
            case Ellipse ellipse -> GeometryFixer.fix(FACTORY.createPolygon(ring(ellipse.outline())));
            case Polygon polygon -> area(polygon);
            case Mask mask -> area(MaskOutline.polygon(mask));
            case Polyline _, Points _, Keypoints _, TextSpan _ -> FACTORY.createPolygon();
        };
    }

    private static Geometry area(Polygon polygon) {
        Geometry all = null;
        for (Polygon.Part part : polygon.parts()) {
            Geometry fixed = GeometryFixer.fix(raw(part));
            all = all == null ? fixed : OverlayNGRobust.overlay(all, fixed, OverlayNG.UNION);
        }
        return all == null ? FACTORY.createPolygon() : all;
    }

    /// Ring by ring as it is, valid or not.
    static org.locationtech.jts.geom.Polygon raw(Polygon.Part part) {
        LinearRing[] holes = part.holes().stream().map(hole -> ring(hole.points())).toArray(LinearRing[]::new);
        return FACTORY.createPolygon(ring(part.outer().points()), holes);
    }

    static LinearRing ring(List<Point> points) {
        List<Coordinate> coordinates = new ArrayList<>();
        points.forEach(p -> coordinates.add(new Coordinate(p.x(), p.y())));
        coordinates.add(coordinates.getFirst().copy());
        return FACTORY.createLinearRing(coordinates.toArray(Coordinate[]::new));
    }

    static Geometry line(List<Point> points) {
        return FACTORY.createLineString(points.stream().map(p -> new Coordinate(p.x(), p.y())).toArray(Coordinate[]::new));
    }

    /// The pieces with an area; empty when there are none.
    static Optional<Polygon> polygon(Geometry geometry) {
        List<Polygon.Part> parts = new ArrayList<>();
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            if (geometry.getGeometryN(i) instanceof org.locationtech.jts.geom.Polygon piece && piece.getArea() > 0) {
                parts.add(part(piece));
            }
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of(new Polygon(parts));
    }

    static Polygon.Part part(org.locationtech.jts.geom.Polygon piece) {
        List<Ring> holes = new ArrayList<>();
        for (int h = 0; h < piece.getNumInteriorRing(); h++) {
            holes.add(new Ring(points(piece.getInteriorRingN(h))));
        }
        return new Polygon.Part(new Ring(points(piece.getExteriorRing())), holes);
    }

    /// Of a closed line, without its last point.
    static List<Point> points(Geometry line) {
        Coordinate[] coordinates = line.getCoordinates();
        int count = line instanceof LinearRing ? coordinates.length - 1 : coordinates.length;
        return Arrays.stream(coordinates, 0, count).map(c -> new Point(c.x, c.y)).toList();
    }
}
