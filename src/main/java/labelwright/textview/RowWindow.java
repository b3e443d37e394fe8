package labelwright.textview;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import labelwright.geometry.TextRange;
import labelwright.text.CodePoints;
import labelwright.text.Granularity;
import labelwright.textview.flow.Blocks;
import labelwright.textview.flow.DisplayText;
import labelwright.textview.flow.Heights;

/// The rows on the screen, and the way to the others. The truth of where we are is the row at the top and how much of it is hidden; all that
/// was not laid out has an estimated height, which only the scroll bar sees. Rows live as long as they are near the screen. FX thread.
final class RowWindow {
    /// Between two lines or sentences.
    private static final double BLOCK_GAP = 5;
    /// Above the first row.
    private static final double TOP = 8;
    /// Blocks beside the screen that are kept.
    private static final int KEPT = 3;
    private static final int SAMPLE = 2_000;

    private final SurfaceContent content;
    private final Map<Integer, List<Row>> made = new HashMap<>();
    private Blocks blocks;
    private Heights heights = new Heights(new double[1]);
    private TextMetrics metrics;
    private RowMarker marker;
    private double width = 1;
    private int topBlock;
    private int topRow;
    private double hidden;
    private List<Placed> visible = List.of();

    /// A row on the screen.
    record Placed(int block, int number, Row row) {}

    RowWindow(SurfaceContent content, TextMetrics metrics, RowMarker marker) {
        this.content = content;
        this.metrics = metrics;
        this.marker = marker;
        blocks = Blocks.ofLines(content.cut());
        estimate();
    }

    Blocks blocks() {
        return blocks;
    }

    RowMarker marker() {
        return marker;
    }

    List<Placed> visible() {
        return visible;
    }

    /// Another text, or cut in another way.
    void show(Blocks next) {
        blocks = next;
        topBlock = 0;
        topRow = 0;
        hidden = -TOP;
        restart();
    }

    /// Another font; stays at the text that is at the top.
    void fonts(TextMetrics next, RowMarker tags) {
        metrics = next;
        marker = tags;
        keepPlace(this::restart);
    }

    /// @param wide the column of text
    void width(double wide) {
        if (wide != width) {
            width = wide;
            keepPlace(this::restart);
        }
    }

    private void keepPlace(Runnable change) {
        int place = topPlace();
        change.run();
        goTo(place);
    }

    private void restart() {
        made.clear();
        visible = List.of();
        estimate();
    }

    /// The first code point at the top.
    int topPlace() {
        return visible.isEmpty() ? blocks.start(topBlock) : visible.getFirst().row().start();
    }

    /// The marks of these places are no longer what they were.
    void changed(List<TextRange> places) {
        for (List<Row> rows : made.values()) {
            for (Row row : rows) {
                if (row.marks() != null && places.stream().anyMatch(place -> row.holds(place))) {
                    row.marks(null);
                }
            }
        }
    }

    void allChanged() {
        made.values().forEach(rows -> rows.forEach(row -> row.marks(null)));
    }

    void scrollBy(double pixels) {
        hidden += pixels;
    }

    /// How far down the top of the screen is, in estimated pixels.
    double position() {
        double above = heights.top(topBlock) + hidden;
        List<Row> rows = made.get(topBlock);
        for (int i = 0; rows != null && i < topRow; i++) {
            above += rows.get(i).height();
        }
        return above;
    }

    double total() {
        return heights.total();
    }

    void scrollTo(double position) {
        topBlock = heights.at(position);
        topRow = 0;
        hidden = position <= 0 ? -TOP : Math.max(0, position - heights.top(topBlock));
    }

    /// Puts the row with this code point at the top.
    void goTo(int place) {
        topBlock = blocks.at(place);
        List<Row> rows = rows(topBlock);
        topRow = rowIn(rows, place);
        hidden = topBlock == 0 && topRow == 0 ? -TOP : 0;
    }

    /// Makes a place visible, and some text around it.
    void reveal(int place, double viewHeight) {
        Optional<Placed> here = placedAt(place);
        double margin = Math.min(40, viewHeight / 6);
        if (here.isEmpty()) {
            goTo(place);
            hidden = -viewHeight / 3;
        } else if (here.get().row().y() < 0) {
            hidden += here.get().row().y() - margin;
        } else if (here.get().row().y() + here.get().row().height() > viewHeight) {
            hidden += here.get().row().y() + here.get().row().height() - viewHeight + margin;
        }
    }

    /// The row on the screen that holds the caret at a place.
    Optional<Placed> placedAt(int place) {
        int block = blocks.at(place);
        List<Row> rows = made.get(block);
        if (rows == null) {
            return Optional.empty();
        }
        Row wanted = rows.get(rowIn(rows, place));
        return visible.stream().filter(placed -> placed.row() == wanted).findFirst();
    }

    /// The row on the screen at a height; the nearest one where there is none.
    Optional<Placed> placedAtY(double y) {
        @Nullable
        Placed best = null;
        for (Placed placed : visible) {
            if (best == null || placed.row().y() <= y) {
                best = placed;
            }
        }
        return Optional.ofNullable(best);
    }

