package labelwright.workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.Test;

import labelwright.edit.Edit;
import labelwright.edit.EditHistory;
import labelwright.edit.EditName;
import labelwright.geometry.Box;
import labelwright.model.Annotation;
import labelwright.model.AnnotationId;
import labelwright.model.AnnotationIds;
import labelwright.model.AnnotationSet;
import labelwright.model.AnswerSuggestion;
import labelwright.model.Author;
import labelwright.model.Item;
import labelwright.model.ItemId;
import labelwright.model.LabelId;
import labelwright.model.MediaRef;
import labelwright.model.ModelId;
import labelwright.model.Origin;
import labelwright.model.ProjectId;
import labelwright.model.Relation;
import labelwright.model.RelationId;
import labelwright.model.RelationTypeId;
import labelwright.model.Split;
import labelwright.model.WorkState;
import labelwright.workbench.LabellingSession.StartValues;

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
    void answersAreTakenWithRegionsAsOneStepAndComeBackByOneUndo() {
        LabellingSession session = session(Map.of("kind", "cat", "place", "home"), List.of());
        assertEquals(List.of("kind", "place"), session.suggestedAnswers(MODEL).stream().map(AnswerSuggestion::question).toList());
        session.take(List.of(new AnnotationId(1), new AnnotationId(2)), session.suggestedAnswers(MODEL),
                new StartValues(UnaryOperator.identity(), Map.of("seen", "1", "kind", "dog")));
        assertEquals(Map.of("kind", "cat", "place", "home", "seen", "1"), session.set().answers());
        assertEquals(2, session.set().annotations().size());
        assertEquals(List.of(), session.suggestedAnswers(MODEL));
        session.undo();
        assertEquals(Map.of(), session.set().answers());
        assertEquals(List.of(), session.set().annotations());
        assertEquals(2, session.suggestedAnswers(MODEL).size());
    }

    @Test
    void aRefusedAnswerIsNotOpenAndUndoOpensItAgain() {
        LabellingSession session = session(Map.of("kind", "cat", "place", "home"), List.of());
        AnswerSuggestion kind = session.suggestedAnswers(MODEL).getFirst();
        session.refuse(List.of(new AnnotationId(1)), List.of(kind));
        assertEquals(EditName.REFUSE_SUGGESTIONS, session.undoName().orElseThrow());
        assertEquals(List.of("place"), session.suggestedAnswers(MODEL).stream().map(AnswerSuggestion::question).toList());
        assertThrows(IllegalArgumentException.class, () -> session.take(List.of(), List.of(kind), StartValues.NONE));
        session.undo();
        assertEquals(2, session.suggestedAnswers(MODEL).size());
        assertEquals(3, session.suggestions(MODEL).size());
    }

    @Test
    void aRelationComesAlongWhenItsSecondEndIsTaken() {
        RelationTypeId type = new RelationTypeId(5);
        Relation said = new Relation(new RelationId(40), type, new AnnotationId(1), new AnnotationId(2), new Origin.Suggested(MODEL, 0.7),
                Map.of("sure", "yes"));
        LabellingSession session = session(Map.of(), List.of(said));
        assertEquals(List.of(said), session.suggestedRelations(MODEL));
        AnnotationId first = session.take(List.of(new AnnotationId(1))).getFirst().id();
        assertEquals(List.of(), session.set().relations());
        assertEquals(List.of(), session.suggestedRelations(MODEL));
        AnnotationId second = session.take(List.of(new AnnotationId(2))).getFirst().id();
        Relation taken = session.set().relations().getFirst();
        assertEquals(new Relation(taken.id(), type, first, second, new Origin.Taken(new AnnotationId(40), MODEL, 0.7,
                Origin.Fidelity.UNCHANGED), Map.of("sure", "yes")), taken);
        session.undo();
        assertEquals(List.of(), session.set().relations());
        assertEquals(1, session.set().annotations().size());
        session.undo();
        session.take(List.of(new AnnotationId(1), new AnnotationId(2)));
        assertEquals(1, session.set().relations().size());
        session.undo();
        assertEquals(List.of(said), session.suggestedRelations(MODEL));
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
        return session(Map.of(), List.of());
    }

    private LabellingSession session(Map<String, String> answers, List<Relation> relations) {
        ItemId id = new ItemId(1);
        Item item = new Item(id, new ProjectId(1), "a.png", new MediaRef(MediaRef.Place.COPIED, "a.png"), 100, 80, Split.NONE);
        AnnotationSet suggested = new AnnotationSet(id, new Author.ByModel(MODEL), WorkState.SUBMITTED,
                List.of(suggestion(1, 0.2), suggestion(2, 0.9), suggestion(3, 0.5)), relations, Set.of(), answers);
        EditHistory history = new EditHistory(AnnotationSet.empty(id, new Author.Annotator("kim")), List.of(), List.of(), sunk::add);
        return new LabellingSession(item, history, new AnnotationIds(100), List.of(suggested));
    }

    private static Annotation suggestion(long id, double score) {
        return new Annotation(new AnnotationId(id), LABEL, new Box(id, id, 10, 10), new Origin.Suggested(MODEL, score));
    }
}
