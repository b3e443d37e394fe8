package labelwright.canvas.pixel;

/// CIELAB (D65) of sRGB colours, from tables: a few nanoseconds for each pixel, exact to about 0.1.
final class Lab {
    private static final int STEPS = 1 << 14;
    private static final float[] LINEAR = linear();
    private static final float[] ROOT = root();

    private Lab() {}

    /// Squared difference between two colours, each as three components from [#of].
    static float squared(float[] a, float[] b) {
        float l = a[0] - b[0];
        float p = a[1] - b[1];
        float q = a[2] - b[2];
        return l * l + p * p + q * q;
    }

    /// @param red, green, blue 0 to 255
    /// @param out gets lightness, green-red and blue-yellow
    static void of(int red, int green, int blue, float[] out) {
        float r = LINEAR[red];
        float g = LINEAR[green];
        float b = LINEAR[blue];
        float x = root(0.4339f * r + 0.3762f * g + 0.1898f * b);
        float y = root(0.2126f * r + 0.7152f * g + 0.0722f * b);
        float z = root(0.0178f * r + 0.1094f * g + 0.8730f * b);
        out[0] = 116 * y - 16;
        out[1] = 500 * (x - y);
        out[2] = 200 * (y - z);
    }

    private static float root(float share) {
        return ROOT[Math.min(STEPS, Math.round(share * STEPS))];
    }

    private static float[] linear() {
        float[] table = new float[256];
        for (int i = 0; i < table.length; i++) {
            double share = i / 255.0;
            table[i] = (float) (share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4));
        }
        return table;
    }

    private static float[] root() {
        float[] table = new float[STEPS + 1];
        for (int i = 0; i <= STEPS; i++) {
            double share = (double) i / STEPS;
            table[i] = (float) (share > 216.0 / 24_389 ? Math.cbrt(share) : (24_389.0 / 27 * share + 16) / 116);
        }
        return table;
    }
}
