package labelwright.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

import labelwright.exchange.PictureSizes.Size;
import labelwright.geometry.Bounds;
import labelwright.geometry.Box;
import labelwright.geometry.Ellipse;
import labelwright.geometry.Keypoint;
import labelwright.geometry.Keypoints;
import labelwright.geometry.Mask;
import labelwright.geometry.MaskBitmap;
import labelwright.geometry.Point;
import labelwright.geometry.Points;
import labelwright.geometry.Polygon;
import labelwright.geometry.Polyline;
import labelwright.geometry.Ring;
import labelwright.geometry.RotatedBox;
import labelwright.geometry.Shape;
import labelwright.geometry.ShapeKind;
import labelwright.model.Annotation;
import labelwright.model.AnnotationId;
import labelwright.model.AnnotationSet;
import labelwright.model.Author;
import labelwright.model.Colour;
import labelwright.model.Item;
import labelwright.model.ItemId;
import labelwright.model.LabelClass;
import labelwright.model.LabelId;
import labelwright.model.MediaRef;
import labelwright.model.Origin;
import labelwright.model.ProjectId;
import labelwright.model.Split;
import labelwright.model.WorkState;

/// A project with awkward names and random shapes. Its "pictures" are files that hold their size as text.
public final class RandomDataset implements DatasetSource {
    public static final PictureSizes SIZES = RandomDataset::sizeOf;
    private static final List<String> NAMES = List.of("a.jpg", "b.c.d.png", "with space.jpg", "细胞 图片.jpg", "sub/a.png", "sub/sub two/a.tif",
            "train/a.jpg", "images/test/x.JPG", "labels/y.bmp", "JPEGImages/z.jpg", "Ünïcödé ß.jpeg", "emoji 😀.png", "#hash.jpg",
            "dot.end..jpg",
            "cell 1.jpg", "cell.webp", "cell.jpg", "it's \"quoted\" & <odd>.jpg", "0001.jpg", "1.png", "no.jpg", "a.png");
    private static final int SKELETON = 5;
    private static final List<String> LABELS = List.of("RBC", "白细胞", "two words", "no", "123", "a: b #c", "\"quoted\" & <odd>",
            "never used");

    public final List<LabelClass> labels = new ArrayList<>();
    public final List<SourceItem> items = new ArrayList<>();

    /// What shapes to make.
    public enum Kinds {
        BOXES, POLYGONS, BOTH, ROTATED, KEYPOINTS, MASKS, ALL
    }

    public RandomDataset(Path pictures, Kinds kinds, long seed) throws IOException {
        this(pictures, kinds, seed, 4000);
    }

    /// @param largest side of a picture in pixels
    public RandomDataset(Path pictures, Kinds kinds, long seed, int largest) throws IOException {
        Random random = new Random(seed);
        for (int i = 0; i < LABELS.size(); i++) {
            labels.add(new LabelClass(new LabelId(100 + i), LABELS.get(i), Colour.ofPalette(i), Set.of(ShapeKind.values())));
        }
        for (int i = 0; i < NAMES.size(); i++) {
            int width = 1 + random.nextInt(largest);
            int height = 1 + random.nextInt(largest);
            Path file = pictures.resolve(NAMES.get(i));
            Files.createDirectories(file.getParent());
            Files.writeString(file, width + "x" + height);
            Item item = new Item(new ItemId(i), new ProjectId(1), NAMES.get(i), MediaRef.referenced(file), width, height,
                    Split.values()[i % Split.values().length]);
            List<Annotation> annotations = new ArrayList<>();
            int count = i % 5 == 0 ? 0 : random.nextInt(8);
            for (int n = 0; n < count; n++) {
                boolean whole = n == 0 && kinds == Kinds.BOXES;
                Shape shape = whole ? new Box(0, 0, width, height) : shape(kinds, random, width, height);
                annotations.add(new Annotation(new AnnotationId(1000L * i + n), new LabelId(100 + random.nextInt(LABELS.size() - 1)), shape,
                        new Origin.Manual(), attributes(random)));
            }
            items.add(new SourceItem(item, file,
                    new AnnotationSet(item.id(), new Author.Annotator("me"), WorkState.SUBMITTED, annotations, Set.of())));
        }
    }

