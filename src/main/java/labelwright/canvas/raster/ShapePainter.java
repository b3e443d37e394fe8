package labelwright.canvas.raster;

import java.util.List;

import org.jspecify.annotations.Nullable;

import labelwright.geometry.Bounds;
import labelwright.geometry.Box;
import labelwright.geometry.Contour;
import labelwright.geometry.Ellipse;
import labelwright.geometry.Keypoints;
import labelwright.geometry.Mask;
import labelwright.geometry.Point;
import labelwright.geometry.Points;
import labelwright.geometry.Polygon;
import labelwright.geometry.Polyline;
import labelwright.geometry.RotatedBox;
import labelwright.geometry.Shape;
import labelwright.geometry.TextSpan;
import labelwright.model.Annotation;
import labelwright.model.Colour;
import labelwright.model.LabelClass;
import labelwright.model.SkeletonTemplate;

/// Draws one shape, with less detail the smaller it is and the more there are. Points have the same size at every zoom.
final class ShapePainter {
    private static final double DOT = 3;
    private static final double SPECK = 2;
    /// Among very many, shapes smaller than this are drawn as plain areas, in logical pixels.
    private static final double BLOCK = 7;
    private static final double BLOCK_OPACITY = 0.8;
    private static final double THIN = 1;
    private static final double HALO = 2;
    private static final double HALO_OPACITY = 0.5;
    private static final double MORE_FILL = 1.8;
    private static final double SOME_FILL = 0.05;
    private static final double SELECTED_MORE = 0.5;
    private static final int WHITE = 0xFFFFFF;
    private static final double MERGE = 0.75;
    private static final double COARSE_MERGE = 2.5;
    /// A rotated box from this size on shows which side is up, in logical pixels.
    private static final double DIRECTION_FROM = 24;
    private static final double DIRECTION = 6;

    private final Raster raster;
    private final Outline outline;
    private final MarkerPainter markers;
    private final MaskPainter masks;

    ShapePainter(Raster raster) {
        this.raster = raster;
        this.outline = new Outline(raster);
        this.markers = new MarkerPainter(raster);
        this.masks = new MaskPainter(raster);
    }

    static boolean hasMarkers(Shape shape) {
        return shape instanceof Points || shape instanceof Keypoints;
    }

    /// How far markers reach beyond the shape, in device pixels.
    static double markerReach(Shape shape, LayerStyle.Look look) {
        return hasMarkers(shape) ? MarkerPainter.REACH * look.pixel() : 0;
    }

    /// With a stronger tint and a dark rim, and never as a mere dot.
    void paintSelected(DrawnShape shape, LayerStyle style, Viewport view, AnnotationPainter.Detail detail) {
        paint(shape, style, view, detail, true);
    }

    void paint(DrawnShape shape, LayerStyle style, Viewport view, AnnotationPainter.Detail detail) {
        paint(shape, style, view, detail, false);
    }

    private void paint(DrawnShape shape, LayerStyle style, Viewport view, AnnotationPainter.Detail detail, boolean selected) {
        LayerStyle.Look look = style.look();
        boolean crowd = detail == AnnotationPainter.Detail.CROWD;
        if (crowd && !selected && paintInCrowd(shape, style, view)) {
            return;
        }
        Bounds screen = view.toScreen(shape.bounds());
        double pixel = look.pixel();
        Shape geometry = shape.annotation().shape();
        int rgb = ShapeColours.of(shape.annotation(), style);
        double size = Math.max(screen.width(), screen.height());
        if (!selected && !hasMarkers(geometry) && size < DOT * pixel) {
            speck(screen.x() + screen.width() / 2, screen.y() + screen.height() / 2, DOT * pixel, Raster.premultiplied(rgb, 1));
            return;
        }
        boolean thin = crowd || detail == AnnotationPainter.Detail.THIN_OUTLINES;
        double width = thin ? Math.min(THIN, look.outline()) : look.outline();
        double fill = selected ? Math.min(1, look.fill() * MORE_FILL + SOME_FILL) : crowd ? 0 : look.fill();
        boolean dashed = style.role() == LayerStyle.Role.SUGGESTIONS;
        Pen pen = new Pen(rgb, fill, pixel * (selected ? look.outline() + SELECTED_MORE : width), selected ? pixel * HALO : 0, pixel,
                dashed,
                crowd && !selected);
        paint(shape, style, screen, view, pen);
    }

    private void speck(double centreX, double centreY, double wanted, int colour) {
        int size = (int) Math.max(2, Math.rint(wanted));
        int x = (int) Math.floor(centreX - size / 2.0);
        int y = (int) Math.floor(centreY - size / 2.0);
        raster.fill(x, y, x + size, y + size, colour);
    }

