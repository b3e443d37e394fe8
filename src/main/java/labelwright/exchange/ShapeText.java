package labelwright.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import labelwright.geometry.Box;
import labelwright.geometry.Ellipse;
import labelwright.geometry.Keypoint;
import labelwright.geometry.Keypoints;
import labelwright.geometry.Mask;
import labelwright.geometry.Point;
import labelwright.geometry.Points;
import labelwright.geometry.Polygon;
import labelwright.geometry.Polyline;
import labelwright.geometry.Ring;
import labelwright.geometry.RotatedBox;
import labelwright.geometry.Shape;
import labelwright.geometry.ShapeKind;
import labelwright.geometry.Spans;
import labelwright.geometry.TextSpan;

/// Any shape as one line of text, exact to the last bit: `ellipse 10 20 4.5 3 30`. Formats that have no form of their own for a shape carry
/// this line beside the nearest form that they have; other tools pass over it.
///
/// In polygons `/` begins a hole and `;` the next part; a mask is `y from to` of each run.
public final class ShapeText {
    /// The name under which files carry the line.
    public static final String KEY = "labelwright_shape";
    private static final String HOLE = "/";
    private static final String PART = ";";

    private ShapeText() {}

    public static String of(Shape shape) {
        StringBuilder text = new StringBuilder(word(shape.kind()));
        switch (shape) {
            case Box box -> numbers(text, box.x(), box.y(), box.width(), box.height());
            case RotatedBox box -> numbers(text, box.centreX(), box.centreY(), box.width(), box.height(), box.angle());
            case Ellipse ellipse ->
                numbers(text, ellipse.centreX(), ellipse.centreY(), ellipse.radiusX(), ellipse.radiusY(), ellipse.angle());
            case Polyline line -> points(text, line.points());
            case Points points -> points(text, points.points());
            case Keypoints keypoints ->
                keypoints.points().forEach(point -> numbers(text, point.x(), point.y(), point.visibility().code()));
            case Mask mask -> mask.spans().forEach((y, from, to) -> numbers(text, y, from, to));
            case TextSpan span -> throw span.notOfPicture();
            case Polygon polygon -> {
                String next = "";
                for (Polygon.Part part : polygon.parts()) {
                    text.append(next);
                    points(text, part.outer().points());
                    part.holes().forEach(hole -> points(text.append(' ').append(HOLE), hole.points()));
                    next = " " + PART;
                }
            }
        }
        return text.toString();
    }

    private static String word(ShapeKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static void points(StringBuilder text, List<Point> points) {
        points.forEach(point -> numbers(text, point.x(), point.y()));
    }

    private static void numbers(StringBuilder text, double... values) {
        for (double value : values) {
            text.append(' ').append(Decimals.exact(value));
        }
    }

    /// Empty for text that no shape gives.
    public static Optional<Shape> parse(String text) {
        List<String> words = List.of(text.strip().split("\\s+"));
        for (ShapeKind kind : ShapeKind.OF_PICTURES) {
            if (words.getFirst().equals(word(kind))) {
                try {
                    return Optional.of(shape(kind, words.subList(1, words.size())));
                } catch (IllegalArgumentException | IndexOutOfBoundsException ignored) {
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }

    private static Shape shape(ShapeKind kind, List<String> words) {
        return switch (kind) {
            case BOX -> {
                double[] n = numbers(words, 4);
                yield new Box(n[0], n[1], n[2], n[3]);
            }
            case ROTATED_BOX -> {
                double[] n = numbers(words, 5);
                yield new RotatedBox(n[0], n[1], n[2], n[3], n[4]);
            }
            case ELLIPSE -> {
                double[] n = numbers(words, 5);
                yield new Ellipse(n[0], n[1], n[2], n[3], n[4]);
            }
            case POLYLINE -> new Polyline(points(words));
            case POINTS -> new Points(points(words));
            case KEYPOINTS -> keypoints(numbers(words, words.size()));
            case MASK -> mask(numbers(words, words.size()));
            case POLYGON -> polygon(words);
            case SPAN -> throw new IllegalArgumentException("Spans have their texts beside them");
        };
    }

    private static double[] numbers(List<String> words, int count) {
        if (words.size() != count) {
            throw new IllegalArgumentException("Not " + count + " numbers");
        }
        return words.stream().mapToDouble(Double::parseDouble).toArray();
    }

    private static List<Point> points(List<String> words) {
        double[] numbers = numbers(words, words.size() / 2 * 2);
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < numbers.length; i += 2) {
            points.add(new Point(numbers[i], numbers[i + 1]));
        }
        return points;
    }

    private static Keypoints keypoints(double[] numbers) {
        List<Keypoint> points = new ArrayList<>();
        for (int i = 0; i < numbers.length; i += 3) {
            points.add(new Keypoint(numbers[i], numbers[i + 1], Keypoint.Visibility.ofCode((int) numbers[i + 2])));
        }
        return new Keypoints(points);
    }

    private static Mask mask(double[] numbers) {
        Spans.Builder spans = new Spans.Builder();
        for (int i = 0; i < numbers.length; i += 3) {
            spans.add((int) numbers[i], (int) numbers[i + 1], (int) numbers[i + 2]);
        }
        return new Mask(spans.build());
    }

    private static Polygon polygon(List<String> words) {
        List<Polygon.Part> parts = new ArrayList<>();
        List<Ring> rings = new ArrayList<>();
        int from = 0;
        for (int i = 0; i <= words.size(); i++) {
            boolean isEnd = i == words.size() || words.get(i).equals(PART);
            if (isEnd || words.get(i).equals(HOLE)) {
                rings.add(new Ring(points(words.subList(from, i))));
                from = i + 1;
            }
            if (isEnd) {
                parts.add(new Polygon.Part(rings.getFirst(), rings.subList(1, rings.size())));
                rings = new ArrayList<>();
            }
        }
        return new Polygon(parts);
    }
}
