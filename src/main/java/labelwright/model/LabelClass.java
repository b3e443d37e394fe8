package labelwright.model;

import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import labelwright.geometry.ShapeKind;

/// One label that annotations can carry. The id stays when name, colour, shapes, attributes or skeleton change.
///
/// @param shapes the kinds of shape that may carry it; never empty
/// @param attributes what is asked about each region with this label; their conditions speak of no labels
/// @param skeleton the points of its keypoint regions; null when there is no template
public record LabelClass(LabelId id, String name, Colour colour, Set<ShapeKind> shapes, AttributeForm attributes,
        @Nullable SkeletonTemplate skeleton) {
    public LabelClass {
        shapes = Set.copyOf(shapes);
        if (name.isBlank()) {
            throw new IllegalArgumentException("A label needs a name");
        }
        if (shapes.isEmpty()) {
            throw new IllegalArgumentException("The label \"" + name + "\" needs at least one kind of shape");
        }
        for (AttributeDefinition attribute : attributes.definitions()) {
            if (!RegionFacts.allows(attribute.name(), attribute.type().kind())) {
                throw new IllegalArgumentException(
                        "\"" + attribute.name() + "\" has a meaning of its own and cannot be an attribute of the kind "
                                + attribute.type().kind().key());
            }
        }
    }

    /// Without attributes and skeleton.
    public LabelClass(LabelId id, String name, Colour colour, Set<ShapeKind> shapes) {
        this(id, name, colour, shapes, AttributeForm.EMPTY, null);
    }

    public Optional<SkeletonTemplate> findSkeleton() {
        return Optional.ofNullable(skeleton);
    }

    public LabelClass withId(LabelId changed) {
        return new LabelClass(changed, name, colour, shapes, attributes, skeleton);
    }

    public LabelClass withName(String changed) {
        return new LabelClass(id, changed, colour, shapes, attributes, skeleton);
    }

    public LabelClass withColour(Colour changed) {
        return new LabelClass(id, name, changed, shapes, attributes, skeleton);
    }

    public LabelClass withShapes(Set<ShapeKind> changed) {
        return new LabelClass(id, name, colour, changed, attributes, skeleton);
    }

    public LabelClass withAttributes(AttributeForm changed) {
        return new LabelClass(id, name, colour, shapes, changed, skeleton);
    }

    /// @param changed null to take it away
    public LabelClass withSkeleton(@Nullable SkeletonTemplate changed) {
        return new LabelClass(id, name, colour, shapes, attributes, changed);
    }
}
