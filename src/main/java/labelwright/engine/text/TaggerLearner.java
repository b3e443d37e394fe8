package labelwright.engine.text;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import labelwright.engine.ModelFolder;
import labelwright.engine.SafeTensors;
import labelwright.engine.SafeTensors.MalformedException;
import labelwright.engine.SafeTensors.Tensor;
import labelwright.learning.SpanScore;
import labelwright.task.CancelToken;

/// Trains a [TaggerNetwork] by the likelihood of the right tags. A batch is worked on in two halves side by side, whatever the machine has, so that sums are the same everywhere.
final class TaggerLearner implements Learner {

    private static final int HALVES = 2;
    /// What is tried as a toll on the tag outside, see [TaggerNetwork#leaning]: most units are outside, so that a likely model says it too often to reach the best F1.
    private static final double[] TOLLS = {0, 0.5, 1, 1.5, 2, 2.5, 3};
    private static final double[] NO_TOLL = {0};
    /// With fewer spans to measure on, the choice among tolls would be chance.
    private static final int ENOUGH_SPANS = 100;

    /// A segment to learn.
    ///
    /// @param rows the known features of each unit
    /// @param tags of each layer
    @SuppressWarnings("ArrayRecordComponent") // handed on without a copy and never compared
    record Lesson(SeenSegment segment, List<SparseVector> rows, int[][] tags) {}

    /// A text to be measured on.
    record Exam(List<SeenSegment> segments, Set<SpanScore.Exact> truth) {}

    private final TaggerNetwork network;
    private final List<Lesson> lessons;
    private final List<Exam> exams;
    private final TextModelDescription description;
    private final TextSettings settings;
    private final FlatAdam layers;
    private final FlatAdam transitions;
    private final Half[] halves;
    /// Chosen by the newest validation.
    private double toll;

    TaggerLearner(TaggerNetwork network, List<Lesson> lessons, List<Exam> exams, TextModelDescription description, TextSettings settings) {
        this.network = network;
        this.lessons = lessons;
        this.exams = exams;
        this.description = description;
        this.settings = settings;
        this.layers = new FlatAdam(network.dense().theta(), settings.number(TextFamily.WEIGHT_DECAY));
        this.transitions = new FlatAdam(network.transitions(), 0);
        int longest = lessons.stream().mapToInt(lesson -> lesson.segment.size()).max().orElse(1);
        this.halves = IntStream.range(0, HALVES).mapToObj(i -> new Half(longest)).toArray(Half[]::new);
    }

    /// What one lesson leaves for the weights of the features.
    @SuppressWarnings("ArrayRecordComponent") // handed on without a copy and never compared
    private record Left(List<SparseVector> rows, float[] gradient) {}

    /// The room in which half a batch is worked on.
    private final class Half {
        private final List<TagChain> chains = network.chains();
        private final float[] layerGradient = new float[network.dense().theta().length];
        private final float[] transitionGradient = new float[network.transitions().length];
        private final float[] scores;
        private final DenseLayers.Pass[] passes;

        Half(int longest) {
            scores = new float[longest * network.layers().allTags()];
            passes = IntStream.range(0, longest).mapToObj(u -> network.dense().new Pass()).toArray(DenseLayers.Pass[]::new);
        }

        double learn(Lesson lesson, double dropout, SplittableRandom random, Left[] left, int at) {
            int tags = network.layers().allTags();
            int units = lesson.segment.size();
            List<SparseVector> rows = dropout > 0 ? lesson.rows.stream().map(row -> row.thinned(dropout, random)).toList() : lesson.rows;
            network.scores(lesson.segment, rows, dropout, random, passes, scores);
            float[] gradient = new float[units * tags];
            double loss = 0;
            int from = 0;
            for (int layer = 0; layer < chains.size(); layer++) {
                loss += chains.get(layer).loss(scores, units, tags, network.layers().offset(layer), lesson.tags[layer],
                        network.transitions(),
                        from, gradient, transitionGradient);
                from += chains.get(layer).transitions();
            }
            for (int u = 0; u < units && network.eye().dimension() > 0; u++) {
                network.dense().back(passes[u], gradient, u * tags, dropout, layerGradient);
            }
            left[at] = new Left(rows, gradient);
            return loss / units;
        }
    }

    @Override
    public int texts() {
        return lessons.size();
    }

    @Override
    public double highestRate() {
        return settings.number(TextFamily.LEARNING_RATE);
    }

