package labelwright.bench;

import java.io.IOException;
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

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import labelwright.engine.Resume;
import labelwright.engine.TrainingResult;
import labelwright.engine.text.LabelledSpans;
import labelwright.engine.text.LoadedEmbedders;
import labelwright.engine.text.SpanOf;
import labelwright.engine.text.SpanTagger;
import labelwright.engine.text.TaggerRequest;
import labelwright.engine.text.TaggerTrainer;
import labelwright.engine.text.TextFamily;
import labelwright.engine.text.TextSettings;
import labelwright.geometry.TextRange;
import labelwright.learning.SpanScore;
import labelwright.task.CancelToken;

/// Trains a tagger of spans and measures it on texts that it never saw. Arguments: `restaurant8k` or `wnut17`, the folder of the data set, then training settings as `key=value`; with
/// `dev=1` a part of the training texts of restaurant8k, or the development texts of wnut17, is measured instead of the test texts.
/// Prints one line of JSON to standard output, the course of the run to standard error.
public final class TextSpanBench {

    private TextSpanBench() {}

    public static void main(String[] args) throws Exception {
        Path root = Path.of(args[1]);
        Map<String, String> given = new LinkedHashMap<>();
        for (int i = 2; i < args.length; i++) {
            given.put(args[i].substring(0, args[i].indexOf('=')), args[i].substring(args[i].indexOf('=') + 1));
        }
        boolean dev = "1".equals(given.remove("dev"));
        TextSettings settings = TextSettings.parse(TextFamily.SPANS, given);
        if (args[0].equals("wnut17")) {
            List<LabelledSpans> train = columns(root.resolve("wnut17train.conll"));
            List<LabelledSpans> tune = columns(root.resolve("emerging.dev.conll"));
            run(train, tune, dev ? tune : columns(root.resolve("emerging.test.annotated")), settings);
            return;
        }
        List<LabelledSpans> train = new ArrayList<>(slots(root.resolve("train_0.json")));
        List<LabelledSpans> test = dev ? List.of() : slots(root.resolve("test.json"));
        if (dev) {
            Collections.shuffle(train, new Random(7));
            test = List.copyOf(train.subList(7000, train.size()));
            train = train.subList(0, 7000);
        }
        run(train, List.of(), test, settings);
    }

    private static void run(List<LabelledSpans> train, List<LabelledSpans> validation, List<LabelledSpans> test, TextSettings settings)
            throws Exception {
        List<String> labels = train.stream().flatMap(text -> text.spans().stream()).map(SpanOf::label).distinct().sorted().toList();
        Path folder = Files.createTempDirectory("text-spans");
        try (LoadedEmbedders embedders = new LoadedEmbedders()) {
            TrainingResult result = new TaggerTrainer(embedders).train(
                    new TaggerRequest(train, validation, labels, settings, folder, Resume.NEVER), BenchEvents::show, new CancelToken());
            SpanTagger tagger = SpanTagger.open(result.model(), embedders);
            List<Set<SpanScore.Exact>> truth = new ArrayList<>();
            List<Set<SpanScore.Exact>> found = new ArrayList<>();
            for (LabelledSpans text : test) {
                Set<SpanScore.Exact> real = new HashSet<>();
                text.spans().forEach(span -> real.add(SpanScore.Exact.of(span.label(), span.range().start(), span.range().end())));
                Set<SpanScore.Exact> said = new HashSet<>();
                tagger.read(text.text()).spans()
                        .forEach(span -> said.add(SpanScore.Exact.of(labels.get(span.label()), span.range().start(), span.range().end())));
                truth.add(real);
                found.add(said);
            }
            SpanScore score = SpanScore.of(truth, found);
            score.labels()
                    .forEach(label -> System.err.printf(Locale.ROOT, "%s: F1 %.4f of %d%n", label.label(), label.f1(), label.there()));
            System.out.printf(Locale.ROOT,
                    "{\"f1\": %.4f, \"precision\": %.4f, \"recall\": %.4f, \"train\": %d, \"test\": %d, \"epochs\": %d, \"trainingSeconds\": %.1f, %s}%n",
                    score.f1(), score.precision(), score.recall(), train.size(), test.size(), result.epochs(), result.seconds(),
                    BenchEvents.times());
        }
    }

    /// `{"userInput": {"text": ...}, "labels": [{"slot": ..., "valueSpan": {"startIndex": 3, "endIndex": 5}}]}`; a start of 0 is left out. Offsets count UTF-16 units.
    private static List<LabelledSpans> slots(Path file) throws IOException {
        List<LabelledSpans> texts = new ArrayList<>();
        for (JsonNode node : new ObjectMapper().readTree(file.toFile())) {
            String text = node.path("userInput").path("text").asText();
            List<SpanOf> spans = new ArrayList<>();
            for (JsonNode label : node.path("labels")) {
                int start = label.path("valueSpan").path("startIndex").asInt(0);
                int end = label.path("valueSpan").path("endIndex").asInt();
                spans.add(new SpanOf(label.path("slot").asText(),
                        new TextRange(text.codePointCount(0, start), text.codePointCount(0, end))));
            }
            texts.add(new LabelledSpans(text, spans));
        }
        return texts;
    }

    /// One token and its tag a line, sentences apart by blank lines; the text is the tokens joined by blanks.
    private static List<LabelledSpans> columns(Path file) throws IOException {
        List<LabelledSpans> texts = new ArrayList<>();
        List<String> tokens = new ArrayList<>();
        List<String> tags = new ArrayList<>();
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        lines.add("");
        for (String line : lines) {
            if (line.isBlank()) {
                if (!tokens.isEmpty()) {
                    texts.add(sentence(tokens, tags));
                }
                tokens.clear();
                tags.clear();
            } else {
                String[] cells = line.strip().split("\\t");
                tokens.add(cells[0].strip());
                tags.add(cells[cells.length - 1].strip());
            }
        }
        return texts;
    }

    private static LabelledSpans sentence(List<String> tokens, List<String> tags) {
        int[] starts = new int[tokens.size()];
        int[] ends = new int[tokens.size()];
        int at = 0;
        for (int i = 0; i < tokens.size(); i++) {
            starts[i] = at;
            ends[i] = at + tokens.get(i).codePointCount(0, tokens.get(i).length());
            at = ends[i] + 1;
        }
        List<SpanOf> spans = new ArrayList<>();
        for (SpanScore.Exact span : SpanScore.ofTags(tags)) {
            spans.add(new SpanOf(span.label(), new TextRange(starts[span.fragments().get(0)], ends[span.fragments().get(1) - 1])));
        }
        return new LabelledSpans(String.join(" ", tokens), spans);
    }
}
