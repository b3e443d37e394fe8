package labelwright.exchange.cvat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;

import labelwright.exchange.Decimals;
import labelwright.exchange.XmlElement;
import labelwright.exchange.XmlText;
import labelwright.model.AttributeDefinition;
import labelwright.model.AttributeType;

/// An attribute as the head of a file declares it: `name`, `input_type` (`select`, `radio`, `checkbox`, `number`, `text`), `default_value`
/// and `values`, one a line; those of a number are the least, the greatest and the step.
final class CvatAttribute {
    /// What is written for a type that CVAT does not know.
    static final String TEXT = "text";
    private static final String YES = "true";
    private static final String NO = "false";
    private static final int WHOLE_STEP = 1;
    private static final double FINE_STEP = 0.01;

    private CvatAttribute() {}

    /// Empty when it has no name.
    static Optional<AttributeDefinition> read(XmlElement element) {
        return element.textOf("name").map(name -> {
            String initial = element.textOf("default_value").orElse("");
            AttributeType type = type(element.textOf("input_type").orElse(TEXT), element.textOf("values").orElse(""), initial);
            String start = type instanceof AttributeType.Check && initial.equals(NO) ? "" : value(type, initial);
            return new AttributeDefinition(name, type).withInitial(type.accepts(start) ? start : "");
        });
    }

    private static AttributeType type(String word, String values, String initial) {
        Set<String> lines = new LinkedHashSet<>(values.lines().map(String::strip).filter(line -> !line.isEmpty()).toList());
        return switch (word) {
            case "checkbox" -> new AttributeType.Check();
            case "number" -> number(new ArrayList<>(lines));
            case "select", "radio" -> lines.isEmpty() ? new AttributeType.Text() : new AttributeType.Select(options(lines, initial));
            default -> new AttributeType.Text();
        };
    }

    /// Some tools write the options in one line with blanks between them: so it is when only that makes the start value one of them.
    private static List<String> options(Set<String> lines, String initial) {
        if (lines.size() == 1 && !initial.isEmpty() && !lines.contains(initial)) {
            Set<String> words = new LinkedHashSet<>(List.of(lines.iterator().next().split("\\s+")));
            if (words.contains(initial)) {
                return List.copyOf(words);
            }
        }
        return List.copyOf(lines);
    }

    private static AttributeType number(List<String> lines) {
        try {
            double lowest = Double.parseDouble(lines.getFirst());
            double highest = Double.parseDouble(lines.get(1));
            return lowest <= highest ? new AttributeType.Numeric(lowest, highest) : AttributeType.Numeric.any();
        } catch (NumberFormatException | IndexOutOfBoundsException | NoSuchElementException ignored) {
            return AttributeType.Numeric.any();
        }
    }

    /// A value of a file as the model has it.
    static String value(AttributeType type, String written) {
        if (type instanceof AttributeType.Check) {
            return switch (written) {
                case "true", "True" -> AttributeType.YES;
                case "false", "False" -> AttributeType.NO;
                default -> written;
            };
        }
        return written;
    }

    /// A value of the model as a file has it.
    static String written(AttributeType type, String value) {
        if (type instanceof AttributeType.Check) {
            return switch (value) {
                case AttributeType.YES -> YES;
                case AttributeType.NO -> NO;
                default -> value;
            };
        }
        return value;
    }

    /// The `input_type` that says the same.
    static String word(AttributeType type) {
        return switch (type) {
            case AttributeType.Check _ -> "checkbox";
            case AttributeType.Select _ -> "select";
            case AttributeType.Taxonomy(List<String>_, AttributeType.Amount amount) -> switch (amount) {
                case ONE -> "select";
                case SEVERAL -> TEXT;
            };
            case AttributeType.Numeric number -> isBounded(number) ? "number" : TEXT;
            case AttributeType.Text _, AttributeType.LongText _, AttributeType.MultiSelect _ -> TEXT;
        };
    }

    static boolean isBounded(AttributeType.Numeric number) {
        return Double.isFinite(number.lowest()) && Double.isFinite(number.highest());
    }

    private static String number(AttributeType.Numeric number) {
        boolean isWhole = number.lowest() == Math.rint(number.lowest()) && number.highest() == Math.rint(number.highest());
        return String.join("\n", Decimals.exact(number.lowest()), Decimals.exact(number.highest()),
                Decimals.exact(isWhole ? WHOLE_STEP : FINE_STEP));
    }

    /// @param word what [#word] gives, or [#TEXT]
    static void write(XmlText xml, AttributeDefinition definition, String word) {
        AttributeType type = definition.type();
        boolean isText = word.equals(TEXT);
        String values = switch (type) {
            case AttributeType.Check _ -> YES + "\n" + NO;
            case AttributeType.Numeric number -> isText ? "" : number(number);
            default -> String.join("\n", type.options());
        };
        String initial = type instanceof AttributeType.Check && definition.initial().isEmpty() ? AttributeType.NO : definition.initial();
        xml.open(6, "attribute", Map.of());
        xml.element(7, "name", definition.name());
        xml.element(7, "mutable", "False");
        xml.element(7, "input_type", word);
        xml.element(7, "default_value", isText ? definition.initial() : written(type, initial));
        xml.element(7, "values", isText ? "" : values);
        xml.close(6, "attribute");
    }
}
