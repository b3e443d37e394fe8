package labelwright.geometry;

import java.util.Optional;

/// A region of whole pixels. Pixel (0,0) covers [0,1) x [0,1) like everywhere; at least one pixel is in it.
public record Mask(Spans spans) implements Shape {
    public Mask {
        if (spans.isEmpty()) {
            throw new IllegalArgumentException("A mask needs at least one pixel");
        }
    }

    @Override
    public ShapeKind kind() {
        return ShapeKind.MASK;
    }

    @Override
    public Bounds bounds() {
        int left = Integer.MAX_VALUE;
        int right = Integer.MIN_VALUE;
        for (int run = 0; run < spans.size(); run++) {
            left = Math.min(left, spans.from(run));
            right = Math.max(right, spans.to(run));
        }
        int top = spans.y(0);
        return new Bounds(left, top, (double) right - left, (double) spans.y(spans.size() - 1) - top + 1);
    }

    @Override
    public double area() {
        return spans.area();
    }

    @Override
    public boolean contains(Point p) {
        return spans.contains((int) Math.floor(p.x()), (int) Math.floor(p.y()));
    }

    /// Exact outside. Inside, the way straight left, right, up or down to the edge, whichever is shortest.
    @Override
    public double distanceToOutline(Point p) {
        int x = (int) Math.floor(p.x());
        int y = (int) Math.floor(p.y());
        int run = spans.runAt(x, y);
        return run < 0 ? distanceFromOutside(p) : Math.min(Math.min(p.x() - spans.from(run), spans.to(run) - p.x()), vertical(p, x, y));
    }

    private double vertical(Point p, int x, int y) {
        int above = y;
        while (spans.contains(x, above - 1)) {
            above--;
        }
        int below = y + 1;
        while (spans.contains(x, below)) {
            below++;
        }
        return Math.min(p.y() - above, below - p.y());
    }

    private double distanceFromOutside(Point p) {
        double best = Double.POSITIVE_INFINITY;
        for (int run = 0; run < spans.size(); run++) {
            double dx = Math.max(Math.max(spans.from(run) - p.x(), p.x() - spans.to(run)), 0);
            double dy = Math.max(Math.max(spans.y(run) - p.y(), p.y() - spans.y(run) - 1), 0);
            best = Math.min(best, dx * dx + dy * dy);
        }
        return Math.sqrt(best);
    }

    /// Moves by whole pixels: the distance is rounded.
    @Override
    public Mask translate(double dx, double dy) {
        return new Mask(spans.translate((int) Math.round(dx), (int) Math.round(dy)));
    }

    @Override
    public Optional<Shape> clip(double width, double height) {
        Spans inside = spans.clip((int) Math.ceil(width), (int) Math.ceil(height));
        if (inside.area() == spans.area()) {
            return Optional.of(this);
        }
        return inside.isEmpty() ? Optional.empty() : Optional.of(new Mask(inside));
    }
}
