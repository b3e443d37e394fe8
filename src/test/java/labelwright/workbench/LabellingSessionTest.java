package labelwright.workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import labelwright.edit.Edit;
import labelwright.edit.EditHistory;
import labelwright.edit.EditName;
import labelwright.geometry.Box;
import labelwright.model.Annotation;
import labelwright.model.AnnotationId;
import labelwright.model.AnnotationIds;
import labelwright.model.AnnotationSet;
import labelwright.model.Author;
import labelwright.model.Item;
import labelwright.model.ItemId;
import labelwright.model.LabelId;
import labelwright.model.MediaRef;
import labelwright.model.ModelId;
import labelwright.model.Origin;
import labelwright.model.ProjectId;
import labelwright.model.Split;
import labelwright.model.WorkState;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class LabellingSessionTest {
    private static final ModelId MODEL = new ModelId(7);
    private static final LabelId LABEL = new LabelId(3);
    private final List<EditHistory.Commit> sunk = new ArrayList<>();

    @Test
    void takingCopiesTheSuggestionAndUndoOpensItAgain() {
        LabellingSession session = session();
        assertEquals(List.of(0.9, 0.5, 0.2), session.suggestions(MODEL).stream().map(Annotation::score).toList());
        List<AnnotationId> sure = session.suggestions(MODEL, 0.5).stream().map(Annotation::id).toList();
        List<Annotation> taken = session.take(sure);
        assertEquals(2, taken.size());
        assertEquals(new Origin.Taken(new AnnotationId(2), MODEL, 0.9, Origin.Fidelity.UNCHANGED), taken.getFirst().origin());
        assertEquals(taken, session.set().annotations());
        assertEquals(List.of(new AnnotationId(1)), session.suggestions(MODEL).stream().map(Annotation::id).toList());
        assertEquals(EditName.TAKE_SUGGESTIONS, session.undoName().orElseThrow());
        session.undo();
        assertEquals(3, session.suggestions(MODEL).size());
        assertTrue(session.set().annotations().isEmpty());
        assertEquals(2, sunk.size());
    }

    @Test
    void aRefusedSuggestionIsAnsweredAndCannotBeTaken() {
        LabellingSession session = session();
        session.refuse(Set.of(new AnnotationId(1)));
        assertEquals(Set.of(new AnnotationId(1)), session.set().refused());
        assertEquals(2, session.suggestions(MODEL).size());
        assertThrows(IllegalArgumentException.class, () -> session.take(List.of(new AnnotationId(1))));
        assertThrows(IllegalArgumentException.class, () -> session.take(List.of(new AnnotationId(99))));
        session.undo();
        assertEquals(3, session.suggestions(MODEL).size());
    }

    @Test
    void submittingIsOneStepAndEditingMakesADraftAgain() {
        LabellingSession session = session();
        int[] told = {0};
        session.onChange(() -> told[0]++);
        session.submit();
        session.submit();
        assertEquals(WorkState.SUBMITTED, session.state());
        Annotation drawn = new Annotation(session.newId(), LABEL, new Box(1, 1, 5, 5), new Origin.Manual());
        session.perform(EditName.DRAW, Edit.add(session.set(), List.of(drawn)));
        assertEquals(WorkState.DRAFT, session.state());
        session.undo();
        assertEquals(WorkState.SUBMITTED, session.state());
        session.reopen();
        assertEquals(WorkState.DRAFT, session.state());
        assertEquals(4, told[0]);
    }

    private LabellingSession session() {
        ItemId id = new ItemId(1);
        Item item = new Item(id, new ProjectId(1), "a.png", new MediaRef(MediaRef.Place.COPIED, "a.png"), 100, 80, Split.NONE);
        AnnotationSet suggested = new AnnotationSet(id, new Author.ByModel(MODEL), WorkState.SUBMITTED,
                List.of(suggestion(1, 0.2), suggestion(2, 0.9), suggestion(3, 0.5)), Set.of());
        EditHistory history = new EditHistory(AnnotationSet.empty(id, new Author.Annotator("kim")), List.of(), List.of(), sunk::add);
        return new LabellingSession(item, history, new AnnotationIds(10), List.of(suggested));
    }

    private static Annotation suggestion(long id, double score) {
        return new Annotation(new AnnotationId(id), LABEL, new Box(id, id, 10, 10), new Origin.Suggested(MODEL, score));
    }
}
