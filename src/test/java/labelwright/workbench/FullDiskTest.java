package labelwright.workbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

import labelwright.SmallDisk;
import labelwright.edit.Edit;
import labelwright.edit.EditName;
import labelwright.geometry.Box;
import labelwright.model.Annotation;
import labelwright.model.AnnotationSet;
import labelwright.model.Author;
import labelwright.model.ItemId;
import labelwright.model.LabelId;
import labelwright.model.ModelId;
import labelwright.model.ModelVersion;
import labelwright.model.Origin;
import labelwright.model.Run;
import labelwright.model.RunState;
import labelwright.model.WorkState;
import labelwright.model.query.ItemSort;
import labelwright.task.CancelToken;
import labelwright.task.Progress;
import labelwright.workbench.WorkbenchException.Reason;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// What happens on a disk that is really full or really read-only: one plain sentence, nothing that was stored is lost, and the work goes on
/// when there is space again.
@Timeout(180)
class FullDiskTest {
    private static final int PICTURES = 40;
    @TempDir
    private Path folder;
    private SmallDisk disk;
    private TestBench test;
    private LabelId cat;

    @BeforeEach
    void open() throws IOException, InterruptedException {
        disk = SmallDisk.mount(folder.resolve("disk"), 56);
        test = TestBench.create(disk.folder().resolve("w"));
        cat = test.get().projects().addLabel(test.project().id(), "cat").schema().labels().getFirst().id();
        for (int i = 0; i < PICTURES; i++) {
            TestPictures.png(folder.resolve("data/p" + i + ".png"), 100, 80);
        }
        run(request("data"));
    }

    @AfterEach
    void close() throws IOException {
        try {
            if (test != null) {
                test.close();
            }
        } finally {
            if (disk != null) {
                disk.close();
            }
        }
    }

    @Test
    void editsWaitUntilThereIsSpaceAgain() throws IOException {
        LabellingSession session = test.get().labelling().open(items().getFirst(), TestBench.KIM);
        draw(session, 1);
        test.get().labelling().flush();
        disk.fill(0);
        draw(session, 2);
        draw(session, 3);
        WorkbenchException failure = fails(Reason.FAILED, () -> test.get().labelling().flush());
        assertTrue(failure.getMessage().contains("not written yet"), failure.getMessage());
        assertTrue(failure.getMessage().contains("is full"), failure.getMessage());
        draw(session, 4);
        session.undo();
        assertEquals(3, session.set().annotations().size());
        disk.free();
        test.get().labelling().flush();
        assertEquals(new SaveState.Saved(), test.get().labelling().saveState());
        assertWholeAfterReopening();
        assertEquals(3, test.get().labelling().open(items().getFirst(), TestBench.KIM).set().annotations().size());
    }

    /// More than the reserve in one transaction, so that the database itself meets the end of the disk.
    @Test
    void theDatabaseOutlivesTheEndOfTheDiskInTheMiddleOfATransaction() throws IOException {
        LabellingSession session = test.get().labelling().open(items().getFirst(), TestBench.KIM);
        draw(session, 1);
        test.get().labelling().flush();
        ModelId model = test.get().store().models().add(new ModelVersion(new ModelId(0), test.project().id(), "m", "detection",
                ModelVersion.Stage.CANDIDATE, null, List.of("cat"), "m", new TreeMap<>(), Instant.now())).id();
        List<AnnotationSet> sets = items().stream().map(item -> suggestions(item, model, 6000)).toList();
        disk.fill((16L << 20) + (256 << 10));
        fails(Reason.DISK_FULL, () -> Faults.told(() -> test.get().store().annotations().saveSuggestions(model, sets)));
        assertEquals(PICTURES, items().size());
        disk.free();
        draw(session, 2);
        test.get().labelling().flush();
        assertTrue(test.get().labelling().open(items().get(1), TestBench.KIM).suggestingModels().isEmpty());
        test.get().models().delete(model);
        assertWholeAfterReopening();
        assertEquals(2, test.get().labelling().open(items().getFirst(), TestBench.KIM).set().annotations().size());
    }

