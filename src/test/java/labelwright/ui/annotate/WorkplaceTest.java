package labelwright.ui.annotate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import labelwright.canvas.tool.Tool;
import labelwright.edit.Edit;
import labelwright.edit.EditName;
import labelwright.edit.EditRequest;
import labelwright.edit.Selection;
import labelwright.geometry.Box;
import labelwright.geometry.Shape;
import labelwright.geometry.ShapeKind;
import labelwright.model.Annotation;
import labelwright.model.AnnotationSet;
import labelwright.model.Author;
import labelwright.model.Flag;
import labelwright.model.ItemId;
import labelwright.model.LabelId;
import labelwright.model.Origin;
import labelwright.model.WorkState;
import labelwright.task.CancelToken;
import labelwright.task.Progress;
import labelwright.ui.control.ProjectContext;
import labelwright.ui.label.Sequence;
import labelwright.ui.label.Suggestions;
import labelwright.workbench.Agreement;
import labelwright.workbench.FileState;
import labelwright.workbench.LabellingSession;
import labelwright.workbench.Propagation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// The decisions of the labelling screen, on a real workspace and without a toolkit.
class WorkplaceTest {
    @TempDir
    Path folder;

    private LabellingBench bench;
    private ProjectContext context;
    private Workplace workplace;
    private SelectionEdits edits;

    @BeforeEach
    void open() throws IOException {
        bench = LabellingBench.create(folder, 4, Runnable::run);
        start();
    }

