package labelwright.store;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import labelwright.model.AttributeCondition;
import labelwright.model.AttributeDefinition;
import labelwright.model.AttributeDefinition.Need;
import labelwright.model.AttributeForm;
import labelwright.model.AttributeKind;
import labelwright.model.AttributeType;
import labelwright.model.Colour;
import labelwright.model.LabelId;
import labelwright.model.LabelSchema.SubmitRule;
import labelwright.model.SkeletonTemplate;

/// Attributes and skeletons as JSON, in the workspace and in schema files:
/// `[{"name":"kind","kind":"select","options":["car","bus"],"default":"car","required":true,"when":{"attribute":"vehicle","values":["1"]}}]`
/// and `{"points":[{"name":"nose","colour":"#ff0000","x":0.5,"y":0}],"edges":[{"from":0,"to":1,"colour":"#ff0000"}],"mirrors":[[1,2]]}`.
/// Keys that say nothing are left out. A condition names labels in the words that the functions give: numbers in the workspace, names in
/// a file.
public final class SchemaJson {
    private final Function<LabelId, String> word;
    private final Function<String, LabelId> label;

    /// @param label may throw [IllegalArgumentException] for a word that names no label
    public SchemaJson(Function<LabelId, String> word, Function<String, LabelId> label) {
        this.word = word;
        this.label = label;
    }

    static SchemaJson stored() {
        return new SchemaJson(LabelId::toString, text -> new LabelId(Long.parseLong(text)));
    }

    /// For attributes of regions, whose conditions speak of no labels.
    public static SchemaJson withoutLabels() {
        return new SchemaJson(LabelId::toString, name -> {
            throw new IllegalArgumentException("A condition of a region cannot speak of the label \"" + name + "\"");
        });
    }

    public ArrayNode write(AttributeForm form) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        form.definitions().forEach(definition -> array.add(write(definition)));
        return array;
    }

    private ObjectNode write(AttributeDefinition definition) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("name", definition.name()).put("kind", definition.type().kind().key());
        if (!definition.type().options().isEmpty()) {
            definition.type().options().forEach(node.putArray("options")::add);
        }
        if (definition.type() instanceof AttributeType.Numeric(double lowest, double highest)) {
            putFinite(node, "lowest", lowest);
            putFinite(node, "highest", highest);
        }
        if (!definition.initial().isEmpty()) {
            node.put("default", definition.initial());
        }
        if (definition.isRequired()) {
            node.put("required", true);
        }
        AttributeCondition condition = definition.condition();
        if (!condition.isAlways()) {
            ObjectNode when = node.putObject("when");
            if (!condition.attribute().isEmpty()) {
                when.put("attribute", condition.attribute());
            }
            if (!condition.values().isEmpty()) {
                condition.values().stream().sorted().forEach(when.putArray("values")::add);
            }
            if (!condition.labels().isEmpty()) {
                condition.labels().stream().map(word).sorted().forEach(when.putArray("labels")::add);
            }
        }
        return node;
    }

    private static void putFinite(ObjectNode node, String key, double value) {
        if (Double.isFinite(value)) {
            node.put(key, value);
        }
    }

    /// @throws IllegalArgumentException when it is not such a list; the message is a sentence
    public AttributeForm readForm(JsonNode array) {
        List<AttributeDefinition> definitions = new ArrayList<>();
        array.forEach(node -> definitions.add(readDefinition(node)));
        return new AttributeForm(definitions);
    }

    private AttributeDefinition readDefinition(JsonNode node) {
        JsonNode when = node.path("when");
        Set<LabelId> labels = new LinkedHashSet<>();
        texts(when.path("labels")).forEach(text -> labels.add(label.apply(text)));
        AttributeCondition condition = new AttributeCondition(when.path("attribute").asText(""),
                new LinkedHashSet<>(texts(when.path("values"))), labels);
        return new AttributeDefinition(node.path("name").asText(""), readType(node), node.path("default").asText(""),
                node.path("required").asBoolean() ? Need.REQUIRED : Need.OPTIONAL, condition);
    }

    private static AttributeType readType(JsonNode node) {
        return switch (AttributeKind.ofKey(node.path("kind").asText(""))) {
            case TEXT -> new AttributeType.Text();
            case LONG_TEXT -> new AttributeType.LongText();
            case NUMBER -> new AttributeType.Numeric(node.path("lowest").asDouble(Double.NEGATIVE_INFINITY),
                    node.path("highest").asDouble(Double.POSITIVE_INFINITY));
            case SELECT -> new AttributeType.Select(texts(node.path("options")));
            case MULTI_SELECT -> new AttributeType.MultiSelect(texts(node.path("options")));
            case CHECK -> new AttributeType.Check();
            case TAXONOMY -> new AttributeType.Taxonomy(texts(node.path("options")), AttributeType.Amount.ONE);
            case MULTI_TAXONOMY -> new AttributeType.Taxonomy(texts(node.path("options")), AttributeType.Amount.SEVERAL);
        };
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    public static ObjectNode write(SkeletonTemplate skeleton) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        ArrayNode points = node.putArray("points");
        for (SkeletonTemplate.Joint joint : skeleton.joints()) {
            points.addObject().put("name", joint.name()).put("colour", joint.colour().toHex()).put("x", joint.x()).put("y", joint.y());
        }
        ArrayNode edges = node.putArray("edges");
        for (SkeletonTemplate.Edge edge : skeleton.edges()) {
            edges.addObject().put("from", edge.from()).put("to", edge.to()).put("colour", edge.colour().toHex());
        }
        ArrayNode mirrors = node.putArray("mirrors");
        skeleton.mirrors().forEach(mirror -> mirrors.addArray().add(mirror.left()).add(mirror.right()));
        return node;
    }

    /// @throws IllegalArgumentException when it is no skeleton; the message is a sentence
    public static SkeletonTemplate readSkeleton(JsonNode node) {
        List<SkeletonTemplate.Joint> joints = new ArrayList<>();
        node.path("points").forEach(point -> joints.add(new SkeletonTemplate.Joint(point.path("name").asText(""),
                colour(point, joints.size()), point.path("x").asDouble(), point.path("y").asDouble())));
        List<SkeletonTemplate.Edge> edges = new ArrayList<>();
        node.path("edges").forEach(edge -> edges
                .add(new SkeletonTemplate.Edge(edge.path("from").asInt(-1), edge.path("to").asInt(-1), colour(edge, edges.size()))));
        List<SkeletonTemplate.Mirror> mirrors = new ArrayList<>();
        node.path("mirrors").forEach(pair -> mirrors.add(new SkeletonTemplate.Mirror(pair.path(0).asInt(-1), pair.path(1).asInt(-1))));
        return new SkeletonTemplate(joints, edges, mirrors);
    }

    private static Colour colour(JsonNode node, int place) {
        return node.has("colour") ? Colour.parse(node.path("colour").asText()) : Colour.ofPalette(place);
    }

    public static String write(SubmitRule rule) {
        return rule.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// @throws IllegalArgumentException for a word that names no rule
    public static SubmitRule readRule(String word) {
        for (SubmitRule rule : SubmitRule.values()) {
            if (write(rule).equals(word)) {
                return rule;
            }
        }
        throw new IllegalArgumentException("\"" + word + "\" says not when work may be submitted; use ask or answered-only");
    }
}
