package labelwright.ui.text;

import labelwright.geometry.Bounds;

/// Which part of a page is seen and how large. Pixels are those of the toolkit; points are 1/72 inch on the page.
final class PageViewport {
    static final double STEP = 1.2;
    /// Round the page, in pixels.
    private static final double MARGIN = 12;
    private static final double LEAST_ZOOM = 0.05;
    /// The whole page never has more pixels: what a file says about see-through parts is drawn over the whole page by PDFBox.
    private static final double MOST_PIXELS = 64e6;

    private double pageWidth = 1;
    private double pageHeight = 1;
    private double width = 1;
    private double height = 1;
    private double zoom = 1;
    private double left;
    private double top;
    private boolean fits = true;

    /// Another page, from its top; the zoom stays unless the page fits the width.
    void page(double itsWidth, double itsHeight) {
        pageWidth = Math.max(1, itsWidth);
        pageHeight = Math.max(1, itsHeight);
        left = 0;
        top = 0;
        settle();
    }

    void size(double itsWidth, double itsHeight) {
        width = Math.max(1, itsWidth);
        height = Math.max(1, itsHeight);
        settle();
    }

    /// As wide as there is room, also when the room changes.
    void fit() {
        fits = true;
        settle();
    }

    boolean isFitting() {
        return fits;
    }

    /// @param x of the place that stays where it is, in pixels of the view; y alike
    void zoomBy(double factor, double x, double y) {
        double pointX = toPageX(x);
        double pointY = toPageY(y);
        fits = false;
        zoom = Math.clamp(zoom * factor, Math.min(LEAST_ZOOM, mostZoom()), mostZoom());
        left += toViewX(pointX) - x;
        top += toViewY(pointY) - y;
        settle();
    }

    void scrollBy(double x, double y) {
        left += x;
        top += y;
        settle();
    }

    void scrollTo(double toLeft, double toTop) {
        left = toLeft;
        top = toTop;
        settle();
    }

    /// Scrolls as little as shows the area, with some room round it.
    ///
    /// @return whether it had to
    boolean reveal(Bounds area) {
        double oldLeft = left;
        double oldTop = top;
        double room = Math.min(48, Math.min(width, height) / 4);
        left += over(toViewX(area.x()), toViewX(area.maxX()), width, room);
        top += over(toViewY(area.y()), toViewY(area.maxY()), height, room);
        settle();
        return oldLeft != left || oldTop != top;
    }

    private static double over(double from, double to, double size, double room) {
        return from < 0 || to - from > size - 2 * room ? Math.min(0, from - room) : to > size ? to - size + room : 0;
    }

    private double mostZoom() {
        return Math.sqrt(MOST_PIXELS / pageWidth / pageHeight);
    }

    private void settle() {
        if (fits) {
            zoom = Math.clamp((width - 2 * MARGIN) / pageWidth, Math.min(LEAST_ZOOM, mostZoom()), mostZoom());
        }
        left = Math.clamp(left, 0, maxLeft());
        top = Math.clamp(top, 0, maxTop());
    }

    double zoom() {
        return zoom;
    }

    double left() {
        return left;
    }

    double top() {
        return top;
    }

    double maxLeft() {
        return Math.max(0, pageWidth * zoom + 2 * MARGIN - width);
    }

    double maxTop() {
        return Math.max(0, pageHeight * zoom + 2 * MARGIN - height);
    }

    double width() {
        return width;
    }

    double height() {
        return height;
    }

    /// In the middle when the page is narrower than the view.
    private double originX() {
        double room = width - pageWidth * zoom;
        return room > 2 * MARGIN ? room / 2 : MARGIN - left;
    }

    private double originY() {
        return MARGIN - top;
    }

    double toViewX(double point) {
        return originX() + point * zoom;
    }

    double toViewY(double point) {
        return originY() + point * zoom;
    }

    double toPageX(double x) {
        return (x - originX()) / zoom;
    }

    double toPageY(double y) {
        return (y - originY()) / zoom;
    }

    /// Of the page, in points.
    double pageWidth() {
        return pageWidth;
    }

    /// Of the page, in points.
    double pageHeight() {
        return pageHeight;
    }
}
