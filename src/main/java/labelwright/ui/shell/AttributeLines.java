package labelwright.ui.shell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import labelwright.model.AttributeCondition;
import labelwright.model.AttributeDefinition;
import labelwright.model.AttributeDefinition.Need;
import labelwright.model.AttributeForm;
import labelwright.model.AttributeKind;
import labelwright.model.AttributeType;
import labelwright.model.Choices;
import labelwright.model.LabelId;
import labelwright.model.RegionFacts;

/// What a person has entered about the attributes of a label or of pictures, line by line as text. Decides whether it can be stored.
final class AttributeLines {

    /// What the attributes are about.
    enum Subject {
        REGIONS, PICTURE
    }

    /// One attribute as it is being entered. Options and values are parted by commas, or by semicolons when there is one; the places of a tree
    /// stand in lines, see [TreePaths].
    ///
    /// @param other the attribute that the condition looks at; empty for none
    /// @param labels labels of which the picture must have a region; empty for no such condition
    record Line(String name, AttributeKind kind, String options, String lowest, String highest, String initial, Need need, String other,
            String values, Set<LabelId> labels) {
        Line withName(String changed) {
            return new Line(changed, kind, options, lowest, highest, initial, need, other, values, labels);
        }

        Line withKind(AttributeKind changed) {
            return new Line(name, changed, options, lowest, highest, "", need, other, values, labels);
        }

        Line withOptions(String changed) {
            return new Line(name, kind, changed, lowest, highest, initial, need, other, values, labels);
        }

        Line withLowest(String changed) {
            return new Line(name, kind, options, changed, highest, initial, need, other, values, labels);
        }

        Line withHighest(String changed) {
            return new Line(name, kind, options, lowest, changed, initial, need, other, values, labels);
        }

        Line withInitial(String changed) {
            return new Line(name, kind, options, lowest, highest, changed, need, other, values, labels);
        }

        Line with(Need changed) {
            return new Line(name, kind, options, lowest, highest, initial, changed, other, values, labels);
        }

        Line withOther(String changed) {
            return new Line(name, kind, options, lowest, highest, initial, need, changed, changed.isEmpty() ? "" : values, labels);
        }

        Line withValues(String changed) {
            return new Line(name, kind, options, lowest, highest, initial, need, other, changed, labels);
        }

        Line withLabels(Set<LabelId> changed) {
            return new Line(name, kind, options, lowest, highest, initial, need, other, values, Set.copyOf(changed));
        }

        private String key() {
            return name.strip();
        }
    }

    /// What is wrong with a line.
    enum AttributeFault {
        NO_NAME, NAME_TWICE, NAME_RESERVED, NO_OPTIONS, OPTION_TWICE, BAD_RANGE, BAD_START, CONDITION_LOST, CONDITION_CIRCLE
    }

    /// @param line counted from 0
    record Wrong(int line, AttributeFault fault) {}

    private final Subject subject;
    private final List<Line> lines = new ArrayList<>();

    AttributeLines(Subject subject, AttributeForm form) {
        this.subject = subject;
        form.definitions().forEach(definition -> lines.add(line(definition)));
    }

    Subject subject() {
        return subject;
    }

    private static Line line(AttributeDefinition definition) {
        String lowest = "";
        String highest = "";
        String initial = definition.initial();
        if (definition.type() instanceof AttributeType.Numeric(double low, double high)) {
            lowest = number(low);
            highest = number(high);
        } else if (definition.type().isSeveral()) {
            initial = join(Choices.decode(initial));
        }
        AttributeCondition condition = definition.condition();
        return new Line(definition.name(), definition.type().kind(), options(definition.type()), lowest, highest, initial,
                definition.need(), condition.attribute(), join(condition.values().stream().sorted().toList()), condition.labels());
    }

    private static String options(AttributeType type) {
        return type instanceof AttributeType.Taxonomy ? TreePaths.write(type.options()) : join(type.options());
    }

    /// The options of a line, in order.
    private static List<String> options(Line line) {
        return isTree(line.kind) ? TreePaths.read(line.options) : words(line.options);
    }

    static boolean isTree(AttributeKind kind) {
        return kind == AttributeKind.TAXONOMY || kind == AttributeKind.MULTI_TAXONOMY;
    }

    private static String number(double value) {
        return Double.isFinite(value) ? java.math.BigDecimal.valueOf(value).stripTrailingZeros().toPlainString() : "";
    }

    private static String join(List<String> words) {
        return String.join(words.stream().anyMatch(word -> word.contains(",")) ? "; " : ", ", words);
    }

    /// The words of a line of options or values.
    static List<String> words(String text) {
        return Arrays.stream(text.split(text.contains(";") ? ";" : "[,，、]")).map(String::strip).filter(word -> !word.isEmpty()).toList();
    }

    List<Line> lines() {
        return List.copyOf(lines);
    }

    /// A new line at the end, a choice as most are.
    void add() {
        lines.add(new Line("", AttributeKind.SELECT, "", "", "", "", Need.OPTIONAL, "", "", Set.of()));
    }

