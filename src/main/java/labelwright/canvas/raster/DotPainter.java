package labelwright.canvas.raster;

/// Draws small smooth discs and rings.
final class DotPainter {
    private final Raster raster;

    DotPainter(Raster raster) {
        this.raster = raster;
    }

    /// @param radius in device pixels
    void disc(double x, double y, double radius, int premultiplied) {
        around(x, y, -1, radius, premultiplied);
    }

    /// @param radius of the middle of the line, in device pixels
    void ring(double x, double y, double radius, double width, int premultiplied) {
        around(x, y, radius - width / 2, radius + width / 2, premultiplied);
    }

    /// Between two radii; the inner one is below 0 for a disc.
    private void around(double x, double y, double inner, double outer, int premultiplied) {
        DeviceRect clip = raster.clip();
        int top = Math.max(clip.top(), (int) Math.floor(y - outer - 0.5));
        int bottom = Math.min(clip.bottom(), (int) Math.ceil(y + outer + 0.5));
        int left = Math.max(clip.left(), (int) Math.floor(x - outer - 0.5));
        int right = Math.min(clip.right(), (int) Math.ceil(x + outer + 0.5));
        for (int row = top; row < bottom; row++) {
            for (int column = left; column < right; column++) {
                double distance = Math.hypot(column + 0.5 - x, row + 0.5 - y);
                double covered = Math.min(1, outer + 0.5 - distance);
                if (inner > 0) {
                    covered = Math.min(covered, distance - inner + 0.5);
                }
                if (covered > 0) {
                    raster.blend(row * raster.width() + column, premultiplied, (int) (covered * Argb.WHOLE));
                }
            }
        }
    }
}
