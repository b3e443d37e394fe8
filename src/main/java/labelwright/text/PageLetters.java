package labelwright.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import labelwright.geometry.Bounds;
import labelwright.geometry.TextRange;

/// Where the letters of a text stand on the page that it was taken from. Places are in points (1/72 inch) from the top left corner of the page
/// as it is looked at.
public final class PageLetters {
    private static final int SIDES = 4;
    /// Letters of one line whose distance is not more than this many of their heights are one stretch.
    private static final double SAME_STRETCH = 3;

    private final double width;
    private final double height;
    /// x, y, width and height of every code point; NaN for one that was not drawn, such as the end of a line.
    private final float[] boxes;

    private PageLetters(double width, double height, float[] boxes) {
        this.width = width;
        this.height = height;
        this.boxes = boxes;
    }

    /// @param boxes x, y, width and height for every code point, NaN for those that were not drawn; copied
    public static PageLetters of(double width, double height, float[] boxes) {
        return new PageLetters(width, height, Arrays.copyOf(boxes, boxes.length / SIDES * SIDES));
    }

    /// A page of which no letter is known.
    public static PageLetters none(double width, double height) {
        return new PageLetters(width, height, new float[0]);
    }

    /// Of the page, in points.
    public double width() {
        return width;
    }

    /// Of the page, in points.
    public double height() {
        return height;
    }

    /// Number of code points.
    public int length() {
        return boxes.length / SIDES;
    }

    public Optional<Bounds> box(int codePoint) {
        int at = codePoint * SIDES;
        return at < 0 || at >= boxes.length || Float.isNaN(boxes[at])
                ? Optional.empty()
                : Optional.of(new Bounds(boxes[at], boxes[at + 1], boxes[at + 2], boxes[at + 3]));
    }

    /// The letter that is drawn at this place.
    public Optional<Integer> letterAt(double x, double y) {
        for (int at = 0; at < boxes.length; at += SIDES) {
            if (x >= boxes[at] && y >= boxes[at + 1] && x < boxes[at] + boxes[at + 2] && y < boxes[at + 1] + boxes[at + 3]) {
                return Optional.of(at / SIDES);
            }
        }
        return Optional.empty();
    }

    /// The letter nearest to this place, which may be far away; one beside it counts as nearer than one above or below.
    public Optional<Integer> nearest(double x, double y) {
        double least = Double.POSITIVE_INFINITY;
        int found = -1;
        for (int at = 0; at < boxes.length; at += SIDES) {
            double beside = Math.max(0, Math.max(boxes[at] - x, x - boxes[at] - boxes[at + 2]));
            double over = Math.max(0, Math.max(boxes[at + 1] - y, y - boxes[at + 1] - boxes[at + 3]));
            double distance = beside + SAME_STRETCH * over;
            if (distance < least) {
                least = distance;
                found = at / SIDES;
            }
        }
        return found < 0 ? Optional.empty() : Optional.of(found);
    }

    /// The place between two characters that is nearest to a place on the page, as a caret stands there.
    public Optional<Integer> caretAt(double x, double y) {
        return nearest(x, y).map(letter -> {
            int at = letter * SIDES;
            boolean isLeft = x < boxes[at] + boxes[at + 2] / 2;
            return isLeft == isLeftwards(letter) ? letter + 1 : letter;
        });
    }

    /// Whether a letter is read from right to left.
    private boolean isLeftwards(int letter) {
        int next = letter + 1 < length() && isBeside(letter, letter + 1) ? letter + 1 : letter - 1;
        if (next < 0 || !isBeside(letter, next)) {
            return false;
        }
        boolean nextIsLeft = boxes[next * SIDES] + boxes[next * SIDES + 2] / 2 < boxes[letter * SIDES] + boxes[letter * SIDES + 2] / 2;
        return nextIsLeft == next > letter;
    }

    /// Areas that cover the letters of the range, one for each stretch of a line, in the order of the text.
    public List<Bounds> areas(TextRange range) {
        List<Bounds> areas = new ArrayList<>();
        int last = -1;
        for (int letter = Math.max(0, range.start()); letter < Math.min(range.end(), length()); letter++) {
            Bounds box = box(letter).orElse(null);
            if (box != null) {
                if (last >= 0 && isBeside(last, letter)) {
                    areas.add(together(areas.removeLast(), box));
                } else {
                    areas.add(box);
                }
                last = letter;
            }
        }
        return areas;
    }

    /// Whether two letters stand in one line, near each other.
    private boolean isBeside(int one, int other) {
        int a = one * SIDES;
        int b = other * SIDES;
        if (Float.isNaN(boxes[a]) || Float.isNaN(boxes[b])) {
            return false;
        }
        double common = Math.min(boxes[a + 1] + boxes[a + 3], boxes[b + 1] + boxes[b + 3]) - Math.max(boxes[a + 1], boxes[b + 1]);
        double apart = Math.max(boxes[a], boxes[b]) - Math.min(boxes[a] + boxes[a + 2], boxes[b] + boxes[b + 2]);
        double low = Math.min(boxes[a + 3], boxes[b + 3]);
        return common * 2 > low && apart < SAME_STRETCH * Math.max(boxes[a + 3], boxes[b + 3]);
    }

    private static Bounds together(Bounds a, Bounds b) {
        double x = Math.min(a.x(), b.x());
        double y = Math.min(a.y(), b.y());
        return new Bounds(x, y, Math.max(a.maxX(), b.maxX()) - x, Math.max(a.maxY(), b.maxY()) - y);
    }
}
