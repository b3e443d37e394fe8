package labelwright.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import labelwright.geometry.Box;
import labelwright.geometry.Mask;
import labelwright.geometry.Spans;
import labelwright.model.Annotation;
import labelwright.model.AnnotationId;
import labelwright.model.AnnotationIds;
import labelwright.model.AnnotationSet;
import labelwright.model.Author;
import labelwright.model.ItemId;
import labelwright.model.LabelId;
import labelwright.model.ModelId;
import labelwright.model.Origin;
import labelwright.model.WorkState;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

class EditHistoryTest {
    private final AnnotationIds ids = new AnnotationIds(0);
    private final List<EditHistory.Commit> commits = new ArrayList<>();
    private final AnnotationSet empty = AnnotationSet.empty(new ItemId(1), new Author.Annotator("anna"));
    private final EditHistory history = new EditHistory(empty, List.of(), List.of(), commits::add);

    @Test
    void drawingMakesANewAnswerADraftAndUndoMakesItNewAgain() {
        history.perform(EditName.DRAW, Edit.add(history.set(), List.of(box(1))));
        assertEquals(WorkState.DRAFT, history.set().state());
        history.undo();
        assertEquals(empty, history.set());
    }

    @Test
    void editingASubmittedAnswerReopensItInTheSameStep() {
        Annotation box = box(1);
        history.perform(EditName.DRAW, Edit.add(history.set(), List.of(box)));
        history.perform(EditName.SUBMIT, new Edit.ChangeState(WorkState.SUBMITTED));
        AnnotationSet submitted = history.set();
        history.perform(EditName.DELETE, new Edit.Remove(List.of(box.id())));
        assertEquals(WorkState.DRAFT, history.set().state());
        history.undo();
        assertEquals(submitted, history.set());
    }

    @Test
    void illegalMovesAreRefusedAndChangeNothing() {
        history.perform(EditName.SUBMIT, new Edit.ChangeState(WorkState.SUBMITTED));
        AnnotationSet before = history.set();
        assertThrows(IllegalArgumentException.class, () -> history.perform(EditName.SUBMIT, new Edit.ChangeState(WorkState.NEW)));
        assertEquals(before, history.set());
        assertEquals(1, commits.size());
    }

    private static Spans row(int y, int from, int to) {
        Spans.Builder spans = new Spans.Builder();
        spans.add(y, from, to);
        return spans.build();
    }

    @Test
    void changedPixelsGoBackToWhatTheyWere() {
        AnnotationId id = ids.next();
        Annotation taken = new Annotation(id, new LabelId(1), new Mask(row(3, 0, 10)),
                new Origin.Taken(new AnnotationId(77), new ModelId(1), 0.5, Origin.Fidelity.UNCHANGED));
        history.perform(EditName.TAKE_SUGGESTION, Edit.add(history.set(), List.of(taken)));
        AnnotationSet before = history.set();
        history.perform(EditName.PAINT, new Edit.ChangePixels(id, row(3, 10, 14), row(3, 2, 4)));
        AnnotationSet first = history.set();
        history.perform(EditName.PAINT, new Edit.ChangePixels(id, row(4, 0, 2), Spans.NONE));
        assertEquals(14, history.set().annotation(id).shape().area());
        history.undo();
        assertEquals(first, history.set());
        history.undo();
        assertEquals(before, history.set());
        history.redo();
        assertEquals(first, history.set());
    }

    @Test
    void pixelsThatDoNotFitTheMaskAreRefused() {
        AnnotationId id = ids.next();
        Annotation mask = new Annotation(id, new LabelId(1), new Mask(row(3, 0, 10)), new Origin.Manual());
        Annotation box = box(5);
        history.perform(EditName.DRAW, Edit.add(history.set(), List.of(mask, box)));
        AnnotationSet before = history.set();
        for (Edit edit : List.of(new Edit.ChangePixels(id, row(3, 9, 12), Spans.NONE), new Edit.ChangePixels(id, Spans.NONE, row(3, 9, 12)),
                new Edit.ChangePixels(id, Spans.NONE, row(3, 0, 10)), new Edit.ChangePixels(box.id(), row(3, 0, 10), Spans.NONE))) {
            assertThrows(IllegalArgumentException.class, () -> history.perform(EditName.PAINT, edit));
        }
        assertEquals(before, history.set());
    }

    @Test
    void deletedAnnotationsComeBackAtTheirPlaceInTheDrawingOrder() {
        List<Annotation> boxes = List.of(box(1), box(2), box(3), box(4));
        history.perform(EditName.PASTE, Edit.add(history.set(), boxes));
        history.perform(EditName.DELETE, new Edit.Remove(List.of(boxes.get(0).id(), boxes.get(2).id())));
        assertEquals(List.of(boxes.get(1), boxes.get(3)), history.set().annotations());
        history.undo();
        assertEquals(boxes, history.set().annotations());
    }

