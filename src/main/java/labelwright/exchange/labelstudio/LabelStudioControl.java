package labelwright.exchange.labelstudio;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import labelwright.exchange.XmlText;
import labelwright.model.AttributeType;

/// The control of the labelling interface that asks a question about whole items.
///
/// @param of the name of the control that shows the item
record LabelStudioControl(String name, String of) {

    /// One place of a tree.
    private record Node(Map<String, Node> below, boolean isListed) {
        Node(boolean isListed) {
            this(new LinkedHashMap<>(), isListed);
        }
    }

    /// @param type empty for a question that the schema does not know
    void write(XmlText xml, Optional<AttributeType> type) {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("name", name);
        attributes.put("toName", of);
        switch (type.orElse(new AttributeType.LongText())) {
            case AttributeType.Select(List<String> options) -> choices(xml, attributes, "single", options);
            case AttributeType.MultiSelect(List<String> options) -> choices(xml, attributes, "multiple", options);
            case AttributeType.Taxonomy(List<String> paths, AttributeType.Amount amount) -> {
                Node root = tree(paths);
                if (amount == AttributeType.Amount.ONE) {
                    attributes.put("maxUsages", "1");
                }
                if (leavesOnly(root)) {
                    attributes.put("leafsOnly", "true");
                }
                xml.open(1, LabelStudioQuestions.TAXONOMY, attributes);
                root.below().forEach((step, node) -> place(xml, 2, step, node));
                xml.close(1, LabelStudioQuestions.TAXONOMY);
            }
            case AttributeType.Text _, AttributeType.LongText _, AttributeType.Numeric _, AttributeType.Check _ ->
                xml.element(1, "TextArea",
                        attributes, "");
        }
    }

    private static void choices(XmlText xml, Map<String, String> attributes, String choice, List<String> options) {
        attributes.put("choice", choice);
        xml.open(1, LabelStudioQuestions.CHOICES, attributes);
        options.forEach(option -> xml.element(2, "Choice", Map.of("value", option), ""));
        xml.close(1, LabelStudioQuestions.CHOICES);
    }

    private static Node tree(List<String> paths) {
        Node root = new Node(false);
        for (String path : paths) {
            Node at = root;
            String[] steps = path.split(AttributeType.STEP, -1);
            for (int i = 0; i < steps.length; i++) {
                boolean isEnd = i == steps.length - 1;
                Node there = at.below().get(steps[i]);
                Node next = there == null ? new Node(isEnd) : isEnd ? new Node(there.below(), true) : there;
                at.below().put(steps[i], next);
                at = next;
            }
        }
        return root;
    }

    /// Whether no place above others can be chosen.
    private static boolean leavesOnly(Node root) {
        return root.below().values().stream().allMatch(node -> (node.below().isEmpty() || !node.isListed()) && leavesOnly(node));
    }

    private static void place(XmlText xml, int depth, String step, Node node) {
        if (node.below().isEmpty()) {
            xml.element(depth, "Choice", Map.of("value", step), "");
            return;
        }
        xml.open(depth, "Choice", Map.of("value", step));
        node.below().forEach((below, each) -> place(xml, depth + 1, below, each));
        xml.close(depth, "Choice");
    }
}
