package labelwright.workbench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import labelwright.edit.Edit;
import labelwright.edit.EditName;
import labelwright.geometry.Box;
import labelwright.model.Annotation;
import labelwright.model.Author;
import labelwright.model.ItemId;
import labelwright.model.LabelId;
import labelwright.model.Origin;
import labelwright.model.WorkState;
import labelwright.model.query.ItemSort;
import labelwright.task.CancelToken;
import labelwright.task.Progress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

@Timeout(60)
class LabellingTest {
    @TempDir
    private Path folder;
    private TestBench test;
    private LabelId cat;
    private ItemId item;

    @BeforeEach
    void open() throws IOException {
        test = TestBench.create(folder.resolve("w"));
        cat = test.get().projects().addLabel(test.project().id(), "cat").schema().labels().getFirst().id();
        for (int i = 0; i < 3; i++) {
            TestPictures.png(folder.resolve("data/p" + i + ".png"), 100, 80);
        }
        test.get().imports().run(ImportRequest.of(test.project(), folder.resolve("data"), TestBench.KIM), Progress.NONE, new CancelToken());
        item = find("").getFirst();
    }

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void everyEditIsThereAfterARestartAndCanBeUndone() {
        LabellingSession session = test.get().labelling().open(item, TestBench.KIM);
        List<Annotation> drawn = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            drawn.add(draw(session, i));
        }
        session.submit();
        test.suspend();
        test.resume();
        LabellingSession again = test.get().labelling().open(item, TestBench.KIM);
        assertEquals(drawn, again.set().annotations());
        assertEquals(WorkState.SUBMITTED, again.state());
        assertEquals(EditName.SUBMIT, again.undoName().orElseThrow());
        for (int i = 0; i < 51; i++) {
            again.undo();
        }
        assertTrue(again.set().annotations().isEmpty());
        again.redo();
        test.suspend();
        test.resume();
        assertEquals(1, test.get().labelling().open(item, TestBench.KIM).set().annotations().size());
        assertTrue(test.get().maintenance().check().ok());
    }

    @Test
    void statesAndLabelsCanBeAskedFor() {
        LabellingSession session = test.get().labelling().open(item, TestBench.KIM);
        draw(session, 1);
        test.get().labelling().flush();
        assertEquals(List.of(item), find("state:draft label:cat"));
        session.submit();
        test.get().labelling().flush();
        assertEquals(List.of(item), find("state:submitted"));
        assertEquals(2, find("state:new").size());
        WorkbenchException e = assertThrows(WorkbenchException.class, () -> test.get().projects().removeLabel(test.project().id(), cat));
        assertTrue(String.valueOf(e.getMessage()).contains("1"), e.getMessage());
    }

    @Test
    void labelsAreRenamedRecolouredAndReorderedInPlace() {
        Projects projects = test.get().projects();
        LabelId dog = projects.addLabel(test.project().id(), "dog").schema().labels().getLast().id();
        assertThrows(WorkbenchException.class, () -> projects.addLabel(test.project().id(), "dog"));
        assertThrows(WorkbenchException.class, () -> projects.renameLabel(test.project().id(), cat, "dog"));
        projects.renameLabel(test.project().id(), cat, "lion");
        projects.recolour(test.project().id(), cat, labelwright.model.Colour.parse("#102030"));
        projects.reorder(test.project().id(), dog, 0);
        assertEquals(List.of("dog", "lion"), test.project().schema().names());
        assertEquals("#102030", test.project().schema().label(cat).colour().toHex());
        projects.removeLabel(test.project().id(), cat);
        assertEquals(List.of("dog"), test.project().schema().names());
    }

    @Test
    void anAnswerThatWasChangedElsewhereIsNotOverwritten() {
        LabellingSession one = test.get().labelling().open(item, TestBench.KIM);
        LabellingSession other = test.get().labelling().open(item, TestBench.KIM);
        draw(one, 1);
        draw(other, 2);
        assertThrows(WorkbenchException.class, () -> test.get().labelling().flush());
        ItemId second = find("").get(1);
        draw(test.get().labelling().open(second, TestBench.KIM), 3);
        assertThrows(WorkbenchException.class, () -> test.get().labelling().open(item, TestBench.KIM));
        test.get().labelling().discard(item);
        assertEquals(one.set().annotations(), test.get().labelling().open(item, TestBench.KIM).set().annotations());
        assertEquals(1, test.get().labelling().open(second, TestBench.KIM).set().annotations().size());
    }

    @Test
    void whatWasOpenedAheadIsThereAtOnceAndOnlyOnce() {
        draw(test.get().labelling().open(item, TestBench.KIM), 1);
        test.get().labelling().openAhead(List.of(item), TestBench.KIM);
        LabellingSession ready = test.get().labelling().findOpen(item, TestBench.KIM).orElseThrow();
        assertEquals(1, ready.set().annotations().size());
        assertTrue(test.get().labelling().findOpen(item, TestBench.KIM).isEmpty());
    }

    @Test
    void whatWasOpenedAheadIsForgottenWhenItIsEditedOrWhenAnythingElseIsWritten() {
        ItemId second = find("").get(1);
        LabellingSession elsewhere = test.get().labelling().open(item, TestBench.KIM);
        draw(elsewhere, 0);
        test.get().labelling().flush();
        test.get().labelling().openAhead(List.of(item, second), TestBench.KIM);
        draw(elsewhere, 1);
        assertTrue(test.get().labelling().findOpen(item, TestBench.KIM).isEmpty(), "edited since");
        assertTrue(test.get().labelling().findOpen(second, TestBench.KIM).isPresent(), "another item was edited");
        test.get().labelling().openAhead(List.of(second), TestBench.KIM);
        test.get().projects().addLabel(test.project().id(), "dog");
        assertTrue(test.get().labelling().findOpen(second, TestBench.KIM).isEmpty(), "the labels changed");
        test.get().labelling().openAhead(List.of(second, new ItemId(12345)), TestBench.KIM);
        assertTrue(test.get().labelling().findOpen(second, new Author.Annotator("ann")).isEmpty(), "of another person");
        assertTrue(test.get().labelling().findOpen(new ItemId(12345), TestBench.KIM).isEmpty(), "there is no such item");
    }

    private List<ItemId> find(String query) {
        return test.get().catalogue().find(test.project(), query, TestBench.KIM, ItemSort.NAME);
    }

    private Annotation draw(LabellingSession session, int place) {
        Annotation drawn = new Annotation(session.newId(), cat, new Box(place, place, 10, 10), new Origin.Manual());
        session.perform(EditName.DRAW, Edit.add(session.set(), List.of(drawn)));
        return drawn;
    }
}