    private static Shape shape(Kinds kinds, Random random, int width, int height) {
        return switch (kinds) {
            case BOXES -> box(random, width, height);
            case POLYGONS -> polygon(random, width, height);
            case BOTH -> random.nextBoolean() ? box(random, width, height) : polygon(random, width, height);
            case ROTATED -> rotatedBox(random, width, height);
            case KEYPOINTS -> keypoints(random, width, height);
            case MASKS -> mask(random, width, height);
            case ALL -> switch (List.copyOf(ShapeKind.OF_PICTURES).get(random.nextInt(ShapeKind.OF_PICTURES.size()))) {
                case BOX -> box(random, width, height);
                case POLYGON -> random.nextBoolean() ? polygon(random, width, height) : holed(polygon(random, width, height));
                case ROTATED_BOX -> rotatedBox(random, width, height);
                case ELLIPSE -> new Ellipse(random.nextDouble() * width, random.nextDouble() * height,
                        1 + width * random.nextDouble() / 2, 1 + height * random.nextDouble() / 2, random.nextDouble() * 360);
                case POLYLINE -> new Polyline(points(random, 2 + random.nextInt(8), width, height));
                case POINTS -> new Points(points(random, 1 + random.nextInt(5), width, height));
                case KEYPOINTS -> keypoints(random, width, height);
                case MASK -> mask(random, width, height);
                case SPAN -> throw new IllegalStateException("not of pictures");
            };
        };
    }

    private static List<Point> points(Random random, int count, int width, int height) {
        return IntStream.range(0, count).mapToObj(_ -> new Point(random.nextDouble() * width, random.nextDouble() * height)).toList();
    }

    private static RotatedBox rotatedBox(Random random, int width, int height) {
        return new RotatedBox(width * (0.4 + 0.2 * random.nextDouble()), height * (0.4 + 0.2 * random.nextDouble()),
                Math.min(width, height) * (0.1 + 0.3 * random.nextDouble()), Math.min(width, height) * (0.1 + 0.3 * random.nextDouble()),
                random.nextDouble() * 360);
    }

    /// Skeletons of one label have the same number of points, as in templates.
    private static Keypoints keypoints(Random random, int width, int height) {
        List<Keypoint> points = new ArrayList<>();
        for (int i = 0; i < SKELETON; i++) {
            Point at = new Point(random.nextDouble() * width, random.nextDouble() * height);
            points.add(new Keypoint(at.x(), at.y(), Keypoint.Visibility.ofCode(i == 0 ? 2 : random.nextInt(3))));
        }
        return new Keypoints(points);
    }

    private static Mask mask(Random random, int width, int height) {
        MaskBitmap bitmap = new MaskBitmap(0, 0, width, height);
        for (int i = 0; i < 1 + random.nextInt(4); i++) {
            int x = random.nextInt(width);
            int y = random.nextInt(height);
            int right = x + 1 + random.nextInt(width - x);
            int bottom = y + 1 + random.nextInt(Math.min(60, height - y));
            for (int row = y; row < bottom; row++) {
                bitmap.fill(row, x, right);
            }
        }
        for (int i = 0; i < 20; i++) {
            int x = random.nextInt(width);
            bitmap.fill(random.nextInt(height), x, x + 1);
        }
        return bitmap.toMask().orElseThrow();
    }

    private static Polygon holed(Polygon polygon) {
        Polygon.Part first = polygon.parts().getFirst();
        return new Polygon(List.of(new Polygon.Part(first.outer(), List.of(small(first.outer())))));
    }

    private static Box box(Random random, int width, int height) {
        if (random.nextInt(3) == 0) {
            int x = random.nextInt(width);
            int y = random.nextInt(height);
            return new Box(x, y, 1 + random.nextInt(width - x), 1 + random.nextInt(height - y));
        }
        double x = random.nextDouble() * width * 0.9;
        double y = random.nextDouble() * height * 0.9;
        return new Box(x, y, (width - x) * (0.01 + 0.99 * random.nextDouble()), (height - y) * (0.01 + 0.99 * random.nextDouble()));
    }

    private static Polygon polygon(Random random, int width, int height) {
        return Polygon.ofParts(IntStream.range(0, 1 + random.nextInt(3)).mapToObj(part -> {
            int points = 5 + random.nextInt(20);
            return new Ring(IntStream.range(0, points).mapToObj(i -> {
                double angle = 2 * Math.PI * i / points;
                double radius = 0.2 + 0.3 * random.nextDouble();
                return new Point(width * (0.5 + radius * Math.cos(angle)), height * (0.5 + radius * Math.sin(angle)));
            }).toList());
        }).toList());
    }

