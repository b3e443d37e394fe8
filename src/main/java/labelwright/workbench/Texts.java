package labelwright.workbench;

import java.util.List;
import java.util.Map;

import labelwright.model.ItemId;
import labelwright.model.Project;
import labelwright.model.TextContent;
import labelwright.store.TextRepository;

/// What text items say. Blocks while the database reads, so call it in the background; thread-safe.
public final class Texts {
    private final TextRepository store;

    Texts(TextRepository store) {
        this.store = store;
    }

    /// The whole text with the bytes it came from. Texts never change, so what was opened stays right.
    /// @throws WorkbenchException when the item is no text, or is gone
    public TextContent text(ItemId item) {
        return Faults.told(() -> store.text(item));
    }

    /// The beginnings of texts, each on one line of some 200 characters at most.
    public Map<ItemId, String> excerpts(List<ItemId> items) {
        return Faults.told(() -> store.excerpts(items));
    }

    /// Texts of the project that say exactly the same, whatever their encoding; each group in the order of import.
    public List<List<ItemId>> duplicates(Project project) {
        return Faults.told(() -> store.duplicates(project.id()));
    }
}
