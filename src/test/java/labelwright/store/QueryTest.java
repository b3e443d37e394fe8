package labelwright.store;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
import labelwright.model.AnnotationSet;
import labelwright.model.Author;
import labelwright.model.ItemId;
import labelwright.model.ModelId;
import labelwright.model.ModelVersion;
import labelwright.model.Origin;
import labelwright.model.Project;
import labelwright.model.ProjectId;
import labelwright.model.Split;
import labelwright.model.WorkState;
import labelwright.model.query.Facets;
import labelwright.model.query.ItemQuery;
import labelwright.model.query.ItemQueryParser;
import labelwright.model.query.ItemRow;
import labelwright.model.query.ItemSort;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Queries are asked before and after every kind of change, so that what is kept in memory has to follow.
class QueryTest {
    @TempDir
    private Path folder;
    private WorkspaceStore store;
    private Project project;
    private List<ItemId> items;
    private ModelId model;

    @BeforeEach
    void sixItems() {
        store = WorkspaceStore.create(folder.resolve("w"));
        project = Given.project(store);
        items = Given.items(store, project, 6);
        model = store.models().add(new ModelVersion(new ModelId(0), project.id(), "m", "detection", ModelVersion.Stage.CANDIDATE, null,
                List.of("red"), "m", new TreeMap<>(), Instant.EPOCH)).id();
        assertEquals("012345", find("", ItemSort.IMPORTED));
        assertEquals(Map.of(WorkState.NEW, 6L), facets("").states());
    }

    @AfterEach
    void close() {
        store.close();
    }

    /// The found items as digits, in order.
    private String find(String query, ItemSort sort) {
        StringBuilder found = new StringBuilder();
        store.items().ids(project.id(), ItemQueryParser.parse(query), Given.ANNA, sort).forEach(id -> found.append(items.indexOf(id)));
        return found.toString();
    }

    private Facets facets(String query) {
        return store.items().facets(project.id(), ItemQueryParser.parse(query), Given.ANNA);
    }

    private EditHistory draw(int item, int... labels) {
        EditHistory history = Given.open(store, items.get(item), Given.ANNA);
        List<Annotation> boxes = new ArrayList<>();
        for (int label : labels) {
            boxes.add(Given.box(store, Given.label(project, label), boxes.size()));
        }
        history.perform(EditName.DRAW, Edit.add(history.set(), boxes));
        return history;
    }

    private List<Annotation> suggest(int item, double... scores) {
        List<Annotation> boxes = new ArrayList<>();
        for (double score : scores) {
            boxes.add(new Annotation(store.annotationIds().next(), Given.label(project, 0), new Box(1, 2, 3, 4),
                    new Origin.Suggested(model, score)));
        }
        store.annotations().saveSuggestions(model,
                List.of(new AnnotationSet(items.get(item), new Author.ByModel(model), WorkState.SUBMITTED, boxes, Set.of())));
        return boxes;
    }

    @Test
    void labelsAndStatesFollowEdits() {
        EditHistory first = draw(1, 0, 0, 1);
        draw(3, 1);
        assertEquals("13", find("label:white", ItemSort.IMPORTED));
        assertEquals("1", find("label:Red", ItemSort.IMPORTED));
        assertEquals("0245", find("-label:red,white", ItemSort.IMPORTED));
        assertEquals("1", find("label:red label:white", ItemSort.IMPORTED));
        assertEquals("", find("label:unheard", ItemSort.IMPORTED));
        assertEquals("13", find("state:draft", ItemSort.IMPORTED));
        first.perform(EditName.SUBMIT, new Edit.ChangeState(WorkState.SUBMITTED));
        assertEquals("1", find("state:submitted", ItemSort.IMPORTED));
        assertEquals("0245", find("state:new", ItemSort.IMPORTED));
        assertEquals(Map.of(WorkState.NEW, 4L, WorkState.DRAFT, 1L, WorkState.SUBMITTED, 1L), facets("").states());
        assertEquals(Map.of(Given.label(project, 0), 1L, Given.label(project, 1), 2L), facets("").labels());
        assertEquals(Map.of(Given.label(project, 1), 1L), facets("state:draft").labels());
        first.undo();
        first.undo();
        assertEquals("3", find("label:white", ItemSort.IMPORTED));
        assertEquals("", find("label:red", ItemSort.IMPORTED));
        assertEquals("3", find("annotations>0", ItemSort.IMPORTED));
        assertEquals("01245", find("missing:annotations", ItemSort.IMPORTED));
    }

    @Test
    void anotherAuthorSeesOnlyTheirOwnAnswers() {
        draw(2, 0);
        Author ben = new Author.Annotator("ben");
        assertEquals(List.of(), store.items().ids(project.id(), ItemQueryParser.parse("label:red"), ben, ItemSort.IMPORTED));
        assertEquals(Map.of(WorkState.NEW, 6L), store.items().facets(project.id(), ItemQuery.all(), ben).states());
    }

    @Test
    void splitsAreFollowedAndSorted() {
        store.items().saveSplits(Map.of(items.get(0), Split.TEST, items.get(2), Split.TRAIN, items.get(5), Split.TRAIN));
        assertEquals("25", find("split:train", ItemSort.IMPORTED));
        assertEquals("025", find("split:train,test", ItemSort.IMPORTED));
        assertEquals("134250", find("", ItemSort.SPLIT));
        assertEquals(Map.of(Split.NONE, 3L, Split.TRAIN, 2L, Split.TEST, 1L), facets("").splits());
    }

