package labelwright.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import labelwright.edit.Edit;
import labelwright.edit.EditHistory;
import labelwright.edit.EditName;
import labelwright.model.AnnotationSet;
import labelwright.model.ItemId;
import labelwright.model.Project;
import labelwright.model.WorkState;
import labelwright.model.query.ItemQuery;
import labelwright.model.query.ItemSort;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// kill -9 at any instant: the workspace opens, nothing that was acknowledged is missing, nothing half is left.
class KillTest {
    private static final int ROUNDS = 30;
    @TempDir
    private Path folder;

    @Test
    void labellingLosesNothingThatWasSaved() throws IOException, InterruptedException {
        Path workspace = folder.resolve("w");
        try (WorkspaceStore store = WorkspaceStore.create(workspace)) {
            Given.items(store, Given.projectWithRelations(store), 4);
        }
        Random random = new Random(1);
        int edits = 0;
        for (int round = 0; round < ROUNDS; round++) {
            List<String> said = new ArrayList<>();
            try (ChildProcess child = ChildProcess.start(KillTestChild.class, "label", workspace.toString(), String.valueOf(round))) {
                int until = 1 + random.nextInt(60);
                for (int i = 0; i < until; i++) {
                    said.add(String.valueOf(child.readLine()));
                }
                child.kill();
                said.addAll(child.lastLines());
            }
            assertEquals("open", said.getFirst(), () -> String.join("\n", said));
            edits += said.size() - 1;
            try (WorkspaceStore store = WorkspaceStore.open(workspace)) {
                if (said.size() > 1) {
                    requireSaved(store, said.subList(1, said.size()));
                }
                List<String> problems = store.check().problems();
                assertEquals(List.of(), problems, "round " + round);
            }
        }
        assertTrue(edits > ROUNDS, "the children were killed before they did anything");
    }

    /// The last acknowledged state, or one edit more: the one that was saved but not yet acknowledged.
    private static void requireSaved(WorkspaceStore store, List<String> said) {
        String[] last = said.getLast().split(" ");
        assertEquals(3, last.length, said.getLast());
        ItemId item = new ItemId(Long.parseLong(last[0]));
        EditHistory history = Given.open(store, item, Given.ANNA);
        int done = store.annotations().history(item, Given.ANNA).done().size();
        List<String> states = new ArrayList<>(List.of(KillTestChild.fingerprint(done, history)));
        if (history.redo().isPresent()) {
            states.add(KillTestChild.fingerprint(done + 1, history));
            history.undo();
        }
        if (history.undo().isPresent()) {
            states.add(KillTestChild.fingerprint(done - 1, history));
            history.redo();
        }
        assertTrue(states.contains(last[2]), () -> "found " + states + ", acknowledged " + said);
    }

    @Test
    void anImportThatWasKilledLeavesNothing() throws IOException, InterruptedException {
        Path workspace = folder.resolve("w");
        List<ItemId> items;
        List<AnnotationSet> sets;
        Project project;
        try (WorkspaceStore store = WorkspaceStore.create(workspace)) {
            project = Given.projectWithRelations(store);
            items = Given.items(store, project, 10);
            EditHistory history = Given.open(store, items.getFirst(), Given.ANNA);
            history.perform(EditName.DRAW, Edit.add(history.set(), List.of(Given.box(store, Given.label(project, 0), 1))));
            history.perform(EditName.SUBMIT, new Edit.ChangeState(WorkState.SUBMITTED));
            sets = store.annotations().sets(items, Given.ANNA);
        }
        Random random = new Random(2);
        for (int round = 0; round < ROUNDS; round++) {
            List<String> said = new ArrayList<>();
            try (ChildProcess child = ChildProcess.start(KillTestChild.class, "import", workspace.toString(), String.valueOf(round))) {
                int until = 1 + random.nextInt(12);
                for (int i = 0; i < until; i++) {
                    said.add(String.valueOf(child.readLine()));
                }
                child.kill();
            }
            assertEquals("open", said.getFirst(), () -> String.join("\n", said));
            try (WorkspaceStore store = WorkspaceStore.open(workspace)) {
                assertEquals(items, store.items().ids(project.id(), ItemQuery.all(), Given.ANNA, ItemSort.IMPORTED));
                assertEquals(sets, store.annotations().sets(items, Given.ANNA), "round " + round);
                assertEquals(List.of(), store.check().problems(), "round " + round);
                assertEquals(1, store.imports().past(project.id()).size());
                assertEquals(items.size(), store.check().items());
            }
        }
    }
}
