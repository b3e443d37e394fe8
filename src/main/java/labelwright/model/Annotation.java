package labelwright.model;

import java.util.Map;

import labelwright.geometry.Shape;

/// One labelled region.
///
/// @param attributes facts beside the label, such as `difficult=1`, by name
public record Annotation(AnnotationId id, LabelId label, Shape shape, Origin origin, Map<String, String> attributes) {
    private static final double CERTAIN = 1;

    public Annotation {
        attributes = Map.copyOf(attributes);
    }

    public Annotation(AnnotationId id, LabelId label, Shape shape, Origin origin) {
        this(id, label, shape, origin, Map.of());
    }

    /// A person's change of the shape; a taken suggestion remembers that it was changed.
    public Annotation withShape(Shape changed) {
        return new Annotation(id, label, changed, origin.changed(), attributes);
    }

    /// A person's change of the label; a taken suggestion remembers that it was changed.
    public Annotation withLabel(LabelId changed) {
        return new Annotation(id, changed, shape, origin.changed(), attributes);
    }

    /// The model's score when a model suggested this, else 1.
    public double score() {
        return switch (origin) {
            case Origin.Suggested suggested -> suggested.score();
            case Origin.Taken taken -> taken.score();
            case Origin.Manual _ -> CERTAIN;
            case Origin.Imported _ -> CERTAIN;
        };
    }
}
