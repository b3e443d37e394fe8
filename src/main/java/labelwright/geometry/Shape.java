package labelwright.geometry;

import java.util.Optional;

/// A region of a picture. Immutable; every change gives a new shape.
public sealed interface Shape permits Box, Polygon {

    ShapeKind kind();

    Bounds bounds();

    /// Area in square pixels.
    double area();

    /// Whether the point lies inside or on the edge.
    boolean contains(Point point);

    /// Distance in pixels from the point to the nearest edge of the outline, whether the point is inside or not.
    double distanceToOutline(Point point);

    Shape translate(double dx, double dy);

    /// The part of the shape inside the picture `0..width x 0..height`; empty when nothing with an area is left.
    Optional<Shape> clip(double width, double height);
}
