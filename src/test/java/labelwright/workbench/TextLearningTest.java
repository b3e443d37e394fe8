package labelwright.workbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import labelwright.edit.Edit;
import labelwright.edit.EditName;
import labelwright.geometry.TextRange;
import labelwright.geometry.TextSpan;
import labelwright.model.Annotation;
import labelwright.model.AnnotationSet;
import labelwright.model.AttributeDefinition;
import labelwright.model.AttributeForm;
import labelwright.model.AttributeType;
import labelwright.model.Author;
import labelwright.model.Colour;
import labelwright.model.Item;
import labelwright.model.ItemId;
import labelwright.model.ModelId;
import labelwright.model.ModelVersion;
import labelwright.model.Origin;
import labelwright.model.Project;
import labelwright.model.ProjectKind;
import labelwright.model.Recipe;
import labelwright.model.Relation;
import labelwright.model.RelationType;
import labelwright.model.RelationTypeId;
import labelwright.model.Run;
import labelwright.model.RunState;
import labelwright.model.Split;
import labelwright.model.WorkState;
import labelwright.model.query.ItemSort;
import labelwright.store.WorkspaceStore;
import labelwright.task.CancelToken;
import labelwright.task.CancelledException;
import labelwright.task.Progress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// The loop on texts: label, train, stop, resume, suggest, take, rank, evaluate, find alike.
@Timeout(240)
class TextLearningTest {
    private static final List<String> PEOPLE = List.of("two", "three", "4", "six", "12", "five", "7", "eight");
    private static final List<String> TIMES = List.of("7 pm", "8:30 pm", "noon", "9:15");

    @TempDir
    private Path folder;
    private TestBench test;
    private Project project;

    @BeforeEach
    void open() throws IOException {
        test = TestBench.create(folder.resolve("w"));
        project = test.get().projects().create("tables", ProjectKind.TEXT, List.of("people", "time"));
        Path data = Files.createDirectories(folder.resolve("data"));
        int number = 100;
        for (String people : PEOPLE) {
            for (String time : TIMES) {
                Files.writeString(data.resolve("t" + number++ + ".txt"), "\uD83D\uDE00 a table for " + people + " at " + time + " please");
            }
            Files.writeString(data.resolve("t" + number++ + ".txt"), "thank you very much, all " + people + " of us");
        }
        test.get().imports().run(ImportRequest.of(project, data, TestBench.KIM), Progress.NONE, new CancelToken());
        project = test.get().projects().byName("tables");
    }

    @AfterEach
    void close() {
        test.close();
    }

    private List<ItemId> ids() {
        return test.get().catalogue().find(project, "", TestBench.KIM, ItemSort.NAME);
    }

    private String text(ItemId id) {
        return test.get().store().texts().text(id).text();
    }

    /// Submits the right spans of the first items, and puts the last eight of them into the test split.
    private void labelSpans(int count) {
        List<ItemId> first = ids().subList(0, count);
        for (ItemId id : first) {
            LabellingSession session = test.get().labelling().open(id, TestBench.KIM);
            String text = text(id);
            List<Annotation> spans = new ArrayList<>();
            int at = text.indexOf(" at ");
            if (at > 0) {
                spans.add(span(session, text, text.indexOf("for ") + 4, at, "people"));
                spans.add(span(session, text, at + 4, text.indexOf(" please"), "time"));
                session.perform(EditName.DRAW, Edit.add(session.set(), spans));
            }
            session.submit();
        }
        test.get().labelling().flush();
        test.get().catalogue().setSplit(first.subList(count - 8, count), Split.TEST);
        test.get().catalogue().setSplit(first.subList(0, count - 8), Split.TRAIN);
    }

    private Annotation span(LabellingSession session, String text, int from, int to, String label) {
        TextRange range = new TextRange(text.codePointCount(0, from), text.codePointCount(0, to));
        return new Annotation(session.newId(), project.schema().findByName(label).orElseThrow().id(), TextSpan.of(text, List.of(range)),
                new Origin.Manual());
    }

