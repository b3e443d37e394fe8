package labelwright.geometry;

import java.util.Optional;

/// A region of a picture, or of a text ([TextSpan]). Immutable; every change gives a new shape.
public sealed interface Shape permits Box, RotatedBox, Ellipse, Polygon, Polyline, Points, Keypoints, Mask, TextSpan {

    ShapeKind kind();

    Bounds bounds();

    /// Area in square pixels; 0 for lines and points.
    double area();

    /// Whether the point lies inside or on the edge. Lines and points have no inside.
    boolean contains(Point point);

    /// Distance in pixels from the point to the nearest edge of the outline, whether the point is inside or not.
    double distanceToOutline(Point point);

    Shape translate(double dx, double dy);

    /// The part of the shape inside the picture `0..width x 0..height`; empty when nothing is left. Rotated boxes and ellipses cannot be cut
    /// and stay what they are: they stay whole as long as their centre is inside.
    Optional<Shape> clip(double width, double height);
}
