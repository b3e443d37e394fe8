package labelwright.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import labelwright.engine.TrainingEvent.EpochEnd;
import labelwright.engine.TrainingEvent.Message;
import labelwright.engine.TrainingEvent.Step;
import labelwright.media.ImageDecoder;
import labelwright.task.CancelToken;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class DetectionTrainerTest {

    @TempDir
    private Path folder;
    private List<DetectionSample> samples = List.of();
    private final List<TrainingEvent> events = new ArrayList<>();
    private final DetectionTrainer trainer = new DetectionTrainer(new Engine(), new ImageDecoder());

    @BeforeEach
    void writePictures() throws IOException {
        samples = ShapePictures.write(folder, 16, 1);
    }

    @Test
    void aCancelledRunStopsWithinABatchAndGoesOnLater() throws EngineException {
        CancelToken cancel = new CancelToken();
        TrainingResult first = trainer.train(request(Resume.NEVER, "epochs=8"), event -> {
            events.add(event);
            if (event instanceof Step step && step.step() == 5) {
                cancel.cancel();
            }
        }, cancel);
        assertEquals(StopReason.CANCELLED, first.reason());
        assertEquals(5, steps().getLast().step());
        assertEquals(4, first.epochs());

        events.clear();
        TrainingResult second = trainer.train(request(Resume.ALWAYS, "epochs=8"), events::add, new CancelToken());
        assertEquals(StopReason.COMPLETED, second.reason());
        assertEquals(8, second.epochs());
        assertEquals(5, steps().getFirst().epoch());
        assertTrue(second.seconds() > 0);
    }

    /// The same weights, moments and batches: a run in two parts learns what a run in one part learns. Only the random dropout differs, so it is off.
    @Test
    void aResumedRunLearnsAsIfItHadNotStopped() throws EngineException {
        trainer.train(request(Resume.NEVER, "epochs=4", "dropout=0"), events::add, new CancelToken());
        List<Double> whole = epochLosses();
        events.clear();
        CancelToken cancel = new CancelToken();
        trainer.train(request(Resume.NEVER, "epochs=4", "dropout=0"), event -> {
            if (event instanceof EpochEnd end && end.epoch() == 2) {
                cancel.cancel();
            }
        }, cancel);
        trainer.train(request(Resume.ALWAYS, "epochs=4", "dropout=0"), events::add, new CancelToken());
        List<Double> resumed = epochLosses();
        assertEquals(2, resumed.size());
        assertEquals(whole.get(2), resumed.get(0), 1e-3);
        assertEquals(whole.get(3), resumed.get(1), 1e-3);
    }

    @Test
    void aRunWithoutProgressStopsEarly() throws EngineException {
        TrainingResult result = trainer.train(request(Resume.NEVER, "epochs=200", "patience=2", "learning_rate=0.000001", "average=0"),
                events::add, new CancelToken());
        assertEquals(StopReason.EARLY_STOPPED, result.reason());
        assertTrue(result.epochs() < 200);
        assertTrue(messages().stream().anyMatch(text -> text.startsWith("Stopped early")), () -> messages().toString());
    }

    @Test
    void aRunEndsInItsTimeWithTheLearningRateAtItsEnd() throws EngineException {
        TrainingResult result = trainer.train(request(Resume.NEVER, "epochs=5000", "minutes=0.05"), events::add, new CancelToken());
        assertEquals(StopReason.OUT_OF_TIME, result.reason());
        assertTrue(result.epochs() < 5000);
        assertTrue(steps().getLast().learningRate() < 0.002 * 0.2, () -> steps().getLast().toString());
        assertTrue(Files.exists(result.model().resolve("model.json")));
    }

    @Test
    void picturesAreHeldOutWhenNoneAreGivenForValidation() throws EngineException {
        TrainingResult result = trainer.train(request(Resume.NEVER, "epochs=1"), events::add, new CancelToken());
        assertTrue(messages().stream().anyMatch(text -> text.contains("2 of the 16 training pictures are held out")),
                () -> messages().toString());
        assertTrue(result.metrics().containsKey("mAP50"));
    }

    @Test
    void aDamagedCheckpointIsRefusedInPlainWords() throws EngineException, IOException {
        trainer.train(request(Resume.NEVER, "epochs=1"), events::add, new CancelToken());
        Path checkpoint = folder.resolve("run").resolve(DetectionTrainer.CHECKPOINT);
        byte[] whole = Files.readAllBytes(checkpoint);
        Files.write(checkpoint, Arrays.copyOf(whole, whole.length - 1000));
        EngineException refused = assertThrows(EngineException.class,
                () -> trainer.train(request(Resume.ALWAYS, "epochs=2"), events::add, new CancelToken()));
        assertTrue(refused.getMessage().contains("is damaged"), refused.getMessage());
    }

    @Test
    void aDamagedNewestCheckpointIsSaidAndTheOneBeforeItIsUsed() throws EngineException, IOException {
        trainer.train(request(Resume.NEVER, "epochs=3"), events::add, new CancelToken());
        Path checkpoint = folder.resolve("run").resolve(DetectionTrainer.CHECKPOINT);
        byte[] whole = Files.readAllBytes(checkpoint);
        whole[whole.length - 1000] ^= 1;
        Files.write(checkpoint, whole);
        events.clear();
        TrainingResult result = trainer.train(request(Resume.ALWAYS, "epochs=4"), events::add, new CancelToken());
        assertEquals(4, result.epochs());
        assertEquals(3, steps().getFirst().epoch(), "the third epoch is learned again");
        assertTrue(messages().stream().anyMatch(text -> text.contains("is damaged") && text.contains("of epoch 2, is used")),
                () -> messages().toString());
        Files.delete(checkpoint);
        events.clear();
        trainer.train(request(Resume.ALWAYS, "epochs=4"), events::add, new CancelToken());
        assertEquals(4, steps().getFirst().epoch());
    }

    /// The second part of a run has the time that the first one left.
    @Test
    void aResumedRunHasOnlyTheTimeThatIsLeft() throws EngineException {
        CancelToken cancel = new CancelToken();
        TrainingResult first = trainer.train(request(Resume.NEVER, "minutes=0.08", "epochs=1000"), event -> {
            if (event instanceof EpochEnd end && end.epoch() == 3) {
                cancel.cancel();
            }
        }, cancel);
        long start = System.nanoTime();
        TrainingResult second = trainer.train(request(Resume.ALWAYS, "minutes=0.08", "epochs=1000"), events::add, new CancelToken());
        double wall = (System.nanoTime() - start) / 1e9;
        assertEquals(StopReason.OUT_OF_TIME, second.reason());
        assertTrue(second.seconds() >= 0.08 * 60, () -> second.toString());
        assertTrue(second.seconds() - first.seconds() <= wall + 0.01, () -> first + " " + second);
    }

    @Test
    void aCheckpointOfAnotherRunIsRefused() throws EngineException {
        trainer.train(request(Resume.NEVER, "epochs=1"), events::add, new CancelToken());
        EngineException refused = assertThrows(EngineException.class,
                () -> trainer.train(request(Resume.ALWAYS, "epochs=2", "learning_rate=0.01"), events::add, new CancelToken()));
        assertTrue(refused.getMessage().contains("other labels, pictures or settings"), refused.getMessage());
    }

    @Test
    void aHalfWrittenCheckpointLeavesTheLastOneReadable() throws EngineException, IOException {
        trainer.train(request(Resume.NEVER, "epochs=1"), events::add, new CancelToken());
        Path checkpoint = folder.resolve("run").resolve(DetectionTrainer.CHECKPOINT);
        Files.write(checkpoint.resolveSibling(checkpoint.getFileName() + ".part"), new byte[] {1, 2, 3});
        TrainingResult result = trainer.train(request(Resume.ALWAYS, "epochs=2"), events::add, new CancelToken());
        assertEquals(2, result.epochs());
    }

    @Test
    void aMissingPictureIsNamed() {
        DetectionSample missing = new DetectionSample(99, folder.resolve("gone.png"), samples.getFirst().boxes());
        TrainingRequest request = new TrainingRequest(List.of(missing), List.of(), ShapePictures.LABELS, DetectionSettings.defaults(),
                folder.resolve("run"), Resume.NEVER);
        EngineException refused = assertThrows(EngineException.class, () -> trainer.train(request, events::add, new CancelToken()));
        assertTrue(refused.getMessage().contains("gone.png"), refused.getMessage());
    }

    @Test
    void picturesWithoutAnyObjectAreRefused() {
        List<DetectionSample> empty = samples.stream().map(s -> new DetectionSample(s.id(), s.file(), List.of())).toList();
        TrainingRequest request = new TrainingRequest(empty, List.of(), ShapePictures.LABELS, DetectionSettings.defaults(),
                folder.resolve("run"), Resume.NEVER);
        EngineException refused = assertThrows(EngineException.class, () -> trainer.train(request, events::add, new CancelToken()));
        assertTrue(refused.getMessage().contains("nothing to learn"), refused.getMessage());
        assertFalse(Files.exists(folder.resolve("run").resolve(DetectionTrainer.MODEL)));
    }

    private TrainingRequest request(Resume resume, String... settings) throws EngineException {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("width", "0.5");
        values.put("threads", "1");
        for (String setting : settings) {
            String[] parts = setting.split("=", 2);
            values.put(parts[0], parts[1]);
        }
        return new TrainingRequest(samples, List.of(), ShapePictures.LABELS, DetectionSettings.parse(values), folder.resolve("run"),
                resume);
    }

    private List<Step> steps() {
        return events.stream().filter(Step.class::isInstance).map(Step.class::cast).toList();
    }

    private List<Double> epochLosses() {
        return events.stream().filter(EpochEnd.class::isInstance).map(e -> ((EpochEnd) e).losses().getOrDefault("total", -1.0)).toList();
    }

    private List<String> messages() {
        return events.stream().filter(Message.class::isInstance).map(e -> ((Message) e).text()).toList();
    }
}
