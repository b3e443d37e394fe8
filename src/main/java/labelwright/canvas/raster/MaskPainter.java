package labelwright.canvas.raster;

import labelwright.geometry.Bounds;

/// Draws masks: a tint, and the pixels of the screen at its edge in full colour. Works from the runs row by row of the screen, so that it
/// costs what can be seen and not what is there: of several rows of the mask on one row of the screen one is taken.
final class MaskPainter {
    private static final int DASH = 8;

    private final Raster raster;
    private Intervals[] window = {};
    private Intervals inner = new Intervals();
    private Intervals next = new Intervals();

    MaskPainter(Raster raster) {
        this.raster = raster;
    }

    /// How a mask is drawn.
    ///
    /// @param tint premultiplied, for the inside
    /// @param edge premultiplied, for the outline
    /// @param width of the outline in device pixels, inside the mask
    record Look(int tint, int edge, int width, Line line) {}

    enum Line {
        SOLID, DASHED
    }

    /// @param bounds of the mask in picture pixels
    void paint(MaskRows rows, Bounds bounds, Viewport view, Look look) {
        DeviceRect clip = raster.clip();
        DeviceRect area = DeviceRect.around(view.toScreen(bounds), 0).intersect(clip);
        if (area.isEmpty()) {
            return;
        }
        int width = look.width();
        // dashes stay with the picture when it is moved
        int phase = (int) Math.rint(view.offsetX() + view.offsetY());
        makeWindow(2 * width + 1);
        for (int y = area.top() - width; y < area.top() + width; y++) {
            read(rows, y, view, area, width);
        }
        for (int y = area.top(); y < area.bottom(); y++) {
            read(rows, y + width, view, area, width);
            row(y, look, phase);
        }
    }

    private void makeWindow(int size) {
        if (window.length != size) {
            window = new Intervals[size];
            for (int i = 0; i < size; i++) {
                window[i] = new Intervals();
            }
        }
    }

    private void read(MaskRows rows, int y, Viewport view, DeviceRect area, int width) {
        int row = (int) Math.floor((y + 0.5 - view.offsetY()) / view.scale());
        rows.intervals(row, view, area.left() - width - 1, area.right() + width + 1, at(y));
    }

    private Intervals at(int y) {
        return window[Math.floorMod(y, window.length)];
    }

    private void row(int y, Look look, int phase) {
        Intervals all = at(y);
        inner.shrunk(all, look.width());
        for (int distance = 1; distance <= look.width() && inner.size() > 0; distance++) {
            keepCommon(at(y - distance));
            keepCommon(at(y + distance));
        }
        int i = 0;
        for (int run = 0; run < all.size(); run++) {
            int x = all.from(run);
            while (i < inner.size() && inner.to(i) <= all.to(run)) {
                edge(y, x, inner.from(i), look, phase);
                if (look.tint() != 0) {
                    raster.span(y, inner.from(i), inner.to(i), look.tint());
                }
                x = inner.to(i);
                i++;
            }
            edge(y, x, all.to(run), look, phase);
        }
    }

    private void keepCommon(Intervals other) {
        next.common(inner, other);
        Intervals spare = inner;
        inner = next;
        next = spare;
    }

    private void edge(int y, int from, int to, Look look, int phase) {
        switch (look.line()) {
            case SOLID -> raster.span(y, from, to, look.edge());
            case DASHED -> {
                DeviceRect clip = raster.clip();
                for (int x = Math.max(from, clip.left()); x < Math.min(to, clip.right()); x++) {
                    boolean on = Math.floorMod(x + y - phase, 2 * DASH) < DASH;
                    raster.span(y, x, x + 1, on ? look.edge() : look.tint());
                }
            }
        }
    }
}
