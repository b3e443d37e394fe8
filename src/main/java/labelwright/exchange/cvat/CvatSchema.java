package labelwright.exchange.cvat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import labelwright.exchange.DatasetSource;
import labelwright.exchange.WriteRequest;
import labelwright.exchange.XmlText;
import labelwright.geometry.Keypoints;
import labelwright.model.Annotation;
import labelwright.model.LabelClass;
import labelwright.model.LabelId;
import labelwright.model.RegionFacts;
import labelwright.model.SkeletonTemplate;

/// What the head of a file must declare: CVAT refuses attributes and points that it has not heard of.
final class CvatSchema {
    /// Attributes that CVAT has a place of its own for.
    static final Set<String> BUILT_IN = Set.of(RegionFacts.OCCLUDED, RegionFacts.GROUP, "z_order");

    private final List<LabelClass> labels;
    private final Map<LabelId, Set<String>> attributes = new HashMap<>();
    private final Map<LabelId, Integer> points = new HashMap<>();
    private final Set<String> tags = new TreeSet<>();

    /// Walks through the source once.
    CvatSchema(WriteRequest request, DatasetSource source) {
        this.labels = request.labels();
        source.forEach(item -> {
            item.annotations().annotations().forEach(this::note);
            tags.addAll(item.annotations().answers().keySet());
        });
    }

    private void note(Annotation annotation) {
        for (String name : annotation.attributes().keySet()) {
            if (!BUILT_IN.contains(name)) {
                attributes.computeIfAbsent(annotation.label(), _ -> new TreeSet<>()).add(name);
            }
        }
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

    void write(XmlText xml) {
        xml.open(1, "meta", Map.of());
        xml.open(2, "project", Map.of());
        xml.open(3, "labels", Map.of());
        for (LabelClass label : labels) {
            List<String> names = points.containsKey(label.id()) ? points(label) : List.of();
            xml.open(4, "label", Map.of());
            xml.element(5, "name", label.name());
            xml.element(5, "color", label.colour().toHex());
            xml.element(5, "type", names.isEmpty() ? "any" : "skeleton");
            xml.open(5, "attributes", Map.of());
            attributes.getOrDefault(label.id(), Set.of()).forEach(name -> attribute(xml, name));
            xml.close(5, "attributes");
            if (!names.isEmpty()) {
                xml.element(5, "svg", drawing(label, names));
            }
            xml.close(4, "label");
            names.forEach(name -> point(xml, label, name));
        }
        tags.stream().filter(tag -> labels.stream().noneMatch(label -> label.name().equals(tag))).forEach(tag -> tag(xml, tag));
        xml.close(3, "labels");
        xml.close(2, "project");
        xml.close(1, "meta");
    }

    private static void attribute(XmlText xml, String name) {
        xml.open(6, "attribute", Map.of());
        xml.element(7, "name", name);
        xml.element(7, "mutable", "False");
        xml.element(7, "input_type", "text");
        xml.element(7, "default_value", "");
        xml.element(7, "values", "");
        xml.close(6, "attribute");
    }

    private static void point(XmlText xml, LabelClass label, String name) {
        xml.open(4, "label", Map.of());
        xml.element(5, "name", name);
        xml.element(5, "type", "points");
        xml.element(5, "parent", label.name());
        xml.close(4, "label");
    }

    private static void tag(XmlText xml, String name) {
        xml.open(4, "label", Map.of());
        xml.element(5, "name", name);
        xml.element(5, "type", "tag");
        xml.open(5, "attributes", Map.of());
        attribute(xml, CvatWriter.ANSWER);
        xml.close(5, "attributes");
        xml.close(4, "label");
    }

    private static String drawing(LabelClass label, List<String> names) {
        StringBuilder svg = new StringBuilder();
        for (SkeletonTemplate.Edge edge : label.findSkeleton().map(SkeletonTemplate::edges).orElse(List.of())) {
            svg.append(
                    "<line data-type=\"edge\" data-node-from=\"%d\" data-node-to=\"%d\"></line>".formatted(edge.from() + 1, edge.to() + 1));
        }
        for (int i = 0; i < names.size(); i++) {
            svg.append("<circle r=\"1.5\" cx=\"%d\" cy=\"%d\" data-type=\"element node\" data-element-id=\"%d\" data-node-id=\"%d\" "
                    .formatted(10 + 80 * i / names.size(), 50, i + 1, i + 1)).append("data-label-name=\"")
                    .append(names.get(i).replace("\"", "'"))
                    .append("\"></circle>");
        }
        return svg.toString();
    }
}
