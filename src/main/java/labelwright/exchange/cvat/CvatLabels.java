package labelwright.exchange.cvat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import labelwright.exchange.Labels;
import labelwright.exchange.ReadProblems;
import labelwright.exchange.RecordSink;
import labelwright.exchange.XmlElement;
import labelwright.model.AttributeDefinition;
import labelwright.model.AttributeType;
import labelwright.model.RegionFacts;

/// The labels of a file: what is asked about their regions, which points their skeletons have, and which are only said about whole pictures.
final class CvatLabels {
    /// The type of a label that no region has.
    private static final String TAG = "tag";

    private final RecordSink sink;
    private final ReadProblems problems;
    private final Labels labels;
    /// The labels of skeletons' points, by the label of their skeleton.
    private final Map<String, List<XmlElement>> points = new LinkedHashMap<>();
    private final Map<String, String> drawings = new HashMap<>();
    private final Map<String, Map<String, AttributeDefinition>> attributes = new HashMap<>();
    /// Names of attributes that a label of this file has, with the number of such labels.
    private final Map<String, Integer> owners = new HashMap<>();
    private final Set<String> asked = new HashSet<>();
    private final Set<String> handedOver = new HashSet<>();

    CvatLabels(RecordSink sink) {
        this.sink = sink;
        this.problems = new ReadProblems(sink);
        this.labels = new Labels(sink);
    }

    void begin() {
        points.clear();
        drawings.clear();
        attributes.clear();
        owners.clear();
    }

    /// A `label` element of the file's head.
    void declare(String file, XmlElement element) {
        String name = element.textOf("name").orElse("");
        String parent = element.textOf("parent").orElse("");
        if (!parent.isEmpty()) {
            points.computeIfAbsent(parent, _ -> new ArrayList<>()).add(element);
        } else if (!name.isEmpty()) {
            boolean isTag = element.textOf("type").filter(TAG::equals).isPresent();
            if (!isTag) {
                labels.declare(name);
            }
            element.textOf("svg").ifPresent(svg -> drawings.put(name, svg));
            element.find("attributes").map(all -> all.all("attribute")).orElse(List.of())
                    .forEach(attribute -> CvatAttribute.read(attribute).ifPresent(definition -> {
                        String where = "%s, label %s, line %d".formatted(file, name, attribute.line());
                        attribute(where, name, definition, isTag);
                    }));
        }
    }

    private void attribute(String where, String label, AttributeDefinition definition, boolean isTag) {
        if (attributes.computeIfAbsent(label, _ -> new HashMap<>()).putIfAbsent(definition.name(), definition) != null) {
            problems.skipped(where, "The label has another attribute \"%s\"; this one was left out.".formatted(definition.name()));
            return;
        }
        owners.merge(definition.name(), 1, Integer::sum);
        if (isTag) {
            return;
        }
        boolean isAllowed = RegionFacts.allows(definition.name(), definition.type().kind());
        if (!isAllowed && !(definition.type() instanceof AttributeType.Text)) {
            problems.skipped(where,
                    "\"%s\" has a meaning of its own and is not asked as the attribute that the file declares; its values were read."
                            .formatted(definition.name()));
        } else if (isAllowed && handedOver.add(label + "\n" + definition.name())) {
            sink.attribute(label, definition);
        }
    }

    /// Hands over the skeletons; call it when all labels were declared.
    void finish() {
        drawings.forEach((label, svg) -> {
            List<XmlElement> own = points.getOrDefault(label, List.of());
            if (!own.isEmpty()) {
                sink.skeleton(label, CvatSkeleton.read(own, svg));
            }
        });
        drawings.clear();
    }

    void use(String label) {
        labels.declare(label);
    }

    /// Names of the points of a skeleton in order; empty when they are not declared.
    List<String> points(String label) {
        return points.getOrDefault(label, List.of()).stream().map(point -> point.textOf("name").orElse("")).toList();
    }

    /// A value of a region's or tag's attribute as the model has it.
    String value(String label, String attribute, String written) {
        return find(label, attribute).map(definition -> CvatAttribute.value(definition.type(), written)).orElse(written);
    }

    private Optional<AttributeDefinition> find(String label, String attribute) {
        return Optional.ofNullable(attributes.getOrDefault(label, Map.of()).get(attribute));
    }

    /// The question that an attribute of a tag answers. Where several labels of the file have an attribute of the name, the label is part
    /// of the question.
    String question(String label, String attribute) {
        String question = attribute.equals(label) || owners.getOrDefault(attribute, 0) <= 1 ? attribute : label + ": " + attribute;
        if (asked.add(question)) {
            find(label, attribute).map(AttributeDefinition::type).ifPresent(type -> {
                if (type instanceof AttributeType.Select(List<String> options)) {
                    sink.choices(question, options);
                } else {
                    sink.question(question, type.kind());
                }
            });
        }
        return question;
    }
}
