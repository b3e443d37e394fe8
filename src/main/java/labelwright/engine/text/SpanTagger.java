package labelwright.engine.text;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import labelwright.engine.EngineException;
import labelwright.engine.SafeTensors.MalformedException;

/// A trained tagger of spans. For several threads; changes nothing.
public final class SpanTagger {

    private static final int MOST_HIDDEN = 4096;
    private static final int WIDEST = 3;

    private final TextModelDescription description;
    private final TaggerNetwork network;
    private final Optional<TextEmbedder> embedder;

    private SpanTagger(TextModelDescription description, TaggerNetwork network, Optional<TextEmbedder> embedder) {
        this.description = description;
        this.network = network;
        this.embedder = embedder;
    }

    /// @param embedders must stay open as long as the tagger is used
    /// @throws EngineException if the model is missing, damaged or changed
    public static SpanTagger open(Path folder, Embedders embedders) throws EngineException {
        TextModelDescription.Stored stored = TextModelDescription.read(folder);
        TextModelDescription description = stored.description();
        if (description.settings().family() != TextFamily.SPANS) {
            throw new EngineException("The model in " + folder + " labels whole texts; it does not find spans.");
        }
        Optional<SentenceModel> language = description.language();
        try {
            TaggerNetwork network = network(stored, language.map(SentenceModel::dimension).orElse(0));
            Optional<TextEmbedder> embedder = language.isPresent() ? Optional.of(embedders.get(language.get())) : Optional.empty();
            return new SpanTagger(description, network, embedder);
        } catch (MalformedException e) {
            throw new EngineException(
                    "The model in " + folder + " is damaged: its weights do not fit its description (" + e.getMessage() + ").",
                    e);
        }
    }

    /// @param dimension of the pretrained states; 0 for none
    static TaggerNetwork network(TextModelDescription.Stored stored, int dimension) throws EngineException, MalformedException {
        TextModelDescription description = stored.description();
        TagLayers layers = TagLayers.read(description.facts().getOrDefault("layers", ""), description.labels().size());
        SeenSegment.Eye eye = new SeenSegment.Eye(dimension, description.whole("window", 0, WIDEST));
        return TaggerNetwork.of(stored.tensors(), layers, eye, description.whole("hidden", 0, MOST_HIDDEN));
    }

    /// Names of the labels, in the order of [FoundSpan#label].
    public List<String> labels() {
        return description.labels();
    }

    /// The spans of a text. Where no spans of the training texts shared letters, none are found that do.
    public SpanReading read(String text) throws EngineException {
        int[] points = text.codePoints().toArray();
        List<SeenSegment> segments = new ArrayList<>();
        for (List<WordSplitter.Unit> units : TextSegments.of(points)) {
            SeenSegment segment = network.eye().see(points, units, part -> embedder.orElseThrow().states(part));
            network.eye().scale(segment, network.centre(), network.spread());
            segments.add(segment);
        }
        return new TaggerReader(network).read(segments);
    }

    /// A vector that says what the text is about, of length one: the pretrained one, or that of the n-grams folded into 256 numbers.
    public float[] embedding(String text) throws EngineException {
        return embedder.isPresent() ? embedder.get().embed(text) : FoldedNgrams.of(text);
    }
}
