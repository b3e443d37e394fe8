package labelwright.canvas.aid;

import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;

import labelwright.canvas.raster.Viewport;
import labelwright.geometry.Bounds;

/// Lines at equal distances over the part of the picture that is in view; none where they would lie too close.
final class GridLines extends Path {
    private final double closest;

    /// @param closest the least distance of two lines, in screen pixels
    GridLines(String styleClass, double closest) {
        this.closest = closest;
        getStyleClass().add(styleClass);
        setManaged(false);
        setMouseTransparent(true);
    }

    /// @param spacing in picture pixels
    /// @param width of the view
    /// @param height of the view
    void update(Viewport view, Bounds picture, double spacing, double width, double height) {
        getElements().clear();
        if (!(spacing * view.scale() >= closest)) {
            return;
        }
        Bounds seen = view.visibleRegion(width, height);
        double left = Math.max(picture.x(), seen.x());
        double top = Math.max(picture.y(), seen.y());
        double right = Math.min(picture.maxX(), seen.maxX());
        double bottom = Math.min(picture.maxY(), seen.maxY());
        if (left >= right || top >= bottom) {
            return;
        }
        double screenLeft = left * view.scale() + view.offsetX();
        double screenRight = right * view.scale() + view.offsetX();
        double screenTop = top * view.scale() + view.offsetY();
        double screenBottom = bottom * view.scale() + view.offsetY();
        for (long i = (long) Math.ceil(left / spacing); i * spacing <= right; i++) {
            double at = Math.rint(i * spacing * view.scale() + view.offsetX()) + 0.5;
            getElements().addAll(new MoveTo(at, screenTop), new LineTo(at, screenBottom));
        }
        for (long i = (long) Math.ceil(top / spacing); i * spacing <= bottom; i++) {
            double at = Math.rint(i * spacing * view.scale() + view.offsetY()) + 0.5;
            getElements().addAll(new MoveTo(screenLeft, at), new LineTo(screenRight, at));
        }
    }
}
