package labelwright.geometry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One or several stretches of a text that are one region, such as a name. As a shape, x counts code points and the text is one unit high:
/// a span from 3 to 8 has the bounds `x=3, y=0, width=5, height=1`.
///
/// @param fragments in rising order, at least one; they neither overlap nor touch
/// @param covered the text of the fragments, joined by one space each; what offsets are checked against when texts move between programs
public record TextSpan(List<TextRange> fragments, String covered) implements Shape {
    public static final String JOINT = " ";

    public TextSpan {
        fragments = List.copyOf(fragments);
        if (fragments.isEmpty()) {
            throw new IllegalArgumentException("A span needs at least one fragment");
        }
        for (int i = 1; i < fragments.size(); i++) {
            if (fragments.get(i).start() <= fragments.get(i - 1).end()) {
                throw new IllegalArgumentException("The fragments of a span must rise and lie apart: " + fragments);
            }
        }
    }

    /// The span over these stretches of the text, in any order; stretches that overlap or touch become one.
    ///
    /// @throws IllegalArgumentException when one reaches beyond the text
    public static TextSpan of(String text, List<TextRange> ranges) {
        List<TextRange> merged = merged(ranges);
        List<String> words = new ArrayList<>();
        int unit = 0;
        int offset = 0;
        for (TextRange range : merged) {
            try {
                int from = text.offsetByCodePoints(unit, range.start() - offset);
                unit = text.offsetByCodePoints(from, range.length());
                words.add(text.substring(from, unit));
            } catch (IndexOutOfBoundsException e) {
                throw new IllegalArgumentException("The text ends before " + range.end(), e);
            }
            offset = range.end();
        }
        return new TextSpan(merged, String.join(JOINT, words));
    }

    /// In rising order; stretches that overlap or touch become one.
    public static List<TextRange> merged(List<TextRange> ranges) {
        List<TextRange> merged = new ArrayList<>();
        for (TextRange range : ranges.stream().sorted().toList()) {
            if (!merged.isEmpty() && range.start() <= merged.getLast().end()) {
                TextRange last = merged.removeLast();
                merged.add(new TextRange(last.start(), Math.max(last.end(), range.end())));
            } else {
                merged.add(range);
            }
        }
        return merged;
    }

    /// From the first code point to the last one, whatever lies between.
    public TextRange extent() {
        return new TextRange(fragments.getFirst().start(), fragments.getLast().end());
    }

    /// Number of code points covered.
    public int length() {
        return fragments.stream().mapToInt(TextRange::length).sum();
    }

    /// What is thrown where only regions of pictures can be.
    public IllegalArgumentException notOfPicture() {
        return new IllegalArgumentException("A span of a text has no place in a picture");
    }

    @Override
    public ShapeKind kind() {
        return ShapeKind.SPAN;
    }

    @Override
    public Bounds bounds() {
        return new Bounds(extent().start(), 0, extent().length(), 1);
    }

    @Override
    public double area() {
        return length();
    }

    @Override
    public boolean contains(Point point) {
        return point.y() >= 0 && point.y() <= 1
                && fragments.stream().anyMatch(fragment -> point.x() >= fragment.start() && point.x() <= fragment.end());
    }

    /// In code points along the text.
    @Override
    public double distanceToOutline(Point point) {
        return fragments.stream()
                .mapToDouble(fragment -> Math.min(Math.abs(point.x() - fragment.start()), Math.abs(point.x() - fragment.end())))
                .min().orElseThrow();
    }

    /// Moves along the text by whole code points and keeps the covered text; `dy` means nothing here.
    @Override
    public Shape translate(double dx, double dy) {
        return new TextSpan(fragments.stream().map(fragment -> fragment.shift((int) Math.round(dx))).toList(), covered);
    }

    /// The span itself where the text of `width` code points holds it, else nothing: half a name is another name.
    @Override
    public Optional<Shape> clip(double width, double height) {
        return extent().end() <= width ? Optional.of(this) : Optional.empty();
    }
}
