package labelwright.store;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import labelwright.edit.Edit;
import labelwright.edit.EditHistory;
import labelwright.edit.EditName;
import labelwright.geometry.Box;
import labelwright.model.Annotation;
import labelwright.model.AnnotationId;
import labelwright.model.AnnotationSet;
import labelwright.model.AnswerSuggestion;
import labelwright.model.AttributeDefinition;
import labelwright.model.AttributeForm;
import labelwright.model.AttributeType;
import labelwright.model.Author;
import labelwright.model.ItemId;
import labelwright.model.ModelId;
import labelwright.model.ModelVersion;
import labelwright.model.Origin;
import labelwright.model.Project;
import labelwright.model.SuggestionCount;
import labelwright.model.WorkState;
import labelwright.model.query.ItemQueryParser;
import labelwright.model.query.ItemRow;
import labelwright.model.query.ItemSort;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class SuggestionTest {
    @TempDir
    private Path folder;
    private WorkspaceStore store;
    private Project project;
    private ItemId item;
    private ModelId model;

    @BeforeEach
    void oneItemAndAModel() {
        store = WorkspaceStore.create(folder.resolve("w"));
        project = Given.project(store);
        item = Given.items(store, project, 1).getFirst();
        model = store.models().add(new ModelVersion(new ModelId(0), project.id(), "m", "detection", ModelVersion.Stage.CANDIDATE, null,
                List.of("red"), "m", new TreeMap<>(), Instant.EPOCH)).id();
    }

    @AfterEach
    void close() {
        store.close();
    }

    private AnnotationSet suggest(int count) {
        List<Annotation> boxes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            boxes.add(new Annotation(store.annotationIds().next(), Given.label(project, 0), new Box(i, 2, 3, 4),
                    new Origin.Suggested(model, i / 10.0)));
        }
        AnnotationSet set = new AnnotationSet(item, new Author.ByModel(model), WorkState.SUBMITTED, boxes, Set.of());
        store.annotations().saveSuggestions(model, List.of(set));
        return set;
    }

    private Annotation taken(Annotation suggestion) {
        return new Annotation(store.annotationIds().next(), suggestion.label(), suggestion.shape(),
                new Origin.Taken(suggestion.id(), model, suggestion.score(), Origin.Fidelity.UNCHANGED));
    }

    private SuggestionCount count() {
        return store.annotations().suggestionCounts(project.id()).getFirst();
    }

    @Test
    void whatTheModelSaidReplacesWhatItSaidBefore() {
        suggest(4);
        AnnotationSet second = suggest(2);
        assertEquals(List.of(second), store.annotations().suggestionSets(item));
        assertEquals(new SuggestionCount(model, 0, 0, 0, 2), count());
    }

    @Test
    void takenChangedAndRefusedAreCountedAndUndoCorrectsTheCount() {
        AnnotationSet suggested = suggest(5);
        EditHistory history = Given.open(store, item, Given.ANNA);
        Annotation first = taken(suggested.annotations().get(0));
        Annotation second = taken(suggested.annotations().get(1));
        history.perform(EditName.TAKE_SUGGESTIONS, Edit.add(history.set(), List.of(first, second)));
        assertEquals(new SuggestionCount(model, 2, 0, 0, 3), count());
        history.perform(EditName.MOVE, new Edit.Replace(List.of(second.withShape(new Box(9, 9, 9, 9)))));
        assertEquals(new SuggestionCount(model, 1, 1, 0, 3), count());
        history.perform(EditName.REFUSE_SUGGESTIONS,
                new Edit.Refuse(Set.of(suggested.annotations().get(2).id(), suggested.annotations().get(3).id())));
        assertEquals(new SuggestionCount(model, 1, 1, 2, 1), count());
        history.perform(EditName.DELETE, new Edit.Remove(List.of(first.id())));
        assertEquals(new SuggestionCount(model, 0, 1, 2, 2), count());
        for (int i = 0; i < 4; i++) {
            history.undo();
        }
        assertEquals(new SuggestionCount(model, 0, 0, 0, 5), count());
        for (int i = 0; i < 3; i++) {
            history.redo();
        }
        assertEquals(new SuggestionCount(model, 1, 1, 2, 1), count());
        suggest(3);
        assertEquals(new SuggestionCount(model, 1, 1, 2, 3), count());
    }

    @Test
    void anAnswerIsOpenUntilSomebodyAnswersTheQuestionOrRefusesIt() {
        AttributeForm asked = new AttributeForm(List.of(new AttributeDefinition("kind", new AttributeType.Select(List.of("cat", "dog"))),
                new AttributeDefinition("place", new AttributeType.Text())));
        project = store.projects().saveSchema(project.id(), project.schema().withPicture(asked));
        AnnotationSet said = new AnnotationSet(item, new Author.ByModel(model), WorkState.NEW, List.of(), Set.of(),
                Map.of("kind", "cat", "place", "home", "gone", "x"));
        store.annotations().saveSuggestions(model, List.of(said), Map.of(item, 0.4));
        assertEquals(List.of(said), store.annotations().suggestionSets(item));
        assertEquals(new SuggestionCount(model, 0, 0, 0, 2), count());
        assertEquals(List.of(item), found("suggested:m"));
        assertEquals(List.of(item), found("suggested:yes"));
        assertEquals(List.of(item), found("score<0.5"));
        assertEquals(3, row().suggestions());
        assertEquals(0.4, row().bestScore());

        EditHistory history = Given.open(store, item, Given.ANNA);
        AnswerSuggestion place = new AnswerSuggestion(new Author.ByModel(model), "place", "home");
        history.perform(EditName.REFUSE_SUGGESTION, new Edit.Refuse(Set.of(place.id())));
        assertEquals(new SuggestionCount(model, 0, 0, 1, 1), count());
        assertEquals(2, row().suggestions());
        assertEquals(Set.of(place.id()), store.annotations().set(item, Given.ANNA).refused());
        history.perform(EditName.ANSWER, new Edit.Answer(Map.of("kind", "cat")));
        assertEquals(new SuggestionCount(model, 1, 0, 1, 0), count());
        history.perform(EditName.ANSWER, new Edit.Answer(Map.of("kind", "dog")));
        assertEquals(new SuggestionCount(model, 0, 0, 2, 0), count());
        history.undo();
        history.undo();
        history.undo();
        assertEquals(new SuggestionCount(model, 0, 0, 0, 2), count());
        assertEquals(List.of(), store.check().problems().stream().filter(problem -> !problem.contains("The files of the model")).toList());

        store.annotations().saveSuggestions(model, List.of(said.withAnswers(Map.of())));
        assertEquals(List.of(), found("suggested:m"));
        assertEquals(List.of(), found("suggested:yes"));
    }

    @Test
    void answersOfAModelThatAreImportedAreOpenToo() {
        project = store.projects().saveSchema(project.id(), project.schema()
                .withPicture(new AttributeForm(List.of(new AttributeDefinition("kind", new AttributeType.Select(List.of("cat", "dog")))))));
        ImportBatch batch = store.imports().begin(project.id(), "predictions", "x");
        batch.addAnswers(new Author.ByModel(model), WorkState.SUBMITTED, Map.of(item, Map.of("kind", "cat")));
        batch.finish(new ImportSummary(0, 0, 0, 0, 0, 0));
        assertEquals(new SuggestionCount(model, 0, 0, 0, 1), count());
        assertEquals(List.of(item), found("suggested:m"));
        assertEquals(List.of(item), found("suggested:yes"));
        assertEquals(1, row().suggestions());
    }

    @Test
    void theIdOfASuggestedAnswerNamesItsModelAndChangesWithWhatIsSaid() {
        AnnotationId id = new AnswerSuggestion(new Author.ByModel(new ModelId(12345)), "kind", "cat").id();
        assertTrue(id.value() < 0);
        assertEquals(Optional.of(new ModelId(12345)), AnswerSuggestion.modelOf(id));
        assertEquals(Optional.empty(), AnswerSuggestion.modelOf(new AnnotationId(0)));
        assertEquals(id, new AnswerSuggestion(new Author.ByModel(new ModelId(12345)), "kind", "cat").id());
        assertNotEquals(id, new AnswerSuggestion(new Author.ByModel(new ModelId(12345)), "kind", "dog").id());
        assertNotEquals(id, new AnswerSuggestion(new Author.ByModel(new ModelId(12345)), "king", "cat").id());
        assertNotEquals(id, new AnswerSuggestion(new Author.ByModel(new ModelId(12346)), "kind", "cat").id());
    }

    @Test
    void theIdOfAPersonsAnswerIsOfNoModel() {
        AnnotationId lee = new AnswerSuggestion(new Author.Annotator("lee"), "kind", "cat").id();
        assertEquals(Optional.empty(), AnswerSuggestion.modelOf(lee));
        assertTrue(lee.value() < 0);
        assertNotEquals(lee, new AnswerSuggestion(new Author.Annotator("kim"), "kind", "cat").id());
        assertNotEquals(lee, new AnswerSuggestion(new Author.Gold(), "kind", "cat").id());
    }

    @Test
    void otherPeopleAreThoseWhoSaidSomethingAndRefusingTheirsIsNoRefusalOfAModel() {
        AnnotationSet suggested = suggest(3);
        Author ben = new Author.Annotator("ben");
        EditHistory history = Given.open(store, item, ben);
        Annotation copy = taken(suggested.annotations().get(0));
        history.perform(EditName.TAKE_SUGGESTION, Edit.add(history.set(), List.of(copy)));
        Given.open(store, item, new Author.Annotator("cem")).perform(EditName.SUBMIT, new Edit.ChangeState(WorkState.SUBMITTED));
        assertEquals(List.of(history.set()), store.annotations().othersThan(Given.ANNA, item));
        assertEquals(List.of(), store.annotations().othersThan(ben, item));
        assertEquals(3, row().suggestions());
        EditHistory anna = Given.open(store, item, Given.ANNA);
        AnnotationId saidByBen = new AnswerSuggestion(ben, "kind", "cat").id();
        anna.perform(EditName.REFUSE_SUGGESTIONS, new Edit.Refuse(Set.of(copy.id(), saidByBen)));
        assertEquals(Set.of(copy.id(), saidByBen), store.annotations().set(item, Given.ANNA).refused());
        assertEquals(3, row().suggestions());
        assertEquals(new SuggestionCount(model, 1, 0, 0, 2), count());
        assertEquals(List.of(), store.annotations().othersThan(ben, item), "who only refused has nothing to compare");
    }

    private List<ItemId> found(String query) {
        return store.items().ids(project.id(), ItemQueryParser.parse(query), Given.ANNA, ItemSort.IMPORTED);
    }

    private ItemRow row() {
        return store.items().rows(List.of(item), Given.ANNA).getFirst();
    }

    @Test
    void completeSetsAreThoseOfPeopleOldestFirst() {
        suggest(1);
        Author ben = new Author.Annotator("ben");
        for (Author author : List.of(ben, Given.ANNA)) {
            EditHistory history = Given.open(store, item, author);
            history.perform(EditName.DRAW, Edit.add(history.set(), List.of(Given.box(store, Given.label(project, 0), 1))));
            history.perform(EditName.SUBMIT, new Edit.ChangeState(WorkState.SUBMITTED));
        }
        EditHistory draft = Given.open(store, item, new Author.Annotator("carl"));
        draft.perform(EditName.DRAW, Edit.add(draft.set(), List.of(Given.box(store, Given.label(project, 0), 1))));
        List<AnnotationSet> complete = store.annotations().completeSets(List.of(item, new ItemId(4711))).get(item);
        assertEquals(List.of(ben, Given.ANNA), complete.stream().map(AnnotationSet::author).toList());
    }

    @Test
    void suggestionsOfAModelThatIsGoneAreRefused() {
        store.models().delete(model);
        assertThrows(StoreException.class, () -> suggest(1));
    }

    @Test
    void everySetOfAnAuthorIsGivenInTheOrderOfImport() {
        List<ItemId> many = new ArrayList<>();
        ImportBatch batch = store.imports().begin(project.id(), "pictures", "x");
        List<NewItem> more = new ArrayList<>();
        for (int i = 0; i < 2500; i++) {
            more.add(Given.item("more" + i));
        }
        many.addAll(batch.addItems(more));
        batch.addAnswers(Given.ANNA, WorkState.ACCEPTED, many);
        batch.finish(new ImportSummary(2500, 0, 0, 0, 0, 0));
        List<ItemId> seen = new ArrayList<>();
        store.annotations().forEachSet(project.id(), Given.ANNA, set -> seen.add(set.item()));
        assertEquals(many, seen);
        assertEquals(many, List.copyOf(store.annotations().completeSets(many).keySet()));
        assertEquals(many.reversed(),
                store.annotations().sets(many.reversed(), Given.ANNA).stream().map(AnnotationSet::item).toList());
    }
}
