package labelwright.model.query;

import java.util.List;
import java.util.Set;

import labelwright.model.ItemId;
import labelwright.model.Split;
import labelwright.model.WorkState;

/// Which items. What speaks of state, labels or annotations means the answer of the author who asks.
public sealed interface ItemQuery {

    /// Every item.
    static ItemQuery all() {
        return new And(List.of());
    }

    /// Items for which every term holds; all items when there is none.
    record And(List<ItemQuery> terms) implements ItemQuery {
        public And {
            terms = List.copyOf(terms);
        }
    }

    /// Items for which at least one term holds; no item when there is none.
    record Or(List<ItemQuery> terms) implements ItemQuery {
        public Or {
            terms = List.copyOf(terms);
        }
    }

    record Not(ItemQuery term) implements ItemQuery {}

    /// Has an annotation with one of these labels; names are compared without regard to case.
    record HasLabel(Set<String> names) implements ItemQuery {
        public HasLabel {
            names = Set.copyOf(names);
        }
    }

    record InState(Set<WorkState> states) implements ItemQuery {
        public InState {
            states = Set.copyOf(states);
        }
    }

    record InSplit(Set<Split> splits) implements ItemQuery {
        public InSplit {
            splits = Set.copyOf(splits);
        }
    }

    /// A model suggested something whose score compares like this.
    record Score(Comparison comparison, double value) implements ItemQuery {}

    /// The number of annotations compares like this.
    record AnnotationCount(Comparison comparison, int value) implements ItemQuery {}

    /// The name contains the text, without regard to case.
    record NameContains(String text) implements ItemQuery {}

    /// An attribute of an annotation, or the text of a text item, contains the text, without regard to case.
    record TextContains(String text) implements ItemQuery {}

    /// An annotation has the attribute, with one of these values; any value when there is none. A multiple choice has each of its choices.
    record HasAttribute(String name, Set<String> values) implements ItemQuery {
        public HasAttribute {
            values = Set.copyOf(values);
        }
    }

    /// The whole item was given this answer, one of these values; any value when there is none. A multiple choice has each of its choices.
    record HasAnswer(String name, Set<String> values) implements ItemQuery {
        public HasAnswer {
            values = Set.copyOf(values);
        }
    }

    /// A required question about the whole item is not answered.
    record MissingAnswers() implements ItemQuery {}

    /// A model suggested something for it.
    record Suggested() implements ItemQuery {}

    /// One of these models suggested something for it.
    record SuggestedBy(Set<String> models) implements ItemQuery {
        public SuggestedBy {
            models = Set.copyOf(models);
        }
    }

    record HasId(Set<ItemId> ids) implements ItemQuery {
        public HasId {
            ids = Set.copyOf(ids);
        }
    }

    enum Comparison {
        LESS("<"), AT_MOST("<="), EQUAL("="), AT_LEAST(">="), MORE(">");

        private final String sign;

        Comparison(String sign) {
            this.sign = sign;
        }

        public String sign() {
            return sign;
        }
    }

    /// Both.
    default ItemQuery and(ItemQuery other) {
        return new And(List.of(this, other));
    }
}
