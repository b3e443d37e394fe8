package labelwright.store;

import java.util.Map;

import labelwright.geometry.Shape;
import labelwright.model.ItemId;
import labelwright.model.LabelId;
import labelwright.model.Origin;

/// An annotation before it has an id.
public record NewAnnotation(ItemId item, LabelId label, Shape shape, Origin origin, Map<String, String> attributes) {
    public NewAnnotation {
        attributes = Map.copyOf(attributes);
    }
}
