package labelwright.canvas.raster;

/// How one shape is drawn; lengths in device pixels.
///
/// @param fill how strongly the inside is tinted, 0 to 1
/// @param halo how far a dark rim reaches beyond the line on both sides together; 0 for none
/// @param dashed as suggestions are
/// @param coarse with fewer points, among very many shapes
record Pen(int rgb, double fill, double width, double halo, double pixel, boolean dashed, boolean coarse) {
    int colour() {
        return Raster.premultiplied(rgb, 1);
    }

    int tint() {
        return Raster.premultiplied(rgb, fill);
    }

    Pen withColour(int changed) {
        return new Pen(changed, fill, width, halo, pixel, dashed, coarse);
    }

    boolean isSelected() {
        return halo > 0;
    }
}
