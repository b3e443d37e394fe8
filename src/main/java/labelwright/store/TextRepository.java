package labelwright.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import labelwright.model.ItemId;
import labelwright.model.ProjectId;
import labelwright.model.TextContent;

/// What text items say. Texts never change. Thread-safe.
public final class TextRepository {
    private static final int PAGE = 1000;
    private final Database database;
    private final Visibility visibility;

    TextRepository(Database database, Visibility visibility) {
        this.database = database;
        this.visibility = visibility;
    }

    /// Reads a text with its bytes; a megabyte takes some milliseconds.
    /// @throws StoreException FAILED when the item is no text, or is gone
    public TextContent text(ItemId item) {
        return database.read(handle -> TextRows.find(handle, item))
                .orElseThrow(() -> StoreException.failed("Item " + item + " is not a text of this workspace."));
    }

    /// The beginnings of texts, each on one line of at most some 200 characters; items that are no texts are missing.
    public Map<ItemId, String> excerpts(List<ItemId> items) {
        Map<ItemId, String> excerpts = new HashMap<>();
        for (int from = 0; from < items.size(); from += PAGE) {
            List<Long> page = items.subList(from, Math.min(items.size(), from + PAGE)).stream().map(ItemId::value).toList();
            database.read(handle -> handle.createQuery("SELECT item_id, excerpt FROM item_text WHERE item_id = ANY(:ids)")
                    .bindArray("ids", Long.class, page).map((row, context) -> Map.entry(new ItemId(row.getLong(1)), row.getString(2)))
                    .list()).forEach(one -> excerpts.put(one.getKey(), one.getValue()));
        }
        return excerpts;
    }

    /// Items of the project that say exactly the same, each group in the order of import.
    /// A number for each text that is the same for texts that say the same, and never the same for others in practice; items that are no texts are missing.
    public Map<ItemId, Long> digests(List<ItemId> items) {
        Map<ItemId, Long> digests = new HashMap<>();
        for (int from = 0; from < items.size(); from += PAGE) {
            List<Long> page = items.subList(from, Math.min(items.size(), from + PAGE)).stream().map(ItemId::value).toList();
            database.read(handle -> handle.createQuery("SELECT item_id, digest FROM item_text WHERE item_id = ANY(:ids)")
                    .bindArray("ids", Long.class, page).map((row, context) -> Map.entry(new ItemId(row.getLong(1)), row.getLong(2)))
                    .list()).forEach(one -> digests.put(one.getKey(), one.getValue()));
        }
        return digests;
    }

    public List<List<ItemId>> duplicates(ProjectId project) {
        Map<Long, List<ItemId>> byDigest = new HashMap<>();
        database.read(handle -> handle
                .createQuery("SELECT t.digest, i.id FROM item i JOIN item_text t ON t.item_id = i.id WHERE i.project_id = :project"
                        + visibility.condition() + " ORDER BY i.id")
                .bind("project", project.value())
                .map((row, context) -> byDigest.computeIfAbsent(row.getLong(1), _ -> new ArrayList<>()).add(new ItemId(row.getLong(2))))
                .list());
        return byDigest.values().stream().filter(group -> group.size() > 1).toList();
    }
}
