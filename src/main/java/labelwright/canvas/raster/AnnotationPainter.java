package labelwright.canvas.raster;

import java.util.ArrayList;
import java.util.List;

import labelwright.geometry.Bounds;
import labelwright.model.AnnotationId;

/// Draws the shapes of a layer into a raster, with less detail the more there are in view.
public final class AnnotationPainter {
    /// From how many shapes in view they are drawn in the plainest way.
    private static final int VERY_MANY = 15_000;
    /// From how many shapes in view the outlines are thin.
    private static final int MANY = 2_000;
    /// Up to how many shapes in view names are written.
    private static final int FEW = 300;
    /// How far a shape's drawing reaches beyond its bounds, in logical pixels, without and with its caption.
    private static final double REACH = 9;
    private static final double CAPTION_HEIGHT = 30;
    private static final double CAPTION_WIDTH = 320;

    private final Raster raster;
    private final ShapePainter shapes;
    private final CaptionPainter captions;

    public AnnotationPainter(Raster raster, TextMask.Source texts) {
        this.raster = raster;
        this.shapes = new ShapePainter(raster);
        this.captions = new CaptionPainter(raster, texts);
    }

    /// How much detail is drawn; changes while zooming and panning, and then the whole view has to be drawn again.
    public enum Detail {
        CAPTIONS, OUTLINES, THIN_OUTLINES, CROWD
    }

    /// The detail for what is in this view.
    public static Detail detail(ShapeLayer layer, Viewport view, DeviceRect whole) {
        int count = layer.size() <= FEW ? layer.size() : layer.count(inPicture(whole, view, 0));
        if (count > VERY_MANY) {
            return Detail.CROWD;
        }
        if (count > MANY) {
            return Detail.THIN_OUTLINES;
        }
        return count > FEW ? Detail.OUTLINES : Detail.CAPTIONS;
    }

    /// All pixels that a shape with these bounds may draw on.
    public static DeviceRect reach(Bounds bounds, Viewport view, double pixel) {
        DeviceRect outline = DeviceRect.around(view.toScreen(bounds), REACH * pixel);
        return new DeviceRect(outline.left(), (int) (outline.top() - CAPTION_HEIGHT * pixel),
                Math.max(outline.right(), (int) (outline.left() + CAPTION_WIDTH * pixel)),
                Math.max(outline.bottom(), (int) (outline.top() + CAPTION_HEIGHT * pixel)));
    }

    /// Draws what touches the raster's clip; selected shapes come last, so that they lie on top, and the names above all shapes.
    public void paint(ShapeLayer layer, LayerStyle style, Viewport view, Detail detail) {
        boolean named = detail == Detail.CAPTIONS && style.look().captions() == LayerStyle.Captions.SHOWN;
        double margin = (named ? CAPTION_WIDTH : REACH) * style.look().pixel();
        boolean anyHidden = !style.hidden().isEmpty();
        boolean anySelected = !style.selection().isEmpty();
        List<DrawnShape> selected = new ArrayList<>();
        List<DrawnShape> shown = new ArrayList<>();
        layer.forEach(inPicture(raster.clip(), view, margin), shape -> {
            AnnotationId id = shape.annotation().id();
            if (anyHidden && style.hidden().contains(id)) {
                return;
            }
            if (anySelected && style.selection().contains(id)) {
                selected.add(shape);
                return;
            }
            shapes.paint(shape, style, view, detail);
            if (named) {
                shown.add(shape);
            }
        });
        selected.forEach(shape -> shapes.paintSelected(shape, style, view, detail));
        if (named) {
            shown.addAll(selected);
            shown.forEach(shape -> captions.paint(shape, style, view));
        }
    }

    private static Bounds inPicture(DeviceRect area, Viewport view, double margin) {
        return Bounds.between(view.toPicture(area.left() - margin, area.top() - margin),
                view.toPicture(area.right() + margin, area.bottom() + margin));
    }
}
