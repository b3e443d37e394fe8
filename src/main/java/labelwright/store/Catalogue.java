package labelwright.store;

import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import labelwright.model.AnnotationSet;
import labelwright.model.ItemId;
import labelwright.model.LabelId;
import labelwright.model.Split;
import labelwright.model.WorkState;
import labelwright.model.query.Facets;
import labelwright.model.query.ItemQuery;
import labelwright.model.query.ItemSort;

/// What queries need to know about the items of one project, in memory: some 20 bytes an item. Loaded column by column when first asked
/// for; edits and splits are followed one by one, and anything larger (an import, a deletion) makes it be loaded anew.
///
/// Thread-safe: one lock. It is held for a few milliseconds, but as long as loading takes when a column is loaded. Changes are told after
/// they were committed; a change that was already in what was read is the same when it is applied again.
final class Catalogue {
    /// What an author's answer to an item is now.
    ///
    /// @param author the author's number
    record Answer(ItemId item, int author, int state, int annotations, Set<Long> labels) {
        static Answer of(AnnotationSet set, int author) {
            Set<Long> labels = new HashSet<>();
            for (LabelId label : SetWriter.labels(set.annotations())) {
                labels.add(label.value());
            }
            return new Answer(set.item(), author, set.state().code(), set.annotations().size(), labels);
        }
    }

    private final CatalogueLoader loader;
    private final Map<Integer, AnswerColumns> answers = new HashMap<>();
    private @Nullable ItemColumns items;
    private @Nullable SuggestionColumns suggestions;
    private @Nullable NameColumn names;
    private int @Nullable [] usefulness;

    Catalogue(CatalogueLoader loader) {
        this.loader = loader;
    }

    synchronized ItemIdList ids(ItemQuery query, int author, ItemSort sort) {
        BitSet found = new QueryMatcher(this, loader, author).matching(query);
        return new ItemIdList(new CatalogueOrder(this, author).ids(found, sort));
    }

    synchronized Facets facets(ItemQuery query, int author) {
        BitSet found = new QueryMatcher(this, loader, author).matching(query);
        AnswerColumns answered = answers(author);
        long[] states = new long[WorkState.values().length];
        long[] splits = new long[Split.values().length];
        for (int i = found.nextSetBit(0); i >= 0; i = found.nextSetBit(i + 1)) {
            states[answered.state(i)]++;
            splits[items().split(i)]++;
        }
        Map<WorkState, Long> byState = new EnumMap<>(WorkState.class);
        for (WorkState state : WorkState.values()) {
            putSome(byState, state, states[state.code()]);
        }
        Map<Split, Long> bySplit = new EnumMap<>(Split.class);
        for (Split split : Split.values()) {
            putSome(bySplit, split, splits[split.code()]);
        }
        Map<LabelId, Long> byLabel = new HashMap<>();
        answered.labels().forEach((label, items) -> {
            BitSet both = (BitSet) items.clone();
            both.and(found);
            putSome(byLabel, new LabelId(label), both.cardinality());
        });
        return new Facets(byState, byLabel, bySplit, found.cardinality());
    }

    private static <K> void putSome(Map<K, Long> counts, K key, long count) {
        if (count > 0) {
            counts.put(key, count);
        }
    }

    synchronized long count() {
        return items().size();
    }

    synchronized void answered(Answer answer) {
        AnswerColumns columns = answers.get(answer.author);
        int place = items == null ? -1 : items.place(answer.item.value());
        if (columns != null && place >= 0) {
            columns.set(place, answer.state, answer.annotations);
            columns.setLabels(place, answer.labels);
        }
    }

    synchronized void split(Map<ItemId, Split> splits) {
        ItemColumns known = items;
        if (known != null) {
            splits.forEach((item, split) -> {
                int place = known.place(item.value());
                if (place >= 0) {
                    known.setSplit(place, split);
                }
            });
        }
    }

    /// @param author the model's number
    synchronized void suggested(int author) {
        answers.remove(author);
        suggestions = null;
    }

    synchronized void ranked() {
        usefulness = null;
    }

    /// Forgets everything.
    synchronized void changed() {
        items = null;
        answers.clear();
        suggestions = null;
        names = null;
        usefulness = null;
    }

    ItemColumns items() {
        ItemColumns known = items;
        if (known == null) {
            known = loader.items();
            items = known;
        }
        return known;
    }

    AnswerColumns answers(int author) {
        AnswerColumns known = answers.get(author);
        if (known == null) {
            known = loader.answers(items(), author);
            answers.put(author, known);
        }
        return known;
    }

    SuggestionColumns suggestions() {
        SuggestionColumns known = suggestions;
        if (known == null) {
            known = loader.suggestions(items());
            suggestions = known;
        }
        return known;
    }

    NameColumn names() {
        NameColumn known = names;
        if (known == null) {
            known = loader.names(items());
            names = known;
        }
        return known;
    }

    int[] usefulness() {
        int[] known = usefulness;
        if (known == null) {
            known = loader.usefulness(items());
            usefulness = known;
        }
        return known;
    }
}
