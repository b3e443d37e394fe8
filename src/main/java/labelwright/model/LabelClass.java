package labelwright.model;

import java.util.Set;

import labelwright.geometry.ShapeKind;

/// One label that annotations can carry. The id stays when name, colour or shapes change.
///
/// @param shapes the kinds of shape that may carry it; never empty
public record LabelClass(LabelId id, String name, Colour colour, Set<ShapeKind> shapes) {
    public LabelClass {
        shapes = Set.copyOf(shapes);
        if (name.isBlank()) {
            throw new IllegalArgumentException("A label needs a name");
        }
        if (shapes.isEmpty()) {
            throw new IllegalArgumentException("The label \"" + name + "\" needs at least one kind of shape");
        }
    }
}
