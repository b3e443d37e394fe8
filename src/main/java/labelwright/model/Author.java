package labelwright.model;

/// Whose answer an annotation set is.
public sealed interface Author {

    /// A person who labels.
    record Annotator(String name) implements Author {
        public Annotator {
            if (name.isBlank()) {
                throw new IllegalArgumentException("An annotator needs a name");
            }
        }
    }

    /// A model version; its annotations are suggestions.
    record ByModel(ModelId model) implements Author {}

    /// The adjudicated answer of a review.
    record Gold() implements Author {}

    /// The text form that is stored: `annotator:NAME`, `model:ID` or `gold`.
    default String key() {
        return switch (this) {
            case Annotator(String name) -> "annotator:" + name;
            case ByModel(ModelId model) -> "model:" + model;
            case Gold() -> "gold";
        };
    }

    /// @throws IllegalArgumentException when the text is no author's key
    static Author ofKey(String key) {
        if (key.equals("gold")) {
            return new Gold();
        }
        if (key.startsWith("annotator:")) {
            return new Annotator(key.substring("annotator:".length()));
        }
        if (key.startsWith("model:")) {
            return new ByModel(new ModelId(Long.parseLong(key.substring("model:".length()))));
        }
        throw new IllegalArgumentException("Not an author: " + key);
    }
}
