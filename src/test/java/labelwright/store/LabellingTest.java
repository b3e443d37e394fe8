package labelwright.store;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import labelwright.edit.Edit;
import labelwright.edit.EditHistory;
import labelwright.edit.EditName;
import labelwright.model.Annotation;
import labelwright.model.AnnotationSet;
import labelwright.model.ItemId;
import labelwright.model.Project;
import labelwright.model.WorkState;
import labelwright.model.query.ItemQuery;
import labelwright.model.query.ItemQueryParser;
import labelwright.model.query.ItemSort;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class LabellingTest {
    @TempDir
    private Path folder;

    @Test
    void aDrawnBoxIsThereAfterARestart() {
        AnnotationSet drawn;
        ItemId item;
        try (WorkspaceStore store = WorkspaceStore.create(folder.resolve("w"))) {
            Project project = Given.project(store);
            item = Given.items(store, project, 3).get(1);
            EditHistory history = Given.open(store, item, Given.ANNA);
            Annotation box = Given.box(store, Given.label(project, 0), 0.1);
            history.perform(EditName.DRAW, Edit.add(history.set(), List.of(box)));
            history.perform(EditName.SUBMIT, new Edit.ChangeState(WorkState.SUBMITTED));
            drawn = history.set();
            assertEquals(List.of(item), store.items().ids(project.id(), ItemQueryParser.parse("label:RED state:submitted"), Given.ANNA,
                    ItemSort.IMPORTED));
        }
        try (WorkspaceStore store = WorkspaceStore.open(folder.resolve("w"))) {
            assertEquals(drawn, store.annotations().set(item, Given.ANNA));
            EditHistory history = Given.open(store, item, Given.ANNA);
            history.undo();
            history.undo();
            assertEquals(AnnotationSet.empty(item, Given.ANNA), store.annotations().set(item, Given.ANNA));
            history.redo();
            assertEquals(history.set(), store.annotations().set(item, Given.ANNA));
            assertEquals(1, Given.open(store, item, Given.ANNA).redoName().stream().count());
            assertTrue(store.check().ok(), () -> store.check().problems().toString());
            assertEquals(3, store.items().facets(store.projects().all().getFirst().id(), ItemQuery.all(), Given.ANNA).total());
        }
    }
}
