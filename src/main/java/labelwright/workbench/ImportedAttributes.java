package labelwright.workbench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import labelwright.model.AttributeDefinition;
import labelwright.model.AttributeForm;
import labelwright.model.AttributeType;
import labelwright.model.LabelClass;

/// What the files of an import ask about the regions of their labels: attributes that a label of the project lacks are added, and its
/// choices get the options that it lacks; an attribute of another kind stays as the project has it. One thread.
final class ImportedAttributes {
    private final Map<String, Map<String, AttributeDefinition>> byLabel = new HashMap<>();

    /// Of several files that declare the same attribute the first counts.
    void declare(String label, AttributeDefinition definition) {
        byLabel.computeIfAbsent(label, _ -> new LinkedHashMap<>()).putIfAbsent(definition.name(), definition);
    }

    LabelClass added(LabelClass label) {
        Map<String, AttributeDefinition> missing = new LinkedHashMap<>(byLabel.getOrDefault(label.name(), Map.of()));
        if (missing.isEmpty()) {
            return label;
        }
        List<AttributeDefinition> all = new ArrayList<>();
        for (AttributeDefinition there : label.attributes().definitions()) {
            AttributeDefinition declared = missing.remove(there.name());
            all.add(declared == null ? there : widened(there, declared.type().options()));
        }
        all.addAll(missing.values());
        return label.withAttributes(new AttributeForm(all));
    }

    private static AttributeDefinition widened(AttributeDefinition there, List<String> more) {
        Set<String> options = new LinkedHashSet<>(there.type().options());
        if (!options.addAll(more)) {
            return there;
        }
        return switch (there.type()) {
            case AttributeType.Select _ -> there.withType(new AttributeType.Select(List.copyOf(options)));
            case AttributeType.MultiSelect _ -> there.withType(new AttributeType.MultiSelect(List.copyOf(options)));
            case AttributeType.Taxonomy(List<String>_, AttributeType.Amount amount) ->
                there.withType(new AttributeType.Taxonomy(List.copyOf(options), amount));
            case AttributeType.Text _, AttributeType.LongText _, AttributeType.Numeric _, AttributeType.Check _ -> there;
        };
    }
}
