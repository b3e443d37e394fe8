package labelwright.canvas.raster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;

import labelwright.edit.Selection;
import labelwright.geometry.Box;
import labelwright.geometry.Point;
import labelwright.geometry.Polygon;
import labelwright.geometry.Shape;
import labelwright.geometry.ShapeKind;
import labelwright.media.PixelImage;
import labelwright.model.Annotation;
import labelwright.model.AnnotationId;
import labelwright.model.Colour;
import labelwright.model.LabelClass;
import labelwright.model.LabelId;
import labelwright.model.LabelSchema;
import labelwright.model.Origin;

/// Annotations and styles that the tests of this package share.
final class Scenes {
    static final int RED = 0xFFFF0000;
    static final int WHITE = 0xFFFFFFFF;
    static final LabelSchema SCHEMA = new LabelSchema(
            List.of(new LabelClass(new LabelId(1), "red", new Colour(0xFF0000), Set.of(ShapeKind.BOX)),
                    new LabelClass(new LabelId(2), "blue", new Colour(0x0000FF), Set.of(ShapeKind.POLYGON))));

    private Scenes() {}

    static LayerStyle style(LayerStyle.Role role, double fill, Selection selection) {
        return new LayerStyle(LayerStyle.byId(SCHEMA), selection, Set.of(), role, new LayerStyle.Look(fill, LayerStyle.Captions.HIDDEN, 1));
    }

    static Annotation annotation(long id, long label, Shape shape) {
        return new Annotation(new AnnotationId(id), new LabelId(label), shape, new Origin.Manual());
    }

    static PixelImage plain(int width, int height, int argb) {
        int[] pixels = new int[width * height];
        Arrays.fill(pixels, argb);
        return new PixelImage(width, height, pixels);
    }

    static PixelImage noise(int width, int height) {
        Random random = new Random(11);
        return new PixelImage(width, height, random.ints((long) width * height).map(value -> value | 0xFF000000).toArray());
    }

    static List<Annotation> many(int count, int width, int height) {
        Random random = new Random(12);
        List<Annotation> shapes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double radius = 2 + random.nextDouble() * 30;
            double x = random.nextDouble() * width;
            double y = random.nextDouble() * height;
            shapes.add(annotation(i + 1, 1 + i % 2, i % 2 == 0 ? new Box(x, y, radius, 2 * radius) : blob(random, x, y, radius)));
        }
        return shapes;
    }

    private static Polygon blob(Random random, double x, double y, double radius) {
        List<Point> points = new ArrayList<>();
        for (int k = 0; k < 12; k++) {
            double angle = Math.PI * k / 6;
            double r = radius * (0.6 + 0.4 * random.nextDouble());
            points.add(new Point(x + r * Math.cos(angle), y + r * Math.sin(angle)));
        }
        return Polygon.of(points);
    }
}
