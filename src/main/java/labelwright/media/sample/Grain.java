package labelwright.media.sample;

/// Smooth random texture: values of a lattice, interpolated. Between -1 and 1, about 0 on average.
final class Grain {

    private final int seed;

    Grain(int seed) {
        this.seed = seed;
    }

    /// @param size of one spot of the texture, pixels
    double at(double x, double y, double size) {
        double u = x / size;
        double v = y / size;
        int left = (int) Math.floor(u);
        int top = (int) Math.floor(v);
        double a = ease(u - left);
        double b = ease(v - top);
        double upper = knot(left, top) * (1 - a) + knot(left + 1, top) * a;
        double lower = knot(left, top + 1) * (1 - a) + knot(left + 1, top + 1) * a;
        return upper * (1 - b) + lower * b;
    }

    private static double ease(double t) {
        return t * t * (3 - 2 * t);
    }

    private double knot(int x, int y) {
        int h = seed ^ x * 0x27d4eb2d ^ y * 0x165667b1;
        h = (h ^ h >>> 15) * 0x85ebca6b;
        h = (h ^ h >>> 13) * 0xc2b2ae35;
        return (h ^ h >>> 16) * 0x1p-31;
    }
}
