package labelwright.media.document;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.apache.pdfbox.text.TextPosition;

/// Parts the letters of a page into blocks that are read one after the other: columns of running text from the left to the right, what stands
/// above and below them before and behind them. What is no column (a table, a form) stays one block, to be read line by line.
///
/// A recursive cut of the page at white stripes (XY cut, Nagy and Seth 1984), with two rules more. A stripe between columns need not reach
/// over the whole page, only over some lines below each other. And there is a stripe only where running text stands on both sides of it:
/// some lines, most of which are long and fill their column; the cells of a table are short.
final class ReadingOrder {
    /// Least width of a stripe, in heights of letters.
    private static final double STRIPE = 0.9;
    /// Height of white above a line that stands for itself, in widths of stripes.
    private static final double FAR = 2.5;
    private static final int LEAST_LINES = 4;
    /// Of the middle line of a column, in letters.
    private static final int LEAST_LETTERS = 10;
    /// Share of the column's width that its middle line takes.
    private static final double LEAST_FILL = 0.6;
    /// Of a letter's height, that may stand in the next line.
    private static final double OVERLAP = 0.15;
    private static final int MOST_LINES = 1_000;
    private static final int DEEPEST = 8;
    /// Places where columns are looked for in one block; a page of tables has many that are none.
    private static final int MOST_TRIES = 60;
    private static final int MOST_LETTERS = 100_000;

    private ReadingOrder() {}

    /// A letter in the direction in which it is read: x along the line, y down.
    private record Letter(TextPosition position, double x, double y, double right, double bottom) {
        static Letter of(TextPosition position) {
            double x = position.getXDirAdj();
            double base = position.getYDirAdj();
            return new Letter(position, x, base - Math.max(0.1, position.getHeightDir()), x + Math.max(0, position.getWidthDirAdj()), base);
        }

        double height() {
            return bottom - y;
        }

        boolean isBlank() {
            return position.getUnicode() == null || position.getUnicode().isBlank();
        }
    }

    /// From and to along one axis.
    private record Stretch(double from, double to) {
        double width() {
            return to - from;
        }
    }

    /// Letters between two white stripes across the page.
    private record Line(List<Letter> letters, List<Stretch> inked) {
        double top() {
            return letters.stream().mapToDouble(Letter::y).min().orElse(0);
        }

        double bottom() {
            return letters.stream().mapToDouble(Letter::bottom).max().orElse(0);
        }
    }

    /// @return the same letters, each once
    static List<List<TextPosition>> blocks(List<TextPosition> letters) {
        if (letters.size() > MOST_LETTERS) {
            return List.of(letters);
        }
        Map<Float, List<Letter>> directions = new LinkedHashMap<>();
        letters.forEach(letter -> directions.computeIfAbsent(letter.getDir(), _ -> new ArrayList<>()).add(Letter.of(letter)));
        List<List<TextPosition>> blocks = new ArrayList<>();
        directions.values().forEach(group -> cut(group, 0)
                .forEach(block -> blocks.add(new ArrayList<>(block.stream().map(Letter::position).toList()))));
        return blocks;
    }

    private static List<List<Letter>> cut(List<Letter> letters, int depth) {
        double stripe = STRIPE * middle(letters.stream().filter(letter -> !letter.isBlank()).mapToDouble(Letter::height).toArray()) / 0.7;
        List<Line> lines = lines(letters, stripe);
        if (depth > DEEPEST || lines.size() > MOST_LINES) {
            return List.of(letters);
        }
        int tried = 0;
        for (int from = 0; from < lines.size(); from++) {
            int to = from;
            List<Stretch> white = List.of(new Stretch(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY));
            while (to < lines.size()) {
                List<Stretch> next = common(white, lines.get(to).inked(), stripe);
                if (!isInside(next, lines.subList(from, to + 1))) {
                    break;
                }
                white = next;
                to++;
            }
            if (tried == MOST_TRIES || white.stream().noneMatch(ReadingOrder::isInner)) {
                continue;
            }
            tried++;
            to = withoutFoot(lines, from, to, stripe);
            List<Letter> here = lines.subList(from, to).stream().flatMap(line -> line.letters().stream()).toList();
            double at = columns(here, white, stripe);
            if (!Double.isNaN(at)) {
                List<List<Letter>> blocks = new ArrayList<>();
                add(blocks, lines.subList(0, from), depth);
                blocks.addAll(cut(here.stream().filter(letter -> letter.x() < at).toList(), depth + 1));
                blocks.addAll(cut(here.stream().filter(letter -> letter.x() >= at).toList(), depth + 1));
                add(blocks, lines.subList(to, lines.size()), depth);
                return blocks;
            }
        }
        return List.of(letters);
    }

