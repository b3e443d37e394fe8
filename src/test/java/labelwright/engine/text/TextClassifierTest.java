package labelwright.engine.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import labelwright.engine.EngineException;
import labelwright.engine.Resume;
import labelwright.engine.StopReason;
import labelwright.engine.TrainingEvent;
import labelwright.engine.TrainingResult;
import labelwright.task.CancelToken;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class TextClassifierTest {
    @TempDir
    Path folder;

    private TrainingResult train(TextFamily family, Map<String, String> settings, Path where, Resume resume, Consumer<TrainingEvent> events,
            CancelToken cancel) throws EngineException {
        try (LoadedEmbedders embedders = new LoadedEmbedders()) {
            return new ClassifierTrainer(embedders).train(new ClassifierRequest(BankingTexts.train(), BankingTexts.validation(),
                    BankingTexts.labels(), TextSettings.parse(family, settings), where, resume), events, cancel);
        }
    }

    private byte[] weights(TrainingResult result) throws IOException {
        try (var files = Files.list(result.model())) {
            return Files.readAllBytes(files.filter(file -> file.toString().endsWith(".safetensors")).findFirst().orElseThrow());
        }
    }

    @Test
    void sentenceVectorsLearnFourSubjectsFromSixTextsEach() throws EngineException {
        List<TrainingEvent> events = new ArrayList<>();
        TrainingResult result = train(TextFamily.EMBEDDING, Map.of("epochs", "15"), folder, Resume.NEVER, events::add, new CancelToken());
        assertEquals(StopReason.COMPLETED, result.reason());
        assertTrue(result.metrics().get("accuracy") >= 0.85, result::toString);
        assertTrue(events.stream().anyMatch(TrainingEvent.Step.class::isInstance));
        assertEquals(15, events.stream().filter(TrainingEvent.EpochEnd.class::isInstance).count());
        try (LoadedEmbedders embedders = new LoadedEmbedders()) {
            TextClassifier classifier = TextClassifier.open(result.model(), embedders);
            TextReading reading = classifier.read("somebody has stolen my bank card");
            assertEquals("card lost", classifier.labels().get(reading.chosen().getFirst()));
            double sum = 0;
            for (double p : reading.probabilities()) {
                sum += p;
            }
            assertEquals(1, sum, 1e-9);
            List<TextReading> passes = classifier.readWithDropout("somebody has stolen my bank card", 4, 1).readings();
            assertFalse(java.util.Arrays.equals(passes.get(0).probabilities(), passes.get(1).probabilities()), "dropout changes nothing");
            assertArrayEquals(reading.probabilities(), classifier.read("somebody has stolen my bank card").probabilities());
        }
    }

    @Test
    void severalLabelsATextAreLearnedOneByOne() throws EngineException {
        List<LabelledText> texts = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            texts.add(new LabelledText("apples number " + i, Set.of("fruit")));
            texts.add(new LabelledText("hammers number " + i, Set.of("tool")));
            texts.add(new LabelledText("apples and hammers number " + i, Set.of("fruit", "tool")));
            texts.add(new LabelledText("nothing at all, number " + i, Set.of()));
        }
        TrainingResult result = new ClassifierTrainer(model -> {
            throw new EngineException("n-grams need no language model");
        }).train(
                new ClassifierRequest(texts, List.of(), List.of("fruit", "tool"), TextSettings.defaults(TextFamily.NGRAMS), folder,
                        Resume.NEVER),
                event -> {}, new CancelToken());
        TextClassifier classifier = TextClassifier.open(result.model(), model -> {
            throw new EngineException("n-grams need no language model");
        });
        assertEquals(List.of(0, 1), classifier.read("hammers and apples").chosen());
        assertEquals(List.of(), classifier.read("nothing at all").chosen());
        assertEquals(List.of(1), classifier.read("hammers").chosen());
    }

    @Test
    void theSameSeedGivesTheSameWeightsAlsoWhenTheRunWasStoppedAndWentOn() throws EngineException, IOException {
        Map<String, String> settings = Map.of("epochs", "8");
        byte[] straight = weights(train(TextFamily.EMBEDDING, settings, folder.resolve("a"), Resume.NEVER, event -> {}, new CancelToken()));
        CancelToken cancel = new CancelToken();
        TrainingResult stopped = train(TextFamily.EMBEDDING, settings, folder.resolve("b"), Resume.NEVER, event -> {
            if (event instanceof TrainingEvent.EpochEnd end && end.epoch() == 3) {
                cancel.cancel();
            }
        }, cancel);
        assertEquals(StopReason.CANCELLED, stopped.reason());
        TrainingResult ended = train(TextFamily.EMBEDDING, settings, folder.resolve("b"), Resume.ALWAYS, event -> {}, new CancelToken());
        assertEquals(8, ended.epochs());
        assertArrayEquals(straight, weights(ended));
    }

    @Test
    void aCheckpointOfOtherDataIsRefusedAndADamagedModelToo() throws EngineException, IOException {
        TrainingResult result = train(TextFamily.NGRAMS, Map.of("epochs", "2"), folder, Resume.NEVER, event -> {}, new CancelToken());
        EngineException other = assertThrows(EngineException.class,
                () -> train(TextFamily.NGRAMS, Map.of("epochs", "2", "dropout", "0.1"), folder, Resume.ALWAYS, event -> {},
                        new CancelToken()));
        assertTrue(String.valueOf(other.getMessage()).contains("changed"), other::getMessage);
        try (var files = Files.list(result.model())) {
            Path weights = files.filter(file -> file.toString().endsWith(".safetensors")).findFirst().orElseThrow();
            byte[] bytes = Files.readAllBytes(weights);
            bytes[bytes.length - 3] ^= 0x55;
            Files.write(weights, bytes);
        }
        assertThrows(EngineException.class, () -> TextClassifier.open(result.model(), new LoadedEmbedders()));
    }

    @Test
    void settingsOutOfRangeAreRefusedByName() {
        EngineException unknown = assertThrows(EngineException.class, () -> TextSettings.parse(TextFamily.NGRAMS, Map.of("hidden", "3")));
        assertTrue(String.valueOf(unknown.getMessage()).contains("ngram_rate"), unknown::getMessage);
        assertThrows(EngineException.class, () -> TextSettings.parse(TextFamily.SPANS, Map.of("window", "9")));
        assertThrows(EngineException.class, () -> TextSettings.parse(TextFamily.SPANS, Map.of("epochs", "2.5")));
    }

    @Test
    void nothingToLearnFromIsSaid() {
        assertThrows(EngineException.class,
                () -> new ClassifierTrainer(new LoadedEmbedders()).train(new ClassifierRequest(List.of(), List.of(),
                        List.of("a"), TextSettings.defaults(TextFamily.NGRAMS), folder, Resume.NEVER), event -> {}, new CancelToken()));
    }
}