    private ModelVersion train(Recipe recipe) {
        Run run = test.get().training().prepare(project, "", recipe);
        List<TrainingUpdate> updates = new ArrayList<>();
        Run ended = test.get().training().train(run.id(), updates::add, Progress.NONE, new TrainingStop(new CancelToken()));
        assertEquals(RunState.DONE, ended.state());
        assertTrue(updates.stream().anyMatch(TrainingUpdate.Step.class::isInstance));
        assertFalse(test.get().training().metrics(run.id(), Set.of("val.f1")).isEmpty());
        ModelVersion model = ((TrainingUpdate.Ended) updates.getLast()).model();
        assertEquals(ended.metrics(), Objects.requireNonNull(model).metrics());
        return model;
    }

    private static Recipe recipe(String family, Map<String, String> settings) {
        return new Recipe(family, "", 1, new TreeMap<>(settings));
    }

    @Test
    void spansAreLearnedSuggestedTakenRankedAndMeasured() {
        labelSpans(30);
        assertEquals("text-spans", test.get().training().proposedRecipe(project).family());
        ModelVersion model = train(recipe("text-spans", Map.of("epochs", "8", "hidden", "32")));
        assertEquals(List.of("people", "time"), model.labels());

        EvaluationReport report = test.get().models().evaluate(model.id(), Split.TEST, Progress.NONE, new CancelToken());
        assertEquals(8, report.items());
        assertTrue(report.metrics().get("f1") > 0.9, () -> report.metrics().toString());
        assertEquals(report, test.get().models().lastEvaluation(model.id()).orElseThrow());

        SuggestReport suggested = test.get().suggestions().suggest(project, model.id(), 0.3, "", Progress.NONE, new CancelToken());
        assertEquals(10, suggested.items());
        ItemId open = ids().stream().skip(30).filter(id -> text(id).contains(" at ")).findFirst().orElseThrow();
        LabellingSession session = test.get().labelling().open(open, TestBench.KIM);
        List<Annotation> there = session.suggestions(new Author.ByModel(model.id()));
        assertEquals(2, there.size());
        assertTrue(((TextSpan) there.getFirst().shape()).covered().length() > 0);
        List<Annotation> taken = session.take(there.stream().map(Annotation::id).toList());
        assertTrue(taken.getFirst().origin() instanceof Origin.Taken);

        for (Strategy strategy : Strategy.values()) {
            RankRequest request = new RankRequest(project, model.id(), strategy, 4, 1);
            List<RankedItem> ranked = test.get().ranking().rank(request, Progress.NONE, new CancelToken());
            assertEquals(4, ranked.size());
            assertEquals(ranked, test.get().ranking().rank(request, Progress.NONE, new CancelToken()));
        }
        Path file = folder.resolve("model.zip");
        test.get().models().files().write(model.id(), file);
        ModelVersion again = test.get().models().files().read(project, file, "again");
        assertEquals("text-spans", again.family());
        assertEquals(report.metrics(),
                test.get().models().evaluate(again.id(), Split.TEST, Progress.NONE, new CancelToken()).metrics());
        WorkbenchException refusal = assertThrows(WorkbenchException.class,
                () -> test.get().models().files().read(test.project(), file, ""));
        assertTrue(String.valueOf(refusal.getMessage()).contains("text-spans"), refusal::getMessage);
    }

