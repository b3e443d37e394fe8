package labelwright.store;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;

import labelwright.edit.Edit;
import labelwright.edit.EditName;
import labelwright.edit.Step;
import labelwright.geometry.Mask;
import labelwright.geometry.Spans;
import labelwright.model.Annotation;
import labelwright.model.AnnotationId;
import labelwright.model.Relation;
import labelwright.model.RelationId;
import labelwright.model.WorkState;

/// Steps of the journal as JSON in UTF-8. An edit is an object with one member, whose name says which edit it is:
/// `{"name":"DRAW","edit":{"insert":[{"at":0,"annotation":{..}}]},"inverse":{"remove":[17]}}`. Numbers come back bit for bit. Pixels that are
/// switched on or off are the bytes of a mask in base64.
final class StepJson {
    private StepJson() {}

    static byte[] encode(Step step) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        try (JsonGenerator out = Json.mapper().getFactory().createGenerator(bytes, JsonEncoding.UTF8)) {
            out.writeStartObject();
            out.writeStringField("name", step.name().name());
            out.writeFieldName("edit");
            write(step.edit(), out);
            out.writeFieldName("inverse");
            write(step.inverse(), out);
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /// @throws IllegalArgumentException when the bytes are no step
    static Step decode(byte[] bytes) {
        JsonNode node = Json.tree(bytes);
        return new Step(EditName.valueOf(node.path("name").asText()), read(node.path("edit")), read(node.path("inverse")));
    }

    private static void write(Edit edit, JsonGenerator out) throws IOException {
        out.writeStartObject();
        switch (edit) {
            case Edit.Insert(List<Edit.Placed> placed) -> {
                out.writeArrayFieldStart("insert");
                for (Edit.Placed one : placed) {
                    out.writeStartObject();
                    out.writeNumberField("at", one.index());
                    out.writeFieldName("annotation");
                    AnnotationJson.write(one.annotation(), out);
                    out.writeEndObject();
                }
                out.writeEndArray();
            }
            case Edit.Remove(List<AnnotationId> ids) -> writeIds("remove", ids, out);
            case Edit.Replace(List<Annotation> annotations) -> {
                out.writeArrayFieldStart("replace");
                for (Annotation annotation : annotations) {
                    AnnotationJson.write(annotation, out);
                }
                out.writeEndArray();
            }
            case Edit.InsertRelations(List<Relation> relations) -> writeRelations("relate", relations, out);
            case Edit.RemoveRelations(List<RelationId> ids) -> {
                out.writeArrayFieldStart("unrelate");
                for (RelationId id : ids) {
                    out.writeNumber(id.value());
                }
                out.writeEndArray();
            }
            case Edit.ReplaceRelations(List<Relation> relations) -> writeRelations("rerelate", relations, out);
            case Edit.ChangePixels change -> writePixels(change, out);
            case Edit.Refuse(Set<AnnotationId> suggestions) -> writeIds("refuse", suggestions, out);
            case Edit.Unrefuse(Set<AnnotationId> suggestions) -> writeIds("unrefuse", suggestions, out);
            case Edit.Answer(Map<String, String> values) -> {
                out.writeObjectFieldStart("answer");
                for (Map.Entry<String, String> value : values.entrySet()) {
                    out.writeStringField(value.getKey(), value.getValue());
                }
                out.writeEndObject();
            }
            case Edit.ChangeState(WorkState to) -> out.writeNumberField("state", to.code());
            case Edit.Several(List<Edit> edits) -> {
                out.writeArrayFieldStart("several");
                for (Edit one : edits) {
                    write(one, out);
                }
                out.writeEndArray();
            }
        }
        out.writeEndObject();
    }

    private static void writeRelations(String name, List<Relation> relations, JsonGenerator out) throws IOException {
        out.writeArrayFieldStart(name);
        for (Relation relation : relations) {
            RelationJson.write(relation, out);
        }
        out.writeEndArray();
    }

    private static void writeIds(String name, Collection<AnnotationId> ids, JsonGenerator out) throws IOException {
        out.writeArrayFieldStart(name);
        for (AnnotationId id : ids) {
            out.writeNumber(id.value());
        }
        out.writeEndArray();
    }

    private static void writePixels(Edit.ChangePixels change, JsonGenerator out) throws IOException {
        out.writeObjectFieldStart("pixels");
        out.writeNumberField("id", change.id().value());
        writePixels("on", change.added(), out);
        writePixels("off", change.removed(), out);
        out.writeEndObject();
    }

    private static void writePixels(String name, Spans pixels, JsonGenerator out) throws IOException {
        if (!pixels.isEmpty()) {
            out.writeFieldName(name);
            out.writeBinary(Objects.requireNonNull(OutlineCodec.encode(new Mask(pixels))));
        }
    }

    private static Edit readPixels(JsonNode node) {
        return new Edit.ChangePixels(new AnnotationId(node.path("id").asLong()), pixels(node, "on"), pixels(node, "off"));
    }

    private static Spans pixels(JsonNode node, String name) {
        try {
            return node.has(name) && OutlineCodec.decode(node.path(name).binaryValue()) instanceof Mask mask ? mask.spans() : Spans.NONE;
        } catch (IOException e) {
            throw new IllegalArgumentException("The pixels of an edit are no base64", e);
        }
    }

    private static Edit read(JsonNode node) {
        String kind = node.isObject() && node.size() == 1 ? node.fieldNames().next() : "";
        JsonNode content = node.path(kind);
        return switch (kind) {
            case "insert" -> new Edit.Insert(each(content,
                    one -> new Edit.Placed(one.path("at").asInt(), AnnotationJson.read(one.path("annotation")))));
            case "remove" -> new Edit.Remove(ids(content));
            case "replace" -> new Edit.Replace(each(content, AnnotationJson::read));
            case "relate" -> new Edit.InsertRelations(each(content, RelationJson::read));
            case "unrelate" -> new Edit.RemoveRelations(each(content, id -> new RelationId(id.asLong())));
            case "rerelate" -> new Edit.ReplaceRelations(each(content, RelationJson::read));
            case "pixels" -> readPixels(content);
            case "refuse" -> new Edit.Refuse(new LinkedHashSet<>(ids(content)));
            case "unrefuse" -> new Edit.Unrefuse(new LinkedHashSet<>(ids(content)));
            case "answer" -> {
                Map<String, String> values = new LinkedHashMap<>();
                content.properties().forEach(value -> values.put(value.getKey(), value.getValue().asText()));
                yield new Edit.Answer(values);
            }
            case "state" -> new Edit.ChangeState(WorkState.ofCode(content.asInt()));
            case "several" -> new Edit.Several(each(content, StepJson::read));
            default -> throw new IllegalArgumentException("No edit is called \"" + kind + "\"");
        };
    }

    private static List<AnnotationId> ids(JsonNode array) {
        return each(array, id -> new AnnotationId(id.asLong()));
    }

    @FunctionalInterface
    private interface Reader<T> {
        T read(JsonNode node);
    }

    private static <T> List<T> each(JsonNode array, Reader<T> reader) {
        List<T> read = new ArrayList<>(array.size());
        for (JsonNode node : array) {
            read.add(reader.read(node));
        }
        return read;
    }
}
