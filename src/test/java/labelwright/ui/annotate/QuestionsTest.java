package labelwright.ui.annotate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import labelwright.edit.Edit;
import labelwright.edit.EditName;
import labelwright.edit.EditRequest;
import labelwright.edit.Selection;
import labelwright.geometry.Box;
import labelwright.model.Annotation;
import labelwright.model.AnnotationId;
import labelwright.model.AttributeDefinition;
import labelwright.model.LabelSchema.SubmitRule;
import labelwright.model.Origin;
import labelwright.model.Project;
import labelwright.model.RegionFacts;
import labelwright.model.WorkState;
import labelwright.ui.label.Questions;
import labelwright.ui.label.Questions.Asked;
import labelwright.ui.label.Questions.Subject;
import labelwright.workbench.LabellingSession;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// What is asked about regions and pictures, on a real workspace and without a toolkit.
class QuestionsTest {
    @TempDir
    private Path folder;
    private LabellingBench bench;
    private Workplace workplace;
    private Questions questions;

    @BeforeEach
    void open() throws IOException {
        bench = LabellingBench.create(folder, 2, Runnable::run);
        Project project = bench.project();
        bench.workbench().projects().saveSchema(project.id(), QuestionSchema.of(project.schema()));
        start();
    }

    private void start() {
        workplace = new Workplace(bench.projectContext(Runnable::run, Runnable::run));
        questions = new Questions(workplace);
        workplace.reload();
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private LabellingSession session() {
        return workplace.findSession().orElseThrow();
    }

    private Annotation draw(int label) {
        Annotation box = new Annotation(session().newId(), workplace.labels().schema().labels().get(label).id(), new Box(5, 5, 20, 20),
                new Origin.Manual());
        workplace.perform(new EditRequest(EditName.DRAW, Edit.add(session().set(), List.of(box)), Selection.of(box.id())));
        return session().set().annotation(box.id());
    }

    private Map<String, String> attributes(AnnotationId id) {
        return session().set().annotation(id).attributes();
    }

    private static List<String> names(List<Asked> asked) {
        return asked.stream().map(Asked::definition).map(AttributeDefinition::name).toList();
    }

    private Asked asked(List<Asked> all, String name) {
        return all.stream().filter(one -> one.definition().name().equals(name)).findFirst().orElseThrow();
    }

    @Test
    void aNewRegionBeginsWithTheStartValuesInOneStep() {
        Annotation cell = draw(0);
        assertEquals(Map.of("stage", "interphase"), cell.attributes());
        assertEquals(List.of("stage", "granules", "count", "remark"), names(questions.regions().get()));
        assertTrue(asked(questions.regions().get(), "count").isOpen());
        workplace.undo();
        assertEquals(List.of(), session().set().annotations());
    }

    @Test
    void aConditionIsAppliedAtOnceAndUndoBringsTheHiddenValueBack() {
        AnnotationId cell = draw(0).id();
        questions.answer(Subject.REGIONS, "stage", "metaphase");
        assertTrue(names(questions.regions().get()).contains("spindle"));
        questions.answer(Subject.REGIONS, "spindle", "1");
        questions.answer(Subject.REGIONS, "stage", "prophase");
        assertFalse(names(questions.regions().get()).contains("spindle"));
        assertEquals(Map.of("stage", "prophase"), attributes(cell));
        workplace.undo();
        assertEquals(Map.of("stage", "metaphase", "spindle", "1"), attributes(cell));
    }

    @Test
    void ofSeveralRegionsWhatAllShareIsAskedAndDifferentValuesAreMixed() {
        Annotation cell = draw(0);
        Annotation oval = draw(1);
        workplace.selection().set(Selection.of(List.of(cell.id(), oval.id())));
        assertEquals(List.of("stage"), names(questions.regions().get()));
        assertEquals("interphase", questions.regions().get().getFirst().value());
        workplace.selection().set(Selection.of(oval.id()));
        questions.answer(Subject.REGIONS, "stage", "anaphase");
        workplace.selection().set(Selection.of(List.of(cell.id(), oval.id())));
        assertNull(questions.regions().get().getFirst().value());
        questions.answer(Subject.REGIONS, "stage", "prophase");
        assertEquals("prophase", attributes(cell.id()).get("stage"));
        assertEquals("prophase", attributes(oval.id()).get("stage"));
        workplace.undo();
        assertEquals("interphase", attributes(cell.id()).get("stage"));
        assertEquals("anaphase", attributes(oval.id()).get("stage"));
    }

    @Test
    void aWordKeptSeveralTimesWhileItIsTypedIsOneStep() {
        AnnotationId cell = draw(0).id();
        for (String typed : List.of("s", "sh", "sha", "sharp")) {
            questions.type(Subject.REGIONS, "remark", typed);
            questions.flush();
            assertEquals(typed, attributes(cell).get("remark"));
        }
        questions.end();
        questions.type(Subject.REGIONS, "remark", "sharp edge");
        questions.end();
        workplace.undo();
        assertEquals("sharp", attributes(cell).get("remark"));
        workplace.undo();
        assertEquals(Map.of("stage", "interphase"), attributes(cell));
        workplace.redo();
        assertEquals("sharp", attributes(cell).get("remark"));
    }

    @Test
    void whatIsTypedAndDeletedAgainLeavesNoStep() {
        AnnotationId cell = draw(0).id();
        questions.type(Subject.REGIONS, "remark", "x");
        questions.flush();
        questions.type(Subject.REGIONS, "remark", "");
        questions.end();
        workplace.undo();
        assertTrue(session().set().findAnnotation(cell).isEmpty());
    }

    @Test
    void aWordGoesToTheRegionItWasTypedForWhateverIsSelectedMeanwhile() {
        AnnotationId first = draw(0).id();
        AnnotationId second = draw(0).id();
        workplace.selection().set(Selection.of(first));
        questions.type(Subject.REGIONS, RegionFacts.TEXT, "one");
        workplace.selection().set(Selection.of(second));
        questions.type(Subject.REGIONS, RegionFacts.TEXT, "two");
        questions.end();
        assertEquals("one", attributes(first).get(RegionFacts.TEXT));
        assertEquals("two", attributes(second).get(RegionFacts.TEXT));
    }

    @Test
    void whatAFieldStillHoldsIsWrittenWhenThePersonGoesToTheNextPicture() {
        AnnotationId cell = draw(0).id();
        questions.type(Subject.REGIONS, "remark", "unfinished");
        workplace.go(1);
        questions.type(Subject.ITEM, "note", "second");
        workplace.go(-1);
        assertEquals("unfinished", attributes(cell).get("remark"));
        bench.reopen();
        start();
        workplace.open(bench.items().getFirst());
        assertEquals("unfinished", attributes(cell).get("remark"));
        workplace.go(1);
        assertEquals(Map.of("note", "second"), session().set().answers());
    }

    @Test
    void lockedRegionsKeepTheirValues() {
        AnnotationId cell = draw(0).id();
        workplace.regions().toggleLocked(List.of(cell));
        questions.answer(Subject.REGIONS, "stage", "anaphase");
        assertEquals("interphase", attributes(cell).get("stage"));
    }

    @Test
    void tagsAndChoicesOfThePictureAreToggled() {
        assertEquals(List.of("blurred", "overexposed", "stain", "note"), names(questions.item().get()));
        questions.toggle(Subject.ITEM, asked(questions.item().get(), "blurred"), "1");
        questions.toggle(Subject.ITEM, asked(questions.item().get(), "stain"), "Wright");
        assertEquals(Map.of("blurred", "1", "stain", "Wright"), session().set().answers());
        assertEquals(WorkState.DRAFT, session().state());
        questions.toggle(Subject.ITEM, asked(questions.item().get(), "blurred"), "1");
        assertEquals(Map.of("stain", "Wright"), session().set().answers());
        draw(0);
        questions.toggle(Subject.REGIONS, asked(questions.regions().get(), "granules"), "none");
        questions.toggle(Subject.REGIONS, asked(questions.regions().get(), "granules"), "fine");
        assertEquals("[\"fine\",\"none\"]", asked(questions.regions().get(), "granules").value());
    }

    @Test
    void anotherLabelTakesWhatItAsksForAndDropsTheRest() {
        AnnotationId cell = draw(0).id();
        questions.answer(Subject.REGIONS, "remark", "old");
        questions.answer(Subject.REGIONS, "stage", "anaphase");
        questions.answer(Subject.REGIONS, RegionFacts.TEXT, "kept");
        new SelectionEdits(workplace).choose(workplace.labels().schema().labels().get(1).id());
        assertEquals(Map.of("stage", "anaphase", RegionFacts.TEXT, "kept"), attributes(cell));
        workplace.undo();
        assertEquals("old", attributes(cell).get("remark"));
    }

    @Test
    void theGateMayKeepAnAnswerBack() {
        draw(0);
        workplace.setGate(() -> workplace.labels().schema().openQuestions(Objects.requireNonNull(workplace.answer().get())).isEmpty());
        assertFalse(workplace.submit());
        assertEquals(WorkState.DRAFT, session().state());
        questions.answer(Subject.REGIONS, "count", "3");
        questions.answer(Subject.ITEM, "stain", "none");
        assertTrue(workplace.submit());
        assertEquals(WorkState.SUBMITTED, session().state());
        assertEquals(SubmitRule.ASK, workplace.labels().schema().submitting());
    }
}