    @Test
    void labelsOfWholeTextsAreLearnedAndSuggestedAsAnswers() {
        test.get().projects().saveSchema(project.id(), project.schema().withPicture(new AttributeForm(
                List.of(new AttributeDefinition("label", new AttributeType.Select(List.of("booking", "thanks")))))));
        project = test.get().projects().byName("tables");
        List<ItemId> first = ids().subList(0, 30);
        for (ItemId id : first) {
            LabellingSession session = test.get().labelling().open(id, TestBench.KIM);
            session.perform(EditName.ANSWER, new Edit.Answer(Map.of("label", text(id).startsWith("thank") ? "thanks" : "booking")));
            session.submit();
        }
        LabellingSession silent = test.get().labelling().open(ids().get(29), TestBench.KIM);
        silent.reopen();
        silent.perform(EditName.ANSWER, new Edit.Answer(Map.of("label", "")));
        silent.submit();
        test.get().labelling().flush();
        assertEquals("text-embedding", test.get().training().proposedRecipe(project).family());
        for (String family : List.of("text-ngrams", "text-embedding")) {
            ModelVersion model = train(recipe(family, Map.of("epochs", "8")));
            assertEquals(List.of("booking", "thanks"), model.labels());
            assertTrue(model.metrics().containsKey("accuracy"));
            test.get().catalogue().setSplit(first, Split.TRAIN);
            assertEquals(29, test.get().models().evaluate(model.id(), Split.TRAIN, Progress.NONE, new CancelToken()).items());
            test.get().suggestions().suggest(project, model.id(), 0.05, "", Progress.NONE, new CancelToken());
            for (ItemId id : ids().subList(30, 40)) {
                AnnotationSet said = test.get().store().annotations().suggestionSets(id).getLast();
                assertEquals(text(id).startsWith("thank") ? "thanks" : "booking", said.answers().get("label"), text(id));
            }
            List<RankedItem> ranked = test.get().ranking().rank(new RankRequest(project, model.id(), Strategy.HYBRID, 3, 1), Progress.NONE,
                    new CancelToken());
            assertEquals(3, ranked.size());
        }
    }

    @Test
    void aSuggestedRelationComesWithItsSpansIsStoredAndGoesByOneUndo() {
        project = test.get().projects().saveSchema(project.id(), project.schema().withRelations(
                List.of(new RelationType(new RelationTypeId(-1), "when", Colour.ofPalette(3), RelationType.Direction.DIRECTED))));
        WorkspaceStore store = test.get().store();
        ItemId item = ids().stream().filter(id -> text(id).contains(" at ")).findFirst().orElseThrow();
        ModelId model = store.models()
                .add(new ModelVersion(new ModelId(0), project.id(), "elsewhere", "other", ModelVersion.Stage.CANDIDATE,
                        null, List.of("people", "time"), "none", new TreeMap<>(), Instant.EPOCH))
                .id();
        Origin said = new Origin.Suggested(model, 0.8);
        Annotation people = new Annotation(store.annotationIds().next(), project.schema().findByName("people").orElseThrow().id(),
                TextSpan.of(text(item), List.of(new TextRange(2, 9))), said);
        Annotation time = new Annotation(store.annotationIds().next(), project.schema().findByName("time").orElseThrow().id(),
                TextSpan.of(text(item), List.of(new TextRange(10, 15))), said);
        Relation when = new Relation(store.annotationIds().nextRelation(), project.schema().relations().getFirst().id(), people.id(),
                time.id(), said);
        store.annotations().saveSuggestions(model, List.of(new AnnotationSet(item, new Author.ByModel(model), WorkState.NEW,
                List.of(people, time), List.of(when), Set.of(), Map.of())));

        LabellingSession session = test.get().labelling().open(item, TestBench.KIM);
        assertEquals(List.of(when), session.suggestedRelations(new Author.ByModel(model)));
        List<Annotation> taken = session.take(List.of(people.id(), time.id()));
        test.get().labelling().flush();
        test.suspend();
        test.resume();
        LabellingSession again = test.get().labelling().open(item, TestBench.KIM);
        Relation own = again.set().relations().getFirst();
        assertEquals(List.of(taken.getFirst().id(), taken.getLast().id()), List.of(own.from(), own.to()));
        assertTrue(own.origin() instanceof Origin.Taken origin && origin.score() == 0.8, () -> own.origin().toString());
        assertEquals(List.of(), again.suggestedRelations(new Author.ByModel(model)));
        again.undo();
        assertEquals(List.of(), again.set().annotations());
        assertEquals(List.of(), again.set().relations());
        assertEquals(List.of(when), again.suggestedRelations(new Author.ByModel(model)));
        test.get().labelling().flush();
        assertEquals(List.of(),
                test.get().store().check().problems().stream().filter(problem -> !problem.contains("The files of the model")).toList());
    }

