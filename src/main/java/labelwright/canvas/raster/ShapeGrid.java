package labelwright.canvas.raster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

import labelwright.geometry.Bounds;

/// Finds the shapes of a layer by place: a grid of cells, each with the shapes that touch it. Very large shapes are kept aside and always
/// looked at. Belongs to one thread.
///
/// Decision: a plain grid instead of the tree of [labelwright.geometry.SpatialIndex], because 100,000 shapes have to be in it within a frame
/// or two, and because it hands shapes out in drawing order without sorting.
final class ShapeGrid {
    private static final int MOST_SIDE = 128;
    private static final int SHAPES_IN_CELL = 4;
    private static final int MOST_CELLS = 64;
    private static final int FIRST_CAPACITY = 4;
    private static final int GROWTH = 4;
    private static final int FEW = 64;

    private final List<DrawnShape> large = new ArrayList<>();
    private Bounds extent = new Bounds(0, 0, 1, 1);
    private int side = 1;
    private DrawnShape[][] cells = new DrawnShape[1][0];
    private int[] counts = new int[1];
    private int size;
    /// In all cells together.
    private long entries;
    private int comfortable = FEW;

    /// Forgets everything and takes these.
    void build(Collection<DrawnShape> shapes) {
        extent = shapes.stream().map(DrawnShape::bounds).reduce(Bounds::union).orElse(new Bounds(0, 0, 1, 1));
        side = Math.clamp((int) Math.sqrt((double) shapes.size() / SHAPES_IN_CELL), 1, MOST_SIDE);
        cells = new DrawnShape[side * side][0];
        counts = new int[side * side];
        large.clear();
        size = 0;
        entries = 0;
        comfortable = Math.max(FEW, GROWTH * shapes.size());
        shapes.forEach(this::put);
    }

    /// Whether so many shapes have come since it was built that it should be built anew.
    boolean isCrowded() {
        return size > comfortable;
    }

    void put(DrawnShape shape) {
        size++;
        Range range = range(shape.bounds());
        if (range.count() > MOST_CELLS) {
            large.add(shape);
            return;
        }
        for (int row = range.top; row <= range.bottom; row++) {
            for (int column = range.left; column <= range.right; column++) {
                int cell = row * side + column;
                if (counts[cell] == cells[cell].length) {
                    cells[cell] = Arrays.copyOf(cells[cell], Math.max(FIRST_CAPACITY, 2 * counts[cell]));
                }
                cells[cell][counts[cell]++] = shape;
                entries++;
            }
        }
    }

    void remove(DrawnShape shape) {
        size--;
        Range range = range(shape.bounds());
        if (range.count() > MOST_CELLS) {
            large.removeIf(other -> other == shape);
            return;
        }
        for (int row = range.top; row <= range.bottom; row++) {
            for (int column = range.left; column <= range.right; column++) {
                removeFrom(row * side + column, shape);
            }
        }
    }

    private void removeFrom(int cell, DrawnShape shape) {
        DrawnShape[] held = cells[cell];
        for (int i = 0; i < counts[cell]; i++) {
            if (held[i] == shape) {
                int last = --counts[cell];
                entries--;
                held[i] = held[last];
                Arrays.fill(held, last, last + 1, null);
                return;
            }
        }
    }

    /// Marks the places in the drawing order of all shapes that may touch the area.
    ///
    /// @param marks one bit for each place
    void mark(Bounds area, long[] marks) {
        large.forEach(shape -> marks[shape.order() >> 6] |= 1L << shape.order());
        Range range = range(area);
        for (int row = range.top; row <= range.bottom; row++) {
            for (int column = range.left; column <= range.right; column++) {
                int cell = row * side + column;
                DrawnShape[] held = cells[cell];
                for (int i = 0; i < counts[cell]; i++) {
                    int order = held[i].order();
                    marks[order >> 6] |= 1L << order;
                }
            }
        }
    }

    /// How many shapes touch the area, more or less: one in several cells counts as often as shapes do on the whole.
    int count(Bounds area) {
        Range range = range(area);
        long inArea = 0;
        for (int row = range.top; row <= range.bottom; row++) {
            for (int column = range.left; column <= range.right; column++) {
                inArea += counts[row * side + column];
            }
        }
        return large.size() + (int) Math.round(entries == 0 ? 0 : (double) inArea * (size - large.size()) / entries);
    }

    /// The cells that a rectangle touches; what is outside belongs to the cells at the rim.
    private record Range(int left, int top, int right, int bottom) {
        int count() {
            return (right - left + 1) * (bottom - top + 1);
        }
    }

    private Range range(Bounds area) {
        return new Range(cell(area.x() - extent.x(), extent.width()), cell(area.y() - extent.y(), extent.height()),
                cell(area.maxX() - extent.x(), extent.width()), cell(area.maxY() - extent.y(), extent.height()));
    }

    private int cell(double from, double of) {
        return Math.clamp((long) Math.floor(of <= 0 ? 0 : from * side / of), 0, side - 1);
    }
}
