package labelwright.exchange.labelstudio;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;

import labelwright.exchange.Facts;
import labelwright.exchange.ReadProblems;
import labelwright.exchange.RecordSink;
import labelwright.exchange.RelationRecord;
import labelwright.exchange.RelationTypes;
import labelwright.exchange.SafeName;
import labelwright.exchange.XmlText;
import labelwright.model.AnnotationId;
import labelwright.model.LabelSchema;
import labelwright.model.Relation;
import labelwright.model.RelationType;

/// Relations between the regions of one annotation, of pictures and of texts.
final class LabelStudioRelations {
    private static final String DIRECTION = "direction";
    private static final String BOTH = "bi";

    private final RecordSink sink;
    private final ReadProblems problems;
    private final RelationTypes types;

    LabelStudioRelations(RecordSink sink, RelationTypes types) {
        this.sink = sink;
        this.problems = new ReadProblems(sink);
        this.types = types;
    }

    static boolean isRelation(JsonNode result) {
        return result.path("type").asText("").equals("relation") || result.has("from_id");
    }

    /// @param task named in problems
    /// @param regions the ids of those that were read
    void read(String task, List<JsonNode> results, String itemKey, Set<String> regions) {
        for (JsonNode result : results) {
            boolean isLeft = result.path(DIRECTION).asText("").equals("left");
            String from = result.path(isLeft ? "to_id" : "from_id").asText("");
            String to = result.path(isLeft ? "from_id" : "to_id").asText("");
            String where = "%s, relation from %s to %s".formatted(task, SafeName.shown(from), SafeName.shown(to));
            if (!regions.contains(from) || !regions.contains(to)) {
                problems.refused(where, "The region %s is not there.".formatted(SafeName.shown(regions.contains(from) ? to : from)));
            } else if (from.equals(to)) {
                problems.skipped(where, "The region is related to itself; it was left out.");
            } else {
                Map<String, String> attributes = attributes(result);
                for (String name : names(where, result)) {
                    types.declare(name);
                    sink.relation(itemKey, new RelationRecord(name, from, to, attributes));
                }
            }
        }
    }

    private List<String> names(String where, JsonNode result) {
        List<String> names = new ArrayList<>();
        result.path("labels").forEach(label -> {
            if (!label.asText("").isBlank()) {
                names.add(label.asText());
            }
        });
        if (names.isEmpty()) {
            problems.repaired(where, "The relation has no label; it was called \"%s\".".formatted(RelationTypes.UNNAMED));
            names.add(RelationTypes.UNNAMED);
        }
        return names;
    }

    /// A relation that points both ways says so, unless it is our own: there the type says it.
    private static Map<String, String> attributes(JsonNode result) {
        Map<String, String> attributes = new TreeMap<>();
        JsonNode own = result.path("meta").path(LabelStudioResults.ATTRIBUTES);
        own.properties().forEach(entry -> Facts.put(attributes, entry.getKey(), entry.getValue().asText()));
        if (own.isMissingNode() && result.path(DIRECTION).asText("").equals(BOTH)) {
            attributes.put(DIRECTION, "both");
        }
        return attributes;
    }

    /// @param ids of the results of the regions
    static void write(JsonGenerator json, List<Relation> relations, LabelSchema schema, Map<AnnotationId, String> ids) throws IOException {
        for (Relation relation : relations) {
            String from = ids.get(relation.from());
            String to = ids.get(relation.to());
            if (from != null && to != null) {
                RelationType type = schema.findRelation(relation.type()).orElseThrow();
                json.writeStartObject();
                json.writeStringField("type", "relation");
                json.writeStringField("from_id", from);
                json.writeStringField("to_id", to);
                json.writeStringField(DIRECTION, type.direction() == RelationType.Direction.MUTUAL ? BOTH : "right");
                json.writeArrayFieldStart("labels");
                json.writeString(type.name());
                json.writeEndArray();
                json.writeObjectFieldStart("meta");
                writeAttributes(json, relation.attributes());
                json.writeEndObject();
                json.writeEndObject();
            }
        }
    }

    /// The part of the labelling interface.
    static void declare(XmlText xml, LabelSchema schema) {
        if (!schema.relations().isEmpty()) {
            xml.open(1, "Relations", Map.of());
            for (RelationType type : schema.relations()) {
                xml.element(2, "Relation", Map.of("value", type.name()), "");
            }
            xml.close(1, "Relations");
        }
    }

    /// Our own field of a region's or relation's notes.
    static void writeAttributes(JsonGenerator json, Map<String, String> attributes) throws IOException {
        json.writeObjectFieldStart(LabelStudioResults.ATTRIBUTES);
        for (Map.Entry<String, String> attribute : new TreeMap<>(attributes).entrySet()) {
            json.writeStringField(attribute.getKey(), attribute.getValue());
        }
        json.writeEndObject();
    }
}
