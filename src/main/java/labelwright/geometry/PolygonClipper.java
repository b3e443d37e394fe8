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

/// Cuts polygons at the edge of the picture through JTS, which also mends outlines that cross themselves.
final class PolygonClipper {
    private static final GeometryFactory FACTORY = new GeometryFactory();

    private PolygonClipper() {}

    static Optional<Polygon> clip(Polygon polygon, double width, double height) {
        Geometry cut = toJts(polygon).intersection(FACTORY.toGeometry(new Envelope(0, width, 0, height)));
        List<Polygon.Part> parts = new ArrayList<>();
        for (int i = 0; i < cut.getNumGeometries(); i++) {
            if (cut.getGeometryN(i) instanceof org.locationtech.jts.geom.Polygon piece && piece.getArea() > 0) {
                List<Ring> holes = new ArrayList<>();
                for (int h = 0; h < piece.getNumInteriorRing(); h++) {
                    holes.add(toRing(piece.getInteriorRingN(h)));
                }
                parts.add(new Polygon.Part(toRing(piece.getExteriorRing()), holes));
            }
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of(new Polygon(parts));
    }

    private static Geometry toJts(Polygon polygon) {
        Geometry all = FACTORY.createPolygon();
        for (Polygon.Part part : polygon.parts()) {
            LinearRing[] holes = part.holes().stream().map(PolygonClipper::toJts).toArray(LinearRing[]::new);
            all = all.union(GeometryFixer.fix(FACTORY.createPolygon(toJts(part.outer()), holes)));
        }
        return all;
    }

    private static LinearRing toJts(Ring ring) {
        List<Coordinate> coordinates = new ArrayList<>();
        ring.points().forEach(p -> coordinates.add(new Coordinate(p.x(), p.y())));
        coordinates.add(coordinates.getFirst().copy());
        return FACTORY.createLinearRing(coordinates.toArray(Coordinate[]::new));
    }

    private static Ring toRing(LinearRing ring) {
        Coordinate[] coordinates = ring.getCoordinates();
        return new Ring(Arrays.stream(coordinates, 0, coordinates.length - 1).map(c -> new Point(c.x, c.y)).toList());
    }
}
