package labelwright.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// What a model's `model.json` says.
///
/// @param flips mirror images that predictions are averaged over
/// @param versions of the libraries that trained it, for people
/// @param metrics validation metrics by name
record ModelDescription(List<String> labels, InputGrid grid, Flips flips, DetectionSettings settings, Map<String, String> versions,
        Map<String, Double> metrics) {

    private static final int FORMAT = 1;
    private static final String FAMILY = "detector";
    private static final int MOST_LABELS = 10_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    /// @param weights name of the file of weights beside it
    byte[] toJson(String weights) throws IOException {
        ObjectNode root = JSON.createObjectNode().put("format", FORMAT).put("family", FAMILY).put("weights", weights);
        labels.forEach(root.putArray("labels")::add);
        root.putObject("input").put("width", grid.width()).put("height", grid.height());
        root.put("flips", flips.name());
        ObjectNode values = root.putObject("settings");
        settings.toMap().forEach(values::put);
        ObjectNode versionNode = root.putObject("versions");
        versions.forEach(versionNode::put);
        ObjectNode metricNode = root.putObject("metrics");
        metrics.forEach(metricNode::put);
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(root);
    }

    ModelDescription withMetrics(Map<String, Double> values) {
        return new ModelDescription(labels, grid, flips, settings, versions, values);
    }

    /// @return the description and the name of the file of weights
    static Parsed parse(byte[] json, Path file) throws EngineException {
        try {
            JsonNode root = JSON.readTree(json);
            if (root.path("format").asInt(-1) > FORMAT) {
                throw new EngineException("The model " + file + " was written by a newer version of this app.");
            }
            List<String> labels = new ArrayList<>();
            root.path("labels").forEach(node -> labels.add(node.asText()));
            String weights = root.path("weights").asText();
            boolean sound = root.path("format").asInt(-1) == FORMAT && root.path("family").asText().equals(FAMILY) && !labels.isEmpty()
                    && labels.size() <= MOST_LABELS && weights.matches("[A-Za-z0-9-]{1,80}\\.safetensors");
            if (!sound) {
                throw new EngineException("The file " + file + " does not describe a detector of this app.");
            }
            Map<String, String> settings = new LinkedHashMap<>();
            root.path("settings").properties().forEach(e -> settings.put(e.getKey(), e.getValue().asText()));
            Map<String, String> versions = new LinkedHashMap<>();
            root.path("versions").properties().forEach(e -> versions.put(e.getKey(), e.getValue().asText()));
            Map<String, Double> metrics = new LinkedHashMap<>();
            root.path("metrics").properties().forEach(e -> metrics.put(e.getKey(), e.getValue().asDouble()));
            int width = Math.min(root.path("input").path("width").asInt(), 4096);
            InputGrid grid = new InputGrid(width, Math.min(root.path("input").path("height").asInt(), 4096));
            return new Parsed(new ModelDescription(List.copyOf(labels), grid, Flips.valueOf(root.path("flips").asText()),
                    DetectionSettings.parse(settings), versions, metrics), weights);
        } catch (IOException | IllegalArgumentException e) {
            throw new EngineException("The file " + file + " is damaged: it cannot be read as a model's description.", e);
        }
    }

    record Parsed(ModelDescription description, String weights) {}
}
