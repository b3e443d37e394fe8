package labelwright.model;

/// Where an annotation came from.
public sealed interface Origin {

    /// Drawn by hand.
    record Manual() implements Origin {}

    /// Read from a file of this format.
    record Imported(String format) implements Origin {}

    /// Copied from another picture of the project.
    record Propagated(ItemId from) implements Origin {}

    /// Suggested by a model; the annotations in a model's own set have this origin.
    record Suggested(ModelId model, double score) implements Origin {}

    /// A suggestion that a person took, as it was or changed since.
    record Taken(AnnotationId suggestion, ModelId model, double score, Fidelity fidelity) implements Origin {}

    /// Whether a taken suggestion still is what the model said.
    enum Fidelity {
        UNCHANGED, CHANGED
    }

    /// The origin after a person changed the shape or the label.
    default Origin changed() {
        return switch (this) {
            case Taken taken -> new Taken(taken.suggestion, taken.model, taken.score, Fidelity.CHANGED);
            case Manual manual -> manual;
            case Imported imported -> imported;
            case Propagated propagated -> propagated;
            case Suggested suggested -> suggested;
        };
    }
}