    private static Map<String, String> attributes(Random random) {
        Map<String, String> attributes = new HashMap<>();
        if (random.nextInt(3) == 0) {
            attributes.put("difficult", "1");
        }
        if (random.nextInt(3) == 0) {
            attributes.put("iscrowd", "1");
        }
        if (random.nextInt(3) == 0) {
            attributes.put("pose", "Left");
            attributes.put("note", "颜色 & <more>");
            attributes.put("count", "42");
            attributes.put("ratio", "0.25");
            attributes.put("code", "007");
            attributes.put("sure", "true");
        }
        if (random.nextInt(4) == 0) {
            attributes.put("score", "0.875");
        }
        return attributes;
    }

    public RandomDataset withoutAttributes() {
        return change(annotation -> new Annotation(annotation.id(), annotation.label(), annotation.shape(), annotation.origin()));
    }

    public RandomDataset withSingleParts() {
        return change(annotation -> annotation.shape() instanceof Polygon polygon
                ? annotation.withShape(new Polygon(polygon.parts().subList(0, 1)))
                : annotation);
    }

    public RandomDataset withHoles() {
        return change(annotation -> annotation.shape() instanceof Polygon polygon
                ? annotation.withShape(holed(polygon))
                : annotation);
    }

    private static Ring small(Ring ring) {
        Point centre = ring.bounds().centre();
        return new Ring(ring.points().stream()
                .map(p -> new Point(centre.x() + (p.x() - centre.x()) / 10, centre.y() + (p.y() - centre.y()) / 10)).toList());
    }

    /// Leaves out items whose name differs from another one's only in the extension.
    public RandomDataset withDifferentStems() {
        Set<String> stems = new HashSet<>();
        items.removeIf(item -> !stems.add(FileNames.stem(item.item().name())));
        return this;
    }

    private RandomDataset change(UnaryOperator<Annotation> change) {
        items.replaceAll(item -> new SourceItem(item.item(), item.file(),
                item.annotations().withAnnotations(item.annotations().annotations().stream().map(change).toList())));
        return this;
    }

    @Override
    public void forEach(Consumer<SourceItem> visitor) {
        items.forEach(visitor);
    }

    public String label(Annotation annotation) {
        return labels.stream().filter(label -> label.id().equals(annotation.label())).findFirst().orElseThrow().name();
    }

    /// The distance of two shapes of one structure: the largest difference of their coordinates, infinite for other structures.
    public static double difference(Shape a, Shape b) {
        if (a instanceof Box && b instanceof Box) {
            Bounds one = a.bounds();
            Bounds two = b.bounds();
            return Math.max(Math.max(Math.abs(one.x() - two.x()), Math.abs(one.y() - two.y())),
                    Math.max(Math.abs(one.maxX() - two.maxX()), Math.abs(one.maxY() - two.maxY())));
        }
        if (a instanceof Polygon one && b instanceof Polygon two && one.pointCount() == two.pointCount()
                && one.parts().size() == two.parts().size()) {
            List<Point> left = one.rings().stream().flatMap(ring -> ring.points().stream()).toList();
            List<Point> right = two.rings().stream().flatMap(ring -> ring.points().stream()).toList();
            return IntStream.range(0, left.size()).mapToDouble(i -> left.get(i).distance(right.get(i))).max().orElse(0);
        }
        if (a instanceof RotatedBox one && b instanceof RotatedBox two) {
            return farthest(one.corners(), two.corners());
        }
        if (a instanceof Keypoints one && b instanceof Keypoints two) {
            boolean sameSight = one.points().stream().map(Keypoint::visibility).toList()
                    .equals(two.points().stream().map(Keypoint::visibility).toList());
            return sameSight ? farthest(one.placed(), two.placed()) : Double.POSITIVE_INFINITY;
        }
        if (a instanceof Ellipse one && b instanceof Ellipse two) {
            return farthest(one.box().corners(), two.box().corners());
        }
        if (a instanceof Polyline one && b instanceof Polyline two) {
            return farthest(one.points(), two.points());
        }
        if (a instanceof Points one && b instanceof Points two) {
            return farthest(one.points(), two.points());
        }
        return a instanceof Mask && a.equals(b) ? 0 : Double.POSITIVE_INFINITY;
    }

    private static double farthest(List<Point> left, List<Point> right) {
        return left.size() != right.size()
                ? Double.POSITIVE_INFINITY
                : IntStream.range(0, left.size()).mapToDouble(i -> left.get(i).distance(right.get(i))).max().orElse(0);
    }

    private static Optional<Size> sizeOf(Path file) {
        try {
            String[] sides = Files.readString(file).split("x");
            return Optional.of(new Size(Integer.parseInt(sides[0]), Integer.parseInt(sides[1])));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
