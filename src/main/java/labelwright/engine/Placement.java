package labelwright.engine;

import labelwright.geometry.Bounds;

/// Where a picture lies on the network's input: an axis-parallel map from picture pixels (u, v) to input pixels (x, y).
///
/// Not turned: x = u * scaleX + offsetX and y = v * scaleY + offsetY. Turned (transposed): u and v change places first.
/// A negative scale is a mirror image.
record Placement(boolean turned, double scaleX, double offsetX, double scaleY, double offsetY) {

    /// The whole picture, as large as fits, in the middle of the input.
    static Placement fit(int pictureWidth, int pictureHeight, InputGrid grid) {
        double scale = Math.min(grid.width() / (double) pictureWidth, grid.height() / (double) pictureHeight);
        return new Placement(false, scale, (grid.width() - pictureWidth * scale) / 2, scale, (grid.height() - pictureHeight * scale) / 2);
    }

    /// From picture pixels to input pixels.
    Bounds toInput(Bounds picture) {
        double p = turned ? picture.y() : picture.x();
        double q = turned ? picture.x() : picture.y();
        double pSize = turned ? picture.height() : picture.width();
        double qSize = turned ? picture.width() : picture.height();
        return spanning(p * scaleX + offsetX, (p + pSize) * scaleX + offsetX, q * scaleY + offsetY, (q + qSize) * scaleY + offsetY);
    }

    /// From input pixels back to picture pixels.
    Bounds toPicture(Bounds input) {
        double p0 = (input.x() - offsetX) / scaleX;
        double p1 = (input.x() + input.width() - offsetX) / scaleX;
        double q0 = (input.y() - offsetY) / scaleY;
        double q1 = (input.y() + input.height() - offsetY) / scaleY;
        return turned ? spanning(q0, q1, p0, p1) : spanning(p0, p1, q0, q1);
    }

    private static Bounds spanning(double x0, double x1, double y0, double y1) {
        return new Bounds(Math.min(x0, x1), Math.min(y0, y1), Math.abs(x1 - x0), Math.abs(y1 - y0));
    }
}
