package labelwright.canvas.pixel;

import java.util.Arrays;
import java.util.function.BooleanSupplier;

import labelwright.geometry.Spans;
import labelwright.media.PixelImage;

/// How different each pixel of an area is from the pixel where a flood begins, so that every tolerance can be shown at once.
///
/// For a connected flood the value of a pixel is the tolerance at which the water reaches it: over all ways from the start the smallest of
/// the largest difference on the way. It is found for all pixels in one go with a queue for each of the 256 values (Dial 1969), since no way
/// gets better by a detour over a larger value. Differences are CIELAB distances in steps of a half.
public final class ColourFlood {
    private static final int NEVER = 255;
    private static final float STEPS = 2;
    /// Of a block no more than this many pixels in each direction are looked at.
    private static final int MOST_SIDE = 2;

    private final Area area;
    private final byte[] values;

    private ColourFlood(Area area, byte[] values) {
        this.area = area;
        this.values = values;
    }

    /// Which way values are taken.
    public enum Spread {
        CONNECTED, EVERYWHERE
    }

    /// The pixels that are looked at.
    ///
    /// @param left first column
    /// @param top first row
    /// @param step every so many pixels in both directions become one; 1 for all of them
    public record Area(PixelImage picture, int left, int top, int width, int height, int step) {
        int columns() {
            return (width + step - 1) / step;
        }

        int rows() {
            return (height + step - 1) / step;
        }
    }

    /// @param x picture column where the flood begins, inside the area
    /// @param y picture row
    /// @param most no pixel with a larger difference is looked for, 0 to 254
    /// @param cancelled asked now and then; when it says yes, the result is of no use
    public static ColourFlood from(Area area, int x, int y, Spread spread, int most, BooleanSupplier cancelled) {
        Differences differences = new Differences(area, x, y);
        byte[] values = new byte[area.columns() * area.rows()];
        switch (spread) {
            case EVERYWHERE -> {
                for (int row = 0; row < area.rows() && !cancelled.getAsBoolean(); row++) {
                    for (int column = 0; column < area.columns(); column++) {
                        values[row * area.columns() + column] = (byte) differences.at(column, row);
                    }
                }
            }
            case CONNECTED -> flood(area, (x - area.left) / area.step, (y - area.top) / area.step, differences, most, values, cancelled);
        }
        return new ColourFlood(area, values);
    }

    private static void flood(Area area, int startColumn, int startRow, Differences differences, int most, byte[] values,
            BooleanSupplier cancelled) {
        int columns = area.columns();
        Arrays.fill(values, (byte) NEVER);
        int[] first = new int[NEVER + 1];
        Arrays.fill(first, -1);
        int[] next = new int[values.length];
        int start = startRow * columns + startColumn;
        values[start] = 0;
        next[start] = -1;
        first[0] = start;
        for (int level = 0; level <= most && !cancelled.getAsBoolean(); level++) {
            while (first[level] >= 0) {
                int pixel = first[level];
                first[level] = next[pixel];
                int column = pixel % columns;
                int row = pixel / columns;
                for (int side = 0; side < 4; side++) {
                    int toColumn = column + (side == 0 ? -1 : side == 1 ? 1 : 0);
                    int toRow = row + (side == 2 ? -1 : side == 3 ? 1 : 0);
                    if (toColumn < 0 || toColumn >= columns || toRow < 0 || toRow >= area.rows()) {
                        continue;
                    }
                    int to = toRow * columns + toColumn;
                    if ((values[to] & NEVER) == NEVER) {
                        int value = Math.max(level, differences.at(toColumn, toRow));
                        values[to] = (byte) Math.min(value, NEVER - 1);
                        next[to] = first[Math.min(value, NEVER - 1)];
                        first[Math.min(value, NEVER - 1)] = to;
                    }
                }
            }
        }
    }

    /// Tells of the pixels that the flood reaches with this tolerance, in no particular order.
    ///
    /// @param tolerance 0 to 254, no more than what was looked for
    public void reached(int tolerance, Spans.Visitor pixels) {
        int columns = area.columns();
        for (int row = 0; row < area.rows(); row++) {
            int from = -1;
            for (int column = 0; column <= columns; column++) {
                boolean on = column < columns && (values[row * columns + column] & NEVER) <= tolerance;
                if (on && from < 0) {
                    from = column;
                } else if (!on && from >= 0) {
                    tell(row, from, column, pixels);
                    from = -1;
                }
            }
        }
    }

    private void tell(int row, int from, int to, Spans.Visitor pixels) {
        int left = area.left + from * area.step;
        int right = Math.min(area.left + to * area.step, area.left + area.width);
        int bottom = Math.min((row + 1) * area.step, area.height);
        for (int y = row * area.step; y < bottom; y++) {
            pixels.run(area.top + y, left, right);
        }
    }

    /// Differences of colours from that of the start; each found when it is asked for. The smaller one of the pixel itself and of the mean
    /// around it counts: so noise tears no holes, and a region still reaches up to its edge.
    private static final class Differences {
        private final Area area;
        private final int[] argb;
        private final float[] wanted = new float[3];
        private final float[] colour = new float[3];

        Differences(Area area, int x, int y) {
            this.area = area;
            this.argb = area.picture.argb();
            mean(x - 1, y - 1, x + 2, y + 2, wanted);
        }

        int at(int column, int row) {
            int x = area.left + column * area.step;
            int y = area.top + row * area.step;
            int side = Math.min(area.step, MOST_SIDE);
            mean(x, y, x + side, y + side, colour);
            float away = Lab.squared(colour, wanted);
            if (area.step == 1 && away > 0) {
                mean(x - 1, y - 1, x + 2, y + 2, colour);
                away = Math.min(away, Lab.squared(colour, wanted));
            }
            return Math.min(NEVER - 1, Math.round(STEPS * (float) Math.sqrt(away)));
        }

        private void mean(int fromX, int fromY, int toX, int toY, float[] out) {
            int left = Math.max(fromX, 0);
            int top = Math.max(fromY, 0);
            int right = Math.min(toX, area.picture.width());
            int bottom = Math.min(toY, area.picture.height());
            int red = 0;
            int green = 0;
            int blue = 0;
            for (int y = top; y < bottom; y++) {
                int line = y * area.picture.width();
                for (int i = line + left; i < line + right; i++) {
                    red += argb[i] >> 16 & 0xFF;
                    green += argb[i] >> 8 & 0xFF;
                    blue += argb[i] & 0xFF;
                }
            }
            int count = (right - left) * (bottom - top);
            Lab.of((red + count / 2) / count, (green + count / 2) / count, (blue + count / 2) / count, out);
        }
    }
}
