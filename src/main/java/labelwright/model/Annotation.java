package labelwright.model;

import java.util.HashMap;
import java.util.Map;

import labelwright.geometry.Shape;

/// One labelled region.
///
/// @param attributes what is known beside the label, by name, such as `difficult=1`; see [RegionFacts] for names that mean the same
/// everywhere. Values are written as [AttributeKind] says
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

    public boolean has(Flag flag) {
        return Flag.SET.equals(attributes.get(flag.key()));
    }

    /// A person's word on the attributes; a taken suggestion stays what the model said, which speaks of shape and label.
    public Annotation withAttributes(Map<String, String> changed) {
        return new Annotation(id, label, shape, origin, changed);
    }

    /// @param value empty to take the attribute away
    public Annotation withAttribute(String name, String value) {
        Map<String, String> changed = new HashMap<>(attributes);
        AttributeForm.put(changed, name, value);
        return withAttributes(changed);
    }

    /// The model's score when a model suggested this, else 1.
    public double score() {
        return switch (origin) {
            case Origin.Suggested suggested -> suggested.score();
            case Origin.Taken taken -> taken.score();
            case Origin.Manual _ -> CERTAIN;
            case Origin.Imported _ -> CERTAIN;
            case Origin.Propagated _ -> CERTAIN;
        };
    }
}