    /// Lines far below the others with letters on one side only belong to no column.
    private static int withoutFoot(List<Line> lines, int from, int to, double stripe) {
        int end = to;
        for (int i = to - 1; i > from && lines.get(i).inked().size() <= 1; i--) {
            if (lines.get(i).top() - lines.get(i - 1).bottom() > FAR * stripe) {
                end = i;
            }
        }
        return end;
    }

    private static void add(List<List<Letter>> blocks, List<Line> lines, int depth) {
        if (!lines.isEmpty()) {
            blocks.addAll(cut(lines.stream().flatMap(line -> line.letters().stream()).toList(), depth + 1));
        }
    }

    /// From top to bottom; every letter is in one.
    private static List<Line> lines(List<Letter> letters, double stripe) {
        List<Letter> sorted = letters.stream().sorted(Comparator.comparingDouble(Letter::y)).toList();
        List<Line> lines = new ArrayList<>();
        List<Letter> line = new ArrayList<>();
        double bottom = Double.NEGATIVE_INFINITY;
        for (Letter letter : sorted) {
            if (!line.isEmpty() && letter.y() > bottom - OVERLAP * letter.height()) {
                lines.add(new Line(line, inked(line, stripe)));
                line = new ArrayList<>();
            }
            line.add(letter);
            bottom = letter.isBlank() ? bottom : Math.max(bottom, letter.bottom());
        }
        if (!line.isEmpty()) {
            lines.add(new Line(line, inked(line, stripe)));
        }
        return lines;
    }

    /// What the letters take of a line, with gaps of at least this width between.
    private static List<Stretch> inked(List<Letter> letters, double gap) {
        List<Stretch> inked = new ArrayList<>();
        letters.stream().filter(letter -> !letter.isBlank()).sorted(Comparator.comparingDouble(Letter::x)).forEach(letter -> {
            Stretch last = inked.isEmpty() ? null : inked.getLast();
            if (last != null && letter.x() - last.to() < gap) {
                inked.removeLast();
                inked.add(new Stretch(last.from(), Math.max(last.to(), letter.right())));
            } else {
                inked.add(new Stretch(letter.x(), letter.right()));
            }
        });
        return inked;
    }

    /// What of the white is left when a line is inked, in stretches of at least this width.
    private static List<Stretch> common(List<Stretch> white, List<Stretch> inked, double least) {
        List<Stretch> left = white;
        for (Stretch ink : inked) {
            List<Stretch> next = new ArrayList<>();
            for (Stretch each : left) {
                if (ink.to() <= each.from() || ink.from() >= each.to()) {
                    next.add(each);
                } else {
                    next.add(new Stretch(each.from(), ink.from()));
                    next.add(new Stretch(ink.to(), each.to()));
                }
            }
            left = next.stream().filter(each -> each.width() >= least).toList();
        }
        return left;
    }

    /// Whether there is white that letters may stand on both sides of: more than the margins. While only one side has letters, what comes
    /// below may bring the other.
    private static boolean isInside(List<Stretch> white, List<Line> lines) {
        return white.stream().anyMatch(ReadingOrder::isInner) || lines.size() < LEAST_LINES;
    }

    /// Not a margin of the page.
    private static boolean isInner(Stretch white) {
        return Double.isFinite(white.from()) && Double.isFinite(white.to());
    }

    /// @return where to cut, NaN for nowhere
    private static double columns(List<Letter> letters, List<Stretch> white, double stripe) {
        return white.stream().filter(ReadingOrder::isInner)
                .sorted(Comparator.comparingDouble(Stretch::width).reversed()).mapToDouble(each -> (each.from() + each.to()) / 2)
                .filter(at -> isRunning(letters.stream().filter(letter -> letter.x() < at).toList(), stripe)
                        && isRunning(letters.stream().filter(letter -> letter.x() >= at).toList(), stripe))
                .findFirst().orElse(Double.NaN);
    }

    /// Whether this is running text: some lines, of which most are long.
    private static boolean isRunning(List<Letter> letters, double stripe) {
        List<Letter> drawn = letters.stream().filter(letter -> !letter.isBlank()).toList();
        List<Line> lines = lines(drawn, stripe);
        if (lines.size() < LEAST_LINES) {
            return false;
        }
        double left = drawn.stream().mapToDouble(Letter::x).min().orElse(0);
        double right = drawn.stream().mapToDouble(Letter::right).max().orElse(0);
        double fill = middle(lines.stream().mapToDouble(line -> line.inked().getLast().to() - line.inked().getFirst().from()).toArray());
        double count = middle(lines.stream().mapToDouble(line -> line.letters().size()).toArray());
        return count >= LEAST_LETTERS && fill >= LEAST_FILL * (right - left);
    }

    private static double middle(double[] values) {
        Arrays.sort(values);
        return values.length == 0 ? 0 : values[values.length / 2];
    }
}
