package labelwright.canvas.raster;

import labelwright.geometry.MaskBitmap;

/// Draws the pixels of a bitmap: tinted, and with a line along the inside of their edge. Costs what the clip costs, however large the bitmap
/// is.
final class LiveAreaPainter {
    private final Raster raster;
    private int[] columns = new int[0];
    private boolean[] above = new boolean[0];
    private boolean[] here = new boolean[0];
    private boolean[] below = new boolean[0];

    LiveAreaPainter(Raster raster) {
        this.raster = raster;
    }

    void paint(LiveArea area, Viewport view) {
        DeviceRect clip = raster.clip().intersect(DeviceRect.around(view.toScreen(area.bounds()), 1));
        if (clip.isEmpty()) {
            return;
        }
        reserve(clip.width() + 2);
        for (int i = 0; i < clip.width() + 2; i++) {
            columns[i] = (int) Math.floor((clip.left() - 1 + i + 0.5 - view.offsetX()) / view.scale());
        }
        int tint = Raster.premultiplied(area.rgb(), area.fill());
        int line = Raster.premultiplied(area.rgb(), 1);
        read(area.pixels(), view, clip.top() - 1, clip, above);
        read(area.pixels(), view, clip.top(), clip, here);
        for (int y = clip.top(); y < clip.bottom(); y++) {
            read(area.pixels(), view, y + 1, clip, below);
            row(y, clip, tint, line);
            boolean[] spare = above;
            above = here;
            here = below;
            below = spare;
        }
    }

    private void row(int y, DeviceRect clip, int tint, int line) {
        int i = 1;
        while (i <= clip.width()) {
            if (!here[i]) {
                i++;
                continue;
            }
            int start = i;
            boolean edge = isEdge(i);
            while (i <= clip.width() && here[i] && isEdge(i) == edge) {
                i++;
            }
            raster.span(y, clip.left() + start - 1, clip.left() + i - 1, edge ? line : tint);
        }
    }

    private boolean isEdge(int i) {
        return !here[i - 1] || !here[i + 1] || !above[i] || !below[i];
    }

    private void read(MaskBitmap pixels, Viewport view, int y, DeviceRect clip, boolean[] out) {
        int row = (int) Math.floor((y + 0.5 - view.offsetY()) / view.scale());
        for (int i = 0; i < clip.width() + 2; i++) {
            out[i] = pixels.get(columns[i], row);
        }
    }

    private void reserve(int width) {
        if (columns.length < width) {
            columns = new int[width];
            above = new boolean[width];
            here = new boolean[width];
            below = new boolean[width];
        }
    }
}
