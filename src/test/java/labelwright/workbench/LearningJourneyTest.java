package labelwright.workbench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import labelwright.model.Annotation;
import labelwright.model.Author;
import labelwright.model.Item;
import labelwright.model.ItemId;
import labelwright.model.ModelVersion;
import labelwright.model.Project;
import labelwright.model.Recipe;
import labelwright.model.Run;
import labelwright.model.RunState;
import labelwright.model.Split;
import labelwright.model.SuggestionCount;
import labelwright.model.query.ItemRow;
import labelwright.model.query.ItemSort;
import labelwright.task.CancelToken;
import labelwright.task.Progress;
import labelwright.task.WorkerThreads;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// The loop on a small sample workspace: train, stop, resume, suggest, take, rank, evaluate, export.
@Timeout(300)
class LearningJourneyTest {
    private static final Map<String, String> TINY = Map.of("epochs", "2", "input_size", "96", "width", "0.25", "batch", "4", "threads",
            "1", "score_floor", "0.0001");

    @TempDir
    private Path folder;
    private final ExecutorService threads = WorkerThreads.pool("test", 2);
    private Workbench bench;
    private Project project;

    @BeforeEach
    void open() {
        WorkbenchContext context = new WorkbenchContext(threads, 2, 64L << 20, TestBench.KIM);
        bench = new SampleWorkspace(24).write(folder.resolve("w"), context, Progress.NONE, new CancelToken());
        project = bench.projects().byName(SampleWorkspace.PROJECT);
    }

    @AfterEach
    void close() {
        bench.close();
        threads.shutdownNow();
    }

    @Test
    void trainSuggestTakeRankEvaluateExport() {
        Run run = bench.training().prepare(project, "", recipe());
        List<TrainingUpdate> updates = new ArrayList<>();
        Run ended = bench.training().train(run.id(), updates::add, Progress.NONE, new TrainingStop(new CancelToken()));
        assertEquals(RunState.DONE, ended.state());
        assertEquals(2, ended.progress().epochs());
        assertEquals(64, ended.progress().dataHash().length());
        assertTrue(ended.environment().keySet().containsAll(Set.of("device", "djl", "pytorch", "java", "system", "processors")));
        assertFalse(bench.training().metrics(run.id(), Set.of("loss.total")).isEmpty());
        assertFalse(bench.training().metrics(run.id(), Set.of("val.mAP50")).isEmpty());
        assertFalse(bench.training().log(run.id()).isEmpty());
        ModelVersion model = required(((TrainingUpdate.Ended) updates.getLast()).model());
        assertEquals(ended.metrics(), model.metrics());
        assertTrue(model.metrics().containsKey("mAP50"));

        SuggestReport suggested = bench.suggestions().suggest(project, model.id(), 0.0, "", Progress.NONE, new CancelToken());
        assertEquals(16, suggested.items(), "the pictures that nobody has answered");
        List<ItemId> open = bench.catalogue().find(project, "suggested:yes", TestBench.KIM, ItemSort.LOWEST_SCORE);
        assertEquals(suggested.suggestions() > 0, !open.isEmpty());
        countsFollowTheAnswers(model, suggested.suggestions(), open);

        List<RankedItem> ranked = bench.ranking().rank(new RankRequest(project, model.id(), Strategy.HYBRID, 3, 7), Progress.NONE,
                new CancelToken());
        assertEquals(3, ranked.size());
        List<ItemId> useful = bench.catalogue().find(project, "", TestBench.KIM, ItemSort.USEFULNESS);
        assertEquals(ranked.stream().map(RankedItem::item).toList(), useful.subList(0, 3));

        EvaluationReport report = bench.models().evaluate(model.id(), Split.TEST, Progress.NONE, new CancelToken());
        assertTrue(report.items() > 0);
        assertEquals(4, report.confusion().counts().size());
        assertTrue(report.metrics().get("mAP50") >= 0);
        assertEquals(report, bench.models().lastEvaluation(model.id()).orElseThrow());
        assertEquals(bench.catalogue().find(project, "suggested:yes", TestBench.KIM, ItemSort.IMPORTED),
                bench.catalogue().find(project, "suggested:" + model.name(), TestBench.KIM, ItemSort.IMPORTED));

        ExportReport exported = bench.exports().run(
                new ExportRequest(project, folder.resolve("out"), "voc", null, "", Verify.YES), Progress.NONE, new CancelToken());
        assertEquals(8, exported.items());
        assertTrue(bench.maintenance().check().ok(), bench.maintenance().check().problems().toString());
    }