    /// What most shapes of a crowd are drawn as: a speck, a small area, an outline of single pixels. Makes no objects, since it is done a
    /// hundred thousand times for one frame and the pauses of the collector would be seen.
    ///
    /// @return whether this was enough; larger boxes, masks and points are drawn as elsewhere
    private boolean paintInCrowd(DrawnShape shape, LayerStyle style, Viewport view) {
        Shape geometry = shape.annotation().shape();
        if (hasMarkers(geometry)) {
            return false;
        }
        double pixel = style.look().pixel();
        double left = shape.bounds().x() * view.scale() + view.offsetX();
        double top = shape.bounds().y() * view.scale() + view.offsetY();
        double width = shape.bounds().width() * view.scale();
        double height = shape.bounds().height() * view.scale();
        DeviceRect clip = raster.clip();
        // what comes from the layer may be as far away as a marker reaches
        double reach = SPECK * pixel;
        if (left + width + reach < clip.left() || left - reach > clip.right() || top + height + reach < clip.top()
                || top - reach > clip.bottom()) {
            return true;
        }
        double size = Math.max(width, height);
        int rgb = ShapeColours.of(shape.annotation(), style);
        if (size < SPECK * pixel) {
            speck(left + width / 2, top + height / 2, SPECK * pixel, Raster.premultiplied(rgb, 1));
        } else if (size < BLOCK * pixel) {
            raster.fill((int) Math.floor(left), (int) Math.floor(top), (int) Math.ceil(left + width), (int) Math.ceil(top + height),
                    Raster.premultiplied(rgb, BLOCK_OPACITY));
        } else if (geometry instanceof Polygon || geometry instanceof Polyline || geometry instanceof Ellipse) {
            outline.layOut(shape.lines(), view, COARSE_MERGE);
            outline.sketch(Raster.premultiplied(rgb, 1));
        } else {
            return false;
        }
        return true;
    }

    private void paint(DrawnShape shape, LayerStyle style, Bounds screen, Viewport view, Pen pen) {
        switch (shape.annotation().shape()) {
            case Box _ -> {
                if ( pen.dashed()) {
                    lines(shape, view, pen);
                } else {
                    box(screen, pen);
                }
            }
            case Ellipse _, Polygon _, Polyline _ -> lines(shape, view, pen);
            case RotatedBox box -> {
                lines(shape, view, pen);
                if (pen.isSelected()) {
                    direction(box, view, pen);
                }
            }
            case TextSpan span -> throw span.notOfPicture();
            case Points points -> markers.points(points, view, pen);
            case Keypoints keypoints -> markers.skeleton(keypoints, Math.max(screen.width(), screen.height()),
                    template(shape.annotation(), style), view, pen);
            case Mask mask -> {
                int width = (int) Math.max(1, Math.rint(pen.width()));
                masks.paint(shape.rows(mask), shape.bounds(), view, new MaskPainter.Look(pen.tint(), pen.colour(), width,
                        pen.dashed() ? MaskPainter.Line.DASHED : MaskPainter.Line.SOLID));
            }
        }
    }

    /// In its own colours, or in those of the shape when shapes are not coloured by label.
    private static @Nullable SkeletonTemplate template(Annotation annotation, LayerStyle style) {
        LabelClass label = style.labels().get(annotation.label());
        SkeletonTemplate known = label == null ? null : label.findSkeleton().orElse(null);
        if (known == null || style.look().colouring() == LayerStyle.Colouring.LABEL) {
            return known;
        }
        Colour colour = new Colour(ShapeColours.of(annotation, style));
        return new SkeletonTemplate(known.joints().stream().map(joint -> joint.withColour(colour)).toList(),
                known.edges().stream().map(edge -> new SkeletonTemplate.Edge(edge.from(), edge.to(), colour)).toList(), known.mirrors());
    }

    /// Box edges lie on whole pixels, so that they are sharp.
    private void box(Bounds screen, Pen pen) {
        int left = (int) Math.rint(screen.x());
        int top = (int) Math.rint(screen.y());
        DeviceRect edge = new DeviceRect(left, top, Math.max(left + 1, (int) Math.rint(screen.maxX())),
                Math.max(top + 1, (int) Math.rint(screen.maxY())));
        if (pen.fill() > 0) {
            raster.fill(edge, pen.tint());
        }
        int width = (int) Math.max(1, Math.rint(pen.width()));
        int rim = (int) Math.rint(pen.halo() / 2);
        if (rim > 0) {
            frame(edge, width + 2 * rim, Raster.premultiplied(0, HALO_OPACITY));
        }
        frame(edge, width, pen.colour());
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

    private void lines(DrawnShape shape, Viewport view, Pen pen) {
        outline.layOut(shape.lines(), view, pen.coarse() ? COARSE_MERGE : MERGE);
        if (pen.coarse()) {
            outline.sketch(pen.colour());
            return;
        }
        if (pen.fill() > 0 && outline.isClosed()) {
            outline.fill(pen.tint());
        }
        if (pen.halo() > 0) {
            outline.stroke(pen.width() + pen.halo(), Raster.premultiplied(0, HALO_OPACITY));
        }
        if (!pen.dashed()) {
            outline.stroke(pen.width(), pen.colour());
            return;
        }
        if (pen.halo() > 0) {
            outline.stroke(pen.width(), Raster.premultiplied(WHITE, 1));
        }
        outline.dash(pen.width(), pen.pixel(), pen.colour());
    }

    /// A small arrow inside the middle of the side that was the top before the turn.
    private void direction(RotatedBox box, Viewport view, Pen pen) {
        if (Math.min(box.width(), box.height()) * view.scale() < DIRECTION_FROM * pen.pixel()) {
            return;
        }
        double size = DIRECTION * pen.pixel() / view.scale();
        double top = box.centreY() - box.height() / 2;
        List<Point> arrow = List.of(new Point(box.centreX() - size, top + 2.2 * size), new Point(box.centreX(), top + size),
                new Point(box.centreX() + size, top + 2.2 * size));
        List<Point> turned = arrow.stream().map(box.turn()::apply).toList();
        outline.layOut(new FlatLines(List.of(new Contour(turned, Contour.Ends.OPEN))), view, 0);
        outline.stroke(pen.width() + pen.halo(), Raster.premultiplied(0, HALO_OPACITY));
        outline.stroke(pen.width(), pen.colour());
    }
}
