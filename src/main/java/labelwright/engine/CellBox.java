package labelwright.engine;

/// A box in units of grid cells, by its centre; cell (column, row) has its centre at (column + 0.5, row + 0.5).
record CellBox(double x, double y, double width, double height) {

    /// Reads the network's answer for one cell.
    ///
    /// @param raw centre offset and logarithms of the sides, at `at` to `at + 3`
    static CellBox decode(float[] raw, int at, int column, int row) {
        return new CellBox(column + 0.5 + raw[at], row + 0.5 + raw[at + 1], Math.exp(clip(raw[at + 2])), Math.exp(clip(raw[at + 3])));
    }

    static double clip(double logarithm) {
        return Math.clamp(logarithm, -6, 6);
    }

    double iou(CellBox other) {
        double w = Math.min(x + width / 2, other.x + other.width / 2) - Math.max(x - width / 2, other.x - other.width / 2);
        double h = Math.min(y + height / 2, other.y + other.height / 2) - Math.max(y - height / 2, other.y - other.height / 2);
        if (w <= 0 || h <= 0) {
            return 0;
        }
        return w * h / (width * height + other.width * other.height - w * h);
    }
}
