package labelwright.store;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import labelwright.edit.Edit;
import labelwright.edit.EditHistory;
import labelwright.edit.EditName;
import labelwright.geometry.Box;
import labelwright.geometry.ShapeKind;
import labelwright.model.AnnotationSet;
import labelwright.model.Colour;
import labelwright.model.ImportRecord;
import labelwright.model.ItemId;
import labelwright.model.LabelId;
import labelwright.model.Origin;
import labelwright.model.Problem;
import labelwright.model.Project;
import labelwright.model.WorkState;
import labelwright.model.query.ItemQuery;
import labelwright.model.query.ItemQueryParser;
import labelwright.model.query.ItemSort;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ImportTest {
    @TempDir
    private Path folder;
    private WorkspaceStore store;
    private Project project;
    private List<ItemId> old;

    @BeforeEach
    void threeItems() {
        store = WorkspaceStore.create(folder.resolve("w"));
        project = Given.project(store);
        old = Given.items(store, project, 3);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void restart() {
        store.close();
        store = WorkspaceStore.open(folder.resolve("w"));
    }

    private List<ItemId> visible() {
        return store.items().ids(project.id(), ItemQuery.all(), Given.ANNA, ItemSort.IMPORTED);
    }

    private static NewAnnotation annotation(ItemId item, LabelId label, double x) {
        return new NewAnnotation(item, label, new Box(x, 1, 2, 3), new Origin.Imported("coco"), Map.of("note", "n" + x));
    }

    /// Items, annotations on new and on old items, a label, an empty answer, a problem.
    private ImportBatch beginAndFill() {
        ImportBatch batch = store.imports().begin(project.id(), "coco", "/data/coco");
        LabelId fresh = batch.addLabel(new LabelDraft("fresh", new Colour(7), Set.of(ShapeKind.BOX))).id();
        List<ItemId> added = batch.addItems(List.of(Given.item("new0.png"), Given.item("new1.png")));
        batch.addAnnotations(Given.ANNA, WorkState.SUBMITTED, List.of(annotation(added.get(0), fresh, 1), annotation(old.get(0), fresh, 2),
                annotation(old.get(1), Given.label(project, 0), 3)));
        batch.addAnnotations(Given.ANNA, WorkState.SUBMITTED,
                List.of(annotation(added.get(0), Given.label(project, 1), 4), annotation(old.get(0), Given.label(project, 0), 5)));
        batch.addAnswers(Given.ANNA, WorkState.SUBMITTED, List.of(added.get(1), old.get(2), added.get(0)));
        batch.addAnswers(Given.ANNA, WorkState.SUBMITTED,
                Map.of(old.get(0), Map.of("night", "1", "kept", "other"), added.get(1), Map.of("night", "0"), old.get(2),
                        Map.of("a", "b")));
        batch.addAnswers(Given.ANNA, WorkState.SUBMITTED, Map.of(old.get(0), Map.of("night", "0", "weather", "rain")));
        batch.addProblems(List.of(new Problem("a.json line 3", "It is odd.", Problem.Action.SKIPPED)));
        return batch;
    }

    @Test
    void nobodySeesItemsBeforeTheImportIsFinished() {
        assertEquals(old, visible());
        ImportBatch batch = beginAndFill();
        assertEquals(old, visible());
        assertEquals(3, store.items().count(project.id()));
        assertTrue(store.items().findByName(project.id(), "new0.png").isEmpty());
        assertEquals(Map.of(), store.items().findByNames(project.id(), List.of("new0.png")));
        batch.finish(new ImportSummary(2, 5, 1, 2, 3, 1.5));
        assertEquals(5, visible().size());
        ItemId first = store.items().findByName(project.id(), "new0.png").orElseThrow().id();
        AnnotationSet set = store.annotations().set(first, Given.ANNA);
        assertEquals(WorkState.SUBMITTED, set.state());
        assertEquals(List.of(new Box(1, 1, 2, 3), new Box(4, 1, 2, 3)), set.annotations().stream().map(one -> one.shape()).toList());
        assertEquals(WorkState.SUBMITTED, store.annotations().set(old.get(2), Given.ANNA).state());
        ImportRecord past = store.imports().past(project.id()).getLast();
        assertEquals(new ImportRecord(past.id(), project.id(), "coco", "/data/coco", past.finished(), 2, 5, 1, 2, 3, 1.5), past);
        assertEquals(List.of(new Problem("a.json line 3", "It is odd.", Problem.Action.SKIPPED)),
                store.imports().problems(past.id(), 0, 10));
        assertEquals(List.of(), store.imports().problems(past.id(), 1, 10));
        assertTrue(store.check().ok(), () -> store.check().problems().toString());
    }

    @Test
    void aRolledBackImportLeavesTheProjectAsItWas() {
        EditHistory history = Given.open(store, old.getFirst(), Given.ANNA);
        history.perform(EditName.DRAW, Edit.add(history.set(), List.of(Given.box(store, Given.label(project, 0), 1))));
        List<AnnotationSet> before = store.annotations().sets(old, Given.ANNA);
        beginAndFill().rollBack();
        assertEquals(before, store.annotations().sets(old, Given.ANNA));
        assertEquals(old, visible());
        assertEquals(List.of(project), store.projects().all());
        assertEquals(1, store.imports().past(project.id()).size());
        assertEquals(3, store.check().items());
        assertTrue(store.check().ok(), () -> store.check().problems().toString());
        assertEquals(List.of(old.getFirst()),
                store.items().ids(project.id(), ItemQueryParser.parse("label:red"), Given.ANNA, ItemSort.IMPORTED));
        history.undo();
        assertEquals(List.of(), history.set().annotations());
    }

    @Test
    void anImportThatWasNotFinishedIsTakenBackAtTheNextOpening() {
        List<AnnotationSet> before = store.annotations().sets(old, Given.ANNA);
        beginAndFill();
        restart();
        assertEquals(before, store.annotations().sets(old, Given.ANNA));
        assertEquals(old, visible());
        assertEquals(3, store.check().items());
        assertTrue(store.check().ok(), () -> store.check().problems().toString());
    }

    @Test
    void aNameThatIsTakenIsRefusedAndNothingOfThatChunkIsAdded() {
        ImportBatch batch = store.imports().begin(project.id(), "coco", "x");
        StoreException failure = assertThrows(StoreException.class,
                () -> batch.addItems(List.of(Given.item("new.png"), Given.item("p1.png"))));
        assertTrue(failure.getMessage().contains("p1.png"), failure.getMessage());
        batch.addItems(List.of(Given.item("new.png")));
        batch.finish(new ImportSummary(1, 0, 0, 0, 0, 0));
        assertEquals(4, visible().size());
    }

    @Test
    void labellingGoesOnDuringAnImportAndReadersSeeWholeStates() throws Exception {
        EditHistory history = Given.open(store, old.getFirst(), Given.ANNA);
        AtomicBoolean running = new AtomicBoolean(true);
        try (ExecutorService others = Executors.newFixedThreadPool(2)) {
            Future<Integer> reading = others.submit(() -> {
                int reads = 0;
                while (running.get()) {
                    AnnotationSet set = store.annotations().set(old.getFirst(), Given.ANNA);
                    assertEquals(0, set.annotations().size() % 2, "an edit was seen half");
                    assertEquals(old, visible());
                    reads++;
                }
                return reads;
            });
            Future<ImportBatch> importing = others.submit(() -> {
                ImportBatch batch = store.imports().begin(project.id(), "coco", "x");
                for (int chunk = 0; running.get(); chunk++) {
                    List<NewItem> more = new ArrayList<>();
                    for (int i = 0; i < 300; i++) {
                        more.add(Given.item("c" + chunk + "-" + i));
                    }
                    batch.addAnnotations(Given.ANNA, WorkState.SUBMITTED,
                            batch.addItems(more).stream().map(id -> annotation(id, Given.label(project, 0), 1)).toList());
                }
                return batch;
            });
            for (int i = 0; i < 60; i++) {
                history.perform(EditName.DRAW, Edit.add(history.set(),
                        List.of(Given.box(store, Given.label(project, 0), i), Given.box(store, Given.label(project, 1), i))));
            }
            running.set(false);
            assertTrue(reading.get() > 0);
            importing.get().rollBack();
        }
        assertEquals(history.set(), store.annotations().set(old.getFirst(), Given.ANNA));
        assertEquals(old, visible());
        assertFalse(store.annotations().history(old.getFirst(), Given.ANNA).done().isEmpty());
        assertTrue(store.check().ok(), () -> store.check().problems().toString());
    }
}
