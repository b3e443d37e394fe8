package labelwright.canvas.raster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import labelwright.geometry.Bounds;
import labelwright.geometry.Box;
import labelwright.model.Annotation;
import labelwright.model.LabelClass;

/// Draws the shapes of a layer into a raster, with less detail the smaller and the more they are.
public final class AnnotationPainter {
    /// Colour of shapes whose label is unknown.
    private static final int NO_LABEL = 0x9AA4AF;
    /// From how many shapes in view the outlines are thin.
    private static final int MANY = 2_000;
    /// Up to how many shapes in view names are written.
    private static final int FEW = 300;
    private static final double DOT = 3;
    private static final double CAPTION_FROM = 18;
    private static final double THIN = 1;
    private static final double NORMAL = 2;
    private static final double SELECTED = 2.5;
    private static final double HALO = 2;
    private static final double HALO_OPACITY = 0.5;
    private static final double MORE_FILL = 1.8;
    private static final double SOME_FILL = 0.05;
    /// How far a shape's drawing reaches beyond its bounds, in logical pixels, without and with its caption.
    private static final double REACH = 5;
    private static final double CAPTION_HEIGHT = 24;
    private static final double CAPTION_WIDTH = 320;
    private static final int LONGEST_NAME = 28;
    private static final int WHITE = 0xFFFFFF;
    private static final double MERGE = 0.75;

    private final Raster raster;
    private final LinePainter lines;
    private final AreaPainter areas;
    private final TextMask.Source texts;
    private double[] xy = new double[64];
    private int[] ends = new int[4];

    public AnnotationPainter(Raster raster, TextMask.Source texts) {
        this.raster = raster;
        this.lines = new LinePainter(raster);
        this.areas = new AreaPainter(raster);
        this.texts = texts;
    }

    /// How much detail is drawn; changes while zooming and panning, and then the whole view has to be drawn again.
    public enum Detail {
        CAPTIONS, OUTLINES, THIN_OUTLINES
    }

