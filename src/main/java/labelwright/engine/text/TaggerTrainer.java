package labelwright.engine.text;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import labelwright.engine.EngineException;
import labelwright.engine.TrainingEvent;
import labelwright.engine.TrainingEvent.Message;
import labelwright.engine.TrainingResult;
import labelwright.engine.text.TagLayers.Labelled;
import labelwright.learning.SpanScore;
import labelwright.task.CancelToken;
import labelwright.task.CancelledException;

/// Trains taggers of spans. A run lives in one folder: `last.checkpoint`, `previous.checkpoint`, and `model/` with the best model so far.
public final class TaggerTrainer {

    private static final int FEW = 2000;

    private final Embedders embedders;

    public TaggerTrainer(Embedders embedders) {
        this.embedders = embedders;
    }

    /// Trains on the calling thread until the run is complete, its time is over, or it is cancelled, which is honoured within one batch. A cancelled run
    /// keeps its last checkpoint and, if it got that far, its best model.
    ///
    /// @param events called on this thread
    /// @throws EngineException if the run cannot begin or go on; what it wrote so far stays
    /// @throws CancelledException when it is cancelled before the first step
    public TrainingResult train(TaggerRequest request, Consumer<TrainingEvent> events, CancelToken cancel) throws EngineException {
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

    private Learner prepare(TaggerRequest request, Consumer<TrainingEvent> events, CancelToken cancel) throws EngineException {
        TextSettings settings = request.settings();
        List<LabelledSpans> train = new ArrayList<>(request.train());
        List<LabelledSpans> validation = new ArrayList<>(request.validation());
        if (train.isEmpty()) {
            throw new EngineException("There is nothing to learn from: no text is in the training split.");
        }
        if (validation.isEmpty()) {
            ClassifierTrainer.holdOut(train, validation, settings);
            events.accept(new Message("No text is in the validation split, so " + validation.size()
                    + " training texts are held out to choose the best epoch by."));
        }
        boolean overlapping = train.stream().anyMatch(text -> TagLayers.overlap(text.spans()));
        TagLayers layers = TagLayers.of(request.labels().size(), overlapping);
        events.accept(new Message(train.size() + " texts to learn from, " + train.stream().mapToInt(text -> text.spans().size()).sum()
                + " spans of " + request.labels().size() + " labels."
                + (overlapping ? " Some spans lie within others, so each label has a layer of tags of its own." : "")));
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("layers", overlapping ? "each" : "one");
        SeenSegment.Eye eye = new SeenSegment.Eye(0, 0);
        SeenSegment.Embedding embedding = text -> new TokenStates(0, new float[0], new int[0], new int[0]);
        if (settings.whole(TextFamily.STATES) == 1) {
            SentenceModel model = ClassifierTrainer.language(settings, train.stream().map(LabelledSpans::text).toList());
            facts.put("language", model.id());
            eye = new SeenSegment.Eye(model.dimension(), settings.whole(TextFamily.WINDOW));
            embedding = embedders.get(model)::states;
        }
        facts.put("window", Integer.toString(eye.window()));
        facts.put("hidden", Integer.toString(settings.whole(TextFamily.HIDDEN)));
        long from = System.nanoTime();
        List<Read> trainRead = read(train, eye, embedding, request.labels(), cancel);
        List<Read> validationRead = read(validation, eye, embedding, request.labels(), cancel);
        events.accept(
                new Message("All texts are read, " + Math.round((train.size() + validation.size()) / ((System.nanoTime() - from) / 1e9))
                        + " a second."));
        return learner(request, layers, eye, trainRead, validationRead, facts);
    }

    /// A text as seen.
    private record Read(List<SeenSegment> segments, List<Labelled> spans, Set<SpanScore.Exact> truth) {}

    private static List<Read> read(List<LabelledSpans> texts, SeenSegment.Eye eye, SeenSegment.Embedding embedding, List<String> labels,
            CancelToken cancel) throws EngineException {
        Map<String, Integer> indices = new HashMap<>();
        labels.forEach(label -> indices.put(label, indices.size()));
        List<EngineException> failures = new ArrayList<>();
        List<Read> all = texts.parallelStream().map(text -> {
            cancel.throwIfCancelled();
            int[] points = text.text().codePoints().toArray();
            List<SeenSegment> segments = new ArrayList<>();
            try {
                for (List<WordSplitter.Unit> units : TextSegments.of(points)) {
                    segments.add(eye.see(points, units, embedding));
                }
            } catch (EngineException e) {
                synchronized (failures) {
                    failures.add(e);
                }
            }
            List<Labelled> spans = new ArrayList<>();
            Set<SpanScore.Exact> truth = new HashSet<>();
            for (SpanOf span : text.spans()) {
                Integer label = indices.get(span.label());
                if (label != null) {
                    spans.add(new Labelled(label, span.range()));
                    truth.add(SpanScore.Exact.of(span.label(), span.range().start(), span.range().end()));
                }
            }
            return new Read(segments, spans, truth);
        }).toList();
        if (!failures.isEmpty()) {
            throw failures.getFirst();
        }
        return all;
    }

    private static Learner learner(TaggerRequest request, TagLayers layers, SeenSegment.Eye eye, List<Read> train, List<Read> validation,
            Map<String, String> facts) {
        TextSettings settings = request.settings();
        List<SeenSegment> segments = train.stream().flatMap(read -> read.segments.stream()).toList();
        float[] centre = new float[eye.dimension()];
        float[] spread = new float[eye.dimension()];
        eye.measure(segments, centre, spread);
        segments.forEach(segment -> eye.scale(segment, centre, spread));
        validation.forEach(read -> read.segments.forEach(segment -> eye.scale(segment, centre, spread)));
        boolean hashed = settings.whole(TextFamily.NGRAM_SHARE) == 1;
        int least = (int) settings.chosen(TextFamily.RARE).orElse(train.size() <= FEW ? 1 : 2);
        FeatureRows rows = FeatureRows.learn(
                hashed ? segments.stream().flatMap(segment -> segment.features().stream()).toList() : List.of(),
                least);
        int tags = layers.allTags();
        int inputs = TaggerNetwork.inputs(eye);
        int hidden = settings.whole(TextFamily.HIDDEN);
        DenseLayers dense = inputs == 0
                ? new DenseLayers(0, hidden, tags, new float[0])
                : new DenseLayers(inputs, hidden, tags, new SplittableRandom(settings.whole(TextFamily.SEED)));
        TaggerNetwork network = new TaggerNetwork(layers, eye, rows, new SparseLayer(rows.size(), tags), centre, spread, dense,
                new float[TaggerNetwork.transitions(layers)]);
        List<TaggerLearner.Lesson> lessons = new ArrayList<>();
        for (Read read : train) {
            for (SeenSegment segment : read.segments) {
                int[][] right = IntStream.range(0, layers.layers()).mapToObj(layer -> layers.encode(layer, segment.units(), read.spans))
                        .toArray(int[][]::new);
                lessons.add(new TaggerLearner.Lesson(segment, segment.features().stream().map(rows::known).toList(), right));
            }
        }
        List<TaggerLearner.Exam> exams = validation.stream().map(read -> new TaggerLearner.Exam(read.segments, read.truth)).toList();
        TextModelDescription description = new TextModelDescription(request.labels(), settings, facts, Map.of("onnxruntime", "1.23.2"),
                Map.of());
        return new TaggerLearner(network, lessons, exams, description, settings);
    }

    private static String fingerprint(TaggerRequest request) {
        StringBuilder text = new StringBuilder(request.labels().toString());
        request.train().forEach(text::append);
        request.validation().forEach(text::append);
        return ClassifierTrainer.fingerprint(text, request.settings());
    }
}
