package labelwright.exchange.cvat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import labelwright.exchange.Labels;
import labelwright.exchange.RecordSink;
import labelwright.exchange.Skeletons;
import labelwright.exchange.XmlElement;
import labelwright.model.SkeletonTemplate;

/// The labels of a file, and which points its skeletons have.
final class CvatLabels {
    private static final Pattern LINE = Pattern.compile("<line [^>]*>");
    private static final Pattern CIRCLE = Pattern.compile("<circle [^>]*>");

    private final RecordSink sink;
    private final Labels labels;
    private final Map<String, List<String>> points = new LinkedHashMap<>();
    private final Map<String, String> drawings = new HashMap<>();

    CvatLabels(RecordSink sink) {
        this.sink = sink;
        this.labels = new Labels(sink);
    }

    void begin() {
        points.clear();
        drawings.clear();
    }

    /// A `label` element of the file's head.
    void declare(XmlElement element) {
        String name = element.textOf("name").orElse("");
        String parent = element.textOf("parent").orElse("");
        if (!parent.isEmpty()) {
            points.computeIfAbsent(parent, _ -> new ArrayList<>()).add(name);
        } else if (!name.isEmpty()) {
            labels.declare(name);
            element.textOf("svg").ifPresent(svg -> drawings.put(name, svg));
        }
    }

    /// Hands over the skeletons; call it when all labels were declared.
    void finish() {
        drawings.forEach((label, svg) -> {
            List<String> names = points.getOrDefault(label, List.of());
            if (!names.isEmpty()) {
                sink.skeleton(label, template(names, svg));
            }
        });
        drawings.clear();
    }

    private static SkeletonTemplate template(List<String> names, String svg) {
        Map<String, Integer> nodes = new HashMap<>();
        for (Matcher circle = CIRCLE.matcher(svg); circle.find();) {
            nodes.put(value(circle.group(), "data-node-id"), names.indexOf(value(circle.group(), "data-label-name")));
        }
        List<int[]> lines = new ArrayList<>();
        for (Matcher line = LINE.matcher(svg); line.find();) {
            lines.add(new int[] {nodes.getOrDefault(value(line.group(), "data-node-from"), -1),
                    nodes.getOrDefault(value(line.group(), "data-node-to"), -1)});
        }
        return Skeletons.of(names, lines, new int[0]);
    }

    private static String value(String tag, String attribute) {
        int start = tag.indexOf(" " + attribute + "=\"");
        int from = start + attribute.length() + 3;
        int end = start < 0 ? -1 : tag.indexOf('"', from);
        return end < 0 ? "" : tag.substring(from, end);
    }

    void use(String label) {
        labels.declare(label);
    }

    /// Names of the points of a skeleton in order; empty when they are not declared.
    List<String> points(String label) {
        return points.getOrDefault(label, List.of());
    }
}
