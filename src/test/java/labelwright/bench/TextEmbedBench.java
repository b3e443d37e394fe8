package labelwright.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

import labelwright.engine.text.LoadedEmbedders;
import labelwright.engine.text.SentenceModel;
import labelwright.engine.text.TextEmbedder;
import labelwright.learning.NearTexts;
import labelwright.task.CancelToken;

/// How many short texts a second get a vector, and how long a search among 100,000 vectors takes. Arguments: a file of texts, one a line (such as train.csv of banking77), then how many of
/// them are read in a round, 1,500 when left out. Prints one line of JSON: the rate of the median round of five after one to warm up.
public final class TextEmbedBench {
    private static final int ROUNDS = 5;
    private static final int VECTORS = 100_000;
    private static final int LONGEST = 200;

    private TextEmbedBench() {}

    public static void main(String[] args) throws Exception {
        List<String> texts = texts(Path.of(args[0]), args.length > 1 ? Integer.parseInt(args[1]) : 1500);
        SentenceModel model = SentenceModel.suiting(texts);
        try (LoadedEmbedders embedders = new LoadedEmbedders()) {
            TextEmbedder embedder = embedders.get(model);
            double[] rates = new double[ROUNDS];
            for (int round = -1; round < ROUNDS; round++) {
                long from = System.nanoTime();
                embedder.embedAll(texts, done -> {}, new CancelToken());
                double rate = texts.size() / ((System.nanoTime() - from) / 1e9);
                if (round >= 0) {
                    rates[round] = rate;
                }
            }
            Arrays.sort(rates);
            System.out.printf(Locale.ROOT,
                    "{\"model\": \"%s\", \"texts\": %d, \"meanCharacters\": %.0f, \"textsPerSecond\": %.0f, \"slowest\": %.0f, \"fastest\": %.0f, \"searchMillis\": %.0f, %s}%n",
                    model.id(), texts.size(), texts.stream().mapToInt(String::length).average().orElse(0), rates[ROUNDS / 2], rates[0],
                    rates[ROUNDS - 1], search(model.dimension()), BenchEvents.times());
        }
    }

    private static List<String> texts(Path file, int count) throws IOException {
        try (var lines = Files.lines(file)) {
            return lines.map(String::strip).filter(line -> !line.isEmpty() && line.length() <= LONGEST).limit(count).toList();
        }
    }

    /// The median of five searches, in milliseconds.
    private static double search(int dimension) {
        SplittableRandom random = new SplittableRandom(1);
        List<float[]> vectors = new ArrayList<>();
        for (int i = 0; i < VECTORS; i++) {
            float[] vector = new float[dimension];
            for (int d = 0; d < dimension; d++) {
                vector[d] = (float) random.nextGaussian();
            }
            vectors.add(vector);
        }
        double[] millis = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            long from = System.nanoTime();
            NearTexts.Nearest nearest = new NearTexts.Nearest(vectors.get(round), 50);
            for (int i = 0; i < VECTORS; i++) {
                nearest.offer(i, vectors.get(i));
            }
            if (nearest.found().getFirst().index() != round) {
                throw new IllegalStateException("a vector is nearest to itself");
            }
            millis[round] = (System.nanoTime() - from) / 1e6;
        }
        Arrays.sort(millis);
        return millis[ROUNDS / 2];
    }
}
