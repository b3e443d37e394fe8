package labelwright.ui.text;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;

import labelwright.model.ItemId;
import labelwright.ui.action.Texts;
import labelwright.ui.control.ProjectContext;
import labelwright.ui.label.WorkQueue;

/// The beginnings of the texts of the queue, read in the background block by block as rows come into view. FX thread only.
final class Excerpts {
    private static final Texts TEXTS = Texts.of(Excerpts.class);
    private static final int BLOCK = 64;
    /// Texts never change; this only keeps a project of a million from filling the memory.
    private static final int MOST = 20_000;

    private final ProjectContext context;
    private final WorkQueue queue;
    private final Map<ItemId, String> known = new HashMap<>();
    private final Set<ItemId> asked = new HashSet<>();
    private final ReadOnlyLongWrapper read = new ReadOnlyLongWrapper();

    Excerpts(ProjectContext context, WorkQueue queue) {
        this.context = context;
        this.queue = queue;
    }

    /// Goes up whenever more were read.
    ReadOnlyLongProperty read() {
        return read.getReadOnlyProperty();
    }

    /// The beginning of the text at this place of the queue, if it was read already; asks for it and its neighbours otherwise.
    Optional<String> find(int index) {
        ItemId item = queue.items().get(index);
        String excerpt = known.get(item);
        if (excerpt == null && !asked.contains(item)) {
            int start = index / BLOCK * BLOCK;
            ask(List.copyOf(queue.items().subList(start, Math.min(queue.items().size(), start + BLOCK))));
        }
        return Optional.ofNullable(excerpt);
    }

    private void ask(List<ItemId> items) {
        if (asked.size() > MOST) {
            asked.clear();
            known.clear();
        }
        asked.addAll(items);
        context.app().jobs().read(TEXTS.get("doing.text"), () -> context.workbench().texts().excerpts(items), found -> {
            known.putAll(found);
            read.set(read.get() + 1);
        });
    }
}
