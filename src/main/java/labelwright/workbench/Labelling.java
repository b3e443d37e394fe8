package labelwright.workbench;

import java.util.function.Consumer;

import labelwright.edit.EditHistory;
import labelwright.model.Author;
import labelwright.model.Item;
import labelwright.model.ItemId;
import labelwright.store.StoredHistory;
import labelwright.store.WorkspaceStore;

/// Opens items for labelling, and knows whether what was edited is on the disk.
public final class Labelling {
    private final WorkspaceStore store;
    private final EditWriter writer;

    Labelling(WorkspaceStore store, EditWriter writer) {
        this.store = store;
        this.writer = writer;
    }

    /// The annotator's answer to the item with its whole history. Waits for edits that are still being written, so call it in the background.
    /// One item must not be open twice for one annotator.
    /// @throws WorkbenchException when edits of this item still cannot be written; they are kept until they can, or [#discard] gives them up
    public LabellingSession open(ItemId id, Author.Annotator annotator) {
        writer.finish();
        if (writer.waiting(id) > 0) {
            writer.flush();
        }
        return Faults.told(() -> {
            Item item = store.items().item(id);
            StoredHistory history = store.annotations().history(id, annotator);
            EditHistory edits = new EditHistory(store.annotations().set(id, annotator), history.done(), history.undone(), writer::write);
            return new LabellingSession(item, edits, store.annotationIds(), store.annotations().suggestionSets(id));
        });
    }

    /// Gives up the edits of the item that could not be written; it is as it was stored last.
    public void discard(ItemId id) {
        writer.discard(id);
    }

    public SaveState saveState() {
        return writer.state();
    }

    /// The listener is called on the thread that edits or the one that writes.
    public void onSaveState(Consumer<SaveState> listener) {
        writer.onChange(listener);
    }

    public void removeListener(Consumer<SaveState> listener) {
        writer.removeListener(listener);
    }

    /// Waits until everything that was edited so far is on the disk; tries again what failed.
    /// @throws WorkbenchException when it cannot be written; it is kept for another try
    public void flush() {
        writer.flush();
    }
}
