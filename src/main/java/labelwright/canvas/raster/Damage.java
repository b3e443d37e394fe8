package labelwright.canvas.raster;

import java.util.ArrayList;
import java.util.List;

/// The parts of a view that have to be drawn again: a few rectangles that do not overlap.
final class Damage {
    private static final int MOST = 12;
    private static final double WASTE = 1.3;

    private final DeviceRect whole;
    private final List<DeviceRect> parts = new ArrayList<>();

    Damage(DeviceRect whole) {
        this.whole = whole;
    }

    void add(DeviceRect area) {
        DeviceRect fresh = area.intersect(whole);
        if (fresh.isEmpty()) {
            return;
        }
        for (DeviceRect part : List.copyOf(parts)) {
            if (!part.intersect(fresh).isEmpty()) {
                joinOrCut(part, fresh);
                return;
            }
        }
        parts.add(fresh);
        if (parts.size() > MOST) {
            DeviceRect all = parts.stream().reduce(DeviceRect.EMPTY, DeviceRect::union);
            parts.clear();
            parts.add(all);
        }
    }

    /// One rectangle around both when little is drawn in vain, else only what the old one leaves over of the new one.
    private void joinOrCut(DeviceRect part, DeviceRect fresh) {
        DeviceRect both = part.union(fresh);
        if (both.area() <= WASTE * (part.area() + fresh.area())) {
            parts.remove(part);
            add(both);
            return;
        }
        DeviceRect common = part.intersect(fresh);
        add(new DeviceRect(fresh.left(), fresh.top(), fresh.right(), common.top()));
        add(new DeviceRect(fresh.left(), common.bottom(), fresh.right(), fresh.bottom()));
        add(new DeviceRect(fresh.left(), common.top(), common.left(), common.bottom()));
        add(new DeviceRect(common.right(), common.top(), fresh.right(), common.bottom()));
    }

    void all() {
        parts.clear();
        parts.add(whole);
    }

    void move(int dx, int dy) {
        List<DeviceRect> moved = parts.stream()
                .map(part -> new DeviceRect(part.left() + dx, part.top() + dy, part.right() + dx, part.bottom() + dy)).toList();
        parts.clear();
        moved.forEach(this::add);
    }

    boolean isEmpty() {
        return parts.isEmpty();
    }

    void clear() {
        parts.clear();
    }

    /// Takes the next part out, at most `rows` high; empty when nothing is damaged.
    DeviceRect next(int rows) {
        if (parts.isEmpty()) {
            return DeviceRect.EMPTY;
        }
        DeviceRect first = parts.removeFirst();
        int end = Math.min(first.bottom(), first.top() + rows);
        if (end < first.bottom()) {
            parts.addFirst(new DeviceRect(first.left(), end, first.right(), first.bottom()));
        }
        return new DeviceRect(first.left(), first.top(), first.right(), end);
    }
}
