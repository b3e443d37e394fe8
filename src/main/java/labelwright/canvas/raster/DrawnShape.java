package labelwright.canvas.raster;

import org.jspecify.annotations.Nullable;

import labelwright.geometry.Bounds;
import labelwright.geometry.Contour;
import labelwright.geometry.Mask;
import labelwright.geometry.Spans;
import labelwright.model.Annotation;

/// An annotation ready for drawing. Its outline is laid out flat when it is drawn for the first time; a mask has none and is drawn from its
/// runs. Belongs to one thread.
final class DrawnShape {
    private final Annotation annotation;
    private final Bounds bounds;
    private @Nullable FlatLines lines;
    private @Nullable MaskRows rows;
    private int order;

    DrawnShape(Annotation annotation) {
        this.annotation = annotation;
        this.bounds = annotation.shape().bounds();
    }

    /// Its place in the layer: higher lies on top. The layer keeps it up to date.
    int order() {
        return order;
    }

    void order(int place) {
        order = place;
    }

    Annotation annotation() {
        return annotation;
    }

    /// In picture pixels.
    Bounds bounds() {
        return bounds;
    }

    /// Not for masks.
    FlatLines lines() {
        FlatLines known = lines;
        if (known == null) {
            known = new FlatLines(Contour.of(annotation.shape()));
            lines = known;
        }
        return known;
    }

    MaskRows rows(Mask mask) {
        MaskRows known = rows;
        if (known == null) {
            known = new MaskRows(mask.spans());
            rows = known;
        }
        return known;
    }

    /// Where along the top edge of its bounds the shape is; the left end for a box.
    double topmostX() {
        if (annotation.shape() instanceof Mask mask) {
            Spans spans = mask.spans();
            return (spans.from(0) + spans.to(0)) / 2.0;
        }
        return lines().topmostX();
    }
}
