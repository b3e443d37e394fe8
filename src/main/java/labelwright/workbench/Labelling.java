package labelwright.workbench;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import labelwright.edit.EditHistory;
import labelwright.model.AnnotationSet;
import labelwright.model.Author;
import labelwright.model.Item;
import labelwright.model.ItemId;
import labelwright.store.StoredHistory;
import labelwright.store.WorkspaceStore;
import labelwright.task.CancelToken;
import labelwright.task.Progress;

/// Opens items for labelling, and knows whether what was edited is on the disk.
public final class Labelling {
    private static final Logger LOG = LoggerFactory.getLogger(Labelling.class);

    private final WorkspaceStore store;
    private final EditWriter writer;
    private final SessionsAhead ahead;

    Labelling(WorkspaceStore store, EditWriter writer) {
        this.store = store;
        this.writer = writer;
        this.ahead = new SessionsAhead(store::revision);
    }

    /// The annotator's answer to the item with its whole history. Waits for edits that are still being written, so call it in the background.
    /// One item must not be open twice for one annotator.
    /// @throws WorkbenchException when edits of this item still cannot be written; they are kept until they can, or [#discard] gives them up
    public LabellingSession open(ItemId id, Author.Annotator annotator) {
        return ahead.take(id, annotator).orElseGet(() -> read(id, annotator));
    }

    /// Opens items that are likely to be asked for next. Blocks, so call it in the background. What cannot be opened is left out: it is told
    /// when somebody asks for it.
    public void openAhead(List<ItemId> likely, Author.Annotator annotator) {
        writer.finish();
        for (ItemId id : likely) {
            if (!ahead.has(id, annotator)) {
                try {
                    ahead.read(id, annotator, () -> read(id, annotator));
                } catch (WorkbenchException e) {
                    LOG.debug("Item {} cannot be opened ahead", id, e);
                }
            }
        }
    }

    /// As [#open], when the item was opened ahead and nothing of it has changed since; never waits.
    public Optional<LabellingSession> findOpen(ItemId id, Author.Annotator annotator) {
        return ahead.take(id, annotator);
    }

    private LabellingSession read(ItemId id, Author.Annotator annotator) {
        writer.finish();
        if (writer.waiting(id) > 0) {
            writer.flush();
        }
        return Faults.told(() -> {
            Item item = store.items().item(id);
            StoredHistory history = store.annotations().history(id, annotator);
            EditHistory edits = new EditHistory(store.annotations().set(id, annotator), history.done(), history.undone(), this::write);
            return new LabellingSession(item, edits, store.annotationIds(), store.annotations().suggestionSets(id));
        });
    }

    /// What other people answered about the item, paired with the person's own answer as it is now. Call it in the background.
    ///
    /// @param own the person's answer, see [LabellingSession#set]
    public OtherPeople others(AnnotationSet own) {
        writer.finish();
        return Faults.told(() -> new OtherPeople(own.item(), store.annotations().othersThan(own.author(), own.item()), own));
    }

    private void write(EditHistory.Commit commit) {
        ahead.edited(commit.after().item());
        writer.write(commit);
    }

    /// Copies regions to other pictures; see [Propagation]. Call it in the background.
    public Propagation.Report propagate(Propagation.Request request, Author.Annotator annotator, Progress progress, CancelToken token) {
        return new Propagation(this).run(request, annotator, progress, token);
    }

    /// Gives up the edits of the item that could not be written; it is as it was stored last.
    public void discard(ItemId id) {
        ahead.edited(id);
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
