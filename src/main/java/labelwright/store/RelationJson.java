package labelwright.store;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;

import labelwright.model.AnnotationId;
import labelwright.model.Relation;
import labelwright.model.RelationId;
import labelwright.model.RelationTypeId;

/// Relations inside the journal: `{"id":18,"type":2,"from":16,"to":17,"manual":true}`; origin and attributes as [AnnotationJson] writes them.
final class RelationJson {
    private RelationJson() {}

    static void write(Relation relation, JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeNumberField("id", relation.id().value());
        out.writeNumberField("type", relation.type().value());
        out.writeNumberField("from", relation.from().value());
        out.writeNumberField("to", relation.to().value());
        AnnotationJson.write(relation.origin(), out);
        AnnotationJson.write(relation.attributes(), out);
        out.writeEndObject();
    }

    static Relation read(JsonNode node) {
        return new Relation(new RelationId(node.path("id").asLong()), new RelationTypeId(node.path("type").asLong()),
                new AnnotationId(node.path("from").asLong()), new AnnotationId(node.path("to").asLong()), AnnotationJson.origin(node),
                AnnotationJson.attributes(node));
    }
}
