package labelwright.workbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

import labelwright.geometry.ShapeKind;
import labelwright.model.AttributeForm;
import labelwright.model.Colour;
import labelwright.model.LabelClass;
import labelwright.model.LabelId;
import labelwright.model.LabelSchema;
import labelwright.model.LabelSchema.SubmitRule;
import labelwright.model.RelationType;
import labelwright.model.RelationType.Direction;
import labelwright.model.RelationTypeId;
import labelwright.store.SchemaJson;
import labelwright.workbench.WorkbenchException.Reason;

/// A label schema as a file of its own, to be kept beside the data, edited by hand and given to another project: JSON, or YAML when the
/// file is called `.yaml` or `.yml`. Labels are named, not numbered; a list of bare names is a schema too.
public final class SchemaFile {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectMapper YAML = YAMLMapper.builder().disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES).build();

    private SchemaFile() {}

    /// @throws WorkbenchException when the file cannot be written
    public static void write(LabelSchema schema, Path file) {
        ObjectNode root = JSON.createObjectNode();
        SchemaJson json = new SchemaJson(id -> schema.label(id).name(), _ -> new LabelId(0));
        ArrayNode labels = root.putArray("labels");
        for (LabelClass label : schema.labels()) {
            ObjectNode node = labels.addObject().put("name", label.name()).put("colour", label.colour().toHex());
            if (!label.shapes().equals(ShapeKind.OF_PICTURES)) {
                ArrayNode shapes = node.putArray("shapes");
                label.shapes().stream().sorted().forEach(kind -> shapes.add(word(kind)));
            }
            if (!label.attributes().isEmpty()) {
                node.set("attributes", json.write(label.attributes()));
            }
            label.findSkeleton().ifPresent(skeleton -> node.set("skeleton", SchemaJson.write(skeleton)));
        }
        if (!schema.relations().isEmpty()) {
            ArrayNode relations = root.putArray("relations");
            for (RelationType type : schema.relations()) {
                ObjectNode node = relations.addObject().put("name", type.name()).put("colour", type.colour().toHex());
                if (type.direction() == Direction.MUTUAL) {
                    node.put("mutual", true);
                }
            }
        }
        if (!schema.picture().isEmpty()) {
            root.set("picture", json.write(schema.picture()));
        }
        root.put("submitting", SchemaJson.write(schema.submitting()));
        try {
            mapper(file).writerWithDefaultPrettyPrinter().writeValue(file.toFile(), root);
        } catch (IOException e) {
            throw new WorkbenchException(Reason.FAILED, "The labels could not be written to " + file + ": " + e.getMessage(), e);
        }
    }

    /// Reads a schema for a project that has these labels: labels and relations of the same name keep their ids, others get negative ones, as
    /// [Projects#saveSchema] wants for new labels.
    /// @throws WorkbenchException when the file cannot be read or is no schema; says what is wrong
    public static LabelSchema read(Path file, LabelSchema present) {
        try {
            return read(mapper(file).readTree(Files.readAllBytes(file)), present);
        } catch (IOException e) {
            throw new WorkbenchException(Reason.FAILED, "The file " + file + " could not be read: " + e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new WorkbenchException(Reason.INVALID, "The file " + file + " is no label schema: " + e.getMessage() + ".", e);
        }
    }

    private static LabelSchema read(JsonNode root, LabelSchema present) {
        JsonNode nodes = root.isArray() ? root : root.path("labels");
        if (!nodes.isArray()) {
            throw new IllegalArgumentException("it has no list called \"labels\"");
        }
        List<LabelClass> labels = new ArrayList<>();
        Map<String, LabelId> ids = new HashMap<>();
        for (JsonNode node : nodes) {
            String name = node.isTextual() ? node.asText() : node.path("name").asText("");
            LabelId id = present.findByName(name).map(LabelClass::id).orElse(new LabelId(-1L - labels.size()));
            ids.put(name, id);
            labels.add(label(id, name, node, labels.size()));
        }
        SchemaJson json = new SchemaJson(LabelId::toString, name -> {
            LabelId id = ids.get(name);
            if (id == null) {
                throw new IllegalArgumentException("A condition speaks of the label \"" + name + "\", which is not there");
            }
            return id;
        });
        AttributeForm picture = json.readForm(root.path("picture"));
        SubmitRule rule = root.has("submitting") ? SchemaJson.readRule(root.path("submitting").asText()) : SubmitRule.ASK;
        return new LabelSchema(labels, picture, relations(root.path("relations"), present), rule);
    }

    private static List<RelationType> relations(JsonNode nodes, LabelSchema present) {
        List<RelationType> relations = new ArrayList<>();
        for (JsonNode node : nodes) {
            String name = node.isTextual() ? node.asText() : node.path("name").asText("");
            RelationTypeId id = present.findRelationByName(name).map(RelationType::id).orElse(new RelationTypeId(-1L - relations.size()));
            Colour colour = node.has("colour") ? Colour.parse(node.path("colour").asText()) : Colour.ofPalette(relations.size());
            relations.add(new RelationType(id, name, colour, node.path("mutual").asBoolean() ? Direction.MUTUAL : Direction.DIRECTED));
        }
        return relations;
    }

    private static LabelClass label(LabelId id, String name, JsonNode node, int place) {
        Colour colour = node.has("colour") ? Colour.parse(node.path("colour").asText()) : Colour.ofPalette(place);
        Set<ShapeKind> shapes = EnumSet.noneOf(ShapeKind.class);
        node.path("shapes").forEach(word -> shapes.add(shape(word.asText())));
        AttributeForm attributes = SchemaJson.withoutLabels().readForm(node.path("attributes"));
        return new LabelClass(id, name, colour, shapes.isEmpty() ? ShapeKind.OF_PICTURES : shapes, attributes,
                node.has("skeleton") ? SchemaJson.readSkeleton(node.path("skeleton")) : null);
    }

    private static String word(ShapeKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static ShapeKind shape(String word) {
        for (ShapeKind kind : ShapeKind.values()) {
            if (word(kind).equals(word)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("There is no kind of shape called \"" + word + "\"");
    }

    private static ObjectMapper mapper(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return name.endsWith(".yaml") || name.endsWith(".yml") ? YAML : JSON;
    }
}
