package labelwright.store;

import java.util.Set;

import labelwright.geometry.ShapeKind;
import labelwright.model.Colour;

/// A label before it has an id.
public record LabelDraft(String name, Colour colour, Set<ShapeKind> shapes) {
    public LabelDraft {
        shapes = Set.copyOf(shapes);
    }
}
