package labelwright.ui.data;

import java.util.BitSet;

/// Which cells are selected, by their place in the list. One of them has the cursor (-1 for none); ranges go from the anchor.
final class GridSelection {
    private final BitSet selected = new BitSet();
    private int size;
    private int cursor = -1;
    private int anchor = -1;

    /// Begins anew for a list of this length: nothing is selected.
    void reset(int newSize) {
        selected.clear();
        size = newSize;
        cursor = -1;
        anchor = -1;
    }

    boolean contains(int index) {
        return selected.get(index);
    }

    int count() {
        return selected.cardinality();
    }

    int cursor() {
        return cursor;
    }

    int[] indices() {
        return selected.stream().toArray();
    }

    /// Selects this one alone.
    void only(int index) {
        if (isInside(index)) {
            selected.clear();
            selected.set(index);
            cursor = index;
            anchor = index;
        }
    }

    /// Adds this one, or takes it out.
    void toggle(int index) {
        if (isInside(index)) {
            selected.flip(index);
            cursor = index;
            anchor = index;
        }
    }

    /// Selects all from the anchor to this one, and nothing else.
    void extendTo(int index) {
        if (isInside(index)) {
            int from = anchor < 0 ? index : anchor;
            selected.clear();
            selected.set(Math.min(from, index), Math.max(from, index) + 1);
            anchor = from;
            cursor = index;
        }
    }

    /// Adds this one and leaves the cursor where it is.
    void add(int index) {
        selected.set(index);
    }

    void all() {
        selected.set(0, size);
    }

    void none() {
        selected.clear();
    }

    private boolean isInside(int index) {
        return index >= 0 && index < size;
    }
}