    @Test
    void copyingPicturesStopsWithOneSentenceAndLeavesNothing() throws IOException {
        noise(folder.resolve("large"), 5, 4 << 20);
        disk.fill(20L << 20);
        WorkbenchException failure = fails(Reason.DISK_FULL, () -> run(request("large").withPlacement(Placement.COPY)));
        assertTrue(failure.getMessage().contains(disk.folder().toString()), failure.getMessage());
        disk.free();
        assertWholeAfterReopening();
        assertEquals(PICTURES, items().size());
        try (Stream<Path> copies = Files.list(disk.folder().resolve("w/media"))) {
            assertEquals(List.of(), copies.toList());
        }
    }

    @Test
    void aBackupThatFindsNoRoomLeavesNoPartOfItself() throws IOException {
        disk.fill(0);
        WorkbenchException failure = fails(Reason.DISK_FULL, () -> test.get().maintenance().backup());
        assertTrue(failure.getMessage().contains("backups"), failure.getMessage());
        try (Stream<Path> backups = Files.list(disk.folder().resolve("w/backups"))) {
            assertEquals(List.of(), backups.toList());
        }
        disk.free();
        assertTrue(Files.isRegularFile(test.get().maintenance().backup()));
        assertWholeAfterReopening();
    }

    @Test
    void openingMakingAndRestoringSayThatTheDiskIsFullAndLeaveNothing() throws IOException {
        Path backup = test.get().maintenance().backup();
        Path elsewhere = Files.move(backup, folder.resolve("backup.zip"));
        test.suspend();
        disk.fill(0);
        Path other = disk.folder().resolve("other");
        for (Executable attempt : List.<Executable>of(() -> Workbench.open(disk.folder().resolve("w"), test.context()),
                () -> Workbench.create(other, test.context()),
                () -> new SampleWorkspace(3).write(other, test.context(), Progress.NONE, new CancelToken()),
                () -> Maintenance.restore(elsewhere, other))) {
            WorkbenchException failure = fails(Reason.DISK_FULL, attempt);
            assertTrue(failure.getMessage().contains("free at least 16 MB"), failure.getMessage());
        }
        disk.free();
        test.resume();
        assertWholeAfterReopening();
        Workbench.create(other, test.context()).close();
    }

    @Test
    void anExportThatFindsNoRoomLeavesNothing() throws IOException {
        noise(folder.resolve("large"), 5, 4 << 20);
        run(request("large"));
        items().forEach(item -> test.get().labelling().open(item, TestBench.KIM).submit());
        test.get().labelling().flush();
        disk.fill(8L << 20);
        Path out = disk.folder().resolve("out");
        WorkbenchException failure = fails(Reason.FAILED, () -> export(out));
        assertTrue(failure.getMessage().contains(out + " cannot be written: the disk is full"), failure.getMessage());
        assertFalse(Files.exists(out));
        disk.free();
        export(out);
        assertTrue(Files.isDirectory(out));
    }

    @Test
    void trainingStopsAndGoesOnWhenThereIsSpace() throws IOException {
        items().forEach(item -> {
            LabellingSession session = test.get().labelling().open(item, TestBench.KIM);
            draw(session, 5);
            session.submit();
        });
        test.get().labelling().flush();
        Run run = test.get().training().prepare(test.project(), "r", new labelwright.model.Recipe(Training.DETECTION, "", 1, new TreeMap<>(
                Map.of("epochs", "4", "input_size", "64", "width", "0.25", "threads", "1"))));
        WorkbenchException failure = assertThrows(WorkbenchException.class, () -> test.get().training().train(run.id(), update -> {
            if (update instanceof TrainingUpdate.Epoch epoch && epoch.epoch() == 2) {
                fill(17L << 20);
            }
            if (update instanceof TrainingUpdate.Step step && step.epoch() == 3) {
                fill(40_000);
            }
        }, Progress.NONE, new TrainingStop(new CancelToken())));
        assertTrue(failure.getMessage().contains("is full"), failure.getMessage());
        boolean checkpoint = failure.reason() == Reason.ENGINE && failure.getMessage().contains("run-1");
        boolean metrics = failure.reason() == Reason.DISK_FULL && failure.getMessage().contains(disk.folder().toString());
        assertTrue(checkpoint || metrics, () -> failure.reason() + ": " + failure.getMessage());
        disk.free();
        test.suspend();
        test.resume();
        assertTrue(test.get().training().run(run.id()).state().canResume());
        Run ended = test.get().training().resume(run.id(), _ -> {}, Progress.NONE, new TrainingStop(new CancelToken()));
        assertEquals(RunState.DONE, ended.state());
        assertWholeAfterReopening();
    }

