package labelwright.media;

import java.util.Arrays;

/// Resizes pictures: along each axis the area average where it shrinks and linear interpolation where it grows, with colours weighted by
/// alpha so that invisible pixels do not bleed.
final class Scaler {

    private static final int CHANNELS = 4;

    private Scaler() {}

    static PixelImage scale(PixelImage image, int width, int height) {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("A picture cannot be scaled to " + width + " x " + height);
        }
        Axis across = Axis.of(image.width(), width);
        Axis down = Axis.of(image.height(), height);
        int[] argb = new int[width * height];
        float[] sum = new float[width * CHANNELS];
        float[] row = new float[width * CHANNELS];
        int heldRow = -1;
        for (int y = 0; y < height; y++) {
            Arrays.fill(sum, 0);
            for (int i = 0; i < down.count[y]; i++) {
                int sourceRow = down.first[y] + i;
                if (sourceRow != heldRow) {
                    scaleRow(image, sourceRow, across, row);
                    heldRow = sourceRow;
                }
                float weight = down.weights[y][i];
                for (int k = 0; k < sum.length; k++) {
                    sum[k] += weight * row[k];
                }
            }
            for (int x = 0; x < width; x++) {
                argb[y * width + x] = pack(sum, x * CHANNELS);
            }
        }
        return new PixelImage(width, height, argb);
    }

    /// One source row resized across: alpha, then red, green, blue times alpha.
    private static void scaleRow(PixelImage image, int y, Axis across, float[] row) {
        int[] argb = image.argb();
        int base = y * image.width();
        for (int x = 0, to = 0; x < across.first.length; x++, to += CHANNELS) {
            float a = 0;
            float r = 0;
            float g = 0;
            float b = 0;
            float[] weights = across.weights[x];
            int from = base + across.first[x];
            for (int i = 0; i < across.count[x]; i++) {
                int pixel = argb[from + i];
                float weight = weights[i] * (pixel >>> 24);
                a += weight;
                r += weight * (pixel >> 16 & 0xff);
                g += weight * (pixel >> 8 & 0xff);
                b += weight * (pixel & 0xff);
            }
            row[to] = a;
            row[to + 1] = r;
            row[to + 2] = g;
            row[to + 3] = b;
        }
    }

    private static int pack(float[] sum, int at) {
        float a = sum[at];
        if (a < 0.5f) {
            return 0;
        }
        return round(a) << 24 | round(sum[at + 1] / a) << 16 | round(sum[at + 2] / a) << 8 | round(sum[at + 3] / a);
    }

    private static int round(float value) {
        return Math.min(255, (int) (value + 0.5f));
    }

    /// For each new pixel: the first source pixel, how many, and their weights (sum 1).
    private static final class Axis {

        private final int[] first;
        private final int[] count;
        private final float[][] weights;

        Axis(int[] first, int[] count, float[][] weights) {
            this.first = first;
            this.count = count;
            this.weights = weights;
        }

        static Axis of(int from, int to) {
            int[] first = new int[to];
            int[] count = new int[to];
            float[][] weights = new float[to][];
            double step = (double) from / to;
            for (int i = 0; i < to; i++) {
                // a new pixel covers [start, end) of the source, or, when growing, one source pixel around its centre
                double reach = Math.max(step, 1) / 2;
                double centre = (i + 0.5) * step;
                double start = Math.max(0, centre - reach);
                double end = Math.min(from, centre + reach);
                first[i] = Math.min(from - 1, (int) start);
                int last = Math.max(first[i], Math.min(from - 1, (int) Math.ceil(end - 1e-9) - 1));
                count[i] = last - first[i] + 1;
                weights[i] = new float[count[i]];
                for (int k = 0; k < count[i]; k++) {
                    int pixel = first[i] + k;
                    double covered = Math.min(end, pixel + 1) - Math.max(start, pixel);
                    weights[i][k] = (float) (covered / (end - start));
                }
            }
            return new Axis(first, count, weights);
        }
    }
}
