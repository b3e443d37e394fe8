package labelwright.workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import labelwright.model.ItemId;
import labelwright.model.ModelVersion;
import labelwright.model.Split;
import labelwright.workbench.EvaluationReport.Confusion;
import labelwright.workbench.EvaluationReport.LabelResult;
import labelwright.workbench.EvaluationReport.WorstItem;

/// Evaluations as the text in which they are kept. Numbers that are none (a label without objects) are left out.
final class EvaluationJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private EvaluationJson() {}

    static String write(EvaluationReport report) {
        ObjectNode root = JSON.createObjectNode().put("items", report.items());
        ObjectNode metrics = root.putObject("metrics");
        report.metrics().forEach((key, value) -> put(metrics, key, value));
        for (LabelResult label : report.perLabel()) {
            ObjectNode node = root.withArray("perLabel").addObject().put("label", label.label()).put("objects", label.objects());
            put(node, "ap50", label.ap50());
            put(node, "ap50To95", label.ap50To95());
            put(node, "precision", label.precision());
            put(node, "recall", label.recall());
        }
        root.set("confusionLabels", JSON.valueToTree(report.confusion().labels()));
        root.set("confusion", JSON.valueToTree(report.confusion().counts()));
        for (WorstItem item : report.worst()) {
            root.withArray("worst").addObject().put("item", item.item().value()).put("name", item.name()).put("missed", item.missed())
                    .put("extra", item.extra());
        }
        return root.toString();
    }

    /// @throws IllegalArgumentException when the text is no evaluation
    static EvaluationReport read(ModelVersion model, Split split, String text) {
        JsonNode root;
        try {
            root = JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("No evaluation: " + e.getOriginalMessage(), e);
        }
        TreeMap<String, Double> metrics = new TreeMap<>();
        root.path("metrics").properties().forEach(entry -> metrics.put(entry.getKey(), entry.getValue().asDouble()));
        List<LabelResult> labels = new ArrayList<>();
        root.path("perLabel").forEach(node -> labels.add(new LabelResult(node.path("label").asText(), node.path("objects").asLong(),
                number(node, "ap50"), number(node, "ap50To95"), number(node, "precision"), number(node, "recall"))));
        List<String> names = new ArrayList<>();
        root.path("confusionLabels").forEach(node -> names.add(node.asText()));
        List<List<Long>> counts = new ArrayList<>();
        root.path("confusion").forEach(row -> {
            List<Long> cells = new ArrayList<>();
            row.forEach(cell -> cells.add(cell.asLong()));
            counts.add(cells);
        });
        List<WorstItem> worst = new ArrayList<>();
        root.path("worst").forEach(node -> worst.add(new WorstItem(new ItemId(node.path("item").asLong()), node.path("name").asText(),
                node.path("missed").asInt(), node.path("extra").asInt())));
        return new EvaluationReport(model, split, root.path("items").asLong(), metrics, labels, new Confusion(names, counts), worst);
    }

    private static void put(ObjectNode node, String key, double value) {
        if (Double.isFinite(value)) {
            node.put(key, value);
        }
    }

    private static double number(JsonNode node, String key) {
        return node.path(key).asDouble(Double.NaN);
    }
}
