package labelwright.canvas.raster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;

import labelwright.edit.Selection;
import labelwright.geometry.Box;
import labelwright.geometry.Ellipse;
import labelwright.geometry.Keypoint;
import labelwright.geometry.Keypoints;
import labelwright.geometry.Mask;
import labelwright.geometry.Point;
import labelwright.geometry.Points;
import labelwright.geometry.Polygon;
import labelwright.geometry.Polyline;
import labelwright.geometry.RotatedBox;
import labelwright.geometry.Shape;
import labelwright.geometry.ShapeKind;
import labelwright.geometry.Spans;
import labelwright.media.PixelImage;
import labelwright.model.Annotation;
import labelwright.model.AnnotationId;
import labelwright.model.Colour;
import labelwright.model.LabelClass;
import labelwright.model.LabelId;
import labelwright.model.LabelSchema;
import labelwright.model.Origin;
import labelwright.model.SkeletonTemplate;

/// Annotations and styles that the tests of this package share.
final class Scenes {
    static final int RED = 0xFFFF0000;
    static final int WHITE = 0xFFFFFFFF;
    private static final Colour JOINT = new Colour(0xFF0000);
    private static final SkeletonTemplate BONE = new SkeletonTemplate(
            List.of(new SkeletonTemplate.Joint("a", JOINT, 0, 0), new SkeletonTemplate.Joint("b", JOINT, 1, 1),
                    new SkeletonTemplate.Joint("c", JOINT, 0, 1)),
            List.of(new SkeletonTemplate.Edge(0, 1, new Colour(0x0000FF)), new SkeletonTemplate.Edge(1, 2, JOINT)), List.of());
    static final LabelSchema SCHEMA = new LabelSchema(
            List.of(new LabelClass(new LabelId(1), "red", new Colour(0xFF0000), Set.of(ShapeKind.BOX)),
                    new LabelClass(new LabelId(2), "blue", new Colour(0x0000FF), Set.of(ShapeKind.POLYGON)),
                    new LabelClass(new LabelId(3), "bone", new Colour(0xFF0000), Set.of(ShapeKind.KEYPOINTS)).withSkeleton(BONE)));

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
            shapes.add(annotation(i + 1, 1 + i % 2, shape(i, random, new Point(x, y), radius)));
        }
        return shapes;
    }

    /// Every kind in turn, boxes and polygons more often.
    private static Shape shape(int number, Random random, Point at, double radius) {
        return switch (number % 10) {
            case 1 -> new RotatedBox(at.x(), at.y(), radius, 2 * radius, 7 * number);
            case 3 -> new Ellipse(at.x(), at.y(), radius, radius / 2, 11 * number);
            case 5 -> new Polyline(List.of(at, at.plus(radius, -0.8 * radius), at.plus(2 * radius, 3)));
            case 7 -> new Points(List.of(at, at.plus(radius, 4)));
            case 8 ->
                new Keypoints(List.of(Keypoint.visible(at), Keypoint.visible(at.plus(radius, radius)).with(Keypoint.Visibility.OCCLUDED),
                        Keypoint.ABSENT, Keypoint.visible(at.plus(-radius, radius))));
            case 9 -> mask(random, at, radius);
            case 0, 4 -> new Box(at.x(), at.y(), radius, 2 * radius);
            default -> blob(random, at.x(), at.y(), radius);
        };
    }

    private static Mask mask(Random random, Point at, double radius) {
        Spans.Builder spans = new Spans.Builder();
        for (int y = (int) (at.y() - radius) - 1; y < at.y() + radius; y++) {
            int x = (int) (at.x() - radius) + random.nextInt(3);
            int middle = x + 1 + random.nextInt((int) radius + 1);
            spans.add(y, x, middle);
            spans.add(y, middle + random.nextInt(3), (int) (at.x() + radius) + 4);
        }
        return new Mask(spans.build());
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
