package labelwright.workbench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import labelwright.model.AnnotationSet;
import labelwright.model.Author;
import labelwright.model.Item;
import labelwright.model.ItemId;
import labelwright.store.WorkspaceStore;

/// Finds for each item the answer that counts: gold first, else the newest complete one; or that of one author.
final class CountingAnswers {
    private static final int PAGE = 1000;

    private final WorkspaceStore store;

    CountingAnswers(WorkspaceStore store) {
        this.store = store;
    }

    /// Hands over those of the items that have such an answer, in their order, a page at a time.
    ///
    /// @param who null for the answer that counts
    void forEach(List<ItemId> ids, @Nullable Author who, Consumer<LabelledItem> consumer) {
        for (int from = 0; from < ids.size(); from += PAGE) {
            List<ItemId> page = ids.subList(from, Math.min(ids.size(), from + PAGE));
            Map<ItemId, AnnotationSet> answers = answers(page, who);
            for (Item item : store.items().items(page.stream().filter(answers::containsKey).toList())) {
                AnnotationSet answer = answers.get(item.id());
                if (answer != null) {
                    consumer.accept(new LabelledItem(item, answer));
                }
            }
        }
    }

    List<LabelledItem> all(List<ItemId> ids) {
        List<LabelledItem> found = new ArrayList<>();
        forEach(ids, null, found::add);
        return found;
    }

    private Map<ItemId, AnnotationSet> answers(List<ItemId> page, @Nullable Author who) {
        Map<ItemId, AnnotationSet> chosen = new HashMap<>();
        if (who == null) {
            store.annotations().completeSets(page).forEach((item, sets) -> chosen.put(item, best(sets)));
        } else {
            store.annotations().sets(page, who).stream().filter(CountingAnswers::isUsable).forEach(set -> chosen.put(set.item(), set));
        }
        return chosen;
    }

    /// @param sets never empty, the newest last
    private static AnnotationSet best(List<AnnotationSet> sets) {
        return sets.stream().filter(set -> set.author() instanceof Author.Gold).findFirst().orElse(sets.getLast());
    }

    private static boolean isUsable(AnnotationSet set) {
        return switch (set.author()) {
            case Author.Annotator _ -> set.state().isComplete();
            case Author.Gold _ -> set.state().isComplete();
            case Author.ByModel _ -> ! set.annotations().isEmpty() || !set.answers().isEmpty();
        };
    }
}