    @Test
    void aStoppedRunResumesAndStopAndKeepGivesAModel() {
        Run run = bench.training().prepare(project, "first", recipe().withSettings(Map.of("epochs", "3")));
        CancelToken token = new CancelToken();
        Run stopped = bench.training().train(run.id(), update -> {
            if (update instanceof TrainingUpdate.Epoch) {
                token.cancel();
            }
        }, Progress.NONE, new TrainingStop(token));
        assertEquals(RunState.CANCELLED, stopped.state());
        assertTrue(bench.models().all(project).isEmpty());
        int before = bench.training().metrics(run.id(), Set.of("loss.total")).size();
        TrainingStop stop = new TrainingStop(new CancelToken());
        Run kept = bench.training().resume(run.id(), update -> {
            if (update instanceof TrainingUpdate.Epoch) {
                stop.stopAndKeep();
            }
        }, Progress.NONE, stop);
        assertEquals(RunState.CANCELLED, kept.state());
        assertEquals(2, kept.progress().epochs());
        assertEquals("first", bench.models().all(project).getFirst().name());
        Run done = bench.training().resume(run.id(), _ -> {}, Progress.NONE, new TrainingStop(new CancelToken()));
        assertEquals(RunState.DONE, done.state());
        assertEquals(1, bench.models().all(project).size(), "the run's own model is brought up to date");
        List<Long> steps = bench.training().metrics(run.id(), Set.of("loss.total")).stream().map(point -> point.step()).toList();
        assertTrue(steps.size() > before);
        assertEquals(steps.stream().distinct().sorted().toList(), steps, "no step is measured twice");
        assertThrows(WorkbenchException.class,
                () -> bench.training().resume(run.id(), _ -> {}, Progress.NONE, new TrainingStop(new CancelToken())));
        bench.training().delete(run.id());
        assertTrue(bench.training().runs(project).isEmpty());
        assertEquals(FileState.PRESENT, bench.catalogue().fileState(first()));
        assertTrue(bench.maintenance().check().ok(), bench.maintenance().check().problems().toString());
    }

    @Test
    void aMissingPictureIsLeftOutWithALine() throws java.io.IOException {
        Item gone = bench.catalogue().rows(bench.catalogue().find(project, "split:train", TestBench.KIM, ItemSort.NAME), TestBench.KIM)
                .getFirst().item();
        Files.delete(bench.catalogue().file(gone));
        Run run = bench.training().prepare(project, "", recipe().withSettings(Map.of("epochs", "1")));
        bench.training().train(run.id(), _ -> {}, Progress.NONE, new TrainingStop(new CancelToken()));
        assertTrue(bench.training().log(run.id()).stream().anyMatch(line -> line.contains(gone.name())),
                bench.training().log(run.id()).toString());
    }

    @Test
    void whatMakesNoSenseIsSaidBeforeTraining() {
        assertThrows(WorkbenchException.class, () -> bench.training().check(project, new Recipe("segmentation", "", 1, new TreeMap<>())));
        assertThrows(WorkbenchException.class, () -> bench.training().check(project, recipe().withSettings(Map.of("speed", "fast"))));
        assertThrows(WorkbenchException.class,
                () -> bench.training().check(project, new Recipe(Training.DETECTION, "label:", 1, new TreeMap<>())));
        assertThrows(WorkbenchException.class,
                () -> bench.training().prepare(project, "", new Recipe(Training.DETECTION, "state:rejected", 1, new TreeMap<>())));
        DataCounts counts = bench.training().check(project, recipe());
        assertEquals(8, counts.train() + counts.validation() + counts.test());
        assertEquals(0, counts.unassigned());
    }

    @Test
    void theSampleWorkspaceProposesAQuickRecipe() {
        assertEquals("1.2", bench.training().proposedRecipe().settings().get("minutes"));
        assertEquals(24, bench.catalogue().count(project));
        assertTrue(bench.maintenance().check().ok());
    }

    private void countsFollowTheAnswers(ModelVersion model, long suggestions, List<ItemId> open) {
        assertEquals(new SuggestionCount(model.id(), 0, 0, 0, suggestions), bench.models().counts(project).getFirst());
        if (!open.isEmpty()) {
            LabellingSession session = bench.labelling().open(open.getFirst(), TestBench.KIM);
            List<Annotation> suggested = session.suggestions(new Author.ByModel(model.id()));
            session.take(List.of(suggested.getFirst().id()));
            session.refuse(suggested.stream().skip(1).limit(1).map(Annotation::id).toList());
            bench.labelling().flush();
            long refused = Math.min(1, suggested.size() - 1);
            assertEquals(new SuggestionCount(model.id(), 1, 0, refused, suggestions - 1 - refused),
                    bench.models().counts(project).getFirst());
        }
    }

    private Item first() {
        List<ItemRow> rows = bench.catalogue().rows(bench.catalogue().find(project, "", TestBench.KIM, ItemSort.NAME), TestBench.KIM);
        return rows.getFirst().item();
    }

    private static ModelVersion required(ModelVersion model) {
        assertNotNull(model);
        return model;
    }

    private static Recipe recipe() {
        return new Recipe(Training.DETECTION, "", 3, new TreeMap<>(TINY));
    }
}
