package labelwright.textview;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import labelwright.geometry.TextRange;
import labelwright.textview.Mark.Stretch;

/// One row of the text on the screen: its letters, and what is drawn at them once that is known. Places along the row are pixels from the
/// left of the text column.
final class Row {
    /// Above and below everything.
    static final double PADDING = 3;

    private final BlockText block;
    private final int start;
    private final int end;
    private final double width;
    private final TextMetrics metrics;
    private @Nullable List<Run> runs;
    private @Nullable RowMarks marks;
    private double inset;
    private double y;

    /// @param start the first code point
    /// @param end the code point behind the last one
    /// @param width of the text column
    Row(BlockText block, int start, int end, double width, TextMetrics metrics) {
        this.block = block;
        this.start = start;
        this.end = end;
        this.width = width;
        this.metrics = metrics;
    }

    int start() {
        return start;
    }

    int end() {
        return end;
    }

    boolean isRightToLeft() {
        return block.isRightToLeft();
    }

    double width() {
        return width;
    }

    /// The letters, from the left; made when asked for the first time.
    List<Run> runs() {
        List<Run> known = runs;
        if (known == null) {
            known = Runs.of(block, block.unit(start), block.unit(end), metrics);
            double wide = known.stream().mapToDouble(Run::width).sum();
            inset = isRightToLeft() ? Math.max(0, width - wide) : 0;
            runs = known;
        }
        return known;
    }

    @Nullable
    RowMarks marks() {
        return marks;
    }

    void marks(@Nullable RowMarks next) {
        marks = next;
    }

    /// From the top of the surface; set when the row is placed.
    double y() {
        return y;
    }

    /// @param left where the column of text begins
    void place(double left) {
        double x = left + inset();
        for (Run run : runs()) {
            run.node().setLayoutX(x);
            run.node().setLayoutY(y + textTop() + metrics.ascent());
            x += run.width();
        }
    }

    void top(double top) {
        y = top;
    }

    /// Where the letters begin.
    double inset() {
        runs();
        return inset;
    }

    /// Where the letters end.
    double textRight() {
        return inset() + runs().stream().mapToDouble(Run::width).sum();
    }

    /// Where the letters begin below the top of the row.
    double textTop() {
        RowMarks known = marks;
        return PADDING + (known == null ? 0 : known.arcLevels() * metrics.arc());
    }

    double textHeight() {
        return metrics.height();
    }

    double height() {
        RowMarks known = marks;
        int lanes = known == null ? 1 : Math.max(1, known.lanes());
        return textTop() + textHeight() + lanes * metrics.lane() + PADDING;
    }

    /// The height of one lane, and of one level of arcs.
    double lane() {
        return metrics.lane();
    }

    double arc() {
        return metrics.arc();
    }

    /// Whether there is something of the range in the row.
    boolean holds(TextRange range) {
        return range.start() < end && range.end() > start;
    }

    /// Where the stretch of text is, in as many pieces as directions make of it, from the left. Empty when it is not in this row.
    List<Stretch> stretches(int from, int to) {
        int first = Math.max(from, start);
        int last = Math.min(to, end);
        if (first >= last) {
            return List.of();
        }
        int firstUnit = block.unit(first);
        int lastUnit = block.unit(last);
        List<Stretch> found = new ArrayList<>();
        double x = inset();
        for (Run run : runs()) {
            int a = Math.max(firstUnit, run.start());
            int b = Math.min(lastUnit, run.end());
            if (a < b) {
                Stretch inside = run.stretch(a, b);
                found.add(new Stretch(x + inside.from(), x + inside.to()));
            }
            x += run.width();
        }
        return Stretches.joined(found.stream().filter(stretch -> stretch.width() > 0).toList());
    }

    /// The side of a code point where the one before it stands, or the one behind it, in the direction in which it reads itself.
    double edge(int codePoint, boolean behind) {
        int unit = block.unit(codePoint);
        double x = inset();
        for (Run run : runs()) {
            if (unit >= run.start() && unit < run.end()) {
                Stretch place = run.stretch(unit, block.unit(codePoint + 1));
                return x + (behind == run.isRightToLeft() ? place.from() : place.to());
            }
            x += run.width();
        }
        return Double.NaN;
    }

    /// Where the caret stands before a code point.
    double caretX(int place) {
        int unit = block.unit(Math.clamp(place, start, end));
        double x = inset();
        double last = isRightToLeft() ? width : 0;
        for (Run run : runs()) {
            if (unit >= run.start() && unit < run.end()) {
                return x + run.caret(unit);
            }
            if (unit == run.end()) {
                last = x + run.caret(unit);
            }
            x += run.width();
        }
        return last;
    }

    /// The place between two characters nearest to a place along the row.
    int caretAt(double along) {
        if (start == end) {
            return start;
        }
        double x = inset();
        if (along <= x) {
            return isRightToLeft() ? end : start;
        }
        for (Run run : runs()) {
            if (along < x + run.width()) {
                return block.codePoint(run.caretAt(along - x));
            }
            x += run.width();
        }
        return isRightToLeft() ? start : end;
    }

    /// The code point at a place along the row; -1 beside the letters.
    int characterAt(double along) {
        double x = inset();
        for (Run run : runs()) {
            if (along >= x && along < x + run.width()) {
                return block.codePoint(run.unitAt(along - x));
            }
            x += run.width();
        }
        return -1;
    }
}
