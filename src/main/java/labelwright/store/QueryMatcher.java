package labelwright.store;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;

import labelwright.model.AttributeDefinition;
import labelwright.model.AttributeForm;
import labelwright.model.ItemId;
import labelwright.model.LabelId;
import labelwright.model.Split;
import labelwright.model.WorkState;
import labelwright.model.query.ItemQuery;
import labelwright.model.query.ItemQuery.Comparison;

/// Finds the items of a query in a [Catalogue], as the places of the items. Only what attributes and answers say is looked for in the database itself.
final class QueryMatcher {
    private final Catalogue catalogue;
    private final CatalogueLoader loader;
    private final int author;

    /// @param author the number of who asks, 0 for one who has never written anything
    QueryMatcher(Catalogue catalogue, CatalogueLoader loader, int author) {
        this.catalogue = catalogue;
        this.loader = loader;
        this.author = author;
    }

    /// A new set, which the caller may change.
    BitSet matching(ItemQuery query) {
        return switch (query) {
            case ItemQuery.And(List<ItemQuery> terms) -> {
                BitSet all = catalogue.items().all();
                terms.forEach(term -> all.and(matching(term)));
                yield all;
            }
            case ItemQuery.Or(List<ItemQuery> terms) -> {
                BitSet any = new BitSet();
                terms.forEach(term -> any.or(matching(term)));
                yield any;
            }
            case ItemQuery.Not(ItemQuery term) -> {
                BitSet all = catalogue.items().all();
                all.andNot(matching(term));
                yield all;
            }
            case ItemQuery.HasLabel(Set<String> names) -> withLabel(names);
            case ItemQuery.InState(Set<WorkState> states) -> {
                Set<Integer> codes = new HashSet<>();
                states.forEach(state -> codes.add(state.code()));
                AnswerColumns answers = catalogue.answers(author);
                yield where(place -> codes.contains(answers.state(place)));
            }
            case ItemQuery.InSplit(Set<Split> splits) -> {
                Set<Integer> codes = new HashSet<>();
                splits.forEach(split -> codes.add(split.code()));
                ItemColumns items = catalogue.items();
                yield where(place -> codes.contains(items.split(place)));
            }
            case ItemQuery.Score(Comparison comparison, double value) -> scored(comparison, value);
            case ItemQuery.AnnotationCount(Comparison comparison, int value) -> {
                AnswerColumns answers = catalogue.answers(author);
                yield where(place -> holds(comparison, answers.annotations(place), value));
            }
            case ItemQuery.NameContains(String text) -> catalogue.names().containing(text);
            case ItemQuery.TextContains(String text) -> {
                BitSet found = places(loader.withAttributeText(author, text));
                found.or(places(loader.withText(text)));
                yield found;
            }
            case ItemQuery.HasAttribute(String name, Set<String> values) -> places(loader.withAttribute(author, name, values));
            case ItemQuery.HasAnswer(String name, Set<String> values) -> places(loader.withAnswer(author, name, values));
            case ItemQuery.MissingAnswers() -> missingAnswers();
            case ItemQuery.Suggested() -> {
                SuggestionColumns suggestions = catalogue.suggestions();
                yield where(suggestions::any);
            }
            case ItemQuery.SuggestedBy(Set<String> models) -> {
                BitSet found = new BitSet();
                for (int model : loader.modelAuthors(models)) {
                    found.or(catalogue.answers(model).suggested());
                }
                yield found;
            }
            case ItemQuery.HasId(Set<ItemId> ids) -> places(ids.stream().map(ItemId::value).toList());
        };
    }

    private BitSet where(IntPredicate condition) {
        int size = catalogue.items().size();
        BitSet found = new BitSet(size);
        for (int place = 0; place < size; place++) {
            if (condition.test(place)) {
                found.set(place);
            }
        }
        return found;
    }

    private BitSet places(List<Long> ids) {
        BitSet found = new BitSet();
        for (long id : ids) {
            int place = catalogue.items().place(id);
            if (place >= 0) {
                found.set(place);
            }
        }
        return found;
    }

    private BitSet withLabel(Set<String> names) {
        Set<String> wanted = new HashSet<>();
        names.forEach(name -> wanted.add(name.toLowerCase(Locale.ROOT)));
        BitSet found = new BitSet();
        loader.labels().forEach((label, name) -> {
            if (wanted.contains(name.toLowerCase(Locale.ROOT))) {
                found.or(catalogue.answers(author).withLabel(label));
            }
        });
        return found;
    }

    private BitSet missingAnswers() {
        AttributeForm form = loader.picture();
        if (form.definitions().stream().noneMatch(AttributeDefinition::isRequired)) {
            return new BitSet();
        }
        ItemColumns items = catalogue.items();
        AnswerColumns answered = catalogue.answers(author);
        Map<Integer, Map<String, String>> answers = new HashMap<>();
        loader.answerTexts(author).forEach((item, said) -> answers.put(items.place(item), said));
        return where(place -> {
            Set<LabelId> labels = new HashSet<>();
            answered.labels().forEach((label, with) -> {
                if (with.get(place)) {
                    labels.add(new LabelId(label));
                }
            });
            return !form.missing(answers.getOrDefault(place, Map.of()), labels).isEmpty();
        });
    }

    private BitSet scored(Comparison comparison, double value) {
        SuggestionColumns suggestions = catalogue.suggestions();
        return switch (comparison) {
            case LESS -> where(place -> suggestions.lowest(place) < value);
            case AT_MOST -> where(place -> suggestions.lowest(place) <= value);
            case MORE -> where(place -> suggestions.highest(place) > value);
            case AT_LEAST -> where(place -> suggestions.highest(place) >= value);
            case EQUAL -> places(loader.withScore(value));
        };
    }

    private static boolean holds(Comparison comparison, int left, int right) {
        return switch (comparison) {
            case LESS -> left < right;
            case AT_MOST -> left <= right;
            case EQUAL -> left == right;
            case AT_LEAST -> left >= right;
            case MORE -> left > right;
        };
    }
}