    @Test
    void namesAreFoundWithoutRegardToCaseAndSorted() {
        ImportBatch batch = store.imports().begin(project.id(), "pictures", "x");
        items = new ArrayList<>(items);
        items.addAll(batch.addItems(List.of(Given.item("A_100%.png"), Given.item("ämter/Über.png"))));
        batch.finish(new ImportSummary(2, 0, 0, 0, 0, 0));
        assertEquals("6", find("a_1", ItemSort.IMPORTED));
        assertEquals("6", find("name~%", ItemSort.IMPORTED));
        assertEquals("7", find("name~über", ItemSort.IMPORTED));
        assertEquals("3", find("P3.PNG", ItemSort.IMPORTED));
        assertEquals("60123457", find("", ItemSort.NAME));
        assertEquals("012345", find("-name~a_1 -name~ber", ItemSort.NAME));
    }

    @Test
    void countsAreSorted() {
        draw(4, 0, 0, 0);
        draw(1, 0);
        assertEquals("023514", find("", ItemSort.FEWEST_ANNOTATIONS));
        assertEquals("410235", find("", ItemSort.MOST_ANNOTATIONS));
        assertEquals("4", find("annotations>=2", ItemSort.IMPORTED));
        assertEquals("023514", find("", ItemSort.STATE).replace("41", "14"));
    }

    @Test
    void scoresOfSuggestionsAreFoundAndSorted() {
        suggest(2, 0.9, 0.3);
        suggest(4, 0.6);
        suggest(5);
        assertEquals("2", find("score<0.5", ItemSort.IMPORTED));
        assertEquals("24", find("score>0.5", ItemSort.IMPORTED));
        assertEquals("4", find("score=0.6", ItemSort.IMPORTED));
        assertEquals("24", find("suggested:yes", ItemSort.IMPORTED));
        String name = store.models().model(model).name();
        assertEquals("24", find("suggested:" + name, ItemSort.IMPORTED));
        assertEquals("24", find("suggested:other," + name.toUpperCase(java.util.Locale.ROOT), ItemSort.IMPORTED));
        assertEquals("", find("suggested:other", ItemSort.IMPORTED));
        assertEquals("0135", find("missing:suggestions", ItemSort.IMPORTED));
        assertEquals("240135", find("", ItemSort.LOWEST_SCORE));
        suggest(2, 0.8);
        assertEquals("420135", find("", ItemSort.LOWEST_SCORE));
    }

    @Test
    void theRankingIsAnOrder() {
        store.items().saveUsefulness(project.id(), model, List.of(items.get(3), items.get(0)));
        assertEquals("301245", find("", ItemSort.USEFULNESS));
        store.items().saveUsefulness(project.id(), null, List.of(items.get(5)));
        assertEquals("501234", find("", ItemSort.USEFULNESS));
    }

    @Test
    void attributesAndIdsAreFound() {
        EditHistory history = Given.open(store, items.get(1), Given.ANNA);
        history.perform(EditName.DRAW, Edit.add(history.set(), List.of(new Annotation(store.annotationIds().next(), Given.label(project, 0),
                new Box(1, 1, 1, 1), new Origin.Manual(), Map.of("text", "Invoice 100%")))));
        assertEquals("1", find("text~\"invoice 100%\"", ItemSort.IMPORTED));
        assertEquals("", find("text~\"invoice_100\"", ItemSort.IMPORTED));
        assertEquals("25", find("id:" + items.get(5) + "," + items.get(2) + ",4711", ItemSort.IMPORTED));
    }

    @Test
    void deletedItemsAreGone() {
        draw(2, 0);
        store.items().delete(List.of(items.get(2), items.get(3)));
        assertEquals("0145", find("", ItemSort.IMPORTED));
        assertEquals(4, store.items().count(project.id()));
        assertEquals("", find("label:red", ItemSort.IMPORTED));
        assertTrue(store.check().problems().stream().allMatch(problem -> problem.contains("model")),
                () -> store.check().problems().toString());
    }

    @Test
    void rowsTellStateCountsAndOpenSuggestions() {
        List<Annotation> boxes = suggest(0, 0.9, 0.3, 0.5);
        EditHistory history = Given.open(store, items.getFirst(), Given.ANNA);
        history.perform(EditName.TAKE_SUGGESTION,
                Edit.add(history.set(),
                        List.of(new Annotation(store.annotationIds().next(), boxes.getFirst().label(), boxes.getFirst().shape(),
                                new Origin.Taken(boxes.getFirst().id(), model, 0.9, Origin.Fidelity.UNCHANGED)))));
        history.perform(EditName.REFUSE_SUGGESTION, new Edit.Refuse(Set.of(boxes.get(1).id())));
        List<ItemRow> rows = store.items().rows(List.of(items.get(1), new ItemId(4711), items.get(0)), Given.ANNA);
        assertEquals(2, rows.size());
        assertEquals(new ItemRow(store.items().item(items.get(1)), WorkState.NEW, 0, 0, Double.NaN), rows.get(0));
        assertEquals(new ItemRow(store.items().item(items.get(0)), WorkState.DRAFT, 1, 1, 0.9), rows.get(1));
    }

    @Test
    void aProjectThatIsNotThereHasNoItems() {
        assertEquals(0, store.items().count(new ProjectId(4711)));
        assertEquals(0, store.items().facets(new ProjectId(4711), ItemQuery.all(), Given.ANNA).total());
    }
}
