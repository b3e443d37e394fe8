package labelwright.model;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.CRC32;

/// What a model would answer to a question about the whole item. It is open as long as the person neither answers the question nor refuses it.
///
/// @param value as [AttributeKind] says
public record AnswerSuggestion(ModelId model, String question, String value) {

    /// Stands for this suggestion among the refused ones. It is made of the model and of what it says, below zero and so never that of a region: a model that says the same
    /// again stays refused, and one that says something else is heard again.
    public AnnotationId id() {
        CRC32 sum = new CRC32();
        sum.update((question + '\0' + value).getBytes(StandardCharsets.UTF_8));
        return new AnnotationId(-(model.value() << Integer.SIZE | sum.getValue()) - 1);
    }

    /// Whose answer an id stands for; empty for the id of a region.
    public static Optional<ModelId> modelOf(AnnotationId id) {
        return id.value() < 0 ? Optional.of(new ModelId(-(id.value() + 1) >>> Integer.SIZE)) : Optional.empty();
    }
}
