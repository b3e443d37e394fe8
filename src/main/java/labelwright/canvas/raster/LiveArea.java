package labelwright.canvas.raster;

import labelwright.geometry.Bounds;
import labelwright.geometry.MaskBitmap;

/// Pixels that are being worked on, drawn above all annotations. Two are equal when they show the same bitmap in the same way, whatever is on
/// in it.
///
/// @param rgb 0xRRGGBB
/// @param fill how strongly the pixels are tinted, 0 to 1
public record LiveArea(MaskBitmap pixels, int rgb, double fill) {

    Bounds bounds() {
        return new Bounds(pixels.left(), pixels.top(), pixels.width(), pixels.height());
    }
}
