package labelwright.store;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Locale;

/// The names of a project's items in lower case, one block of UTF-8, and their order. Guarded by the [Catalogue] that owns it.
final class NameColumn {
    private static final int START = 1 << 16;
    private final int[] order;
    private final int[] ends;
    private byte[] text = new byte[START];
    private int count;

    NameColumn(int items) {
        order = new int[items];
        ends = new int[items];
    }

    /// Adds the next item in the order of names.
    void add(int place, String name) {
        byte[] bytes = name.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
        int start = count == 0 ? 0 : ends[count - 1];
        if (start + bytes.length > text.length) {
            text = Arrays.copyOf(text, Math.max(start + bytes.length, text.length + (text.length >> 1)));
        }
        System.arraycopy(bytes, 0, text, start, bytes.length);
        ends[count] = start + bytes.length;
        order[count++] = place;
    }

    /// The places of all items, by name.
    int[] order() {
        return order;
    }

    /// The places of items whose name contains the text, without regard to case.
    BitSet containing(String part) {
        byte[] wanted = part.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
        BitSet found = new BitSet(order.length);
        int start = 0;
        for (int i = 0; i < count; i++) {
            if (contains(start, ends[i], wanted)) {
                found.set(order[i]);
            }
            start = ends[i];
        }
        return found;
    }

    private boolean contains(int start, int end, byte[] wanted) {
        for (int i = start; i <= end - wanted.length; i++) {
            if (Arrays.equals(text, i, i + wanted.length, wanted, 0, wanted.length)) {
                return true;
            }
        }
        return false;
    }
}
