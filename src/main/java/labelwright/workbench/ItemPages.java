package labelwright.workbench;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

import labelwright.model.Item;
import labelwright.model.ItemId;
import labelwright.store.WorkspaceStore;

/// The items of a long list of ids, read a page at a time. One thread.
final class ItemPages implements Iterator<Item> {
    private static final int PAGE = 500;

    private final WorkspaceStore store;
    private final List<ItemId> ids;
    private int read;
    private Iterator<Item> page = List.<Item>of().iterator();

    ItemPages(WorkspaceStore store, List<ItemId> ids) {
        this.store = store;
        this.ids = ids;
    }

    @Override
    public boolean hasNext() {
        while (!page.hasNext() && read < ids.size()) {
            int end = Math.min(ids.size(), read + PAGE);
            page = store.items().items(ids.subList(read, end)).iterator();
            read = end;
        }
        return page.hasNext();
    }

    @Override
    public Item next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return page.next();
    }
}
