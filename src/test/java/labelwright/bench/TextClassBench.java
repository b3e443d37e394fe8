package labelwright.bench;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

import labelwright.engine.Resume;
import labelwright.engine.TrainingResult;
import labelwright.engine.text.ClassifierRequest;
import labelwright.engine.text.ClassifierTrainer;
import labelwright.engine.text.LabelledText;
import labelwright.engine.text.LoadedEmbedders;
import labelwright.engine.text.TextClassifier;
import labelwright.engine.text.TextFamily;
import labelwright.engine.text.TextSettings;
import labelwright.learning.ClassificationScore;
import labelwright.task.CancelToken;

/// Trains a classifier of texts and measures it on texts that it never saw. Arguments: `banking77` or `amazon`, the folder of the data set, the family, then training settings as
/// `key=value`. banking77 has a test split. Of the thousand sentences of amazon, 100 by `draw=N` are labelled and all others are the test; `draws=N` repeats that.
/// Prints one line of JSON to standard output, the course of the run to standard error.
public final class TextClassBench {

    private TextClassBench() {}

    public static void main(String[] args) throws Exception {
        Path root = Path.of(args[1]);
        TextFamily family = TextFamily.of(args[2]).orElseThrow();
        Map<String, String> given = new LinkedHashMap<>();
        for (int i = 3; i < args.length; i++) {
            given.put(args[i].substring(0, args[i].indexOf('=')), args[i].substring(args[i].indexOf('=') + 1));
        }
        int draws = Integer.parseInt(given.getOrDefault("draws", "1"));
        given.remove("draws");
        String hold = given.getOrDefault("dev", "0");
        given.remove("dev");
        TextSettings settings = TextSettings.parse(family, given);
        if (args[0].equals("amazon")) {
            List<LabelledText> all = amazon(root);
            double sum = 0;
            for (int draw = 1; draw <= draws; draw++) {
                List<LabelledText> shuffled = new ArrayList<>(all);
                Collections.shuffle(shuffled, new Random(draw));
                sum += run(shuffled.subList(0, 100), shuffled.subList(100, shuffled.size()), settings);
            }
            System.out.printf(Locale.ROOT, "{\"meanAccuracy\": %.4f, \"draws\": %d}%n", sum / draws, draws);
            return;
        }
        List<LabelledText> train = new ArrayList<>(csv(root.resolve("train.csv")));
        List<LabelledText> test = csv(root.resolve("test.csv"));
        if (hold.equals("1")) { // for tuning: the test split stays untouched
            Collections.shuffle(train, new Random(7));
            test = List.copyOf(train.subList(8500, train.size()));
            train = train.subList(0, 8500);
        }
        run(train, test, settings);
    }

    private static double run(List<LabelledText> train, List<LabelledText> test, TextSettings settings) throws Exception {
        List<String> labels = train.stream().flatMap(text -> text.labels().stream()).distinct().sorted().toList();
        Path folder = Files.createTempDirectory("text-class");
        try (LoadedEmbedders embedders = new LoadedEmbedders()) {
            TrainingResult result = new ClassifierTrainer(embedders).train(
                    new ClassifierRequest(train, List.of(), labels, settings, folder, Resume.NEVER), BenchEvents::show, new CancelToken());
            TextClassifier classifier = TextClassifier.open(result.model(), embedders);
            List<Set<Integer>> truth = new ArrayList<>();
            List<Set<Integer>> found = new ArrayList<>();
            for (LabelledText text : test) {
                truth.add(Set.of(labels.indexOf(text.labels().iterator().next())));
                found.add(new HashSet<>(classifier.read(text.text()).chosen()));
            }
            ClassificationScore score = ClassificationScore.of(truth, found, labels.size());
            System.out.printf(Locale.ROOT,
                    "{\"accuracy\": %.4f, \"macroF1\": %.4f, \"train\": %d, \"test\": %d, \"epochs\": %d, \"trainingSeconds\": %.1f, %s}%n",
                    score.accuracy(), score.macroF1(), train.size(), test.size(), result.epochs(), result.seconds(), BenchEvents.times());
            return score.accuracy();
        }
    }

    private static List<LabelledText> csv(Path file) throws IOException {
        List<LabelledText> texts = new ArrayList<>();
        CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            for (CSVRecord line : format.parse(reader)) {
                texts.add(new LabelledText(line.get("text"), Set.of(line.get("category"))));
            }
        }
        return texts;
    }

    private static List<LabelledText> amazon(Path root) throws IOException {
        List<LabelledText> texts = new ArrayList<>();
        for (String line : Files.readAllLines(root.resolve("amazon_cells_labelled.tsv"))) {
            int tab = line.lastIndexOf('\t');
            if (tab > 0 && !line.equals("text\tlabel")) {
                texts.add(new LabelledText(line.substring(0, tab), Set.of(line.substring(tab + 1).strip())));
            }
        }
        return texts;
    }
}
