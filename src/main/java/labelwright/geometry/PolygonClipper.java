package labelwright.geometry;

import java.util.Optional;

import org.locationtech.jts.geom.Envelope;

/// Cuts polygons at the edge of the picture through JTS, which also mends outlines that cross themselves.
final class PolygonClipper {
    private PolygonClipper() {}

    static Optional<Polygon> clip(Polygon polygon, double width, double height) {
        return JtsShapes
                .polygon(JtsShapes.area(polygon).intersection(JtsShapes.FACTORY.toGeometry(new Envelope(0, width, 0, height))));
    }
}
