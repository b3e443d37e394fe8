package labelwright.canvas.raster;

import java.util.Arrays;

/// Fills closed outlines by the even-odd rule, row by row at pixel centres. The edges are not anti-aliased: an outline is drawn over them.
final class AreaPainter {
    private static final int FIRST_CAPACITY = 8;

    private final Raster raster;
    private int[] counts = new int[0];
    private float[][] crossings = new float[0][];

    AreaPainter(Raster raster) {
        this.raster = raster;
    }

    /// @param xy device coordinates, x and y in turn
    /// @param ends for each ring the number of points up to and including it
    /// @param rings how many rings there are
    void fill(double[] xy, int[] ends, int rings, int premultiplied) {
        DeviceRect clip = raster.clip();
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < ends[rings - 1]; i++) {
            lowest = Math.min(lowest, xy[2 * i + 1]);
            highest = Math.max(highest, xy[2 * i + 1]);
        }
        int top = Math.max(clip.top(), (int) Math.floor(lowest));
        int bottom = Math.min(clip.bottom(), (int) Math.ceil(highest));
        if (top >= bottom) {
            return;
        }
        reserve(bottom - top);
        int start = 0;
        for (int ring = 0; ring < rings; ring++) {
            int end = ends[ring];
            int previous = end - 1;
            for (int i = start; i < end; i++) {
                cross(xy[2 * previous], xy[2 * previous + 1], xy[2 * i], xy[2 * i + 1], top, bottom);
                previous = i;
            }
            start = end;
        }
        for (int row = 0; row < bottom - top; row++) {
            float[] at = crossings[row];
            int count = counts[row];
            sort(at, count);
            for (int i = 0; i + 1 < count; i += 2) {
                raster.span(top + row, Math.round(at[i]), Math.round(at[i + 1]), premultiplied);
            }
        }
    }

    private void cross(double x0, double y0, double x1, double y1, int top, int bottom) {
        if (y0 > y1) {
            cross(x1, y1, x0, y0, top, bottom);
            return;
        }
        int first = Math.max(top, (int) Math.ceil(y0 - 0.5));
        int last = Math.min(bottom, (int) Math.ceil(y1 - 0.5));
        if (first >= last) {
            return;
        }
        double slope = (x1 - x0) / (y1 - y0);
        for (int y = first; y < last; y++) {
            int row = y - top;
            int count = counts[row]++;
            if (count == crossings[row].length) {
                crossings[row] = Arrays.copyOf(crossings[row], 2 * count);
            }
            crossings[row][count] = (float) (x0 + slope * (y + 0.5 - y0));
        }
    }

    private void reserve(int rows) {
        if (counts.length < rows) {
            counts = new int[rows];
            int known = crossings.length;
            crossings = Arrays.copyOf(crossings, rows);
            for (int i = known; i < rows; i++) {
                crossings[i] = new float[FIRST_CAPACITY];
            }
        }
        Arrays.fill(counts, 0, rows, 0);
    }

    private static void sort(float[] values, int count) {
        if (count > FIRST_CAPACITY) {
            Arrays.sort(values, 0, count);
            return;
        }
        for (int i = 1; i < count; i++) {
            float value = values[i];
            int j = i - 1;
            while (j >= 0 && values[j] > value) {
                values[j + 1] = values[j];
                j--;
            }
            values[j + 1] = value;
        }
    }
}
