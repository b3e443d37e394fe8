package labelwright.workbench;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import labelwright.model.AnnotationSet;
import labelwright.model.Author;
import labelwright.model.ItemId;
import labelwright.model.Project;
import labelwright.model.TextContent;
import labelwright.model.WorkState;
import labelwright.store.WorkspaceStore;

/// What a project had before an import began. A project that was empty is not asked again.
final class ExistingItems {
    private final WorkspaceStore store;
    private final Project project;
    private final Author author;
    private final boolean empty;

    ExistingItems(WorkspaceStore store, Project project, Author author) {
        this.store = store;
        this.project = project;
        this.author = author;
        this.empty = store.items().count(project.id()) == 0;
    }

    Map<String, ItemId> named(Collection<String> names) {
        return empty ? Map.of() : store.items().findByNames(project.id(), names);
    }

    boolean saysTheSame(ItemId item, TextContent text) {
        return store.texts().text(item).text().equals(text.text());
    }

    Set<ItemId> answered(Collection<ItemId> items) {
        Set<ItemId> answered = new HashSet<>();
        for (AnnotationSet set : store.annotations().sets(List.copyOf(items), author)) {
            if (set.state() != WorkState.NEW || !set.annotations().isEmpty()) {
                answered.add(set.item());
            }
        }
        return answered;
    }
}