    @Test
    void aReadOnlyDiskIsSaidAndNothingIsTouched() throws IOException, InterruptedException {
        Path backup = Files.move(test.get().maintenance().backup(), folder.resolve("backup.zip"));
        test.suspend();
        disk.makeReadOnly();
        Path other = disk.folder().resolve("other");
        for (Executable attempt : List.<Executable>of(() -> Workbench.open(disk.folder().resolve("w"), test.context()),
                () -> Workbench.create(other, test.context()), () -> Maintenance.restore(backup, other))) {
            WorkbenchException failure = fails(Reason.READ_ONLY, attempt);
            assertTrue(failure.getMessage().contains(disk.folder().toString()), failure.getMessage());
        }
        disk.makeWritable();
        test.resume();
        assertWholeAfterReopening();
    }

    private void export(Path out) {
        test.get().exports().run(new ExportRequest(test.project(), out, "coco", null, "", Verify.NO), Progress.NONE, new CancelToken());
    }

    private void fill(long left) {
        try {
            disk.fill(left);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static WorkbenchException fails(Reason reason, Executable work) {
        WorkbenchException failure = assertThrows(WorkbenchException.class, work);
        assertEquals(reason, failure.reason(), failure.getMessage());
        return failure;
    }

    private void assertWholeAfterReopening() {
        test.suspend();
        test.resume();
        assertEquals(List.of(), test.get().maintenance().check().problems());
        assertEquals(PICTURES, test.get().catalogue().find(test.project(), "name~p", TestBench.KIM, ItemSort.IMPORTED).size());
    }

    private AnnotationSet suggestions(ItemId item, ModelId model, int count) {
        List<Annotation> boxes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            boxes.add(new Annotation(test.get().store().annotationIds().next(), cat, new Box(i % 89 + 0.123, i % 71 + 0.456, 7, 8),
                    new Origin.Suggested(model, 0.5), Map.of("note", "number " + i + " of " + item)));
        }
        return new AnnotationSet(item, new Author.ByModel(model), WorkState.NEW, boxes, Set.of());
    }

    private void draw(LabellingSession session, double x) {
        session.perform(EditName.DRAW, Edit.add(session.set(),
                List.of(new Annotation(session.newId(), cat, new Box(x, 2, 30, 40), new Origin.Manual(), Map.of()))));
    }

    private List<ItemId> items() {
        return test.get().catalogue().find(test.project(), "", TestBench.KIM, ItemSort.IMPORTED);
    }

    private ImportRequest request(String data) {
        return ImportRequest.of(test.project(), folder.resolve(data), TestBench.KIM);
    }

    private void run(ImportRequest request) {
        test.get().imports().run(request, Progress.NONE, new CancelToken());
    }

    /// Pictures whose files are as large as asked for: what follows the picture in the file is not looked at.
    private static void noise(Path folder, int count, int bytes) throws IOException {
        for (int i = 0; i < count; i++) {
            Path file = TestPictures.png(folder.resolve("n" + i + ".png"), 50, 50);
            Files.write(file, new byte[bytes], java.nio.file.StandardOpenOption.APPEND);
        }
    }
}
