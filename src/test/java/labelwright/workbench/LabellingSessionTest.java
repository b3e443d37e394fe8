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
    private static final Author SAID = new Author.ByModel(MODEL);
    private static final LabelId LABEL = new LabelId(3);
    private static final LabelId OTHER = new LabelId(4);
    private static final Author.Annotator KIM = new Author.Annotator("kim");
    private static final Author.Annotator LEE = new Author.Annotator("lee");
    private final List<EditHistory.Commit> sunk = new ArrayList<>();

    @Test
    void takingCopiesTheSuggestionAndUndoOpensItAgain() {
        LabellingSession session = session();
        assertEquals(List.of(0.9, 0.5, 0.2), session.suggestions(SAID).stream().map(Annotation::score).toList());
        List<AnnotationId> sure = session.suggestions(SAID).stream().filter(one -> one.score() >= 0.5).map(Annotation::id).toList();
        List<Annotation> taken = session.take(sure);
        assertEquals(2, taken.size());
        assertEquals(new Origin.Taken(new AnnotationId(2), MODEL, 0.9, Origin.Fidelity.UNCHANGED), taken.getFirst().origin());
        assertEquals(taken, session.set().annotations());
        assertEquals(List.of(new AnnotationId(1)), session.suggestions(SAID).stream().map(Annotation::id).toList());
        assertEquals(EditName.TAKE_SUGGESTIONS, session.undoName().orElseThrow());
        session.undo();
        assertEquals(3, session.suggestions(SAID).size());
        assertTrue(session.set().annotations().isEmpty());
        assertEquals(2, sunk.size());
    }

    @Test
    void aRefusedSuggestionIsAnsweredAndCannotBeTaken() {
        LabellingSession session = session();
        session.refuse(Set.of(new AnnotationId(1)));
        assertEquals(Set.of(new AnnotationId(1)), session.set().refused());
        assertEquals(2, session.suggestions(SAID).size());
        assertThrows(IllegalArgumentException.class, () -> session.take(List.of(new AnnotationId(1))));
        assertThrows(IllegalArgumentException.class, () -> session.take(List.of(new AnnotationId(99))));
        session.undo();
        assertEquals(3, session.suggestions(SAID).size());
    }

    @Test
    void answersAreTakenWithRegionsAsOneStepAndComeBackByOneUndo() {
        LabellingSession session = session(Map.of("kind", "cat", "place", "home"), List.of());
        assertEquals(List.of("kind", "place"), session.suggestedAnswers(SAID).stream().map(AnswerSuggestion::question).toList());
        session.take(List.of(new AnnotationId(1), new AnnotationId(2)), session.suggestedAnswers(SAID),
                new StartValues(UnaryOperator.identity(), Map.of("seen", "1", "kind", "dog")));
        assertEquals(Map.of("kind", "cat", "place", "home", "seen", "1"), session.set().answers());
        assertEquals(2, session.set().annotations().size());
        assertEquals(List.of(), session.suggestedAnswers(SAID));
        session.undo();
        assertEquals(Map.of(), session.set().answers());
        assertEquals(List.of(), session.set().annotations());
        assertEquals(2, session.suggestedAnswers(SAID).size());
    }

    @Test
    void aRefusedAnswerIsNotOpenAndUndoOpensItAgain() {
        LabellingSession session = session(Map.of("kind", "cat", "place", "home"), List.of());
        AnswerSuggestion kind = session.suggestedAnswers(SAID).getFirst();
        session.refuse(List.of(new AnnotationId(1)), List.of(kind));
        assertEquals(EditName.REFUSE_SUGGESTIONS, session.undoName().orElseThrow());
        assertEquals(List.of("place"), session.suggestedAnswers(SAID).stream().map(AnswerSuggestion::question).toList());
        assertThrows(IllegalArgumentException.class, () -> session.take(List.of(), List.of(kind), StartValues.NONE));
        session.undo();
        assertEquals(2, session.suggestedAnswers(SAID).size());
        assertEquals(3, session.suggestions(SAID).size());
    }

    @Test
    void aRelationComesAlongWhenItsSecondEndIsTaken() {
        RelationTypeId type = new RelationTypeId(5);
        Relation said = new Relation(new RelationId(40), type, new AnnotationId(1), new AnnotationId(2), new Origin.Suggested(MODEL, 0.7),
                Map.of("sure", "yes"));
        LabellingSession session = session(Map.of(), List.of(said));
        assertEquals(List.of(said), session.suggestedRelations(SAID));
        AnnotationId first = session.take(List.of(new AnnotationId(1))).getFirst().id();
        assertEquals(List.of(), session.set().relations());
        assertEquals(List.of(), session.suggestedRelations(SAID));
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
        assertEquals(List.of(said), session.suggestedRelations(SAID));
    }

    @Test
    void ofAnotherPersonOnlyWhatDiffersIsOpenAndTakingItTakesThePlaceOfOnesOwn() {
        LabellingSession session = compared();
        assertEquals(new Agreement(1, 1, 1, 1), session.agreement(LEE).orElseThrow());
        assertEquals(List.of(52L, 53L), session.suggestions(LEE).stream().map(each -> each.id().value()).toList());
        List<Annotation> taken = session.take(List.of(new AnnotationId(52), new AnnotationId(53)));
        assertEquals(List.of(OTHER, LABEL), taken.stream().map(Annotation::label).toList());
        assertEquals(List.of(11L, 12L, 13L), session.set().annotations().stream().limit(3).map(each -> each.id().value()).toList());
        assertEquals(OTHER, session.set().annotation(new AnnotationId(12)).label());
        assertEquals(new Origin.Manual(), session.set().annotation(new AnnotationId(12)).origin());
        assertEquals(List.of(), session.suggestions(LEE));
        assertEquals(new Agreement(3, 0, 0, 1), session.agreement(LEE).orElseThrow());
        session.undo();
        assertEquals(2, session.suggestions(LEE).size());
        session.refuse(Set.of(new AnnotationId(53)));
        assertEquals(List.of(52L), session.suggestions(LEE).stream().map(each -> each.id().value()).toList());
        assertEquals(List.of(), session.people().stream().filter(Author.ByModel.class::isInstance).toList());
    }

    @Test
    void relationsOfAnotherPersonThatAreMissingAreTakenForThemselvesOrComeWithTheirEnds() {
        LabellingSession session = compared();
        assertEquals(List.of(40L), session.missingRelations(LEE).stream().map(each -> each.id().value()).toList());
        session.take(new LabellingSession.Taking(List.of(), List.of(), session.missingRelations(LEE), StartValues.NONE));
        Relation taken = session.set().relations().getFirst();
        assertEquals(List.of(new AnnotationId(11), new AnnotationId(12)), List.of(taken.from(), taken.to()));
        assertEquals(List.of(), session.missingRelations(LEE));
        session.take(List.of(new AnnotationId(53)));
        assertEquals(2, session.set().relations().size());
        assertEquals(new AnnotationId(11), session.set().relations().getLast().from());
        session.undo();
        session.undo();
        assertEquals(List.of(), session.set().relations());
    }

    @Test
    void aQuestionThatAnotherPersonAnsweredOtherwiseIsOpen() {
        LabellingSession session = compared();
        assertEquals(List.of(new AnswerSuggestion(LEE, "kind", "dog")), session.suggestedAnswers(LEE));
        AnswerSuggestion dog = session.suggestedAnswers(LEE).getFirst();
        session.refuse(List.of(), List.of(dog));
        assertEquals(List.of(), session.suggestedAnswers(LEE));
        session.undo();
        session.take(List.of(), List.of(dog), StartValues.NONE);
        assertEquals(Map.of("kind", "dog", "place", "home"), session.set().answers());
        assertEquals(List.of(), session.suggestedAnswers(LEE));
    }

    @Test
    void peopleOfAnotherItemAreNotBrought() {
        LabellingSession session = session();
        AnnotationSet elsewhere = AnnotationSet.empty(new ItemId(2), LEE);
        session.bring(new OtherPeople(elsewhere.item(), List.of(elsewhere), AnnotationSet.empty(new ItemId(2), KIM)));
        assertEquals(List.of(), session.people());
    }

    /// Kim has 11 to 13. Of Lee's, 51 is nearly 11, 52 lies where 12 does with another label, and 53 is where Kim has nothing.
    private LabellingSession compared() {
        ItemId id = new ItemId(1);
        AnnotationSet own = AnnotationSet.empty(id, KIM).withState(WorkState.DRAFT)
                .withAnnotations(List.of(drawn(11, LABEL, 0, 40), drawn(12, LABEL, 50, 20), drawn(13, LABEL, 75, 4)))
                .withAnswers(Map.of("kind", "cat", "place", "home"));
        AnnotationSet lee = AnnotationSet.empty(id, LEE)
                .withAnnotations(List.of(drawn(51, LABEL, 1, 40), drawn(52, OTHER, 50, 20), drawn(53, LABEL, 90, 8)))
                .withRelations(List.of(between(40, 51, 52), between(41, 51, 53))).withAnswers(Map.of("kind", "dog", "place", "home"));
        LabellingSession session = new LabellingSession(item(id), new EditHistory(own, List.of(), List.of(), sunk::add),
                new AnnotationIds(100), List.of());
        session.bring(new OtherPeople(id, List.of(lee), own));
        assertEquals(List.of(LEE), session.people());
        return session;
    }

    private static Annotation drawn(long id, LabelId label, double x, double width) {
        return new Annotation(new AnnotationId(id), label, new Box(x, 5, width, 20), new Origin.Manual());
    }

    private static Relation between(long id, long from, long to) {
        return new Relation(new RelationId(id), new RelationTypeId(5), new AnnotationId(from), new AnnotationId(to), new Origin.Manual());
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
        AnnotationSet suggested = new AnnotationSet(id, SAID, WorkState.SUBMITTED,
                List.of(suggestion(1, 0.2), suggestion(2, 0.9), suggestion(3, 0.5)), relations, Set.of(), answers);
        EditHistory history = new EditHistory(AnnotationSet.empty(id, KIM), List.of(), List.of(), sunk::add);
        return new LabellingSession(item(id), history, new AnnotationIds(100), List.of(suggested));
    }

    private static Item item(ItemId id) {
        return new Item(id, new ProjectId(1), "a.png", new MediaRef(MediaRef.Place.COPIED, "a.png"), 100, 80, Split.NONE);
    }

    private static Annotation suggestion(long id, double score) {
        return new Annotation(new AnnotationId(id), LABEL, new Box(id, id, 10, 10), new Origin.Suggested(MODEL, score));
    }
}