    @Test
    void aFamilyOfAnotherKindIsRefusedAndSoIsAProjectThatAsksNothing() {
        labelSpans(12);
        assertThrows(WorkbenchException.class, () -> test.get().training().check(project, recipe(Training.DETECTION, Map.of())));
        assertThrows(WorkbenchException.class, () -> test.get().training().check(test.project(), recipe("text-spans", Map.of())));
        Run run = test.get().training().prepare(project, "", recipe("text-ngrams", Map.of()));
        WorkbenchException nothing = assertThrows(WorkbenchException.class, () -> test.get().training().train(run.id(), update -> {},
                Progress.NONE, new TrainingStop(new CancelToken())));
        assertTrue(String.valueOf(nothing.getMessage()).contains("asks nothing"), nothing::getMessage);
        assertEquals(RunState.FAILED, test.get().training().run(run.id()).state());
    }

    @Test
    void textsAreFoundByMeaningAndInGroups() {
        List<ItemId> ids = ids();
        List<NearItems.Near> near = test.get().near().like("gracias, thanks a lot", ids, 8, Progress.NONE, new CancelToken());
        assertTrue(near.stream().allMatch(one -> text(one.item().id()).startsWith("thank")), near::toString);
        Item one = test.get().catalogue().item(ids.getFirst());
        List<NearItems.Near> like = test.get().near().like(one.id(), ids, 5, Progress.NONE, new CancelToken());
        assertTrue(like.stream().noneMatch(found -> found.item().id().equals(one.id())));
        assertTrue(like.getFirst().likeness() >= like.getLast().likeness());
        List<List<ItemId>> groups = test.get().near().groups(project, NearItems.ALMOST_THE_SAME, Progress.NONE, new CancelToken());
        assertFalse(groups.isEmpty());
        assertTrue(test.get().near().groups(project, 1.01, Progress.NONE, new CancelToken()).isEmpty());
        CancelToken cancelled = new CancelToken();
        cancelled.cancel();
        assertThrows(CancelledException.class, () -> test.get().near().groups(project, 0.9, Progress.NONE, cancelled));
        test.suspend();
        test.resume();
        assertEquals(like, test.get().near().like(one.id(), ids, 5, Progress.NONE, new CancelToken()));
        assertEquals(groups, test.get().near().groups(project, NearItems.ALMOST_THE_SAME, Progress.NONE, new CancelToken()));
    }

    /// What was read before the cancel is remembered, so that the next search is quicker.
    @Test
    void aSearchThatIsCancelledOnItsWayGivesNothingAndTheNextOneAll() throws IOException {
        StringBuilder rows = new StringBuilder("text,label\n");
        for (int i = 0; i < 600; i++) {
            rows.append("note number ").append(i).append(i % 2 == 0 ? ",even\n" : ",odd\n");
        }
        Project many = test.get().projects().create("many", ProjectKind.TEXT, List.of());
        test.get().imports().run(ImportRequest.of(many, Files.writeString(folder.resolve("many.csv"), rows), TestBench.KIM), Progress.NONE,
                new CancelToken());
        List<ItemId> ids = test.get().catalogue().find(many, "", TestBench.KIM, ItemSort.IMPORTED);
        CancelToken cancel = new CancelToken();
        assertThrows(CancelledException.class, () -> test.get().near().like("note 7", ids, 5, state -> {
            if (state.done() > 256) {
                cancel.cancel();
            }
        }, cancel));
        Path vectors = folder.resolve("w/cache/vectors/minilm.vectors");
        assertEquals(12 + 256 * (12 + 384 * 2), Files.size(vectors));
        assertEquals(600, test.get().near().like("note 7", ids, 1000, Progress.NONE, new CancelToken()).size());
        assertEquals(12 + 600 * (12 + 384 * 2), Files.size(vectors));
    }
}
