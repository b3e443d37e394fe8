package labelwright.store;

import java.util.Map;

import labelwright.model.AnnotationId;
import labelwright.model.ItemId;
import labelwright.model.Origin;
import labelwright.model.RelationTypeId;

/// A relation before it has an id.
///
/// @param from an annotation of the same author on the same item, as is `to`
public record NewRelation(ItemId item, RelationTypeId type, AnnotationId from, AnnotationId to, Origin origin,
        Map<String, String> attributes) {
    public NewRelation {
        attributes = Map.copyOf(attributes);
    }
}
