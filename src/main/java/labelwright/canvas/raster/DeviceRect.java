package labelwright.canvas.raster;

import labelwright.geometry.Bounds;

/// A rectangle of whole device pixels; right and bottom are exclusive.
public record DeviceRect(int left, int top, int right, int bottom) {
    public static final DeviceRect EMPTY = new DeviceRect(0, 0, 0, 0);

    public static DeviceRect ofSize(int width, int height) {
        return new DeviceRect(0, 0, width, height);
    }

    /// All pixels that the rectangle touches, and `margin` more on each side.
    public static DeviceRect around(Bounds bounds, double margin) {
        return new DeviceRect((int) Math.floor(bounds.x() - margin), (int) Math.floor(bounds.y() - margin),
                (int) Math.ceil(bounds.maxX() + margin), (int) Math.ceil(bounds.maxY() + margin));
    }

    public int width() {
        return right - left;
    }

    public int height() {
        return bottom - top;
    }

    public boolean isEmpty() {
        return right <= left || bottom <= top;
    }

    public DeviceRect intersect(DeviceRect other) {
        DeviceRect common = new DeviceRect(Math.max(left, other.left), Math.max(top, other.top), Math.min(right, other.right),
                Math.min(bottom, other.bottom));
        return common.isEmpty() ? EMPTY : common;
    }

    public DeviceRect union(DeviceRect other) {
        if (isEmpty()) {
            return other;
        }
        if (other.isEmpty()) {
            return this;
        }
        return new DeviceRect(Math.min(left, other.left), Math.min(top, other.top), Math.max(right, other.right),
                Math.max(bottom, other.bottom));
    }

    public long area() {
        return isEmpty() ? 0 : (long) width() * height();
    }
}
