package labelwright.store;

import java.util.AbstractList;
import java.util.RandomAccess;

import labelwright.model.ItemId;

/// Very many ids in little memory. Immutable.
final class ItemIdList extends AbstractList<ItemId> implements RandomAccess {
    private final long[] ids;

    /// @param ids kept, not copied
    ItemIdList(long[] ids) {
        this.ids = ids;
    }

    @Override
    public ItemId get(int index) {
        return new ItemId(ids[index]);
    }

    @Override
    public int size() {
        return ids.length;
    }
}