    /// A new name is followed by the conditions that speak of it.
    void set(int index, Line line) {
        Line before = lines.set(index, line);
        if (!before.key().equals(line.key()) && !before.key().isEmpty()) {
            lines.replaceAll(each -> each.other.equals(before.key()) ? each.withOther(line.key()) : each);
        }
    }

    void remove(int index) {
        lines.remove(index);
    }

    /// Moves a line one place up (-1) or down (1); nothing happens at the end of the list.
    void move(int index, int by) {
        int to = index + by;
        if (to >= 0 && to < lines.size()) {
            lines.add(to, lines.remove(index));
        }
    }

    /// The first thing that is wrong; empty when all can be stored.
    Optional<Wrong> fault() {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < lines.size(); i++) {
            AttributeFault fault = fault(lines.get(i), names);
            if (fault != null) {
                return Optional.of(new Wrong(i, fault));
            }
        }
        return Optional.empty();
    }

    private @Nullable AttributeFault fault(Line line, Set<String> names) {
        if (line.key().isEmpty()) {
            return AttributeFault.NO_NAME;
        }
        if (!names.add(line.key())) {
            return AttributeFault.NAME_TWICE;
        }
        if (subject == Subject.REGIONS && !RegionFacts.allows(line.key(), line.kind)) {
            return AttributeFault.NAME_RESERVED;
        }
        if (takesOptions(line.kind)) {
            List<String> options = options(line);
            if (options.isEmpty()) {
                return AttributeFault.NO_OPTIONS;
            }
            if (new HashSet<>(options).size() < options.size()) {
                return AttributeFault.OPTION_TWICE;
            }
        }
        if (line.kind == AttributeKind.NUMBER && !isRange(line)) {
            return AttributeFault.BAD_RANGE;
        }
        if (!line.initial.isBlank() && !type(line).accepts(initial(line))) {
            return AttributeFault.BAD_START;
        }
        return condition(line);
    }

    private @Nullable AttributeFault condition(Line line) {
        Set<String> way = new HashSet<>(Set.of(line.key()));
        String next = line.other;
        while (!next.isEmpty()) {
            String wanted = next;
            Optional<Line> found = lines.stream().filter(each -> each.key().equals(wanted)).findFirst();
            if (found.isEmpty()) {
                return AttributeFault.CONDITION_LOST;
            }
            if (!way.add(wanted)) {
                return AttributeFault.CONDITION_CIRCLE;
            }
            next = found.get().other;
        }
        return null;
    }

    static boolean takesOptions(AttributeKind kind) {
        return switch (kind) {
            case SELECT, MULTI_SELECT, TAXONOMY, MULTI_TAXONOMY -> true;
            case TEXT, LONG_TEXT, NUMBER, CHECK -> false;
        };
    }

    private static boolean isRange(Line line) {
        AttributeType number = AttributeType.Numeric.any();
        boolean numbers = (line.lowest.isBlank() || number.accepts(line.lowest.strip()))
                && (line.highest.isBlank() || number.accepts(line.highest.strip()));
        return numbers && bound(line.lowest, Double.NEGATIVE_INFINITY) <= bound(line.highest, Double.POSITIVE_INFINITY);
    }

    private static double bound(String text, double open) {
        return text.isBlank() ? open : Double.parseDouble(text.strip());
    }

    private static AttributeType type(Line line) {
        return switch (line.kind) {
            case TEXT -> new AttributeType.Text();
            case LONG_TEXT -> new AttributeType.LongText();
            case NUMBER ->
                new AttributeType.Numeric(bound(line.lowest, Double.NEGATIVE_INFINITY), bound(line.highest, Double.POSITIVE_INFINITY));
            case SELECT -> new AttributeType.Select(options(line));
            case MULTI_SELECT -> new AttributeType.MultiSelect(options(line));
            case CHECK -> new AttributeType.Check();
            case TAXONOMY -> new AttributeType.Taxonomy(options(line), AttributeType.Amount.ONE);
            case MULTI_TAXONOMY -> new AttributeType.Taxonomy(options(line), AttributeType.Amount.SEVERAL);
        };
    }

    private static String initial(Line line) {
        return switch (line.kind) {
            case MULTI_SELECT, MULTI_TAXONOMY -> {
                List<String> chosen = words(line.initial);
                List<String> inOrder = options(line).stream().filter(chosen::contains).toList();
                yield Choices.encode(inOrder.size() == chosen.size() ? inOrder : chosen);
            }
            case TEXT, LONG_TEXT -> line.initial;
            case NUMBER, SELECT, TAXONOMY, CHECK -> line.initial.strip();
        };
    }

    /// What was entered; only when there is no [#fault].
    AttributeForm form() {
        List<AttributeDefinition> definitions = new ArrayList<>();
        for (Line line : lines) {
            Set<String> values = line.other.isEmpty() ? Set.of() : new LinkedHashSet<>(words(line.values));
            definitions.add(new AttributeDefinition(line.key(), type(line), line.initial.isBlank() ? "" : initial(line), line.need,
                    new AttributeCondition(line.other, values, line.labels)));
        }
        return new AttributeForm(definitions);
    }
}
