package labelwright.model;

import java.util.Map;

/// What one region of an item has to do with another one of the same set.
///
/// @param from where the relation starts
/// @param to where its arrow points; another region than `from`
/// @param attributes by name, written as [AttributeKind] says
public record Relation(RelationId id, RelationTypeId type, AnnotationId from, AnnotationId to, Origin origin,
        Map<String, String> attributes) {
    public Relation {
        attributes = Map.copyOf(attributes);
        if (from.equals(to)) {
            throw new IllegalArgumentException("Region " + from + " cannot be related to itself");
        }
    }

    public Relation(RelationId id, RelationTypeId type, AnnotationId from, AnnotationId to, Origin origin) {
        this(id, type, from, to, origin, Map.of());
    }

    public boolean touches(AnnotationId region) {
        return from.equals(region) || to.equals(region);
    }

    public Relation withType(RelationTypeId changed) {
        return new Relation(id, changed, from, to, origin.changed(), attributes);
    }

    public Relation withAttributes(Map<String, String> changed) {
        return new Relation(id, type, from, to, origin, changed);
    }

    /// The same relation the other way round.
    public Relation reversed() {
        AnnotationId end = from;
        return new Relation(id, type, to, end, origin.changed(), attributes);
    }
}
