package labelwright.engine.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import labelwright.engine.EngineException;
import labelwright.engine.ModelFolder;
import labelwright.engine.SafeTensors;

/// What the `model.json` of a text model says.
///
/// @param facts what the family needs to build the network, by name
/// @param versions of the libraries that trained it, for people
/// @param metrics validation metrics by name
record TextModelDescription(List<String> labels, TextSettings settings, Map<String, String> facts, Map<String, String> versions,
        Map<String, Double> metrics) {

    private static final int FORMAT = 1;
    private static final int MOST_LABELS = 10_000;
    private static final long MOST_BYTES = 4 << 20;
    private static final ObjectMapper JSON = new ObjectMapper();

    /// @param weights name of the file of weights beside it
    byte[] toJson(String weights) throws IOException {
        ObjectNode root = JSON.createObjectNode().put("format", FORMAT).put("family", settings.family().id()).put("weights", weights);
        labels.forEach(root.putArray("labels")::add);
        ObjectNode factNode = root.putObject("facts");
        facts.forEach(factNode::put);
        ObjectNode values = root.putObject("settings");
        settings.toMap().forEach(values::put);
        ObjectNode versionNode = root.putObject("versions");
        versions.forEach(versionNode::put);
        ObjectNode metricNode = root.putObject("metrics");
        metrics.forEach(metricNode::put);
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(root);
    }

    TextModelDescription withMetrics(Map<String, Double> values) {
        return new TextModelDescription(labels, settings, facts, versions, values);
    }

    /// The fact as a whole number between two others.
    int whole(String fact, int least, int most) throws EngineException {
        try {
            int value = Integer.parseInt(facts.getOrDefault(fact, ""));
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw new EngineException("The model's description is damaged: it gives no proper number for " + fact + ".", e);
        }
        throw new EngineException("The model's description is damaged: its number for " + fact + " is out of range.");
    }

    Optional<SentenceModel> language() throws EngineException {
        String id = facts.getOrDefault("language", "");
        if (id.isEmpty()) {
            return Optional.empty();
        }
        for (SentenceModel model : SentenceModel.values()) {
            if (model.id().equals(id)) {
                return Optional.of(model);
            }
        }
        throw new EngineException("The model needs the language model \"" + id + "\", which this app does not have.");
    }

    /// A model as read.
    record Stored(TextModelDescription description, SafeTensors tensors) {}

    /// @throws EngineException in one plain sentence if anything is missing, damaged or changed
    static Stored read(Path folder) throws EngineException {
        Path file = folder.resolve(ModelFolder.DESCRIPTION);
        try {
            if (!Files.isRegularFile(file)) {
                throw new EngineException("There is no model in " + folder + ": the file " + ModelFolder.DESCRIPTION + " is missing.");
            }
            if (Files.size(file) > MOST_BYTES) {
                throw new EngineException("The file " + file + " is too large to be a model's description.");
            }
            JsonNode root = JSON.readTree(Files.readAllBytes(file));
            if (root.path("format").asInt(-1) > FORMAT) {
                throw new EngineException("The model " + file + " was written by a newer version of this app.");
            }
            Optional<TextFamily> family = TextFamily.of(root.path("family").asText());
            List<String> labels = new ArrayList<>();
            root.path("labels").forEach(node -> labels.add(node.asText()));
            String weights = root.path("weights").asText();
            boolean sound = root.path("format").asInt(-1) == FORMAT && family.isPresent() && !labels.isEmpty()
                    && labels.size() <= MOST_LABELS
                    && weights.matches("[A-Za-z0-9-]{1,80}\\.safetensors");
            if (!sound) {
                throw new EngineException("The file " + file + " does not describe a text model of this app.");
            }
            Map<String, Double> metrics = new LinkedHashMap<>();
            root.path("metrics").properties().forEach(e -> metrics.put(e.getKey(), e.getValue().asDouble()));
            TextModelDescription description = new TextModelDescription(List.copyOf(labels),
                    TextSettings.parse(family.orElseThrow(), texts(root.path("settings"))), texts(root.path("facts")),
                    texts(root.path("versions")), metrics);
            return new Stored(description, SafeTensors.read(folder.resolve(weights)));
        } catch (IOException e) {
            throw new EngineException("The file " + file + " is damaged: it cannot be read as a model's description.", e);
        }
    }

    private static Map<String, String> texts(JsonNode node) {
        Map<String, String> texts = new LinkedHashMap<>();
        node.properties().forEach(e -> texts.put(e.getKey(), e.getValue().asText()));
        return texts;
    }
}
