package labelwright.canvas.raster;

import java.util.List;

import org.jspecify.annotations.Nullable;

import labelwright.geometry.Keypoint;
import labelwright.geometry.Keypoints;
import labelwright.geometry.Point;
import labelwright.geometry.Points;
import labelwright.model.SkeletonTemplate;

/// Draws single points and skeletons: markers of the same size at every zoom, joined as the label's template says. What can be seen is
/// filled, what is hidden is hollow, and so is a suggestion.
final class MarkerPainter {
    /// How far a marker reaches beyond its point, in logical pixels.
    static final double REACH = 6;
    private static final double RADIUS = 4;
    private static final double SMALL_RADIUS = 2.5;
    /// Skeletons smaller than this have small markers, in logical pixels.
    private static final double SMALL_SKELETON = 60;
    private static final double RIM = 1;
    private static final double RIM_OPACITY = 0.65;
    private static final double EDGE_RIM_OPACITY = 0.35;
    private static final double HOLLOW_LINE = 0.45;
    private static final int WHITE = 0xFFFFFF;

    private final DotPainter dots;
    private final LinePainter lines;

    MarkerPainter(Raster raster) {
        this.dots = new DotPainter(raster);
        this.lines = new LinePainter(raster);
    }

    void points(Points points, Viewport view, Pen pen) {
        for (Point point : points.points()) {
            Point at = view.toScreen(point);
            if (pen.dashed()) {
                hollow(at, RADIUS * pen.pixel(), pen);
            } else {
                full(at, RADIUS * pen.pixel(), pen);
            }
        }
    }

    /// @param size of the skeleton on the screen, in device pixels
    /// @param template has the edges, and the colours unless shapes are coloured otherwise; null for none
    void skeleton(Keypoints keypoints, double size, @Nullable SkeletonTemplate template, Viewport view, Pen pen) {
        if (template != null) {
            edges(keypoints.points(), template, view, pen);
        }
        double radius = pen.pixel() * (size < SMALL_SKELETON * pen.pixel() ? SMALL_RADIUS : RADIUS);
        for (int i = 0; i < keypoints.points().size(); i++) {
            Keypoint point = keypoints.points().get(i);
            Point at = view.toScreen(point.at());
            Pen joint = template != null && i < template.size() ? pen.withColour(template.joints().get(i).colour().rgb()) : pen;
            switch (point.visibility()) {
                case ABSENT -> {
                }
                case VISIBLE -> {
                    if (pen.dashed()) {
                        hollow(at, radius, joint);
                    } else {
                        full(at, radius, joint);
                    }
                }
                case OCCLUDED -> hollow(at, radius, joint);
            }
        }
    }

    private void edges(List<Keypoint> points, SkeletonTemplate template, Viewport view, Pen pen) {
        for (SkeletonTemplate.Edge edge : template.edges()) {
            if (Math.max(edge.from(), edge.to()) >= points.size() || !points.get(edge.from()).isThere()
                    || !points.get(edge.to()).isThere()) {
                continue;
            }
            Point from = view.toScreen(points.get(edge.from()).at());
            Point to = view.toScreen(points.get(edge.to()).at());
            int rim = Raster.premultiplied(pen.isSelected() ? WHITE : 0, pen.isSelected() ? RIM_OPACITY : EDGE_RIM_OPACITY);
            lines.line(from.x(), from.y(), to.x(), to.y(), pen.width() + 2 * RIM * pen.pixel(), rim);
            int colour = Raster.premultiplied(edge.colour().rgb(), 1);
            if (pen.dashed()) {
                LinePainter.Dashes dashes = new LinePainter.Dashes(Outline.ON * pen.pixel(), Outline.OFF * pen.pixel(), 0);
                lines.dashed(from.x(), from.y(), to.x(), to.y(), dashes, pen.width(), colour);
            } else {
                lines.line(from.x(), from.y(), to.x(), to.y(), pen.width(), colour);
            }
        }
    }

    /// A disc with a thin rim: dark, or white when selected.
    private void full(Point at, double radius, Pen pen) {
        double rim = (pen.isSelected() ? 2 : 1) * RIM * pen.pixel();
        dots.disc(at.x(), at.y(), radius + rim,
                Raster.premultiplied(pen.isSelected() ? WHITE : 0, pen.isSelected() ? 1 : RIM_OPACITY));
        dots.disc(at.x(), at.y(), radius, pen.colour());
    }

    private void hollow(Point at, double radius, Pen pen) {
        double line = Math.max(1, radius * HOLLOW_LINE);
        int rim = Raster.premultiplied(pen.isSelected() ? WHITE : 0, pen.isSelected() ? 1 : RIM_OPACITY);
        dots.ring(at.x(), at.y(), radius - line / 2, line + 2 * RIM * pen.pixel(), rim);
        dots.ring(at.x(), at.y(), radius - line / 2, line, pen.colour());
    }
}
