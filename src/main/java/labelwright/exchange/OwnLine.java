package labelwright.exchange;

import java.util.Optional;

import labelwright.exchange.PictureSizes.Size;
import labelwright.geometry.Mask;
import labelwright.geometry.MaskFill;
import labelwright.geometry.Shape;

/// Decides whether our own line beside a shape ([ShapeText]) still says what the standard fields say.
public final class OwnLine {
    /// How far the outline of an ellipse as a polygon may be from the ellipse, in pixels.
    private static final double OUTLINE = 0.1;

    private OwnLine() {}

    /// The exact shape; empty when the line is no shape, or the standard fields were changed since.
    ///
    /// @param standard what the standard fields say
    public static Optional<Shape> exact(String line, Shape standard, Size size) {
        return ShapeText.parse(line).filter(own -> standard instanceof Mask
                ? size.isKnown() && MaskFill.of(own, size.width(), size.height()).equals(Optional.of(standard))
                : BoxText.isNear(BoxText.inside(own.bounds(), size.width(), size.height()),
                        BoxText.inside(standard.bounds(), size.width(), size.height()), OUTLINE));
    }
}
