package labelwright.canvas.raster;

import labelwright.geometry.Bounds;
import labelwright.geometry.Point;

/// How picture pixels lie on a screen: `screen = picture * scale + offset`. Immutable.
///
/// @param scale screen pixels per picture pixel
/// @param offsetX where the picture's left edge is on the screen
/// @param offsetY where the picture's top edge is on the screen
public record Viewport(double scale, double offsetX, double offsetY) {
    public static final double MIN_SCALE = 0.005;
    public static final double MAX_SCALE = 64;
    /// Around what is zoomed to, as a part of its size.
    private static final double ROOM = 0.25;
    private static final double CLOSEST = 24;
    /// What is smaller than this many screen pixels is hardly seen.
    private static final double SEEN = 16;
    public static final Viewport IDENTITY = new Viewport(1, 0, 0);

    public Viewport {
        if (!(scale > 0) || !Double.isFinite(scale) || !Double.isFinite(offsetX) || !Double.isFinite(offsetY)) {
            throw new IllegalArgumentException("No view has scale " + scale + " and offset " + offsetX + ", " + offsetY);
        }
    }

    /// The whole area as large as possible in the middle of a view of this size, with a margin on each side.
    public static Viewport fit(Bounds area, double width, double height, double margin) {
        double roomX = Math.max(1, width - 2 * margin);
        double roomY = Math.max(1, height - 2 * margin);
        double scale = clampScale(Math.min(roomX / Math.max(area.width(), 1), roomY / Math.max(area.height(), 1)));
        return new Viewport(scale, 0, 0).centredOn(area.centre(), width, height);
    }

    public Point toPicture(double screenX, double screenY) {
        return new Point((screenX - offsetX) / scale, (screenY - offsetY) / scale);
    }

    public Point toScreen(Point picture) {
        return new Point(picture.x() * scale + offsetX, picture.y() * scale + offsetY);
    }

    public Bounds toScreen(Bounds picture) {
        return new Bounds(picture.x() * scale + offsetX, picture.y() * scale + offsetY, picture.width() * scale, picture.height() * scale);
    }

    /// Larger by `factor`, with the picture point under the cursor staying where it is; the scale stays within its limits.
    public Viewport zoomAt(double screenX, double screenY, double factor) {
        double next = clampScale(scale * factor);
        double ratio = next / scale;
        return new Viewport(next, screenX - (screenX - offsetX) * ratio, screenY - (screenY - offsetY) * ratio);
    }

    public Viewport pan(double dx, double dy) {
        return new Viewport(scale, offsetX + dx, offsetY + dy);
    }

    /// The part of the picture plane that a view of this size shows.
    public Bounds visibleRegion(double width, double height) {
        return Bounds.between(toPicture(0, 0), toPicture(width, height));
    }

    public Viewport centredOn(Point picture, double width, double height) {
        return new Viewport(scale, width / 2 - picture.x() * scale, height / 2 - picture.y() * scale);
    }

    /// With the area as large as the view allows, but tiny ones not blown up beyond all measure.
    public Viewport closeTo(Bounds area, double width, double height) {
        double room = Math.max(2, Math.max(area.width(), area.height()) * ROOM);
        Viewport close = fit(area.grow(room), width, height, 0);
        return new Viewport(Math.min(close.scale, Math.max(CLOSEST, scale)), 0, 0).centredOn(area.centre(), width, height);
    }

    /// Moved so that the area is in the view, and larger when the area is very small; the same when there is no need.
    public Viewport revealing(Bounds area, double width, double height) {
        double size = Math.max(area.width(), area.height());
        boolean tiny = size * scale < SEEN;
        if (!tiny && visibleRegion(width, height).contains(area)) {
            return this;
        }
        Viewport close = fit(area.grow(Math.max(size, SEEN)), width, height, SEEN);
        return new Viewport(tiny ? close.scale : Math.min(scale, close.scale), 0, 0).centredOn(area.centre(), width, height);
    }

    /// The same view on a screen with `factor` times as many pixels; the offset falls on whole pixels, so that a pan moves whole pixels.
    public Viewport onDevice(double factor) {
        return new Viewport(scale * factor, Math.rint(offsetX * factor), Math.rint(offsetY * factor));
    }

    /// Moved so that at least `keep` screen pixels of the picture stay in the view.
    public Viewport keepInSight(Bounds picture, double width, double height, double keep) {
        Bounds screen = toScreen(picture);
        double x = Math.clamp(screen.x(), Math.min(keep, width / 2) - screen.width(), Math.max(width - keep, width / 2));
        double y = Math.clamp(screen.y(), Math.min(keep, height / 2) - screen.height(), Math.max(height - keep, height / 2));
        return pan(x - screen.x(), y - screen.y());
    }

    private static double clampScale(double scale) {
        return Math.clamp(scale, MIN_SCALE, MAX_SCALE);
    }
}