    @Test
    void answersAboutTheItemAreTakenBackToWhatTheyWere() {
        history.perform(EditName.ANSWER, new Edit.Answer(Map.of("weather", "rain")));
        AnnotationSet rain = history.set();
        history.perform(EditName.ANSWER, new Edit.Answer(Map.of("weather", "", "night", "1")));
        assertEquals(Map.of("night", "1"), history.set().answers());
        history.undo();
        assertEquals(rain, history.set());
        history.undo();
        assertEquals(empty, history.set());
        history.redo();
        assertEquals(rain, history.set());
    }

    @Test
    void aWordThatIsTypedIsOneStep() {
        history.perform(EditName.SUBMIT, new Edit.ChangeState(WorkState.SUBMITTED));
        history.perform(EditName.ANSWER, new Edit.Answer(Map.of("note", "wo")));
        history.amend(EditName.ANSWER, new Edit.Answer(Map.of("note", "word")));
        assertEquals(Map.of("note", "word"), history.set().answers());
        assertFalse(history.canRedo());
        history.undo();
        assertEquals(Map.of(), history.set().answers());
        assertEquals(WorkState.SUBMITTED, history.set().state());
    }

    @Test
    void aNewStepDropsWhatWasUndone() {
        history.perform(EditName.DRAW, Edit.add(history.set(), List.of(box(1))));
        history.undo();
        history.perform(EditName.DRAW, Edit.add(history.set(), List.of(box(2))));
        assertFalse(history.canRedo());
    }

    @Test
    void aStepThatCannotBeWrittenDidNotHappen() {
        EditHistory failing = new EditHistory(empty, List.of(), List.of(), _ -> {
            throw new IllegalStateException("disk full");
        });
        assertThrows(IllegalStateException.class, () -> failing.perform(EditName.DRAW, Edit.add(empty, List.of(box(1)))));
        assertEquals(empty, failing.set());
        assertFalse(failing.canUndo());
    }

    @Test
    void anEditOfSomethingUnknownIsRefused() {
        Edit remove = new Edit.Remove(List.of(new AnnotationId(99)));
        assertThrows(IllegalArgumentException.class, () -> history.perform(EditName.DELETE, remove));
    }

    @Test
    void aTakenSuggestionRemembersThatItWasChanged() {
        Origin taken = new Origin.Taken(new AnnotationId(7), new ModelId(3), 0.8, Origin.Fidelity.UNCHANGED);
        Annotation annotation = new Annotation(ids.next(), new LabelId(1), new Box(0, 0, 4, 4), taken);
        assertEquals(new Origin.Taken(new AnnotationId(7), new ModelId(3), 0.8, Origin.Fidelity.CHANGED),
                annotation.withShape(new Box(1, 0, 4, 4)).origin());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void undoAndRedoRetraceAnyRandomWork(long seed) {
        Random random = new Random(seed);
        List<AnnotationSet> states = new ArrayList<>(List.of(history.set()));
        for (int i = 0; i < 200; i++) {
            history.perform(EditName.MOVE, randomEdit(random));
            states.add(history.set());
        }
        for (int i = states.size() - 2; i >= 0; i--) {
            history.undo();
            assertEquals(states.get(i), history.set());
        }
        for (int i = 1; i < states.size(); i++) {
            history.redo();
            assertEquals(states.get(i), history.set());
        }
        EditHistory restored = new EditHistory(history.set(), commits.stream().limit(200).map(EditHistory.Commit::step).toList(), List.of(),
                _ -> assertEquals(200, states.size() - 1));
        for (int i = states.size() - 2; i >= 0; i--) {
            restored.undo();
        }
        assertEquals(empty, restored.set());
    }

    private Edit randomEdit(Random random) {
        AnnotationSet set = history.set();
        if (set.annotations().isEmpty()) {
            return Edit.add(set, List.of(box(random.nextInt(50)), box(random.nextInt(50))));
        }
        Annotation any = set.annotations().get(random.nextInt(set.annotations().size()));
        return switch (random.nextInt(6)) {
            case 0 -> Edit.add(set, List.of(box(random.nextInt(50))));
            case 1 -> new Edit.Insert(List.of(new Edit.Placed(random.nextInt(set.annotations().size()), box(3))));
            case 2 -> new Edit.Remove(List.of(any.id()));
            case 3 -> new Edit.Replace(List.of(any.withShape(any.shape().translate(1.5, -2))));
            case 4 -> new Edit.Refuse(Set.of(new AnnotationId(1000 + random.nextInt(5)), new AnnotationId(2000)));
            default ->
                new Edit.Several(List.of(new Edit.Replace(List.of(any.withLabel(new LabelId(9)))), new Edit.Remove(List.of(any.id()))));
        };
    }

    private Annotation box(double at) {
        return new Annotation(ids.next(), new LabelId(1), new Box(at, at, 10, 5), new Origin.Manual());
    }
}
