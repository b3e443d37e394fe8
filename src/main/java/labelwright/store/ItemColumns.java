package labelwright.store;

import java.util.Arrays;
import java.util.BitSet;

import labelwright.model.Split;

/// The items of a project in memory, one array per column; an item is named by its place in the order of import. Names come later, only
/// when a query asks for them. Guarded by the [Catalogue] that owns it.
final class ItemColumns {
    private final long[] ids;
    private final byte[] splits;

    /// @param packed each item's id times 4 plus the code of its split, in any order; sorted here
    ItemColumns(long[] packed) {
        Arrays.parallelSort(packed);
        ids = new long[packed.length];
        splits = new byte[packed.length];
        for (int i = 0; i < packed.length; i++) {
            ids[i] = packed[i] >> 2;
            splits[i] = (byte) (packed[i] & 3);
        }
    }

    int size() {
        return ids.length;
    }

    long id(int place) {
        return ids[place];
    }

    /// Negative when the project has no such item.
    int place(long id) {
        return Arrays.binarySearch(ids, id);
    }

    int split(int place) {
        return splits[place];
    }

    void setSplit(int place, Split split) {
        splits[place] = (byte) split.code();
    }

    BitSet all() {
        BitSet all = new BitSet(ids.length);
        all.set(0, ids.length);
        return all;
    }
}
