package labelwright.model;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.CRC32;

/// What a model or another person would answer to a question about the whole item. A model's is open as long as the person neither answers the question nor
/// refuses it, another person's as long as the two differ and it was not refused.
///
/// @param value as [AttributeKind] says
public record AnswerSuggestion(Author author, String question, String value) {
    /// Ids of people's answers lie below this, those of models' above it: no model has so high a number.
    private static final long PEOPLE = -(1L << 61);

    /// Stands for this suggestion among the refused ones. It is made of who says it and of what is said, below zero and so never that of a region: one who says the same
    /// again stays refused, and one who says something else is heard again.
    public AnnotationId id() {
        return new AnnotationId(switch (author) {
            case Author.ByModel(ModelId model) -> -(model.value() << Integer.SIZE | sum("")) - 1;
            case Author.Annotator _, Author.Gold _ -> PEOPLE - 1 - sum(author.key());
        });
    }

    private long sum(String who) {
        CRC32 sum = new CRC32();
        sum.update((who.isEmpty() ? question + '\0' + value : who + '\0' + question + '\0' + value).getBytes(StandardCharsets.UTF_8));
        return sum.getValue();
    }

    /// Which model's answer an id stands for; empty for the id of a region and of a person's answer.
    public static Optional<ModelId> modelOf(AnnotationId id) {
        return id.value() < 0 && id.value() >= PEOPLE ? Optional.of(new ModelId(-(id.value() + 1) >>> Integer.SIZE)) : Optional.empty();
    }
}
