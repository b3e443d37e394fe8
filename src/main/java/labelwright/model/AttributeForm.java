package labelwright.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Attributes in the order in which they are asked for, with the rules that hold between them: names are told apart, conditions speak of
/// other attributes of the form and never in a circle, and what the condition hides has no value.
///
/// Values are looked up by name; what has no definition is left as it is, so that facts that came with an import are kept.
public record AttributeForm(List<AttributeDefinition> definitions) {
    public static final AttributeForm EMPTY = new AttributeForm(List.of());

    public AttributeForm {
        definitions = List.copyOf(definitions);
        Map<String, AttributeDefinition> byName = new HashMap<>();
        for (AttributeDefinition definition : definitions) {
            if (byName.put(definition.name(), definition) != null) {
                throw new IllegalArgumentException("Two attributes are called \"" + definition.name() + "\"");
            }
        }
        for (AttributeDefinition definition : definitions) {
            requireSoundCondition(definition, byName);
        }
    }

    private static void requireSoundCondition(AttributeDefinition definition, Map<String, AttributeDefinition> byName) {
        Set<String> way = new HashSet<>(Set.of(definition.name()));
        String next = definition.condition().attribute();
        while (!next.isEmpty()) {
            AttributeDefinition other = byName.get(next);
            if (other == null) {
                throw new IllegalArgumentException(
                        "The attribute \"" + definition.name() + "\" depends on \"" + next + "\", which does not exist");
            }
            if (!way.add(next)) {
                throw new IllegalArgumentException("The attribute \"" + definition.name() + "\" depends on itself");
            }
            next = other.condition().attribute();
        }
    }

    public boolean isEmpty() {
        return definitions.isEmpty();
    }

    public Optional<AttributeDefinition> find(String name) {
        return definitions.stream().filter(definition -> definition.name().equals(name)).findFirst();
    }

    /// The attributes of a region that are asked for now, in order.
    public List<AttributeDefinition> shown(Map<String, String> values) {
        return shown(values, Set.of());
    }

    /// The attributes that are asked for now, in order.
    ///
    /// @param labels those that the regions of the picture have
    public List<AttributeDefinition> shown(Map<String, String> values, Set<LabelId> labels) {
        return definitions.stream().filter(definition -> isShown(definition, values, labels)).toList();
    }

    private boolean isShown(AttributeDefinition definition, Map<String, String> values, Set<LabelId> labels) {
        AttributeCondition condition = definition.condition();
        if (!condition.holds(labels)) {
            return false;
        }
        return find(condition.attribute()).map(other -> isShown(other, values, labels) && condition.holds(other.type(), values))
                .orElse(true);
    }

    /// Required attributes that are asked for and not answered.
    public List<AttributeDefinition> missing(Map<String, String> values, Set<LabelId> labels) {
        return shown(values, labels).stream().filter(AttributeDefinition::isRequired)
                .filter(definition -> !definition.isAnswered(values.getOrDefault(definition.name(), ""))).toList();
    }

    public List<AttributeDefinition> missing(Map<String, String> values) {
        return missing(values, Set.of());
    }

    /// Values that the attributes here cannot have, by name.
    public Map<String, String> unfit(Map<String, String> values) {
        Map<String, String> unfit = new LinkedHashMap<>();
        for (AttributeDefinition definition : definitions) {
            String value = values.getOrDefault(definition.name(), "");
            if (!value.isEmpty() && !definition.type().accepts(value)) {
                unfit.put(definition.name(), value);
            }
        }
        return unfit;
    }

    /// The values with the start values of attributes that are asked for and have none. What hides behind a condition loses its value.
    public Map<String, String> started(Map<String, String> values, Set<LabelId> labels) {
        return settled(values, Set.of(), labels);
    }

    /// The values after one of them was changed: what the change hides loses its value, what it brings up gets its start value.
    ///
    /// @param value empty to take the value away
    public Map<String, String> changed(Map<String, String> values, String name, String value, Set<LabelId> labels) {
        Set<String> before = new HashSet<>();
        shown(values, labels).forEach(definition -> before.add(definition.name()));
        Map<String, String> changed = new LinkedHashMap<>(values);
        put(changed, name, value);
        return settled(changed, before, labels);
    }

    /// @param old attributes that were asked for already and get no start value
    private Map<String, String> settled(Map<String, String> values, Set<String> old, Set<LabelId> labels) {
        Map<String, String> settled = new LinkedHashMap<>(values);
        for (AttributeDefinition definition : inOrderOfDependence()) {
            if (!isShown(definition, settled, labels)) {
                settled.remove(definition.name());
            } else if (!old.contains(definition.name()) && !definition.initial().isEmpty()) {
                settled.putIfAbsent(definition.name(), definition.initial());
            }
        }
        return settled;
    }

    private List<AttributeDefinition> inOrderOfDependence() {
        List<AttributeDefinition> ordered = new ArrayList<>();
        Set<String> done = new HashSet<>(Set.of(""));
        while (ordered.size() < definitions.size()) {
            for (AttributeDefinition definition : definitions) {
                if (done.contains(definition.condition().attribute()) && done.add(definition.name())) {
                    ordered.add(definition);
                }
            }
        }
        return ordered;
    }

    /// Sets the value, or takes it away when it is empty.
    public static void put(Map<String, String> values, String name, String value) {
        if (value.isEmpty()) {
            values.remove(name);
        } else {
            values.put(name, value);
        }
    }
}