    /// The detail for what is in this view.
    public static Detail detail(ShapeLayer layer, Viewport view, DeviceRect whole) {
        int count = 0;
        for (DrawnShape shape : layer.shapes()) {
            if (touches(shape.bounds(), view, whole, 0)) {
                count++;
            }
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
        double above = detail == Detail.CAPTIONS ? CAPTION_WIDTH * style.look().pixel() : REACH * style.look().pixel();
        List<DrawnShape> shown = new ArrayList<>();
        List<DrawnShape> selected = new ArrayList<>();
        for (DrawnShape shape : layer.shapes()) {
            if (touches(shape.bounds(), view, raster.clip(), above) && isShown(shape, style)) {
                (isSelected(shape, style) ? selected : shown).add(shape);
            }
        }
        shown.addAll(selected);
        shown.forEach(shape -> paint(shape, style, view, detail));
        if (detail == Detail.CAPTIONS && style.look().captions() == LayerStyle.Captions.SHOWN) {
            shown.forEach(shape -> caption(shape, style, view));
        }
    }

    private static boolean isShown(DrawnShape shape, LayerStyle style) {
        return !style.hidden().contains(shape.annotation().id());
    }

    private static boolean isSelected(DrawnShape shape, LayerStyle style) {
        return style.selection().contains(shape.annotation().id());
    }

    private static boolean touches(Bounds bounds, Viewport view, DeviceRect area, double margin) {
        double left = bounds.x() * view.scale() + view.offsetX();
        double top = bounds.y() * view.scale() + view.offsetY();
        return left - margin < area.right() && left + bounds.width() * view.scale() + margin > area.left() && top - margin < area.bottom()
                && top + bounds.height() * view.scale() + margin > area.top();
    }

    private void paint(DrawnShape shape, LayerStyle style, Viewport view, Detail detail) {
        Bounds screen = view.toScreen(shape.bounds());
        double pixel = style.look().pixel();
        LabelClass label = style.labels().get(shape.annotation().label());
        int rgb = label == null ? NO_LABEL : label.colour().rgb();
        boolean selected = isSelected(shape, style);
        if (!selected && Math.max(screen.width(), screen.height()) < DOT * pixel) {
            int size = (int) Math.max(2, Math.rint(DOT * pixel));
            int x = (int) Math.floor(screen.centre().x() - size / 2.0);
            int y = (int) Math.floor(screen.centre().y() - size / 2.0);
            raster.fill(new DeviceRect(x, y, x + size, y + size), Raster.premultiplied(rgb, 1));
            return;
        }
        double fill = selected ? Math.min(1, style.look().fill() * MORE_FILL + SOME_FILL) : style.look().fill();
        double width = pixel * (detail == Detail.THIN_OUTLINES ? THIN : NORMAL);
        boolean plainBox = shape.annotation().shape() instanceof Box && style.role() == LayerStyle.Role.ANNOTATIONS;
        Stroke stroke = selected ? new Stroke(pixel * SELECTED, pixel * HALO) : new Stroke(width, 0);
        if (plainBox) {
            box(screen, rgb, fill, stroke);
        } else {
            outline(layOut(shape, view), style, rgb, fill, stroke);
        }
    }

    /// Widths in device pixels.
    ///
    /// @param halo how far a dark rim reaches beyond the line on each side; 0 for none
    private record Stroke(double width, double halo) {}

    /// Box edges lie on whole pixels, so that they are sharp.
    private void box(Bounds screen, int rgb, double fill, Stroke stroke) {
        int left = (int) Math.rint(screen.x());
        int top = (int) Math.rint(screen.y());
        DeviceRect edge = new DeviceRect(left, top, Math.max(left + 1, (int) Math.rint(screen.maxX())),
                Math.max(top + 1, (int) Math.rint(screen.maxY())));
        if (fill > 0) {
            raster.fill(edge, Raster.premultiplied(rgb, fill));
        }
        int width = (int) Math.max(1, Math.rint(stroke.width()));
        int rim = (int) Math.rint(stroke.halo() / 2);
        if (rim > 0) {
            frame(edge, width + 2 * rim, Raster.premultiplied(0, HALO_OPACITY));
        }
        frame(edge, width, Raster.premultiplied(rgb, 1));
    }

    private void frame(DeviceRect edge, int width, int colour) {
        int out = width / 2;
        int in = width - out;
        DeviceRect outer = new DeviceRect(edge.left() - out, edge.top() - out, edge.right() + out, edge.bottom() + out);
        DeviceRect inner = new DeviceRect(edge.left() + in, edge.top() + in, edge.right() - in, edge.bottom() - in);
        if (inner.isEmpty()) {
            raster.fill(outer, colour);
            return;
        }
        raster.fill(new DeviceRect(outer.left(), outer.top(), outer.right(), inner.top()), colour);
        raster.fill(new DeviceRect(outer.left(), inner.bottom(), outer.right(), outer.bottom()), colour);
        raster.fill(new DeviceRect(outer.left(), inner.top(), inner.left(), inner.bottom()), colour);
        raster.fill(new DeviceRect(inner.right(), inner.top(), outer.right(), inner.bottom()), colour);
    }

    private void outline(int rings, LayerStyle style, int rgb, double fill, Stroke stroke) {
        if (fill > 0) {
            areas.fill(xy, ends, rings, Raster.premultiplied(rgb, fill));
        }
        if (stroke.halo() > 0) {
            stroke(rings, stroke.width() + stroke.halo(), Raster.premultiplied(0, HALO_OPACITY));
        }
        switch (style.role()) {
            case ANNOTATIONS -> stroke(rings, stroke.width(), Raster.premultiplied(rgb, 1));
            case SUGGESTIONS -> {
                if (stroke.halo() > 0) {
                    stroke(rings, stroke.width(), Raster.premultiplied(WHITE, 1));
                }
                dash(rings, stroke.width(), style.look().pixel(), Raster.premultiplied(rgb, 1));
            }
        }
    }

    /// Puts the outline into `xy` and `ends` in device pixels, without points that would fall on the one before.
    private int layOut(DrawnShape shape, Viewport view) {
        double[] from = shape.xy();
        int[] fromEnds = shape.ends();
        if (xy.length < from.length) {
            xy = new double[from.length];
        }
        if (ends.length < fromEnds.length) {
            ends = Arrays.copyOf(ends, fromEnds.length);
        }
        int kept = 0;
        int start = 0;
        for (int ring = 0; ring < fromEnds.length; ring++) {
            int first = kept;
            for (int i = start; i < fromEnds[ring]; i++) {
                double x = from[2 * i] * view.scale() + view.offsetX();
                double y = from[2 * i + 1] * view.scale() + view.offsetY();
                if (kept == first || Math.abs(x - xy[2 * kept - 2]) + Math.abs(y - xy[2 * kept - 1]) >= MERGE) {
                    xy[2 * kept] = x;
                    xy[2 * kept + 1] = y;
                    kept++;
                }
            }
            ends[ring] = kept;
            start = fromEnds[ring];
        }
        return fromEnds.length;
    }

    private void stroke(int rings, double width, int colour) {
        int start = 0;
        for (int ring = 0; ring < rings; ring++) {
            int previous = ends[ring] - 1;
            for (int i = start; i < ends[ring]; i++) {
                lines.line(xy[2 * previous], xy[2 * previous + 1], xy[2 * i], xy[2 * i + 1], width, colour);
                previous = i;
            }
            start = ends[ring];
        }
    }

    private void dash(int rings, double width, double pixel, int colour) {
        int start = 0;
        for (int ring = 0; ring < rings; ring++) {
            LinePainter.Dashes dashes = new LinePainter.Dashes(5 * pixel, 4 * pixel, 0);
            int previous = ends[ring] - 1;
            for (int i = start; i < ends[ring]; i++) {
                double phase = lines.dashed(xy[2 * previous], xy[2 * previous + 1], xy[2 * i], xy[2 * i + 1], dashes, width, colour);
                dashes = dashes.at(phase);
                previous = i;
            }
            start = ends[ring];
        }
    }

    /// At the topmost point: above the shape, or inside it where the picture has no room above. The same for every pan.
    private void caption(DrawnShape shape, LayerStyle style, Viewport view) {
        double pixel = style.look().pixel();
        Bounds screen = view.toScreen(shape.bounds());
        LabelClass label = style.labels().get(shape.annotation().label());
        if (label == null || Math.max(screen.width(), screen.height()) < CAPTION_FROM * pixel) {
            return;
        }
        TextMask text = texts.of(caption(shape.annotation(), label, style.role()));
        int padding = (int) Math.ceil(4 * pixel);
        int width = text.width() + 2 * padding;
        int height = text.height() + (int) Math.ceil(pixel);
        boolean roomAbove = screen.y() - view.offsetY() >= height;
        double middle = shape.topmostX() * view.scale() + view.offsetX();
        double leftmost = screen.x() - pixel;
        int left = (int) Math.floor(Math.clamp(middle - width / 2.0, leftmost, Math.max(leftmost, screen.maxX() - width)));
        int top = (int) Math.floor(roomAbove ? screen.y() - height : screen.y());
        raster.fill(new DeviceRect(left, top, left + width, top + height), Raster.premultiplied(label.colour().rgb(), 0.9));
        raster.stamp(text, left + padding, top + (height - text.height()) / 2, Raster.premultiplied(Contrast.textOn(label.colour()), 1));
    }

    private static String caption(Annotation annotation, LabelClass label, LayerStyle.Role role) {
        String name = label.name().length() > LONGEST_NAME ? label.name().substring(0, LONGEST_NAME - 1) + "\u2026" : label.name();
        return switch (role) {
            case ANNOTATIONS -> name;
            case SUGGESTIONS -> String.format(Locale.ROOT, "%s %.2f", name, annotation.score());
        };
    }
}
