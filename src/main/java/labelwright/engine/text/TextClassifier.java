package labelwright.engine.text;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Supplier;

import labelwright.engine.EngineException;
import labelwright.engine.SafeTensors.MalformedException;

/// A trained classifier of whole texts. For several threads; changes nothing.
public final class TextClassifier {

    private static final int MOST_HIDDEN = 4096;

    private final TextModelDescription description;
    private final ClassifierNetwork network;
    private final Answering answering;
    private final Optional<TextEmbedder> embedder;

    private TextClassifier(TextModelDescription description, ClassifierNetwork network, Answering answering,
            Optional<TextEmbedder> embedder) {
        this.description = description;
        this.network = network;
        this.answering = answering;
        this.embedder = embedder;
    }

    /// @param embedders must stay open as long as the classifier is used
    /// @throws EngineException if the model is missing, damaged or changed
    public static TextClassifier open(Path folder, Embedders embedders) throws EngineException {
        TextModelDescription.Stored stored = TextModelDescription.read(folder);
        TextModelDescription description = stored.description();
        if (description.settings().family() == TextFamily.SPANS) {
            throw new EngineException("The model in " + folder + " finds spans; it does not label whole texts.");
        }
        Optional<SentenceModel> language = description.language();
        int dimension = language.map(SentenceModel::dimension).orElse(0);
        try {
            ClassifierNetwork network = network(stored, dimension);
            Answering answering = answering(description);
            Optional<TextEmbedder> embedder = language.isPresent() ? Optional.of(embedders.get(language.get())) : Optional.empty();
            return new TextClassifier(description, network, answering, embedder);
        } catch (MalformedException | IllegalArgumentException e) {
            throw new EngineException(
                    "The model in " + folder + " is damaged: its weights do not fit its description (" + e.getMessage() + ").",
                    e);
        }
    }

    /// @param dimension of the pretrained vectors; 0 for none
    /// @throws IllegalArgumentException if the description does not say how many labels a text has
    static ClassifierNetwork network(TextModelDescription.Stored stored, int dimension) throws EngineException, MalformedException {
        TextModelDescription description = stored.description();
        var _ = answering(description);
        return ClassifierNetwork.of(stored.tensors(), description.labels().size(), dimension, description.whole("hidden", 0, MOST_HIDDEN));
    }

    private static Answering answering(TextModelDescription description) {
        return Answering.valueOf(description.facts().getOrDefault("answering", ""));
    }

    /// Names of the labels, in the order of the probabilities.
    public List<String> labels() {
        return description.labels();
    }

    public TextReading read(String text) throws EngineException {
        return reading(features(text, vector(text)), 0, new SplittableRandom(0));
    }

    /// Several readings of one text.
    ///
    /// @param embedding as [#embedding] gives it, at no more cost
    public record Passes(List<TextReading> readings, Supplier<float[]> embedding) {}

    /// Several readings with random features left out, as uncertainty is measured by; the pretrained network runs once.
    public Passes readWithDropout(String text, int passes, long seed) throws EngineException {
        float[] vector = vector(text);
        ClassifierNetwork.Features features = features(text, vector);
        SplittableRandom random = new SplittableRandom(seed);
        double dropout = Math.max(0.1, description.settings().number(TextFamily.DROPOUT));
        List<TextReading> readings = new ArrayList<>();
        for (int i = 0; i < passes; i++) {
            readings.add(reading(features, dropout, random));
        }
        return new Passes(readings, () -> embedder.isPresent() ? vector : FoldedNgrams.of(text));
    }

    /// A vector that says what the text is about, of length one: the pretrained one, or that of the n-grams folded into 256 numbers.
    public float[] embedding(String text) throws EngineException {
        return embedder.isPresent() ? vector(text) : FoldedNgrams.of(text);
    }

    private float[] vector(String text) throws EngineException {
        return embedder.isPresent() ? embedder.get().embed(text) : new float[0];
    }

    private ClassifierNetwork.Features features(String text, float[] vector) {
        return network.features(HashedNgrams.of(text), vector);
    }

    private TextReading reading(ClassifierNetwork.Features features, double dropout, SplittableRandom random) {
        float[] scores = new float[network.labels()];
        double[] probabilities = new double[network.labels()];
        network.scores(features, dropout, random, network.dense().new Pass(), scores);
        answering.probabilities(scores, probabilities);
        return new TextReading(chosen(probabilities, answering).stream().sorted().toList(), probabilities);
    }

    static Set<Integer> chosen(double[] probabilities, Answering answering) {
        Set<Integer> chosen = new HashSet<>();
        int best = 0;
        for (int k = 0; k < probabilities.length; k++) {
            if (answering == Answering.ANY && probabilities[k] >= 0.5) {
                chosen.add(k);
            }
            best = probabilities[k] > probabilities[best] ? k : best;
        }
        if (answering == Answering.ONE) {
            chosen.add(best);
        }
        return chosen;
    }
}