    private void start() {
        context = bench.projectContext(Runnable::run, Runnable::run);
        workplace = new Workplace(context);
        edits = new SelectionEdits(workplace);
        workplace.reload();
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void theFirstPictureOpensWithItsPixels() {
        assertEquals(bench.items().getFirst(), session().item().id());
        assertInstanceOf(PictureState.Ready.class, workplace.picture().get());
        assertEquals(4, workplace.queue().total().get());
        assertEquals(0, workplace.queue().position().get());
    }

    @Test
    void nextAndPreviousMoveInTheOrderAndStopAtItsEnds() {
        assertFalse(workplace.go(-1));
        assertTrue(workplace.go(1));
        assertEquals(bench.items().get(1), session().item().id());
        assertTrue(workplace.go(2));
        assertFalse(workplace.go(1));
    }

    @Test
    void anOrderFromElsewhereIsKept() {
        List<ItemId> backwards = bench.items().reversed();
        workplace.queue().give(backwards);
        workplace.open(backwards.get(1));
        assertTrue(workplace.go(1));
        assertEquals(backwards.get(2), session().item().id());
        assertEquals(Sequence.GIVEN, workplace.queue().sequence().get());
    }

    @Test
    void nextUnlabelledSkipsWhatWasBegunAndComesRound() {
        workplace.open(bench.items().get(1));
        draw(new Box(10, 10, 20, 20));
        workplace.open(bench.items().getLast());
        workplace.submit();
        bench.workbench().labelling().flush();
        workplace.open(bench.items().getFirst());
        workplace.queue().findUnlabelled(found -> workplace.open(found.orElseThrow()));
        assertEquals(bench.items().get(2), session().item().id());
        workplace.queue().findUnlabelled(found -> workplace.open(found.orElseThrow()));
        assertEquals(bench.items().get(0), session().item().id());
    }

    @Test
    void everythingIsThereAfterARestartAndCanStillBeUndone() {
        draw(new Box(10, 10, 20, 20));
        draw(new Box(50, 50, 20, 20));
        bench.reopen();
        start();
        assertEquals(bench.items().get(1), session().item().id(), "work goes on at the first picture that was not begun");
        workplace.open(bench.items().getFirst());
        assertEquals(2, answer().annotations().size());
        workplace.undo();
        workplace.undo();
        assertEquals(0, answer().annotations().size());
        assertEquals(WorkState.NEW, answer().state());
        workplace.redo();
        assertEquals(1, answer().annotations().size());
    }

    @Test
    void submittingCountsAsProgressAndEditingTakesItBack() {
        workplace.queue().row(0);
        workplace.submit();
        assertEquals(1, workplace.queue().complete().get());
        assertEquals(WorkState.SUBMITTED, workplace.queue().row(0).orElseThrow().state());
        draw(new Box(10, 10, 20, 20));
        assertEquals(WorkState.DRAFT, answer().state());
        assertEquals(0, workplace.queue().complete().get());
    }

    @Test
    void choosingALabelRelabelsTheSelectionOnlyWithTheSelectTool() {
        Annotation box = draw(new Box(10, 10, 20, 20));
        LabelId second = label(1);
        workplace.tool().set(Tool.Kind.BOX);
        edits.choose(second);
        assertEquals(label(0), answer().annotation(box.id()).label());
        assertEquals(second, workplace.labels().active().get());
        workplace.tool().set(Tool.Kind.SELECT);
        edits.choose(second);
        assertEquals(second, answer().annotation(box.id()).label());
        assertEquals(EditName.RELABEL, session().undoName().orElseThrow());
    }

    @Test
    void aLabelForOtherShapesIsNotPutOnTheSelection() {
        Annotation box = draw(new Box(10, 10, 20, 20));
        workplace.labels().setShapes(label(1), Set.of(ShapeKind.POLYGON));
        assertEquals(1, edits.choose(label(1)));
        assertEquals(label(0), answer().annotation(box.id()).label());
    }

    @Test
    void labelsAreAddedRenamedMovedAndRemoved() {
        workplace.labels().add("debris");
        assertEquals(List.of("round", "oval", "star", "debris"), workplace.labels().schema().names());
        LabelId fresh = label(3);
        assertEquals(fresh, workplace.labels().active().get());
        workplace.labels().rename(fresh, "dirt");
        workplace.labels().move(fresh, -1);
        assertEquals(List.of("round", "oval", "dirt", "star"), workplace.labels().schema().names());
        workplace.labels().remove(fresh);
        assertEquals(List.of("round", "oval", "star"), workplace.labels().schema().names());
        assertEquals(label(0), workplace.labels().active().get());
    }

    @Test
    void aLabelInUseStaysAndTheReasonIsTold() {
        draw(new Box(10, 10, 20, 20));
        bench.workbench().labelling().flush();
        workplace.labels().remove(label(0));
        assertEquals(3, workplace.labels().schema().labels().size());
        assertEquals(1, bench.faults().size());
    }

    @Test
    void pasteOnAnotherPictureIsAtTheSamePlaceAndOnTheSameOneBeside() {
        draw(new Box(10, 10, 20, 20));
        edits.copy();
        edits.paste();
        assertEquals(List.of(new Box(10, 10, 20, 20), new Box(22, 22, 20, 20)), shapes());
        workplace.go(1);
        edits.paste();
        assertEquals(List.of(new Box(10, 10, 20, 20)), shapes());
        assertEquals(EditName.PASTE, session().undoName().orElseThrow());
    }

    @Test
    void aCopyThatWouldLeaveThePictureIsCut() {
        int width = session().item().width();
        draw(new Box(width - 20, 10, 20, 20));
        edits.duplicate();
        assertEquals(new Box(width - 8, 22, 8, 20), shapes().getLast());
    }

    @Test
    void deleteLeavesLockedAndHiddenRegionsAlone() {
        Annotation locked = draw(new Box(10, 10, 20, 20));
        Annotation hidden = draw(new Box(40, 10, 20, 20));
        draw(new Box(70, 10, 20, 20));
        workplace.regions().toggleLocked(Set.of(locked.id()));
        workplace.regions().toggleHidden(Set.of(hidden.id()));
        workplace.selection().set(Selection.of(answer().annotations().stream().map(Annotation::id).toList()));
        edits.delete();
        assertEquals(List.of(locked, hidden), answer().annotations());
        edits.selectAll();
        assertEquals(Selection.NONE, workplace.selection().get());
    }

    @Test
    void frontAndBackChangeTheDrawingOrderAsOneStepEach() {
        Annotation first = draw(new Box(10, 10, 20, 20));
        Annotation second = draw(new Box(40, 10, 20, 20));
        Annotation third = draw(new Box(70, 10, 20, 20));
        workplace.selection().set(Selection.of(first.id()));
        edits.bringToFront();
        assertEquals(List.of(second, third, first), answer().annotations());
        workplace.selection().set(Selection.of(List.of(first.id(), third.id())));
        edits.sendToBack();
        assertEquals(List.of(third, first, second), answer().annotations());
        workplace.undo();
        workplace.undo();
        assertEquals(List.of(first, second, third), answer().annotations());
    }

    @Test
    void forwardAndBackwardMoveByOnePlaceAndStopAtTheEnds() {
        Annotation first = draw(new Box(10, 10, 20, 20));
        Annotation second = draw(new Box(40, 10, 20, 20));
        Annotation third = draw(new Box(70, 10, 20, 20));
        workplace.selection().set(Selection.of(List.of(first.id(), second.id())));
        edits.bringForward();
        assertEquals(List.of(third, first, second), answer().annotations());
        EditName before = session().undoName().orElseThrow();
        edits.bringForward();
        assertEquals(List.of(third, first, second), answer().annotations());
        assertEquals(before, session().undoName().orElseThrow());
        edits.sendBackward();
        assertEquals(List.of(first, second, third), answer().annotations());
        workplace.undo();
        assertEquals(List.of(third, first, second), answer().annotations());
    }

    @Test
    void flagsAreSetOnAllThatAreSelectedAndTakenAwayWhenAllHaveThem() {
        Annotation first = draw(new Box(10, 10, 20, 20));
        Annotation second = draw(new Box(40, 10, 20, 20));
        workplace.selection().set(Selection.of(first.id()));
        edits.toggle(Flag.OCCLUDED);
        workplace.selection().set(Selection.of(List.of(first.id(), second.id())));
        edits.toggle(Flag.OCCLUDED);
        assertTrue(answer().annotations().stream().allMatch(annotation -> annotation.has(Flag.OCCLUDED)));
        assertEquals("1", answer().annotation(second.id()).attributes().get("occluded"));
        edits.toggle(Flag.OCCLUDED);
        assertTrue(answer().annotations().stream().noneMatch(annotation -> annotation.has(Flag.OCCLUDED)));
        workplace.undo();
        workplace.undo();
        assertTrue(answer().annotation(first.id()).has(Flag.OCCLUDED));
        assertFalse(answer().annotation(second.id()).has(Flag.OCCLUDED));
    }

    @Test
    void goingFromRegionToRegionFollowsTheListAndComesRound() {
        Annotation first = draw(new Box(10, 10, 20, 20));
        Annotation second = draw(new Box(40, 10, 20, 20));
        assertEquals(second.id(), workplace.regions().neighbour(Selection.NONE, 1).orElseThrow().id());
        assertEquals(first.id(), workplace.regions().neighbour(Selection.of(second.id()), 1).orElseThrow().id());
        assertEquals(second.id(), workplace.regions().neighbour(Selection.of(first.id()), 1).orElseThrow().id());
        assertEquals(first.id(), workplace.regions().neighbour(Selection.NONE, -1).orElseThrow().id());
    }

    @Test
    void allWithTheLabelOfTheSelectionAreSelected() {
        Annotation first = draw(new Box(10, 10, 20, 20));
        Annotation second = draw(new Box(40, 10, 20, 20));
        edits.choose(label(1));
        Annotation third = draw(new Box(70, 10, 20, 20));
        workplace.selection().set(Selection.of(third.id()));
        edits.selectSameLabel();
        assertEquals(Set.of(second.id(), third.id()), workplace.selection().get().ids());
        assertFalse(workplace.selection().get().contains(first.id()));
    }

    @Test
    void regionsAreCopiedToTheNextPicturesOneStepForEach() {
        Annotation box = draw(new Box(10, 10, 20, 20));
        workplace.open(bench.items().get(2));
        draw(new Box(10, 10, 20, 20));
        workplace.open(bench.items().get(3));
        workplace.submit();
        workplace.open(bench.items().getFirst());
        Propagation.Request request = new Propagation.Request(bench.items().getFirst(), List.of(box), bench.items().subList(1, 4),
                Set.of(Propagation.LeaveOut.values()));
        Propagation.Report report = bench.workbench().labelling().propagate(request, LabellingBench.KIM, Progress.NONE, new CancelToken());
        assertEquals(new Propagation.Report(Set.of(bench.items().get(1)), 1, 2), report);
        workplace.open(bench.items().get(1));
        assertEquals(new Origin.Propagated(bench.items().getFirst()), answer().annotations().getFirst().origin());
        assertEquals(EditName.PROPAGATE, session().undoName().orElseThrow());
        workplace.undo();
        assertEquals(List.of(), shapes());
        Propagation.Request everywhere = new Propagation.Request(bench.items().getFirst(), List.of(box), bench.items().subList(2, 4),
                Set.of());
        workplace.open(bench.items().getFirst());
        assertEquals(2,
                bench.workbench().labelling().propagate(everywhere, LabellingBench.KIM, Progress.NONE, new CancelToken()).pictures());
    }

    @Test
    void theListOfRegionsIsTopmostFirstAndFiltered() {
        draw(new Box(10, 10, 20, 20));
        Annotation second = draw(new Box(40, 10, 20, 20));
        edits.choose(label(1));
        assertEquals(second.id(), workplace.regions().shown().getFirst().id());
        workplace.regions().filter().set("ROU");
        assertEquals(1, workplace.regions().shown().size());
        assertEquals(label(0), workplace.regions().shown().getFirst().label());
    }

    @Test
    void hidingEndsWithThePicture() {
        Annotation box = draw(new Box(10, 10, 20, 20));
        workplace.regions().toggleHidden(Set.of(box.id()));
        workplace.go(1);
        workplace.go(-1);
        assertEquals(Set.of(), workplace.regions().hidden().get());
    }

    @Test
    void aMissingPictureKeepsItsLabelsAndCanBeLocated() throws IOException {
        draw(new Box(10, 10, 20, 20));
        Path elsewhere = Files.createDirectories(folder.resolve("moved"));
        for (int i = 1; i <= 4; i++) {
            String name = "cell-%03d.jpg".formatted(i);
            Files.move(bench.pictures().resolve(name), elsewhere.resolve(name));
        }
        bench.reopen();
        start();
        workplace.open(bench.items().getFirst());
        PictureState.Absent absent = assertInstanceOf(PictureState.Absent.class, workplace.picture().get());
        assertEquals(FileState.MISSING, absent.state());
        assertEquals(1, answer().annotations().size());
        int[] found = {0};
        workplace.locate(absent.item(), elsewhere.resolve("cell-001.jpg"), count -> found[0] = count);
        assertEquals(4, found[0]);
        assertInstanceOf(PictureState.Ready.class, workplace.picture().get());
    }

    @Test
    void aDamagedPictureIsToldFromAMissingOne() throws IOException {
        Files.writeString(bench.pictures().resolve("cell-002.jpg"), "no picture");
        bench.reopen();
        start();
        workplace.go(1);
        PictureState.Absent absent = assertInstanceOf(PictureState.Absent.class, workplace.picture().get());
        assertEquals(FileState.UNREADABLE, absent.state());
        assertFalse(absent.why().isBlank());
    }

    @Test
    void suggestionsAreTakenBestFirstAndTheNextOneComesUp() {
        suggestThree();
        assertEquals(List.of(0.9, 0.6), scores());
        workplace.suggestions().take();
        assertEquals(1, answer().annotations().size());
        assertInstanceOf(Origin.Taken.class, answer().annotations().getFirst().origin());
        assertEquals(0.6, workplace.suggestions().findPointed().orElseThrow().score());
        workplace.suggestions().refuse();
        assertEquals(List.of(), scores());
        assertEquals(1, answer().refused().size());
    }

    @Test
    void theThresholdShowsMoreOrFewerAndTakeAllTakesWhatIsShown() {
        suggestThree();
        workplace.suggestions().threshold().set(0.05);
        assertEquals(3, workplace.suggestions().shown().get().size());
        workplace.suggestions().threshold().set(0.8);
        workplace.suggestedAnswers().takeWithRegions();
        assertEquals(1, answer().annotations().size());
        assertEquals(2, workplace.suggestions().open().get());
    }

    @Test
    void undoBringsASuggestionBack() {
        suggestThree();
        workplace.suggestedAnswers().takeWithRegions();
        assertEquals(List.of(), scores());
        workplace.undo();
        assertEquals(List.of(0.9, 0.6), scores());
        assertEquals(0, answer().annotations().size());
    }

    @Test
    void selectingARegionAndPointingAtASuggestionExcludeEachOther() {
        suggestThree();
        Annotation box = draw(new Box(10, 10, 20, 20));
        workplace.suggestions().next();
        assertEquals(Selection.NONE, workplace.selection().get());
        workplace.selection().set(Selection.of(box.id()));
        assertEquals(Selection.NONE, workplace.suggestions().pointed().get());
    }

    @Test
    void rowsAreReadInBlocks() {
        IntStream.range(0, 4).forEach(workplace.queue()::row);
        assertTrue(workplace.queue().row(3).isPresent());
        assertTrue(workplace.queue().row(4).isEmpty());
        assertTrue(workplace.queue().row(-1).isEmpty());
    }

    @Test
    void aRowThatIsReadAtOnceIsThereAtTheFirstQuestion() {
        start();
        workplace.queue().refresh();
        assertEquals(bench.items().get(2), workplace.queue().row(2).orElseThrow().item().id());
    }

    @Test
    void whatIsTakenGetsTheStartValuesOfItsLabel() {
        bench.workbench().projects().saveSchema(bench.project().id(), QuestionSchema.of(bench.project().schema()));
        suggestThree();
        workplace.suggestedAnswers().takeWithRegions();
        assertEquals(List.of("interphase", "interphase"),
                answer().annotations().stream().map(region -> region.attributes().getOrDefault("stage", "")).toList());
    }

    @Test
    void anotherPersonIsComparedOnceAskedForAndStaysChosenFromPictureToPicture() {
        Author.Annotator lee = new Author.Annotator("lee");
        for (int i : List.of(0, 2)) {
            LabellingSession theirs = bench.answerOf(lee, bench.items().get(i));
            theirs.perform(EditName.DRAW, Edit.add(theirs.set(), List.of(
                    new Annotation(theirs.newId(), label(1), new Box(10, 10, 40 + i, 40), new Origin.Manual()),
                    new Annotation(theirs.newId(), label(0), new Box(90, 90, 20, 20), new Origin.Manual()))));
        }
        bench.workbench().labelling().flush();
        suggestThree();
        Suggestions suggestions = workplace.suggestions();
        Author model = suggestions.other().get();
        assertEquals(List.of(model), suggestions.others());
        suggestions.people().set(true);
        assertEquals(List.of(model, lee), suggestions.others());
        assertEquals(lee, suggestions.other().get());
        assertEquals(Optional.of(new Agreement(0, 0, 2, 0)), suggestions.agreement().get());
        assertFalse(suggestions.scored().get());
        draw(new Box(10, 10, 40, 38));
        assertEquals(Optional.of(new Agreement(0, 1, 1, 0)), suggestions.agreement().get());
        suggestions.next();
        suggestions.take();
        assertEquals(List.of(label(1)), answer().annotations().stream().map(Annotation::label).toList());
        assertEquals(List.of(new Box(10, 10, 40, 40)), shapes());
        workplace.go(1);
        assertEquals(List.of(), suggestions.others());
        workplace.go(1);
        assertEquals(lee, suggestions.other().get());
        suggestions.people().set(false);
        assertEquals(List.of(), suggestions.others());
        workplace.go(-2);
        assertEquals(List.of(model), suggestions.others());
        assertEquals(3, workplace.suggestions().open().get());
    }

    private void suggestThree() {
        bench.suggest(bench.items().getFirst(), List.of(new LabellingBench.Suggested(0, new Box(20, 20, 40, 40), 0.6),
                new LabellingBench.Suggested(1, new Box(90, 20, 40, 40), 0.9),
                new LabellingBench.Suggested(2, new Box(90, 90, 40, 40), 0.1)));
        start();
    }

    private List<Double> scores() {
        return workplace.suggestions().shown().get().stream().map(Annotation::score).toList();
    }

    private Annotation draw(Shape shape) {
        Annotation fresh = new Annotation(session().newId(), workplace.labels().active().get(), shape, new Origin.Manual());
        workplace.perform(new EditRequest(EditName.DRAW, Edit.add(answer(), List.of(fresh)), Selection.of(fresh.id())));
        return fresh;
    }

    private List<Shape> shapes() {
        return answer().annotations().stream().map(Annotation::shape).toList();
    }

    private LabelId label(int index) {
        return workplace.labels().schema().labels().get(index).id();
    }

    private LabellingSession session() {
        return workplace.findSession().orElseThrow();
    }

    private AnnotationSet answer() {
        return session().set();
    }
}
