package labelwright.canvas.raster;

import java.util.Locale;

import labelwright.geometry.Bounds;
import labelwright.model.Annotation;
import labelwright.model.Colour;
import labelwright.model.LabelClass;
import labelwright.model.Origin;

/// Writes the label of a shape, and the score of a suggestion, at its topmost point.
final class CaptionPainter {
    private static final double SHAPES_FROM = 18;
    private static final int LONGEST_NAME = 28;
    private static final double OPACITY = 0.9;

    private final Raster raster;
    private final TextMask.Source texts;

    CaptionPainter(Raster raster, TextMask.Source texts) {
        this.raster = raster;
        this.texts = texts;
    }

    /// Above the shape, or inside it where the picture has no room above. The same for every pan.
    void paint(DrawnShape shape, LayerStyle style, Viewport view) {
        double pixel = style.look().pixel();
        Bounds screen = view.toScreen(shape.bounds());
        LabelClass label = style.labels().get(shape.annotation().label());
        boolean small = Math.max(screen.width(), screen.height()) < SHAPES_FROM * pixel;
        if (label == null || (small && !ShapePainter.hasMarkers(shape.annotation().shape()))) {
            return;
        }
        TextMask text = texts.of(text(shape.annotation(), label, style.role()));
        Colour colour = new Colour(ShapeColours.of(shape.annotation(), style));
        int padding = (int) Math.ceil(4 * pixel);
        int width = text.width() + 2 * padding;
        int height = text.height() + (int) Math.ceil(pixel);
        double top = screen.y() - ShapePainter.markerReach(shape.annotation().shape(), style.look());
        boolean roomAbove = top - view.offsetY() >= height;
        double middle = shape.topmostX() * view.scale() + view.offsetX();
        double leftmost = screen.x() - pixel;
        int left = (int) Math.floor(Math.clamp(middle - width / 2.0, leftmost, Math.max(leftmost, screen.maxX() - width)));
        int y = (int) Math.floor(roomAbove ? top - height : screen.y());
        raster.fill(new DeviceRect(left, y, left + width, y + height), Raster.premultiplied(colour.rgb(), OPACITY));
        raster.stamp(text, left + padding, y + (height - text.height()) / 2, Raster.premultiplied(Contrast.textOn(colour), 1));
    }

    private static String text(Annotation annotation, LabelClass label, LayerStyle.Role role) {
        String name = label.name().length() > LONGEST_NAME ? label.name().substring(0, LONGEST_NAME - 1) + "\u2026" : label.name();
        return switch (role) {
            case ANNOTATIONS -> name;
            case SUGGESTIONS ->
                !(annotation.origin() instanceof Origin.Suggested) ? name : String.format(Locale.ROOT, "%s %.2f", name, annotation.score());
        };
    }
}
