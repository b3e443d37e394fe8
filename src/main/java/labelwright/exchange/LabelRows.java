package labelwright.exchange;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

import labelwright.geometry.Spans;

/// The rows of a label picture: each area with its value, later ones over earlier ones, 0 elsewhere. For a row only the areas are looked at
/// that reach it, so that many small ones on a large picture cost little; rows are asked for once, from top to bottom.
public final class LabelRows implements PngWriter.Rows {
    private final PriorityQueue<Area> below = new PriorityQueue<>(Comparator.comparingInt(Area::top));
    /// Those that reach the row, in drawing order.
    private final List<Area> here = new ArrayList<>();
    private int count;

    /// @param order in which it is drawn
    private record Area(int order, Spans spans, byte value) {
        int top() {
            return spans.y(0);
        }

        int bottom() {
            return spans.y(spans.size() - 1);
        }
    }

    /// @param spans inside the picture
    /// @param value from 0 to 255
    public void add(Spans spans, int value) {
        if (!spans.isEmpty()) {
            below.add(new Area(count++, spans, (byte) value));
        }
    }

    @Override
    public void fill(int y, byte[] values) {
        here.removeIf(area -> area.bottom() < y);
        boolean came = false;
        while (!below.isEmpty() && below.element().top() <= y) {
            here.add(below.remove());
            came = true;
        }
        if (came) {
            here.sort(Comparator.comparingInt(Area::order));
        }
        Arrays.fill(values, (byte) 0);
        for (Area area : here) {
            Spans spans = area.spans;
            for (int run = spans.firstAt(y); run < spans.size() && spans.y(run) == y; run++) {
                Arrays.fill(values, spans.from(run), spans.to(run), area.value);
            }
        }
    }
}
