package labelwright.engine;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import ai.djl.Device;
import ai.djl.pytorch.jni.JniUtils;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import labelwright.geometry.Bounds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class TrainingStateTest {

    private static final InputGrid GRID = new InputGrid(64, 64);
    private static final TrainingPlan PLAN = new TrainingPlan(GRID, Flips.ALL, 3, 2.5);

    @BeforeAll
    static void startEngine() throws EngineException {
        new Engine().start();
        JniUtils.setNumThreads(1); // the network is tiny: a second thread only waits
    }

    @Test
    void nativeMemoryStaysFlatOverEpochs() throws EngineException {
        DetectionSettings settings = DetectionSettings.defaults();
        try (TrainingState state = new TrainingState(new DetectorNetwork(2, 0.25, 0.1), PLAN, settings, Device.cpu())) {
            List<Integer> counts = new ArrayList<>();
            for (int epoch = 0; epoch < 3; epoch++) {
                for (int step = 0; step < 4; step++) {
                    state.step(batch(1), 0.001);
                }
                state.runner(Flips.ALL, settings).detect(List.of(new RgbPicture(64, 64, new byte[64 * 64 * 3], 1)));
                counts.add(state.arrays());
            }
            assertEquals(counts.get(0), counts.get(1));
            assertEquals(counts.get(1), counts.get(2));
        }
    }

    @Test
    void theLossOfOneBatchFallsWhenItIsLearned() throws EngineException {
        try (TrainingState state = new TrainingState(new DetectorNetwork(2, 0.25, 0), PLAN, DetectionSettings.defaults(), Device.cpu())) {
            double first = state.step(batch(1), 0.002).getOrDefault("total", 0.0);
            double last = first;
            for (int i = 0; i < 30; i++) {
                last = state.step(batch(1), 0.002).getOrDefault("total", 0.0);
            }
            double end = last;
            assertTrue(end < first / 2, () -> first + " became " + end);
        }
    }

    /// The steps after it are those that would have come without it.
    @Test
    void aBatchWhoseLossIsNoNumberChangesNothing() throws EngineException {
        DetectionSettings settings = DetectionSettings.defaults();
        try (TrainingState one = new TrainingState(new DetectorNetwork(2, 0.25, 0), PLAN, settings, Device.cpu());
                TrainingState two = new TrainingState(new DetectorNetwork(2, 0.25, 0), PLAN, settings, Device.cpu())) {
            one.step(batch(1), 0.002);
            two.step(batch(1), 0.002);
            assertEquals(Map.of(), one.step(batch(Float.NaN), 0.002));
            assertEquals(Map.of(), one.step(batch(Float.POSITIVE_INFINITY), 0.002));
            for (int i = 0; i < 5; i++) {
                assertEquals(two.step(batch(1), 0.002), one.step(batch(1), 0.002));
            }
            List<RgbPicture> picture = List.of(new RgbPicture(64, 64, new byte[64 * 64 * 3], 1));
            assertTrue(
                    one.runner(Flips.NONE, settings).detect(picture).getFirst().stream().allMatch(found -> Double.isFinite(found.score())));
        }
    }

    @Test
    void aCheckpointBringsBackEveryArray(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("last.checkpoint");
        DetectionSettings settings = DetectionSettings.defaults();
        RunProgress progress = new RunProgress(7, 3, 12.5, 0.25, 1);
        try (TrainingState one = new TrainingState(new DetectorNetwork(2, 0.25, 0), PLAN, settings, Device.cpu());
                TrainingState two = new TrainingState(new DetectorNetwork(2, 0.25, 0), PLAN, settings, Device.cpu())) {
            for (int i = 0; i < 3; i++) {
                one.step(batch(1), 0.002);
            }
            one.saveCheckpoint(file, progress, "same");
            assertEquals(progress, two.loadCheckpoint(file, "same"));
            assertEquals(one.step(batch(1), 0.002), two.step(batch(1), 0.002));
            assertEquals(one.step(batch(1), 0.002), two.step(batch(1), 0.002));
        }
    }

    private static Batch batch(float value) {
        float[] pixels = new float[2 * GRID.floats()];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = value * (i / 3 % 16 < 8 ? 1 : -1);
        }
        LabelledBox box = new LabelledBox(1, new Bounds(16, 16, 24, 24));
        return new Batch(pixels, List.of(List.of(box), List.of()));
    }
}
