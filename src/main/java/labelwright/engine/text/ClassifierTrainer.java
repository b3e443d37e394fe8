package labelwright.engine.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.Consumer;

import labelwright.engine.EngineException;
import labelwright.engine.TrainingEvent;
import labelwright.engine.TrainingEvent.Message;
import labelwright.engine.TrainingResult;
import labelwright.task.CancelToken;

/// Trains classifiers of whole texts. A run lives in one folder: `last.checkpoint`, `previous.checkpoint`, and `model/` with the best model so far.
public final class ClassifierTrainer {

    private final Embedders embedders;

    public ClassifierTrainer(Embedders embedders) {
        this.embedders = embedders;
    }

    /// Trains on the calling thread until the run is complete, its time is over, or it is cancelled, which is honoured within one batch. A cancelled run
    /// keeps its last checkpoint and, if it got that far, its best model.
    ///
    /// @param events called on this thread
    /// @throws EngineException if the run cannot begin or go on; what it wrote so far stays
    /// @throws labelwright.task.CancelledException when it is cancelled before the first step
    public TrainingResult train(ClassifierRequest request, Consumer<TrainingEvent> events, CancelToken cancel) throws EngineException {
        TextRun<LabelledText> run = new TextRun<>(request.train(), request.validation(), request.labels(), request.settings(),
                request.folder(), request.resume());
        return run.train(text -> text.text() + new TreeSet<>(text.labels()), parts -> prepare(request, run, parts, events, cancel), events,
                cancel);
    }

    private Learner prepare(ClassifierRequest request, TextRun<LabelledText> run, TextRun.Parts<LabelledText> parts,
            Consumer<TrainingEvent> events, CancelToken cancel) throws EngineException {
        TextSettings settings = request.settings();
        boolean pretrained = settings.family() == TextFamily.EMBEDDING;
        List<LabelledText> train = parts.train();
        List<LabelledText> validation = parts.validation();
        Answering answering = answering(request, settings);
        events.accept(new Message(train.size() + " texts to learn from, " + request.labels().size() + " labels, "
                + (answering == Answering.ONE ? "exactly one for each text." : "any number for each text.")));
        List<String> texts = train.stream().map(LabelledText::text).toList();
        List<float[]> vectors = List.of();
        List<float[]> validationVectors = List.of();
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("answering", answering.name());
        Map<String, String> versions = Map.of();
        int dimension = 0;
        if (pretrained) {
            SentenceModel model = language(settings, texts);
            facts.put("language", model.id());
            dimension = model.dimension();
            TextEmbedder embedder = embedders.get(model);
            versions = embedder.versions();
            long from = System.nanoTime();
            vectors = embedder.embedAll(texts, done -> {}, cancel);
            validationVectors = embedder.embedAll(validation.stream().map(LabelledText::text).toList(), done -> {}, cancel);
            events.accept(new Message("All texts are read by the language model " + model.id() + ", "
                    + Math.round((texts.size() + validation.size()) / ((System.nanoTime() - from) / 1e9)) + " a second."));
        }
        facts.put("dimension", Integer.toString(dimension));
        boolean ngrams = !pretrained || settings.whole(TextFamily.NGRAM_SHARE) == 1;
        List<SparseVector> raw = ngrams ? texts.parallelStream().map(HashedNgrams::of).toList() : List.of();
        FeatureRows rows = FeatureRows.learn(raw, run.least(train.size()));
        int labels = request.labels().size();
        TextRun.requireRoom(2L * rows.size() * labels, "The weights of " + rows.size() + " n-grams for " + labels + " labels",
                "Raise the setting rare, so that fewer n-grams are learned.");
        int hidden = pretrained ? settings.whole(TextFamily.HIDDEN) : 0;
        facts.put("hidden", Integer.toString(hidden));
        float[] centre = new float[dimension];
        float[] spread = new float[dimension];
        measure(vectors, centre, spread);
        DenseLayers dense = dimension == 0
                ? new DenseLayers(0, 0, labels, new float[0])
                : new DenseLayers(dimension, hidden, labels, new SplittableRandom(settings.whole(TextFamily.SEED)));
        ClassifierNetwork network = new ClassifierNetwork(labels, dimension, hidden, rows, new SparseLayer(rows.size(), labels), centre,
                spread, dense);
        TextModelDescription description = new TextModelDescription(request.labels(), settings, facts, versions, Map.of());
        return new ClassifierLearner(network, examples(network, train, vectors, request.labels()),
                examples(network, validation, validationVectors, request.labels()), description, answering, settings);
    }

    private static ClassifierLearner.Examples examples(ClassifierNetwork network, List<LabelledText> texts, List<float[]> vectors,
            List<String> labels) {
        Map<String, Integer> indices = new HashMap<>();
        labels.forEach(label -> indices.put(label, indices.size()));
        List<ClassifierNetwork.Features> features = new ArrayList<>();
        List<Set<Integer>> answers = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            SparseVector raw = network.rows().size() == 0
                    ? new SparseVector(new int[0], new float[0])
                    : HashedNgrams.of(texts.get(i).text());
            features.add(network.features(raw, vectors.isEmpty() ? new float[0] : vectors.get(i)));
            Set<Integer> answer = new HashSet<>();
            texts.get(i).labels().forEach(label -> answer.add(indices.getOrDefault(label, -1)));
            answer.remove(-1);
            answers.add(answer);
        }
        return new ClassifierLearner.Examples(features, answers);
    }

    private static Answering answering(ClassifierRequest request, TextSettings settings) throws EngineException {
        boolean severalSeen = request.train().stream().anyMatch(text -> text.labels().size() != 1);
        boolean several = settings.chosen(TextFamily.MULTIPLE).orElse(severalSeen ? 1 : 0) == 1;
        if (!several && severalSeen) {
            throw new EngineException(
                    "The setting multiple is 0, one label for each text, but some training texts have several labels or none.");
        }
        return several ? Answering.ANY : Answering.ONE;
    }

    static SentenceModel language(TextSettings settings, List<String> texts) {
        OptionalDouble chosen = settings.chosen(TextFamily.LANGUAGE);
        if (chosen.isEmpty()) {
            return SentenceModel.suiting(texts);
        }
        return chosen.getAsDouble() == 1 ? SentenceModel.CHINESE : SentenceModel.ENGLISH;
    }

    /// Mean and standard deviation of each number.
    private static void measure(List<float[]> vectors, float[] centre, float[] spread) {
        for (int d = 0; d < centre.length; d++) {
            double sum = 0;
            double squares = 0;
            for (float[] vector : vectors) {
                sum += vector[d];
                squares += (double) vector[d] * vector[d];
            }
            double mean = sum / vectors.size();
            centre[d] = (float) mean;
            spread[d] = (float) Math.max(1e-3, Math.sqrt(Math.max(0, squares / vectors.size() - mean * mean)));
        }
    }
}
