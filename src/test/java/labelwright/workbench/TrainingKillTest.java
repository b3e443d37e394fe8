package labelwright.workbench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import labelwright.model.IntegrityReport;
import labelwright.model.ModelVersion;
import labelwright.model.Run;
import labelwright.model.RunState;
import labelwright.task.CancelToken;
import labelwright.task.Progress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// kill -9 in the middle of training: the workspace opens, nothing in it is broken, and the run goes on from its checkpoint. The system
/// property `kill.rounds` says how often; 30 by default.
@Timeout(900)
class TrainingKillTest {
    private static final int ROUNDS = Integer.getInteger("kill.rounds", 30);

    @TempDir
    private Path folder;

    @Test
    void killedTrainingLeavesASoundWorkspaceAndGoesOn() throws IOException, InterruptedException {
        Path data = folder.resolve("data");
        for (int i = 0; i < 8; i++) {
            TestPictures.png(data.resolve("JPEGImages/p" + i + ".png"), 64, 64);
            TestPictures.voc(data, "p" + i, 64, 64, "dog %d 5 %d 40".formatted(i + 2, i + 30), "cat 30 30 60 60");
        }
        Path workspace = folder.resolve("w");
        Random random = new Random(7);
        try (TestBench test = TestBench.create(workspace)) {
            test.get().imports().run(ImportRequest.of(test.project(), data, TestBench.KIM), Progress.NONE, new CancelToken());
            test.get().splits().bySeed(test.project(), 50, 50, 0, 1);
            for (int round = 0; round < ROUNDS; round++) {
                test.suspend();
                killInTheMiddle(workspace, random);
                test.resume();
                IntegrityReport check = test.get().maintenance().check();
                assertTrue(check.ok(), "round " + round + ": " + check.problems());
                assertEquals(8, check.items());
                assertEquals(16, check.annotations());
                for (Run run : test.get().training().runs(test.project())) {
                    assertTrue(run.state() == RunState.INTERRUPTED || run.state() == RunState.WAITING, "round " + round + ": " + run);
                    if (run.state() == RunState.WAITING) {
                        test.get().training().withdraw(run.id());
                    }
                }
            }
            goesOn(test);
        }
    }

    private void goesOn(TestBench test) {
        Run run = test.get().training().runs(test.project()).getFirst();
        assertTrue(run.state().canResume());
        assertTrue(Files.exists(folder.resolve("w/models").resolve(run.folder()).resolve("last.checkpoint")));
        int measured = test.get().training().metrics(run.id(), Set.of("loss.total")).size();
        assertTrue(measured > 0);
        TrainingStop stop = new TrainingStop(new CancelToken());
        int[] firstEpoch = {0};
        Run ended = test.get().training().resume(run.id(), update -> {
            if (update instanceof TrainingUpdate.Epoch epoch) {
                firstEpoch[0] = epoch.epoch();
                stop.stopAndKeep();
            }
        }, Progress.NONE, stop);
        assertTrue(firstEpoch[0] > 1, "it goes on from its checkpoint, not from the start");
        assertEquals(firstEpoch[0], ended.progress().epochs());
        List<ModelVersion> models = test.get().models().all(test.project());
        assertFalse(models.isEmpty());
        SuggestReport report = test.get().suggestions().suggest(test.project(), models.getFirst().id(), 0.1, "split:val", Progress.NONE,
                new CancelToken());
        assertEquals(4, report.items());
    }

    /// Waits for one of the signs of life that the child gives, and a random while more.
    private static void killInTheMiddle(Path workspace, Random random) throws IOException, InterruptedException {
        Process child = ChildJvm.of(List.of(), List.of(), TrainingVictim.class, workspace.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String sign = List.of("open", "step", "step", "epoch", "epoch", "epoch").get(random.nextInt(6));
        try (BufferedReader lines = child.inputReader()) {
            String line = lines.readLine();
            while (line != null && !line.equals(sign)) {
                line = lines.readLine();
            }
            assertEquals(sign, line, "the child ended by itself");
            assertFalse(child.waitFor(random.nextInt(300), TimeUnit.MILLISECONDS), "the child ended by itself");
        } finally {
            child.destroyForcibly();
            child.waitFor();
        }
    }
}