    @Override
    public Map<String, Double> step(int[] texts, double rate, long step, SplittableRandom random) {
        double dropout = settings.number(TextFamily.DROPOUT);
        SplittableRandom[] chances = IntStream.range(0, texts.length).mapToObj(i -> random.split()).toArray(SplittableRandom[]::new);
        Left[] left = new Left[texts.length];
        double[] losses = new double[texts.length];
        IntStream.range(0, HALVES).parallel().forEach(half -> {
            for (int i = half; i < texts.length; i += HALVES) {
                losses[i] = halves[half].learn(lessons.get(texts[i]), dropout, chances[i], left, i);
            }
        });
        double loss = 0;
        float sparseRate = (float) (rate * settings.number(TextFamily.NGRAM_RATE));
        int tags = network.layers().allTags();
        for (int i = 0; i < texts.length; i++) {
            loss += losses[i] / texts.length;
            for (int u = 0; u < left[i].rows.size(); u++) {
                network.sparse().step(left[i].rows.get(u), left[i].gradient, u * tags, sparseRate);
            }
        }
        double layerRate = rate * settings.number(TextFamily.LEARNING_RATE);
        gather(half -> half.layerGradient, layers.gradient(), texts.length);
        layers.step(layerRate, step);
        gather(half -> half.transitionGradient, transitions.gradient(), texts.length);
        transitions.step(layerRate * 2, step);
        return Map.of("total", loss);
    }

    private interface Part {
        float[] of(Half half);
    }

    /// Moves the halves' sums into one mean.
    private void gather(Part part, float[] into, int count) {
        for (Half half : halves) {
            float[] from = part.of(half);
            for (int i = 0; i < into.length; i++) {
                into[i] += from[i] / count;
                from[i] = 0;
            }
        }
    }

    @Override
    public Map<String, Double> validate(CancelToken cancel) {
        if (exams.isEmpty()) {
            return Map.of();
        }
        double[] tolls = exams.stream().mapToInt(exam -> exam.truth.size()).sum() < ENOUGH_SPANS ? NO_TOLL : TOLLS;
        List<float[]> transitionsOf = Arrays.stream(tolls).mapToObj(network::leaning).toList();
        List<List<Set<SpanScore.Exact>>> found = exams.parallelStream()
                .map(exam -> cancel.isCancelled() ? List.<Set<SpanScore.Exact>>of() : found(exam, transitionsOf)).toList();
        if (cancel.isCancelled()) {
            return Map.of();
        }
        List<Set<SpanScore.Exact>> truth = exams.stream().map(Exam::truth).toList();
        List<SpanScore> scores = IntStream.range(0, tolls.length)
                .mapToObj(i -> SpanScore.of(truth, found.stream().map(each -> each.get(i)).toList())).toList();
        SpanScore score = scores.getFirst();
        toll = tolls[0];
        for (int i = 1; i < tolls.length; i++) {
            if (scores.get(i).f1() > score.f1()) {
                score = scores.get(i);
                toll = tolls[i];
            }
        }
        Map<String, Double> metrics = new LinkedHashMap<>();
        metrics.put("f1", score.f1());
        metrics.put("precision", score.precision());
        metrics.put("recall", score.recall());
        metrics.put("macroF1", score.macroF1());
        return metrics;
    }

    /// The spans of a text with each of the transitions.
    private List<Set<SpanScore.Exact>> found(Exam exam, List<float[]> transitionsOf) {
        TaggerReader reader = new TaggerReader(network);
        List<Set<SpanScore.Exact>> found = transitionsOf.stream().map(_ -> (Set<SpanScore.Exact>) new HashSet<SpanScore.Exact>()).toList();
        for (SeenSegment segment : exam.segments) {
            float[] said = reader.scores(segment);
            for (int i = 0; i < found.size(); i++) {
                Set<SpanScore.Exact> spans = found.get(i);
                reader.spans(segment, said, transitionsOf.get(i)).forEach(span -> spans
                        .add(SpanScore.Exact.of(description.labels().get(span.label()), span.range().start(), span.range().end())));
            }
        }
        return found;
    }

    @Override
    public String measure() {
        return "f1";
    }

    @Override
    public Map<String, Tensor> state() {
        Map<String, Tensor> state = network.tensors();
        state.put("features.squares", Tensor.flat(network.sparse().squares()));
        state.put("layers.first", Tensor.flat(layers.first()));
        state.put("layers.second", Tensor.flat(layers.second()));
        state.put("transitions.first", Tensor.flat(transitions.first()));
        state.put("transitions.second", Tensor.flat(transitions.second()));
        return state;
    }

    @Override
    public void restore(SafeTensors saved) throws MalformedException {
        ClassifierLearner.refill(saved, "features.weights", network.sparse().weights());
        ClassifierLearner.refill(saved, "features.squares", network.sparse().squares());
        ClassifierLearner.refill(saved, "layers", network.dense().theta());
        ClassifierLearner.refill(saved, "layers.first", layers.first());
        ClassifierLearner.refill(saved, "layers.second", layers.second());
        ClassifierLearner.refill(saved, "transitions", network.transitions());
        ClassifierLearner.refill(saved, "transitions.first", transitions.first());
        ClassifierLearner.refill(saved, "transitions.second", transitions.second());
    }

    @Override
    public void saveModel(Path folder, Map<String, Double> metrics, long step) throws IOException {
        Map<String, Tensor> tensors = network.tensors();
        tensors.put("transitions", Tensor.flat(network.leaning(toll)));
        ModelFolder.publish(folder, description.withMetrics(metrics)::toJson,
                new SafeTensors(Map.of("format", "labelwright-text-1"), tensors),
                step);
    }

    /// Copies of the lists, for tests.
    List<Lesson> lessons() {
        return new ArrayList<>(lessons);
    }
}
