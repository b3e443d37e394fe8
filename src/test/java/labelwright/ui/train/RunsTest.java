package labelwright.ui.train;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

import labelwright.model.MetricPoint;
import labelwright.model.ProjectId;
import labelwright.model.Recipe;
import labelwright.model.Run;
import labelwright.model.RunId;
import labelwright.model.RunState;
import labelwright.ui.control.chart.Line;
import labelwright.workbench.TrainingUpdate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class RunsTest {
    private Instant now = Instant.parse("2026-11-01T10:00:00Z");
    private final InstantSource clock = () -> now;
    private final LiveRun live = new LiveRun(new RunId(1), clock);

    @Test
    void aLiveRunKnowsHowFarItIs() {
        assertEquals(LiveState.Phase.QUEUED, live.state().phase());
        live.enter(LiveState.Phase.PREPARING);
        live.accept(new TrainingUpdate.Started(10, 5, 320, 240));
        assertEquals(LiveState.Phase.TRAINING, live.state().phase());
        assertTrue(live.state().fraction() < 0, "nothing is known before the first step");
        live.accept(new TrainingUpdate.Step(1, 1, values(Map.of("loss.total", 4.0, "picturesPerSecond", 20.0)), -1));
        now = now.plus(Duration.ofSeconds(30));
        live.accept(new TrainingUpdate.Step(2, 6, values(Map.of("loss.total", 3.0, "picturesPerSecond", 25.0)), 90));
        assertEquals(0.25, live.state().fraction(), 1e-9);
        assertEquals(25, live.state().picturesPerSecond());
        assertEquals(2, live.state().epoch());
        assertEquals(10, live.state().epochs());
    }

    @Test
    void aLiveRunCollectsCurvesLogAndBestScore() {
        live.accept(new TrainingUpdate.Step(1, 1, values(Map.of("loss.total", 4.0)), -1));
        live.accept(new TrainingUpdate.Epoch(1, 3, values(Map.of("val.mAP50", 0.5)), 10));
        live.accept(new TrainingUpdate.Step(2, 2, values(Map.of("loss.total", 3.0)), 10));
        live.accept(new TrainingUpdate.Epoch(2, 3, values(Map.of("val.mAP50", 0.4)), 5));
        live.accept(new TrainingUpdate.Log("half way"));
        assertEquals(2, live.curves().get("loss.total").size());
        assertEquals(0.5, live.state().best());
        assertEquals(List.of("half way"), live.log());
    }

    @Test
    void goingOnFromACheckpointOverwritesWhatCameAfterIt() {
        live.recall(List.of(point(1, "loss.total", 9), point(2, "loss.total", 8), point(3, "loss.total", 7)), List.of("before"));
        live.accept(new TrainingUpdate.Step(1, 3, values(Map.of("loss.total", 5.0)), -1));
        assertEquals(3, live.curves().get("loss.total").size());
        assertEquals(5, live.curves().get("loss.total").y(2));
    }

    @Test
    void memoryStaysBoundedHoweverLongItTrains() {
        for (int step = 1; step <= 30_000; step++) {
            live.accept(new TrainingUpdate.Step(1, step, values(Map.of("loss.total", step % 7.0)), -1));
            live.accept(new TrainingUpdate.Log("line " + step));
        }
        assertTrue(live.curves().get("loss.total").size() <= 4096);
        assertTrue(live.log().size() <= 2000);
        assertEquals("line 30000", live.log().getLast());
    }

    @Test
    void oneRunShowsAllPartsOfItsLossInItsOwnColours() {
        RunLines lines = RunLines.of(List.of(shown(1, "a")), RunLines.Count.STEP, key -> key);
        assertEquals(List.of("loss.total", "loss.box", "loss.label"), lines.loss().stream().map(Line::name).toList());
        assertEquals(List.of(0, 1, 2), lines.loss().stream().map(line -> line.look().colour()).toList());
        assertEquals(List.of("val.mAP50"), lines.validation().stream().map(Line::name).toList());
    }

    @Test
    void severalRunsShowTheSameValueAColourEach() {
        RunLines lines = RunLines.of(List.of(shown(1, "a"), shown(2, "b")), RunLines.Count.STEP, key -> key);
        assertEquals(List.of("a", "b"), lines.loss().stream().map(Line::name).toList());
        assertEquals(List.of(0, 1), lines.validation().stream().map(line -> line.look().colour()).toList());
    }

    @Test
    void stepsCanBeCountedAsEpochs() {
        RunLines lines = RunLines.of(List.of(shown(1, "a")), RunLines.Count.EPOCH, key -> key);
        Line total = lines.loss().getFirst();
        assertEquals(3, total.curve().x(total.curve().size() - 1), 1e-9);
    }

    @Test
    void anEpochThatWasCutShortDoesNotChangeTheCount() {
        List<MetricPoint> points = List.of(point(3, "epoch.loss.total", 1), point(10, "epoch.loss.total", 1),
                point(17, "epoch.loss.total", 1), point(17, "loss.total", 1));
        RunLines lines = RunLines.of(List.of(new RunLines.Shown(run(1, "a", Map.of()), RunData.of(points, List.of()))),
                RunLines.Count.EPOCH, key -> key);
        assertEquals(17.0 / 7, lines.loss().getFirst().curve().x(0), 1e-9);
    }

    @Test
    void aComparisonMarksWhatDiffers() {
        List<Run> runs = List.of(run(1, "a", Map.of("batch", "4")), run(2, "b", Map.of()));
        RunComparison comparison = RunComparison.of(runs, Map.of("batch", "8", "minutes", "13"), value -> value + "");
        assertEquals(List.of("4", "8"), row(comparison, "batch").values(), "a setting that is not named has its default");
        assertTrue(row(comparison, "batch").differs());
        assertFalse(row(comparison, "minutes").differs());
        assertFalse(row(comparison, "mAP50").differs());
    }

    private static RunComparison.Row row(RunComparison comparison, String key) {
        return comparison.rows().stream().filter(row -> row.key().equals(key)).findFirst().orElseThrow();
    }

    private static RunLines.Shown shown(long id, String name) {
        List<MetricPoint> points = new ArrayList<>();
        for (int step = 1; step <= 12; step++) {
            points.add(point(step, "loss.box", 1));
            points.add(point(step, "loss.label", 2));
            points.add(point(step, "loss.total", 3));
            if (step % 4 == 0) {
                points.add(point(step, "epoch.loss.total", 3));
                points.add(point(step, "val.mAP50", 0.5));
            }
        }
        return new RunLines.Shown(run(id, name, Map.of()), RunData.of(points, List.of()));
    }

    private static Run run(long id, String name, Map<String, String> settings) {
        return new Run(new RunId(id), new ProjectId(1), name, new Recipe("detection", "", 1, new TreeMap<>(settings)), RunState.DONE, "",
                new Run.Progress(null, null, 3, "", ""), new TreeMap<>(), new TreeMap<>(Map.of("mAP50", 0.8)));
    }

    private static MetricPoint point(long step, String name, double value) {
        return new MetricPoint(1, step, name, value);
    }

    private static SortedMap<String, Double> values(Map<String, Double> values) {
        return new TreeMap<>(values);
    }
}
