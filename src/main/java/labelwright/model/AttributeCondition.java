package labelwright.model;

import java.util.Collection;
import java.util.Map;
import java.util.Set;

/// When an attribute is asked for. Both parts must hold; a part that is empty holds always.
///
/// @param attribute the other attribute whose value is looked at; empty for none
/// @param values the values of it under which this one is asked for: options of a choice (of a multiple choice one is enough), `1` of a
/// check box; empty means any value
/// @param labels labels of which the picture must have at least one region; only for attributes of a picture
public record AttributeCondition(String attribute, Set<String> values, Set<LabelId> labels) {
    public static final AttributeCondition ALWAYS = new AttributeCondition("", Set.of(), Set.of());

    public AttributeCondition {
        values = Set.copyOf(values);
        labels = Set.copyOf(labels);
        if (attribute.isEmpty() && !values.isEmpty()) {
            throw new IllegalArgumentException("A condition with values needs the attribute that has them");
        }
    }

    public AttributeCondition(String attribute, Set<String> values) {
        this(attribute, values, Set.of());
    }

    public boolean isAlways() {
        return equals(ALWAYS);
    }

    /// @param type of the other attribute
    boolean holds(AttributeType type, Map<String, String> answers) {
        String value = answers.getOrDefault(attribute, "");
        return switch (type) {
            case AttributeType.MultiSelect _, AttributeType.Taxonomy _ -> anyOf(Choices.decode(value));
            case AttributeType.Check _ -> {
                boolean yes = value.equals(AttributeType.YES);
                yield values.isEmpty() ? yes : values.contains(yes ? AttributeType.YES : AttributeType.NO);
            }
            case AttributeType.Text _, AttributeType.LongText _, AttributeType.Numeric _, AttributeType.Select _ -> ! value.isEmpty()
                    && (values.isEmpty() || values.contains(value));
        };
    }

    private boolean anyOf(Collection<String> chosen) {
        return values.isEmpty() ? !chosen.isEmpty() : chosen.stream().anyMatch(values::contains);
    }

    boolean holds(Set<LabelId> present) {
        return labels.isEmpty() || labels.stream().anyMatch(present::contains);
    }
}
