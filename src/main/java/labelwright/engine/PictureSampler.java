package labelwright.engine;

import java.util.Arrays;

/// Draws pictures onto a network input by bilinear interpolation. The input is height x width x 3 floats, (value - 127.5) / 64,
/// so that 0 is the mid-grey outside the picture.
final class PictureSampler {

    private final InputGrid grid;

    PictureSampler(InputGrid grid) {
        this.grid = grid;
    }

    /// Draws into the window [x0, x1) x [y0, y1) of the input that starts at `start` in `out`.
    void draw(RgbPicture picture, Placement placement, Tint tint, Window window, float[] out, int start) {
        int columnStep = placement.turned() ? picture.width() * 3 : 3;
        int rowStep = placement.turned() ? 3 : picture.width() * 3;
        int columnLimit = placement.turned() ? picture.height() : picture.width();
        int rowLimit = placement.turned() ? picture.width() : picture.height();
        Taps columns = Taps.along(window.x0(), window.x1(), placement.scaleX(), placement.offsetX(), columnLimit, columnStep);
        Taps rows = Taps.along(window.y0(), window.y1(), placement.scaleY(), placement.offsetY(), rowLimit, rowStep);
        for (int y = window.y0(); y < window.y1(); y++) {
            int o = start + (y * grid.width() + window.x0()) * 3;
            int r = y - window.y0();
            if (rows.low[r] < 0) {
                Arrays.fill(out, o, o + (window.x1() - window.x0()) * 3, 0);
            } else {
                drawRow(picture.rgb(), columns, rows.low[r], rows.high[r], rows.weight[r], tint, out, o);
            }
        }
    }

    private static void drawRow(byte[] rgb, Taps columns, int rowLow, int rowHigh, float wy, Tint tint, float[] out, int start) {
        int o = start;
        float s = tint.saturation();
        float[] gain = tint.gain();
        float[] offset = tint.offset();
        for (int c = 0; c < columns.low.length; c++, o += 3) {
            if (columns.low[c] < 0) {
                out[o] = 0;
                out[o + 1] = 0;
                out[o + 2] = 0;
                continue;
            }
            int a = rowLow + columns.low[c];
            int b = rowLow + columns.high[c];
            int d = rowHigh + columns.low[c];
            int e = rowHigh + columns.high[c];
            float wx = columns.weight[c];
            float red = mix(rgb[a], rgb[b], rgb[d], rgb[e], wx, wy);
            float green = mix(rgb[a + 1], rgb[b + 1], rgb[d + 1], rgb[e + 1], wx, wy);
            float blue = mix(rgb[a + 2], rgb[b + 2], rgb[d + 2], rgb[e + 2], wx, wy);
            float grey = (red + green + blue) / 3;
            out[o] = level((grey + (red - grey) * s) * gain[0] + offset[0]);
            out[o + 1] = level((grey + (green - grey) * s) * gain[1] + offset[1]);
            out[o + 2] = level((grey + (blue - grey) * s) * gain[2] + offset[2]);
        }
    }

    private static float level(float value) {
        return (Math.clamp(value, 0f, 255f) - 127.5f) / 64f;
    }

    private static float mix(byte a, byte b, byte d, byte e, float wx, float wy) {
        float fa = a & 0xff;
        float fd = d & 0xff;
        float top = fa + ((b & 0xff) - fa) * wx;
        float bottom = fd + ((e & 0xff) - fd) * wx;
        return top + (bottom - top) * wy;
    }

    /// A rectangle of the input in whole pixels, upper ends exclusive.
    record Window(int x0, int y0, int x1, int y1) {

        static Window all(InputGrid grid) {
            return new Window(0, 0, grid.width(), grid.height());
        }
    }

    /// For each input column (or row): the two source offsets between which to interpolate; -1 outside the picture.
    @SuppressWarnings("ArrayRecordComponent") // large arrays, handed on without a copy and never compared
    private record Taps(int[] low, int[] high, float[] weight) {

        static Taps along(int from, int to, double scale, double offset, int limit, int step) {
            int n = Math.max(0, to - from);
            Taps taps = new Taps(new int[n], new int[n], new float[n]);
            for (int i = 0; i < n; i++) {
                double position = (from + i + 0.5 - offset) / scale;
                if (position < 0 || position >= limit) {
                    taps.low[i] = -1;
                    continue;
                }
                double centred = Math.clamp(position - 0.5, 0, limit - 1);
                int index = (int) centred;
                taps.low[i] = index * step;
                taps.high[i] = Math.min(index + 1, limit - 1) * step;
                taps.weight[i] = (float) (centred - index);
            }
            return taps;
        }
    }
}
