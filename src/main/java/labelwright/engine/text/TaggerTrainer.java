package labelwright.engine.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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
        TextRun<LabelledSpans> run = new TextRun<>(request.train(), request.validation(), request.labels(), request.settings(),
                request.folder(), request.resume());
        return run.train(LabelledSpans::toString, parts -> prepare(request, run, parts, events, cancel), events, cancel);
    }

    private Learner prepare(TaggerRequest request, TextRun<LabelledSpans> run, TextRun.Parts<LabelledSpans> parts,
            Consumer<TrainingEvent> events, CancelToken cancel) throws EngineException {
        TextSettings settings = request.settings();
        List<LabelledSpans> train = parts.train();
        List<LabelledSpans> validation = parts.validation();
        SpanLevels levels = SpanLevels.of(train, request.labels());
        TagLayers layers = levels.layers();
        events.accept(new Message(train.size() + " texts to learn from, " + train.stream().mapToInt(text -> text.spans().size()).sum()
                + " spans of " + request.labels().size() + " labels." + levels.words()));
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("layers", layers.written());
        Map<String, String> versions = Map.of();
        SeenSegment.Eye eye = new SeenSegment.Eye(0, 0);
        SeenSegment.Embedding embedding = text -> new TokenStates(0, new float[0], new int[0], new int[0]);
        if (settings.whole(TextFamily.STATES) == 1) {
            SentenceModel model = ClassifierTrainer.language(settings, train.stream().map(LabelledSpans::text).toList());
            facts.put("language", model.id());
            TextEmbedder embedder = embedders.get(model);
            versions = embedder.versions();
            eye = new SeenSegment.Eye(model.dimension(), settings.whole(TextFamily.WINDOW));
            embedding = embedder::states;
            requireRoom(train, validation, eye);
        }
        facts.put("window", Integer.toString(eye.window()));
        facts.put("hidden", Integer.toString(settings.whole(TextFamily.HIDDEN)));
        long from = System.nanoTime();
        List<Read> trainRead = read(train, eye, embedding, request.labels(), cancel);
        List<Read> validationRead = read(validation, eye, embedding, request.labels(), cancel);
        events.accept(
                new Message("All texts are read, " + Math.round((train.size() + validation.size()) / ((System.nanoTime() - from) / 1e9))
                        + " a second."));
        TextModelDescription description = new TextModelDescription(request.labels(), settings, facts, versions, Map.of());
        return learner(description, layers, eye, trainRead, validationRead, run.least(train.size()));
    }

    /// Before minutes are spent on reading what does not fit into memory.
    private static void requireRoom(List<LabelledSpans> train, List<LabelledSpans> validation, SeenSegment.Eye eye) throws EngineException {
        long numbers = Stream.concat(train.stream(), validation.stream()).parallel()
                .mapToLong(text -> TextSegments.of(text.text().codePoints().toArray()).stream()
                        .mapToLong(units -> (units.size() + 2L * eye.window()) * eye.dimension()).sum())
                .sum();
        TextRun.requireRoom(numbers, "What the language model says about the words of " + (train.size() + validation.size()) + " texts",
                "Learn from fewer texts, set states to 0 to do without the language model, or give the app more memory (-Xmx).");
    }

    /// A text as seen.
    ///
    /// @param spans of each segment
    private record Read(List<SeenSegment> segments, List<List<Labelled>> spans, Set<SpanScore.Exact> truth) {}

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
            return new Read(segments, bySegment(segments, spans), truth);
        }).toList();
        if (!failures.isEmpty()) {
            throw failures.getFirst();
        }
        return all;
    }

    /// The spans that each segment has a part of; a long text has many of both.
    private static List<List<Labelled>> bySegment(List<SeenSegment> segments, List<Labelled> spans) {
        NavigableMap<Integer, Integer> byStart = new TreeMap<>();
        List<List<Labelled>> all = new ArrayList<>();
        for (int i = 0; i < segments.size(); i++) {
            byStart.put(segments.get(i).units().getFirst().start(), i);
            all.add(new ArrayList<>());
        }
        for (Labelled span : spans) {
            Map.Entry<Integer, Integer> before = byStart.floorEntry(span.range().start());
            for (int i = before == null ? 0 : before.getValue(); i < all.size()
                    && segments.get(i).units().getFirst().start() < span.range().end(); i++) {
                all.get(i).add(span);
            }
        }
        return all;
    }

    private static Learner learner(TextModelDescription description, TagLayers layers, SeenSegment.Eye eye, List<Read> train,
            List<Read> validation, int least) throws EngineException {
        TextSettings settings = description.settings();
        List<SeenSegment> segments = train.stream().flatMap(read -> read.segments.stream()).toList();
        float[] centre = new float[eye.dimension()];
        float[] spread = new float[eye.dimension()];
        eye.measure(segments, centre, spread);
        segments.forEach(segment -> eye.scale(segment, centre, spread));
        validation.forEach(read -> read.segments.forEach(segment -> eye.scale(segment, centre, spread)));
        boolean hashed = settings.whole(TextFamily.NGRAM_SHARE) == 1;
        FeatureRows rows = FeatureRows.learn(
                hashed ? segments.stream().flatMap(segment -> segment.features().stream()).toList() : List.of(),
                least);
        int tags = layers.allTags();
        TextRun.requireRoom(2L * rows.size() * tags, "The weights of " + rows.size() + " features for " + tags + " tags",
                "Raise the setting rare, so that fewer features are learned.");
        int inputs = TaggerNetwork.inputs(eye);
        int hidden = settings.whole(TextFamily.HIDDEN);
        DenseLayers dense = inputs == 0
                ? new DenseLayers(0, hidden, tags, new float[0])
                : new DenseLayers(inputs, hidden, tags, new SplittableRandom(settings.whole(TextFamily.SEED)));
        TaggerNetwork network = new TaggerNetwork(layers, eye, rows, new SparseLayer(rows.size(), tags), centre, spread, dense,
                new float[TaggerNetwork.transitions(layers)]);
        List<TaggerLearner.Lesson> lessons = new ArrayList<>();
        for (Read read : train) {
            for (int i = 0; i < read.segments.size(); i++) {
                SeenSegment segment = read.segments.get(i);
                List<Labelled> spans = read.spans.get(i);
                int[][] right = IntStream.range(0, layers.layers()).mapToObj(layer -> layers.encode(layer, segment.units(), spans))
                        .toArray(int[][]::new);
                lessons.add(new TaggerLearner.Lesson(segment, segment.features().stream().map(rows::known).toList(), right));
            }
        }
        List<TaggerLearner.Exam> exams = validation.stream().map(read -> new TaggerLearner.Exam(read.segments, read.truth)).toList();
        return new TaggerLearner(network, lessons, exams, description, settings);
    }
}
