package labelwright.canvas;

import org.jspecify.annotations.Nullable;

import labelwright.canvas.aid.AidLayer;
import labelwright.canvas.raster.Viewport;
import labelwright.geometry.Bounds;
import labelwright.geometry.Point;

/// The canvas as the keyboard's cursor moves over it: the view follows the cursor.
final class CursorScene implements KeyCursor.Scene {
    /// How near the cursor may come to the edge of the view before the view follows.
    private static final double EDGE = 40;

    private final PictureCanvas canvas;
    private final CanvasContent content;
    private final AidLayer aids;

    CursorScene(PictureCanvas canvas, CanvasContent content, AidLayer aids) {
        this.canvas = canvas;
        this.content = content;
        this.aids = aids;
    }

    /// The middle of what can be seen of the picture, on a whole pixel.
    static Point middle(Bounds picture, Bounds seen) {
        double x = Math.max(seen.x(), picture.x()) + Math.min(seen.maxX(), picture.maxX());
        double y = Math.max(seen.y(), picture.y()) + Math.min(seen.maxY(), picture.maxY());
        return new Point(Math.rint(x / 2), Math.rint(y / 2));
    }

    @Override
    public Bounds picture() {
        return content.picture();
    }

    @Override
    public double scale() {
        return canvas.getViewport().scale();
    }

    @Override
    public boolean enterIsTaken() {
        return content.pointedAt().isPresent();
    }

    @Override
    public boolean hasSelection() {
        return !content.selection().isEmpty();
    }

    @Override
    public void cursorMoved(@Nullable Point at) {
        aids.cursor(at);
        if (at == null) {
            canvas.hoverEnded();
            return;
        }
        Viewport view = canvas.getViewport();
        Point screen = view.toScreen(at);
        double dx = within(screen.x(), canvas.getWidth()) - screen.x();
        double dy = within(screen.y(), canvas.getHeight()) - screen.y();
        if (dx != 0 || dy != 0) {
            canvas.panBy(dx, dy);
        }
        canvas.hovered(screen.x() + dx, screen.y() + dy);
    }

    private static double within(double at, double length) {
        return Math.clamp(at, Math.min(EDGE, length / 2), Math.max(length - EDGE, length / 2));
    }
}
