package labelwright.engine.text;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Consumer;

import labelwright.engine.EngineException;
import labelwright.engine.TrainingEvent;
import labelwright.engine.TrainingEvent.Message;
import labelwright.engine.TrainingResult;
import labelwright.task.CancelToken;

/// Trains classifiers of whole texts. A run lives in one folder: `last.checkpoint`, `previous.checkpoint`, and `model/` with the best model so far.
public final class ClassifierTrainer {

    private static final int FEW = 2000;

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
        long start = System.nanoTime();
        try {
            Files.createDirectories(request.folder());
            Learner learner = prepare(request, events, cancel);
            return new LearningLoop(learner, request.settings(), request.folder(), fingerprint(request), start).run(request.resume(),
                    events,
                    cancel);
        } catch (IOException e) {
            throw new EngineException("The run's folder " + request.folder() + " cannot be written (" + e.getMessage()
                    + "). Training stopped and its last checkpoint is whole; make room or make the folder writable, then resume the run.",
                    e);
        }
    }

    private Learner prepare(ClassifierRequest request, Consumer<TrainingEvent> events, CancelToken cancel) throws EngineException {
        TextSettings settings = request.settings();
        boolean pretrained = settings.family() == TextFamily.EMBEDDING;
        if (request.train().isEmpty()) {
            throw new EngineException("There is nothing to learn from: no text is in the training split.");
        }
        List<LabelledText> train = new ArrayList<>(request.train());
        List<LabelledText> validation = new ArrayList<>(request.validation());
        if (validation.isEmpty()) {
            holdOut(train, validation, settings);
            events.accept(new Message("No text is in the validation split, so " + validation.size()
                    + " training texts are held out to choose the best epoch by."));
        }
        Answering answering = answering(request, settings);
        events.accept(new Message(train.size() + " texts to learn from, " + request.labels().size() + " labels, "
                + (answering == Answering.ONE ? "exactly one for each text." : "any number for each text.")));
        List<String> texts = train.stream().map(LabelledText::text).toList();
        List<float[]> vectors = List.of();
        List<float[]> validationVectors = List.of();
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("answering", answering.name());
        int dimension = 0;
        if (pretrained) {
            SentenceModel model = language(settings, texts);
            facts.put("language", model.id());
            dimension = model.dimension();
            TextEmbedder embedder = embedders.get(model);
            long from = System.nanoTime();
            vectors = embedder.embedAll(texts, done -> {}, cancel);
            validationVectors = embedder.embedAll(validation.stream().map(LabelledText::text).toList(), done -> {}, cancel);
            events.accept(new Message("All texts are read by the language model " + model.id() + ", "
                    + Math.round((texts.size() + validation.size()) / ((System.nanoTime() - from) / 1e9)) + " a second."));
        }
        facts.put("dimension", Integer.toString(dimension));
        boolean ngrams = !pretrained || settings.whole(TextFamily.NGRAM_SHARE) == 1;
        List<SparseVector> raw = ngrams ? texts.parallelStream().map(HashedNgrams::of).toList() : List.of();
        int least = (int) settings.chosen(TextFamily.RARE).orElse(train.size() <= FEW ? 1 : 2);
        FeatureRows rows = FeatureRows.learn(raw, least);
        int labels = request.labels().size();
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
        TextModelDescription description = new TextModelDescription(request.labels(), settings, facts, Map.of("onnxruntime", "1.23.2"),
                Map.of());
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

    static <T> void holdOut(List<T> train, List<T> validation, TextSettings settings) {
        int count = (int) Math.round(train.size() * settings.number(TextFamily.HELD_OUT));
        Collections.shuffle(train, new Random(settings.whole(TextFamily.SEED)));
        List<T> last = train.subList(train.size() - Math.min(count, train.size() - 1), train.size());
        validation.addAll(last);
        last.clear();
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

    private static String fingerprint(ClassifierRequest request) {
        StringBuilder text = new StringBuilder(request.labels().toString());
        request.train().forEach(sample -> text.append(sample.text()).append(new java.util.TreeSet<>(sample.labels())));
        request.validation().forEach(sample -> text.append(sample.text()).append(new java.util.TreeSet<>(sample.labels())));
        return fingerprint(text, request.settings());
    }

    static String fingerprint(StringBuilder text, TextSettings all) {
        Map<String, String> settings = all.toMap();
        List.of(TextFamily.MINUTES, TextFamily.PATIENCE).forEach(settings::remove);
        text.append(settings);
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
