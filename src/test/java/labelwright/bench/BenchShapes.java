package labelwright.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;

import labelwright.geometry.Box;
import labelwright.geometry.Mask;
import labelwright.geometry.Point;
import labelwright.geometry.Polygon;
import labelwright.geometry.Shape;
import labelwright.geometry.Spans;
import labelwright.media.PixelImage;
import labelwright.model.Annotation;
import labelwright.model.AnnotationIds;
import labelwright.model.LabelId;
import labelwright.model.Origin;

/// Shapes all over a picture of 12 megapixels, the same in every run.
final class BenchShapes {
    static final int WIDTH = 4_000;
    static final int HEIGHT = 3_000;
    static final int POINTS = 20;

    private final Random random = new Random(7);
    private final AnnotationIds ids = new AnnotationIds(0);

    AnnotationIds ids() {
        return ids;
    }

    List<Annotation> boxes(int count, double largest) {
        return make(count, _ -> {
            double radius = largest / 5 + random.nextDouble() * largest * 4 / 5;
            Point centre = place(radius);
            return new Box(centre.x() - radius, centre.y() - radius, 2 * radius, 1.6 * radius);
        });
    }

    /// @param largest radius in pixels; the smallest is a fifth of it
    List<Annotation> polygons(int count, double largest) {
        return make(count, _ -> {
            double radius = largest / 5 + random.nextDouble() * largest * 4 / 5;
            return blob(place(radius), radius);
        });
    }

    /// Of four megapixels each: large ellipses with ragged edges and holes in every row.
    List<Annotation> masks(int count) {
        return make(count, _ -> mask());
    }

    private List<Annotation> make(int count, IntFunction<Shape> shape) {
        List<Annotation> made = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            made.add(new Annotation(ids.next(), new LabelId(1 + i % 3), shape.apply(i), new Origin.Manual()));
        }
        return made;
    }

    private Point place(double radius) {
        return new Point(radius + random.nextDouble() * (WIDTH - 2 * radius), radius + random.nextDouble() * (HEIGHT - 2 * radius));
    }

    private Polygon blob(Point centre, double radius) {
        List<Point> points = new ArrayList<>();
        for (int k = 0; k < POINTS; k++) {
            double angle = 2 * Math.PI * k / POINTS;
            double r = radius * (0.75 + 0.25 * random.nextDouble());
            points.add(new Point(centre.x() + r * Math.cos(angle), centre.y() + r * Math.sin(angle)));
        }
        return Polygon.of(points);
    }

    private Mask mask() {
        double radiusX = 1_150 + random.nextDouble() * 150;
        double radiusY = 4_200_000 / Math.PI / radiusX;
        Point centre = new Point(radiusX + random.nextDouble() * (WIDTH - 2 * radiusX),
                radiusY + random.nextDouble() * (HEIGHT - 2 * radiusY));
        Spans.Builder spans = new Spans.Builder();
        for (int y = (int) (centre.y() - radiusY) + 1; y < centre.y() + radiusY; y++) {
            double dy = (y - centre.y()) / radiusY;
            double half = radiusX * Math.sqrt(1 - dy * dy);
            int x = (int) (centre.x() - half) + random.nextInt(6);
            int end = (int) (centre.x() + half) - random.nextInt(6);
            while (x < end) {
                int next = Math.min(end, x + 150 + random.nextInt(150));
                spans.add(y, Math.max(0, x), Math.min(WIDTH, next));
                x = next + 1 + random.nextInt(8);
            }
        }
        return new Mask(spans.build());
    }

    PixelImage picture() {
        int[] pixels = new int[WIDTH * HEIGHT];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = 0xFF000000 | random.nextInt(0x40) * 0x010101 + 0x505050;
        }
        return new PixelImage(WIDTH, HEIGHT, pixels).withHalves();
    }
}