    /// The row above or below, on the screen or not.
    Optional<Row> neighbour(int place, int step) {
        int block = blocks.at(place);
        List<Row> rows = rows(block);
        int number = rowIn(rows, place) + step;
        if (number >= 0 && number < rows.size()) {
            return Optional.of(rows.get(number));
        }
        int next = block + step;
        if (next < 0 || next >= blocks.size()) {
            return Optional.empty();
        }
        return Optional.of(step < 0 ? rows(next).getLast() : rows(next).getFirst());
    }

    Row rowAt(int place) {
        List<Row> rows = rows(blocks.at(place));
        return rows.get(rowIn(rows, place));
    }

    /// Places the rows of the screen.
    void layout(double viewHeight) {
        climb();
        descend();
        double bottom = place(viewHeight);
        boolean atTop = topBlock == 0 && topRow == 0 && hidden <= 0;
        if (bottom < viewHeight && !atTop) {
            hidden -= viewHeight - bottom;
            climb();
            place(viewHeight);
        }
        forgetFar();
    }

    private void climb() {
        while (hidden < 0) {
            if (topRow > 0) {
                topRow--;
            } else if (topBlock > 0) {
                topBlock--;
                topRow = rows(topBlock).size() - 1;
            } else {
                hidden = Math.max(hidden, -TOP);
                return;
            }
            hidden += extent(topBlock, topRow);
        }
    }

    private void descend() {
        while (hidden >= extent(topBlock, topRow)) {
            boolean last = topRow == rows(topBlock).size() - 1;
            if (last && topBlock == blocks.size() - 1) {
                return;
            }
            hidden -= extent(topBlock, topRow);
            topBlock += last ? 1 : 0;
            topRow = last ? 0 : topRow + 1;
        }
    }

    private double place(double viewHeight) {
        List<Placed> placed = new ArrayList<>();
        double y = -hidden;
        int block = topBlock;
        int number = topRow;
        while (y < viewHeight && block < blocks.size()) {
            Row row = rows(block).get(number);
            double extent = extent(block, number);
            row.top(y);
            placed.add(new Placed(block, number, row));
            y += extent;
            number++;
            if (number == rows(block).size()) {
                measured(block);
                block++;
                number = 0;
            }
        }
        if (block < blocks.size()) {
            measured(block);
        }
        visible = List.copyOf(placed);
        return y;
    }

    private void measured(int block) {
        List<Row> rows = made.get(block);
        if (rows != null) {
            double sum = rows.stream().mapToDouble(Row::height).sum() + (blocks.goesOn(block) ? 0 : BLOCK_GAP);
            heights.set(block, sum);
        }
    }

    /// The height of a row with its marks known, and of the gap behind it.
    private double extent(int block, int number) {
        List<Row> rows = rows(block);
        Row row = rows.get(number);
        if (row.marks() == null) {
            row.marks(marker.marks(row));
        }
        boolean last = number == rows.size() - 1 && !blocks.goesOn(block);
        return row.height() + (last ? BLOCK_GAP : 0);
    }

    private List<Row> rows(int block) {
        return made.computeIfAbsent(block, this::broken);
    }

    private List<Row> broken(int block) {
        BlockText letters = BlockText.of(content.cut().text(), blocks.start(block), blocks.end(block));
        int[] starts = new RowBreaker(metrics).starts(letters.shown(), width,
                unit -> content.cut().isBoundary(letters.codePoint(unit), Granularity.CHARACTER),
                unit -> letters.unit(content.cut().next(letters.codePoint(unit), Granularity.CHARACTER)));
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < starts.length; i++) {
            int to = i + 1 < starts.length ? letters.codePoint(starts[i + 1]) : letters.end();
            rows.add(new Row(letters, letters.codePoint(starts[i]), to, width, metrics));
        }
        return rows;
    }

    private static int rowIn(List<Row> rows, int place) {
        int found = rows.size() - 1;
        while (found > 0 && rows.get(found).start() > place) {
            found--;
        }
        return found;
    }

    private void forgetFar() {
        int first = visible.isEmpty() ? topBlock : visible.getFirst().block();
        int last = visible.isEmpty() ? topBlock : visible.getLast().block();
        made.keySet().removeIf(block -> block < first - KEPT || block > last + KEPT);
    }

    private void estimate() {
        CodePoints text = content.cut().text();
        int sample = Math.min(SAMPLE, text.length());
        double letter = sample == 0 ? 1 : metrics.width(DisplayText.of(text.text(0, sample)).replace('\n', ' ')) / sample;
        double row = metrics.height() + metrics.lane() + 2 * Row.PADDING;
        double[] first = new double[blocks.size()];
        for (int i = 0; i < first.length; i++) {
            double rows = Math.max(1, Math.ceil((blocks.end(i) - blocks.start(i)) * letter / width));
            first[i] = rows * row + (blocks.goesOn(i) ? 0 : BLOCK_GAP);
        }
        heights = new Heights(first);
    }
}
