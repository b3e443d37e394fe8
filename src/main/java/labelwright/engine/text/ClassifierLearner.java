package labelwright.engine.text;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

import labelwright.engine.ModelFolder;
import labelwright.engine.SafeTensors;
import labelwright.engine.SafeTensors.MalformedException;
import labelwright.engine.SafeTensors.Tensor;
import labelwright.learning.ClassificationScore;
import labelwright.task.CancelToken;

/// Trains a [ClassifierNetwork] by cross-entropy: over all labels where exactly one is right, else label by label.
final class ClassifierLearner implements Learner {

    /// @param features by text
    /// @param answers by text, indices of labels
    record Examples(List<ClassifierNetwork.Features> features, List<Set<Integer>> answers) {}

    private final ClassifierNetwork network;
    private final Examples train;
    private final Examples validation;
    private final TextModelDescription description;
    private final Answering answering;
    private final TextSettings settings;
    private final FlatAdam adam;
    private final float[] scores;
    private final float[] gradient;
    private final double[] probabilities;
    private final DenseLayers.Pass pass;

    ClassifierLearner(ClassifierNetwork network, Examples train, Examples validation, TextModelDescription description, Answering answering,
            TextSettings settings) {
        this.network = network;
        this.train = train;
        this.validation = validation;
        this.description = description;
        this.answering = answering;
        this.settings = settings;
        this.adam = new FlatAdam(network.dense().theta(), settings.chosen(TextFamily.WEIGHT_DECAY).orElse(0));
        this.scores = new float[network.labels()];
        this.gradient = new float[network.labels()];
        this.probabilities = new double[network.labels()];
        this.pass = network.dense().new Pass();
    }

    @Override
    public int texts() {
        return train.features.size();
    }

    @Override
    public double highestRate() {
        return settings.number(network.dimension() > 0 ? TextFamily.LEARNING_RATE : TextFamily.NGRAM_RATE);
    }

    @Override
    public Map<String, Double> step(int[] texts, double rate, long step, SplittableRandom random) {
        double dropout = settings.number(TextFamily.DROPOUT);
        float sparseRate = (float) (rate * settings.number(TextFamily.NGRAM_RATE));
        double loss = 0;
        for (int text : texts) {
            SparseVector kept = network.scores(train.features.get(text), dropout, random, pass, scores);
            answering.probabilities(scores, probabilities);
            loss += lossAndGradient(train.answers.get(text));
            if (network.dimension() > 0) {
                network.dense().back(pass, gradient, 0, dropout, adam.gradient());
            }
            network.sparse().step(kept, gradient, 0, sparseRate);
        }
        if (network.dimension() > 0) {
            float[] sum = adam.gradient();
            for (int i = 0; i < sum.length; i++) {
                sum[i] /= texts.length;
            }
            adam.step(rate * settings.number(TextFamily.LEARNING_RATE), step);
        }
        return Map.of("total", loss / texts.length);
    }

    /// The cross-entropy against the smoothed answer; its gradient for the scores is left in `gradient`.
    private double lossAndGradient(Set<Integer> answer) {
        double smoothing = settings.number(TextFamily.SMOOTHING);
        int labels = network.labels();
        double loss = 0;
        for (int k = 0; k < labels; k++) {
            boolean right = answer.contains(k);
            double p = probabilities[k];
            double wanted;
            if (answering == Answering.ONE) {
                wanted = (right ? 1 - smoothing : 0) + smoothing / labels;
                loss -= wanted * Math.log(Math.max(1e-12, p));
            } else {
                wanted = right ? 1 - smoothing / 2 : smoothing / 2;
                loss -= wanted * Math.log(Math.max(1e-12, p)) + (1 - wanted) * Math.log(Math.max(1e-12, 1 - p));
            }
            gradient[k] = (float) (p - wanted);
        }
        return loss;
    }

    @Override
    public Map<String, Double> validate(CancelToken cancel) {
        if (validation.features.isEmpty()) {
            return Map.of();
        }
        List<Set<Integer>> found = new ArrayList<>();
        for (int i = 0; i < validation.features.size() && !cancel.isCancelled(); i++) {
            network.scores(validation.features.get(i), 0, new SplittableRandom(0), pass, scores);
            answering.probabilities(scores, probabilities);
            found.add(TextClassifier.chosen(probabilities, answering));
        }
        if (cancel.isCancelled()) {
            return Map.of();
        }
        ClassificationScore score = ClassificationScore.of(validation.answers, found, network.labels());
        Map<String, Double> metrics = new LinkedHashMap<>();
        metrics.put("accuracy", score.accuracy());
        metrics.put("macroF1", score.macroF1());
        metrics.put("f1", score.f1());
        return metrics;
    }

    @Override
    public String measure() {
        return answering == Answering.ONE ? "accuracy" : "f1";
    }

    @Override
    public Map<String, Tensor> state() {
        Map<String, Tensor> state = network.tensors();
        state.put("ngrams.squares", Tensor.flat(network.sparse().squares()));
        state.put("layers.first", Tensor.flat(adam.first()));
        state.put("layers.second", Tensor.flat(adam.second()));
        return state;
    }

    @Override
    public void restore(SafeTensors saved) throws MalformedException {
        refill(saved, "ngrams.weights", network.sparse().weights());
        refill(saved, "ngrams.squares", network.sparse().squares());
        refill(saved, "layers", network.dense().theta());
        refill(saved, "layers.first", adam.first());
        refill(saved, "layers.second", adam.second());
    }

    static void refill(SafeTensors saved, String name, float[] into) throws MalformedException {
        System.arraycopy(saved.values(name, into.length), 0, into, 0, into.length);
    }

    @Override
    public void saveModel(Path folder, Map<String, Double> metrics, long step) throws IOException {
        ModelFolder.publish(folder, description.withMetrics(metrics)::toJson,
                new SafeTensors(Map.of("format", "labelwright-text-1"), network.tensors()), step);
    }
}
