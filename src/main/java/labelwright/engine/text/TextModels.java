package labelwright.engine.text;

import java.nio.file.Path;
import java.util.Optional;

import labelwright.engine.EngineException;
import labelwright.engine.ModelArchive;
import labelwright.engine.SafeTensors.MalformedException;

/// Looks at models of texts without loading what is pretrained.
public final class TextModels {

    private TextModels() {}

    /// The check of a folder for [ModelArchive].
    ///
    /// @throws EngineException in one plain sentence if the folder holds no sound model of texts
    public static ModelArchive.Contents check(Path folder) throws EngineException {
        TextModelDescription.Stored stored = TextModelDescription.read(folder);
        TextModelDescription description = stored.description();
        Optional<SentenceModel> language = description.language();
        int dimension = language.map(SentenceModel::dimension).orElse(0);
        try {
            if (description.settings().family() == TextFamily.SPANS) {
                var _ = SpanTagger.network(stored, dimension);
            } else {
                var _ = TextClassifier.network(stored, dimension);
            }
        } catch (MalformedException | IllegalArgumentException e) {
            throw new EngineException(
                    "The model in " + folder + " is damaged: its weights do not fit its description (" + e.getMessage() + ").",
                    e);
        }
        return new ModelArchive.Contents(description.labels(), description.metrics());
    }
}
