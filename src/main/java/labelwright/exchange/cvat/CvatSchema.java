package labelwright.exchange.cvat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import labelwright.exchange.DatasetSource;
import labelwright.exchange.XmlText;
import labelwright.geometry.Keypoints;
import labelwright.geometry.ShapeKind;
import labelwright.model.Annotation;
import labelwright.model.AttributeDefinition;
import labelwright.model.AttributeType;
import labelwright.model.Colour;
import labelwright.model.LabelClass;
import labelwright.model.LabelId;
import labelwright.model.LabelSchema;
import labelwright.model.RegionFacts;
import labelwright.model.SkeletonTemplate;
import labelwright.model.SkeletonTemplate.Joint;

/// What the head of a file must declare: CVAT refuses attributes and points that it has not heard of.
final class CvatSchema {
    /// Attributes that CVAT has a place of its own for.
    static final Set<String> BUILT_IN = Set.of(RegionFacts.OCCLUDED, RegionFacts.GROUP, "z_order");

    private final LabelSchema schema;
    private final Map<LabelId, Set<String>> attributes = new HashMap<>();
    private final Map<LabelId, Integer> points = new HashMap<>();
    private final Map<LabelId, Set<ShapeKind>> shapes = new HashMap<>();
    private final Set<String> tags = new TreeSet<>();
    /// Attributes of which a region has a value that their definition does not allow.
    private final Set<Place> unfit = new HashSet<>();
    private final Set<String> unfitTags = new HashSet<>();

    private record Place(LabelId label, String attribute) {}

    /// Walks through the source once.
    CvatSchema(LabelSchema schema, DatasetSource source) {
        this.schema = schema;
        source.forEach(item -> {
            item.annotations().annotations().forEach(this::note);
            item.annotations().answers().forEach((question, answer) -> {
                tags.add(question);
                if (schema.picture().find(question).filter(definition -> !definition.type().accepts(answer)).isPresent()) {
                    unfitTags.add(question);
                }
            });
        });
    }

    private void note(Annotation annotation) {
        LabelClass label = schema.label(annotation.label());
        annotation.attributes().forEach((name, value) -> {
            if (!BUILT_IN.contains(name)) {
                attributes.computeIfAbsent(annotation.label(), _ -> new TreeSet<>()).add(name);
                if (label.attributes().find(name).filter(definition -> !definition.type().accepts(value)).isPresent()) {
                    unfit.add(new Place(label.id(), name));
                }
            }
        });
        shapes.computeIfAbsent(label.id(), _ -> EnumSet.noneOf(ShapeKind.class)).add(annotation.shape().kind());
        if (annotation.shape() instanceof Keypoints keypoints) {
            points.merge(annotation.label(), keypoints.points().size(), Math::max);
        }
    }

    /// Names of the points of a label's skeletons.
    List<String> points(LabelClass label) {
        List<String> names = new ArrayList<>(label.findSkeleton().map(SkeletonTemplate::names).orElse(List.of()));
        for (int i = names.size() + 1; i <= points.getOrDefault(label.id(), 0); i++) {
            names.add(Integer.toString(i));
        }
        return names;
    }

    /// A region's value as the file has it.
    String written(LabelClass label, String attribute, String value) {
        return unfit.contains(new Place(label.id(), attribute))
                ? value
                : label.attributes().find(attribute)
                        .map(definition -> CvatAttribute.written(definition.type(), value)).orElse(value);
    }

    /// An answer about a whole picture as the file has it.
    String written(String question, String answer) {
        return unfitTags.contains(question)
                ? answer
                : schema.picture().find(question)
                        .map(definition -> CvatAttribute.written(definition.type(), answer)).orElse(answer);
    }

    /// How many attributes are written as texts since some of their values are none that they can have.
    int unfit() {
        return unfit.size() + unfitTags.size();
    }

    /// Labels of which there are skeletons and other shapes.
    long mixed() {
        return shapes.values().stream().filter(kinds -> kinds.contains(ShapeKind.KEYPOINTS) && kinds.size() > 1).count();
    }

    void write(XmlText xml) {
        xml.open(1, "meta", Map.of());
        xml.open(2, "project", Map.of());
        xml.open(3, "labels", Map.of());
        schema.labels().forEach(label -> label(xml, label));
        tags.stream().filter(tag -> schema.labels().stream().noneMatch(label -> label.name().equals(tag))).forEach(tag -> tag(xml, tag));
        xml.close(3, "labels");
        xml.close(2, "project");
        xml.close(1, "meta");
    }

    private void label(XmlText xml, LabelClass label) {
        Set<ShapeKind> used = shapes.getOrDefault(label.id(), Set.of());
        List<String> names = used.isEmpty() || used.contains(ShapeKind.KEYPOINTS) ? points(label) : List.of();
        xml.open(4, "label", Map.of());
        xml.element(5, "name", label.name());
        xml.element(5, "color", label.colour().toHex());
        xml.element(5, "type", names.isEmpty() ? "any" : "skeleton");
        xml.open(5, "attributes", Map.of());
        Set<String> others = new TreeSet<>(attributes.getOrDefault(label.id(), Set.of()));
        for (AttributeDefinition definition : label.attributes().definitions()) {
            if (!BUILT_IN.contains(definition.name())) {
                others.remove(definition.name());
                boolean fits = !unfit.contains(new Place(label.id(), definition.name()));
                CvatAttribute.write(xml, definition, fits ? CvatAttribute.word(definition.type()) : CvatAttribute.TEXT);
            }
        }
        if (tags.contains(label.name()) && label.attributes().find(label.name()).isEmpty() && !others.contains(label.name())) {
            answer(xml, label.name());
        }
        others.forEach(name -> text(xml, name));
        xml.close(5, "attributes");
        if (!names.isEmpty()) {
            xml.element(5, "svg", CvatSkeleton.write(label.findSkeleton(), names));
        }
        xml.close(4, "label");
        List<Joint> joints = label.findSkeleton().map(SkeletonTemplate::joints).orElse(List.of());
        for (int i = 0; i < names.size(); i++) {
            point(xml, label, names.get(i), i < joints.size() ? joints.get(i).colour() : Colour.ofPalette(i));
        }
    }

    private static void text(XmlText xml, String name) {
        CvatAttribute.write(xml, new AttributeDefinition(name, new AttributeType.Text()), CvatAttribute.TEXT);
    }

    private static void point(XmlText xml, LabelClass label, String name, Colour colour) {
        xml.open(4, "label", Map.of());
        xml.element(5, "name", name);
        xml.element(5, "color", colour.toHex());
        xml.element(5, "type", "points");
        xml.element(5, "parent", label.name());
        xml.close(4, "label");
    }

    private void tag(XmlText xml, String name) {
        xml.open(4, "label", Map.of());
        xml.element(5, "name", name);
        xml.element(5, "type", "tag");
        xml.open(5, "attributes", Map.of());
        answer(xml, name);
        xml.close(5, "attributes");
        xml.close(4, "label");
    }

    /// The attribute of a tag that says more than yes: it is called as the tag is.
    private void answer(XmlText xml, String question) {
        schema.picture().find(question).filter(_ -> !unfitTags.contains(question)).ifPresentOrElse(
                definition -> CvatAttribute.write(xml, definition, CvatAttribute.word(definition.type())), () -> text(xml, question));
    }
}
