package labelwright.workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import labelwright.model.ItemId;
import labelwright.model.Project;
import labelwright.model.query.ItemSort;

/// The items that a model should look at.
record Unanswered(LoadedModel.Shelf shelf) {
    private static final int PAGE = 1000;

    /// The items of the query; for an empty query those that nobody has answered completely.
    List<ItemId> find(Project project, String query) {
        List<ItemId> ids = shelf.catalogue().find(project, query, shelf.context().viewer(), ItemSort.IMPORTED);
        if (!query.isBlank()) {
            return ids;
        }
        List<ItemId> open = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += PAGE) {
            List<ItemId> page = ids.subList(from, Math.min(ids.size(), from + PAGE));
            Set<ItemId> complete = shelf.store().annotations().completeSets(page).keySet();
            page.stream().filter(item -> !complete.contains(item)).forEach(open::add);
        }
        return open;
    }
}
