package labelwright.model;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// What values an attribute can have.
public sealed interface AttributeType {

    /// One line of text.
    record Text() implements AttributeType {}

    /// Text of several lines.
    record LongText() implements AttributeType {}

    /// A number from `lowest` to `highest`, both included; infinite ends are open.
    record Numeric(double lowest, double highest) implements AttributeType {
        public Numeric {
            if (!(lowest <= highest)) {
                throw new IllegalArgumentException("A number from " + lowest + " to " + highest + " has no values");
            }
        }

        public static Numeric any() {
            return new Numeric(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        }
    }

    /// One of the options.
    record Select(List<String> options) implements AttributeType {
        public Select {
            options = checked(options);
        }
    }

    /// Any number of the options.
    record MultiSelect(List<String> options) implements AttributeType {
        public MultiSelect {
            options = checked(options);
        }
    }

    /// Yes or no.
    record Check() implements AttributeType {}

    /// Places in a tree.
    ///
    /// @param paths what can be chosen, each with the names from the root down with [#STEP] between them; a place above others can be chosen
    /// only when it is listed itself
    record Taxonomy(List<String> paths, Amount amount) implements AttributeType {
        public Taxonomy {
            paths = checked(paths);
        }
    }

    /// How much can be chosen at the same time.
    enum Amount {
        ONE, SEVERAL
    }

    /// What stands between the names of a path.
    String STEP = "/";
    /// The value of a [Check] that means yes.
    String YES = "1";
    /// The value of a [Check] that means no, as no value does.
    String NO = "0";

    private static List<String> checked(List<String> options) {
        Set<String> seen = new HashSet<>();
        for (String option : options) {
            if (option.isBlank() || !seen.add(option)) {
                throw new IllegalArgumentException(
                        option.isBlank() ? "An option needs a text" : "The option \"" + option + "\" is there twice");
            }
        }
        if (options.isEmpty()) {
            throw new IllegalArgumentException("A choice needs at least one option");
        }
        return List.copyOf(options);
    }

    default AttributeKind kind() {
        return switch (this) {
            case Text _ -> AttributeKind.TEXT;
            case LongText _ -> AttributeKind.LONG_TEXT;
            case Numeric _ -> AttributeKind.NUMBER;
            case Select _ -> AttributeKind.SELECT;
            case MultiSelect _ -> AttributeKind.MULTI_SELECT;
            case Check _ -> AttributeKind.CHECK;
            case Taxonomy(List<String>_, Amount amount) -> switch (amount) {
                case ONE -> AttributeKind.TAXONOMY;
                case SEVERAL -> AttributeKind.MULTI_TAXONOMY;
            };
        };
    }

    /// The options in order; empty for a type that has none.
    default List<String> options() {
        return switch (this) {
            case Select(List<String> options) -> options;
            case MultiSelect(List<String> options) -> options;
            case Taxonomy(List<String> paths, Amount _) -> paths;
            case Text _, LongText _, Numeric _, Check _ -> List.of();
        };
    }

    /// Whether several of the options can be chosen at the same time, so that values are written as [Choices] does.
    default boolean isSeveral() {
        return this instanceof MultiSelect || (this instanceof Taxonomy taxonomy && taxonomy.amount == Amount.SEVERAL);
    }

    /// Whether the value is one that the attribute can have. The empty text, no value, is none.
    default boolean accepts(String value) {
        return switch (this) {
            case Text _, LongText _ -> value.length() > 0;
            case Numeric(double lowest, double highest) -> isNumber(value) && Double.parseDouble(value) >= lowest
                    && Double.parseDouble(value) <= highest;
            case Select(List<String> options) -> options.contains(value);
            case MultiSelect(List<String> options) -> !value.isEmpty() && options.containsAll(Choices.decode(value));
            case Taxonomy(List<String> paths, Amount amount) -> switch (amount) {
                case ONE -> paths.contains(value);
                case SEVERAL -> !value.isEmpty() && paths.containsAll(Choices.decode(value));
            };
            case Check _ -> value.equals(YES) || value.equals(NO);
        };
    }

    private static boolean isNumber(String value) {
        return Numbers.DECIMAL.matcher(value).matches() && Double.isFinite(Double.parseDouble(value));
    }

    /// Holds the pattern, which an interface would show to everybody.
    final class Numbers {
        private static final Pattern DECIMAL = Pattern.compile("-?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

        private Numbers() {}
    }
}
