package labelwright.store;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import labelwright.edit.Edit;
import labelwright.edit.EditHistory;
import labelwright.edit.EditName;
import labelwright.geometry.Mask;
import labelwright.geometry.Spans;
import labelwright.model.Annotation;
import labelwright.model.AnnotationId;
import labelwright.model.AnnotationSet;
import labelwright.model.ItemId;
import labelwright.model.Origin;
import labelwright.model.Project;
import labelwright.model.RegionFacts;
import labelwright.model.Relation;
import labelwright.model.RelationTypeId;
import labelwright.model.WorkState;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class HistoryTest {
    @TempDir
    private Path folder;
    private Path workspace = Path.of("");

    @BeforeEach
    void chooseFolder() {
        workspace = folder.resolve("w");
    }

    /// Every kind of edit, one after the other; the set after each.
    private static List<AnnotationSet> everyKind(WorkspaceStore store, Project project, EditHistory history) {
        List<AnnotationSet> sets = new ArrayList<>(List.of(history.set()));
        Annotation mask = new Annotation(store.annotationIds().next(), Given.label(project, 0), new Mask(row(4, 10, 30)),
                new Origin.Manual());
        RelationTypeId touches = project.schema().relations().getFirst().id();
        List<Annotation> boxes = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            boxes.add(Given.box(store, Given.label(project, i % 2), i));
        }
        Relation first = new Relation(store.annotationIds().nextRelation(), touches, boxes.get(0).id(), boxes.get(3).id(),
                new Origin.Manual(), Map.of("sure", "1"));
        Relation second = new Relation(store.annotationIds().nextRelation(), touches, boxes.get(4).id(), boxes.get(3).id(),
                new Origin.Manual());
        List<Edit> edits = List.of(Edit.add(history.set(), boxes),
                new Edit.Insert(List.of(new Edit.Placed(0, Given.box(store, Given.label(project, 0), 100)),
                        new Edit.Placed(3, Given.box(store, Given.label(project, 0), 101)))),
                new Edit.Remove(List.of(boxes.get(1).id(), boxes.get(5).id())),
                new Edit.Replace(List.of(boxes.get(2).withShape(boxes.get(2).shape().translate(0.5, 0)),
                        boxes.get(3).withLabel(Given.label(project, 0)))),
                new Edit.Refuse(Set.of(new AnnotationId(900), new AnnotationId(901))), new Edit.Unrefuse(Set.of(new AnnotationId(900))),
                new Edit.Several(
                        List.of(new Edit.Remove(List.of(boxes.get(0).id())), new Edit.Insert(List.of(new Edit.Placed(5, boxes.get(0)))))),
                new Edit.Answer(Map.of("weather", "rain", "note", "a \"b\"\n汽")), new Edit.Answer(Map.of("weather", "", "night", "1")),
                new Edit.ChangeState(WorkState.SUBMITTED), new Edit.Remove(List.of(boxes.get(2).id())),
                new Edit.Insert(List.of(new Edit.Placed(2, mask))), new Edit.ChangePixels(mask.id(), row(5, 12, 20), row(4, 15, 18)),
                new Edit.Replace(List.of(boxes.get(0).withAttribute(RegionFacts.GROUP, "1"), mask.withAttribute(RegionFacts.GROUP, "1"))),
                new Edit.InsertRelations(List.of(first, second)), new Edit.ReplaceRelations(List.of(first.reversed())),
                new Edit.RemoveRelations(List.of(second.id())), new Edit.Remove(List.of(boxes.get(0).id())));
        Set<Class<?>> kinds = new HashSet<>();
        edits.forEach(edit -> addKinds(edit, kinds));
        assertEquals(Set.of(Edit.class.getPermittedSubclasses()), kinds, "a new kind of edit is to be tried here too");
        for (Edit edit : edits) {
            history.perform(EditName.EDIT_POINTS, edit);
            sets.add(history.set());
        }
        return sets;
    }

    private static void addKinds(Edit edit, Set<Class<?>> kinds) {
        kinds.add(edit.getClass());
        if (edit instanceof Edit.Several(List<Edit> edits)) {
            edits.forEach(one -> addKinds(one, kinds));
        }
    }

    private static Spans row(int y, int from, int to) {
        Spans.Builder pixels = new Spans.Builder();
        pixels.add(y, from, to);
        return pixels.build();
    }

    @Test
    void everyKindOfEditIsUndoneAndRedoneAcrossRestarts() {
        ItemId item;
        List<AnnotationSet> sets;
        try (WorkspaceStore store = WorkspaceStore.create(workspace)) {
            Project project = Given.projectWithRelations(store);
            item = Given.items(store, project, 1).getFirst();
            sets = everyKind(store, project, Given.open(store, item, Given.ANNA));
        }
        for (int i = sets.size() - 2; i >= 0; i--) {
            try (WorkspaceStore store = WorkspaceStore.open(workspace)) {
                Given.open(store, item, Given.ANNA).undo();
                assertEquals(sets.get(i), store.annotations().set(item, Given.ANNA));
                assertTrue(store.check().ok(), () -> store.check().problems().toString());
            }
        }
        for (int i = 1; i < sets.size(); i++) {
            try (WorkspaceStore store = WorkspaceStore.open(workspace)) {
                Given.open(store, item, Given.ANNA).redo();
                assertEquals(sets.get(i), store.annotations().set(item, Given.ANNA));
            }
        }
        try (WorkspaceStore store = WorkspaceStore.open(workspace)) {
            assertEquals(0, Given.open(store, item, Given.ANNA).redoName().stream().count());
            assertTrue(store.check().ok(), () -> store.check().problems().toString());
        }
    }

    @Test
    void anIdThatOnlyTheJournalKnowsIsNotGivenOutAgain() {
        ItemId item;
        try (WorkspaceStore store = WorkspaceStore.create(workspace)) {
            Project project = Given.project(store);
            item = Given.items(store, project, 1).getFirst();
            EditHistory history = Given.open(store, item, Given.ANNA);
            history.perform(EditName.DRAW, Edit.add(history.set(), List.of(Given.box(store, Given.label(project, 0), 1))));
            history.undo();
        }
        try (WorkspaceStore store = WorkspaceStore.open(workspace)) {
            EditHistory history = Given.open(store, item, Given.ANNA);
            AnnotationId fresh = store.annotationIds().next();
            history.redo();
            assertTrue(fresh.compareTo(history.set().annotations().getFirst().id()) > 0);
        }
    }

    @Test
    void aNewStepAfterUndoForgetsWhatWasUndone() {
        try (WorkspaceStore store = WorkspaceStore.create(workspace)) {
            Project project = Given.project(store);
            ItemId item = Given.items(store, project, 1).getFirst();
            EditHistory history = Given.open(store, item, Given.ANNA);
            for (int i = 0; i < 3; i++) {
                history.perform(EditName.DRAW, Edit.add(history.set(), List.of(Given.box(store, Given.label(project, 0), i))));
            }
            history.undo();
            history.undo();
            history.perform(EditName.PASTE, Edit.add(history.set(), List.of(Given.box(store, Given.label(project, 1), 9))));
            StoredHistory stored = store.annotations().history(item, Given.ANNA);
            assertEquals(List.of(EditName.DRAW, EditName.PASTE), stored.done().stream().map(step -> step.name()).toList());
            assertEquals(List.of(), stored.undone());
        }
    }

    @Test
    void anEditOfAnotherStateThanTheStoredOneIsRefused() {
        try (WorkspaceStore store = WorkspaceStore.create(workspace)) {
            Project project = Given.project(store);
            ItemId item = Given.items(store, project, 1).getFirst();
            EditHistory first = Given.open(store, item, Given.ANNA);
            EditHistory second = Given.open(store, item, Given.ANNA);
            first.perform(EditName.DRAW, Edit.add(first.set(), List.of(Given.box(store, Given.label(project, 0), 1))));
            AnnotationSet before = second.set();
            StoreException failure = assertThrows(StoreException.class,
                    () -> second.perform(EditName.DRAW, Edit.add(before, List.of(Given.box(store, Given.label(project, 0), 2)))));
            assertEquals(StoreException.Reason.FAILED, failure.reason());
            assertEquals(before, second.set());
            assertEquals(first.set(), store.annotations().set(item, Given.ANNA));
        }
    }

    @Test
    void anEditOfADeletedItemIsRefused() {
        try (WorkspaceStore store = WorkspaceStore.create(workspace)) {
            Project project = Given.project(store);
            ItemId item = Given.items(store, project, 1).getFirst();
            EditHistory history = Given.open(store, item, Given.ANNA);
            store.items().delete(List.of(item));
            assertThrows(StoreException.class,
                    () -> history.perform(EditName.DRAW, Edit.add(history.set(), List.of(Given.box(store, Given.label(project, 0), 2)))));
            assertTrue(store.check().ok(), () -> store.check().problems().toString());
        }
    }

    @Test
    void insertingAtOnePlaceAgainAndAgainKeepsTheOrder() {
        try (WorkspaceStore store = WorkspaceStore.create(workspace)) {
            Project project = Given.project(store);
            ItemId item = Given.items(store, project, 1).getFirst();
            EditHistory history = Given.open(store, item, Given.ANNA);
            history.perform(EditName.DRAW, Edit.add(history.set(),
                    List.of(Given.box(store, Given.label(project, 0), 1), Given.box(store, Given.label(project, 0), 2))));
            for (int i = 0; i < 120; i++) {
                history.perform(EditName.DRAW,
                        new Edit.Insert(List.of(new Edit.Placed(1, Given.box(store, Given.label(project, 0), i / 10.0)))));
            }
            assertEquals(history.set(), store.annotations().set(item, Given.ANNA));
            assertTrue(store.check().ok(), () -> store.check().problems().toString());
        }
    }

    @Test
    void anySequenceOfEditsLeavesTheSameInTheFileAsInMemory() {
        try (WorkspaceStore store = WorkspaceStore.create(workspace)) {
            Project project = Given.project(store);
            ItemId item = Given.items(store, project, 1).getFirst();
            EditHistory history = Given.open(store, item, Given.ANNA);
            Random random = new Random(42);
            for (int i = 0; i < 400; i++) {
                step(store, project, history, random);
                assertEquals(history.set(), store.annotations().set(item, Given.ANNA), "after step " + i);
            }
            assertTrue(store.check().ok(), () -> store.check().problems().toString());
        }
    }

    private static void step(WorkspaceStore store, Project project, EditHistory history, Random random) {
        List<Annotation> now = history.set().annotations();
        switch (random.nextInt(now.isEmpty() ? 2 : 7)) {
            case 0 -> history.undo();
            case 1 -> history.perform(EditName.PASTE, new Edit.Insert(List.of(
                    new Edit.Placed(random.nextInt(now.size() + 1),
                            Given.box(store, Given.label(project, random.nextInt(2)), random.nextInt(500))),
                    new Edit.Placed(random.nextInt(now.size() + 2),
                            Given.box(store, Given.label(project, random.nextInt(2)), random.nextInt(500))))));
            case 2 -> history.redo();
            case 3 -> history.perform(EditName.DELETE, new Edit.Remove(List.of(now.get(random.nextInt(now.size())).id())));
            case 4 -> history.perform(EditName.RELABEL, new Edit.Replace(
                    List.of(now.get(random.nextInt(now.size())).withLabel(Given.label(project, random.nextInt(2))))));
            case 5 -> {
                List<Annotation> shuffled = new ArrayList<>(now);
                Collections.shuffle(shuffled, random);
                List<Edit.Placed> placed = new ArrayList<>();
                for (int i = 0; i < shuffled.size(); i++) {
                    placed.add(new Edit.Placed(i, shuffled.get(i)));
                }
                history.perform(EditName.ORDER,
                        new Edit.Several(List.of(new Edit.Remove(now.stream().map(Annotation::id).toList()), new Edit.Insert(placed))));
            }
            case 6 -> {
                Annotation raised = now.get(random.nextInt(now.size()));
                history.perform(EditName.ORDER, new Edit.Several(List.of(new Edit.Remove(List.of(raised.id())),
                        new Edit.Insert(List.of(new Edit.Placed(now.size() - 1, raised))))));
            }
            default -> throw new IllegalStateException("no such step");
        }
    }
}
