package labelwright.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import labelwright.edit.Edit;
import labelwright.edit.EditHistory;
import labelwright.edit.EditName;
import labelwright.model.Annotation;
import labelwright.model.AttributeCondition;
import labelwright.model.AttributeDefinition;
import labelwright.model.AttributeDefinition.Need;
import labelwright.model.AttributeForm;
import labelwright.model.AttributeType;
import labelwright.model.AttributeUse;
import labelwright.model.Choices;
import labelwright.model.Colour;
import labelwright.model.ItemId;
import labelwright.model.LabelClass;
import labelwright.model.LabelId;
import labelwright.model.LabelSchema;
import labelwright.model.LabelSchema.SubmitRule;
import labelwright.model.Project;
import labelwright.model.SkeletonTemplate;
import labelwright.model.WorkState;
import labelwright.model.query.ItemQueryParser;
import labelwright.model.query.ItemSort;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class AttributesTest {
    @TempDir
    private Path folder;
    private WorkspaceStore store;
    private Project project;
    private List<ItemId> items;

    @BeforeEach
    void fourItems() {
        store = WorkspaceStore.create(folder.resolve("w"));
        project = Given.project(store);
        items = Given.items(store, project, 4);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void restart() {
        store.close();
        store = WorkspaceStore.open(folder.resolve("w"));
    }

    /// One attribute of every kind, with everything that can be said about one.
    private static AttributeForm everyKind(Set<LabelId> labels) {
        return new AttributeForm(List.of(new AttributeDefinition("colour \"x\"", new AttributeType.Select(List.of("red", "light, blue"))),
                new AttributeDefinition("parts", new AttributeType.MultiSelect(List.of("a", "b")), "[\"b\"]", Need.REQUIRED,
                        new AttributeCondition("colour \"x\"", Set.of("red", "light, blue"), labels)),
                new AttributeDefinition("share", new AttributeType.Numeric(0, 0.1), "0.05", Need.OPTIONAL, AttributeCondition.ALWAYS),
                new AttributeDefinition("count", AttributeType.Numeric.any()), new AttributeDefinition("word", new AttributeType.Text()),
                new AttributeDefinition("note", new AttributeType.LongText()),
                new AttributeDefinition("night", new AttributeType.Check(), "1", Need.REQUIRED,
                        new AttributeCondition("", Set.of(), labels))));
    }

    private LabelSchema schema() {
        LabelClass red = project.schema().labels().getFirst();
        SkeletonTemplate skeleton = new SkeletonTemplate(
                List.of(new SkeletonTemplate.Joint("l", new Colour(1), 0.1, 0.3), new SkeletonTemplate.Joint("r", new Colour(2), 1, 0)),
                List.of(new SkeletonTemplate.Edge(0, 1, new Colour(3))), List.of(new SkeletonTemplate.Mirror(0, 1)));
        return new LabelSchema(
                List.of(red.withAttributes(everyKind(Set.of())).withSkeleton(skeleton), project.schema().labels().get(1)),
                everyKind(Set.of(red.id())), SubmitRule.ANSWERED_ONLY);
    }

    @Test
    void theWholeSchemaComesBack() {
        assertEquals(schema(), store.projects().saveSchema(project.id(), schema()).schema());
        restart();
        assertEquals(schema(), store.projects().project(project.id()).schema());
        assertTrue(store.check().ok(), () -> store.check().problems().toString());
        store.projects().saveSchema(project.id(), project.schema());
        assertEquals(project.schema(), store.projects().project(project.id()).schema());
    }

    @Test
    void aSchemaThatCannotBeReadIsFound() throws SQLException {
        store.close();
        try (Connection connection = DriverManager.getConnection("jdbc:h2:file:" + folder.resolve("w/workspace").toAbsolutePath(), "sa",
                "");
                Statement statement = connection.createStatement()) {
            statement.execute("UPDATE label_class SET attributes = '[{\"name\":\"x\",\"kind\":\"colourful\"}]' WHERE place = 0");
        }
        store = WorkspaceStore.open(folder.resolve("w"));
        assertFalse(store.check().ok());
        assertTrue(store.check().problems().getFirst().contains("There is no kind of attribute called \"colourful\""),
                () -> store.check().problems().toString());
    }

    private void answer(int item, Map<String, String> values) {
        Given.open(store, items.get(item), Given.ANNA).perform(EditName.ANSWER, new Edit.Answer(values));
    }

    private void draw(int item, int label, Map<String, String> attributes) {
        EditHistory history = Given.open(store, items.get(item), Given.ANNA);
        Annotation box = Given.box(store, Given.label(project, label), 1).withAttributes(attributes);
        history.perform(EditName.DRAW, Edit.add(history.set(), List.of(box)));
    }

    private String find(String query) {
        StringBuilder found = new StringBuilder();
        store.items().ids(project.id(), ItemQueryParser.parse(query), Given.ANNA, ItemSort.IMPORTED)
                .forEach(id -> found.append(items.indexOf(id)));
        return found.toString();
    }

    @Test
    void itemsAreFoundByAttributesAndAnswers() {
        draw(0, 0, Map.of("colour", "red", "parts", Choices.encode(List.of("a", "b"))));
        draw(1, 1, Map.of("colour", "light blue", "other", "\"colour\":\"red\""));
        answer(2, Map.of("colour", "red", "50%_!", "x"));
        answer(3, Map.of("colour", ""));
        assertEquals("0", find("attribute:colour=red"));
        assertEquals("01", find("attribute:colour=red,\"light blue\""));
        assertEquals("01", find("attribute:colour"));
        assertEquals("0", find("attribute:parts=b"));
        assertEquals("", find("attribute:parts=c"));
        assertEquals("2", find("answer:colour=red"));
        assertEquals("2", find("answer:\"50%_!\""));
        assertEquals("013", find("-answer:colour"));
    }

    @Test
    void itemsWithOpenQuestionsAreFound() {
        assertEquals("", find("missing:answers"));
        LabelId red = Given.label(project, 0);
        AttributeForm form = new AttributeForm(List.of(
                new AttributeDefinition("weather", new AttributeType.Text(), "", Need.REQUIRED,
                        new AttributeCondition("", Set.of(), Set.of(red)))));
        store.projects().saveSchema(project.id(), project.schema().withPicture(form));
        draw(0, 0, Map.of());
        draw(1, 0, Map.of());
        draw(2, 1, Map.of());
        answer(1, Map.of("weather", "rain"));
        assertEquals("0", find("missing:answers"));
        answer(1, Map.of("weather", ""));
        assertEquals("01", find("missing:answers"));
    }

    @Test
    void aNarrowerSchemaSaysHowManyValuesItDoesNotKnow() {
        store.projects().saveSchema(project.id(), schema());
        draw(0, 0, Map.of("share", "0.01", "word", "x", "from a file", "1"));
        draw(1, 0, Map.of("share", "0.09", "night", "1"));
        answer(0, Map.of("word", "x"));
        LabelClass red = schema().labels().getFirst();
        LabelSchema narrow = schema().withPicture(AttributeForm.EMPTY)
                .withLabels(List.of(
                        red.withAttributes(new AttributeForm(List.of(new AttributeDefinition("share", new AttributeType.Numeric(0, 0.05)),
                                new AttributeDefinition("night", new AttributeType.Check())))),
                        schema().labels().get(1)));
        assertEquals(
                List.of(new AttributeUse(red.id(), "share", 1), new AttributeUse(red.id(), "word", 1), new AttributeUse(null, "word", 1)),
                store.projects().unknownTo(project.id(), narrow));
        assertEquals(List.of(), store.projects().unknownTo(project.id(), schema()));
        store.projects().saveSchema(project.id(), narrow);
        assertEquals("x", store.annotations().set(items.getFirst(), Given.ANNA).annotations().getFirst().attributes().get("word"));
    }

    @Test
    void importedAnswersLeaveWhatWasSaidAndGoWithTheImport() {
        answer(0, Map.of("weather", "rain"));
        Map<ItemId, Map<String, String>> answers = Map.of(items.get(0), Map.of("weather", "sun", "night", "1"), items.get(1),
                Map.of("weather", "sun"));
        ImportBatch batch = store.imports().begin(project.id(), "coco", "/x");
        batch.addAnswers(Given.ANNA, WorkState.SUBMITTED, answers);
        batch.rollBack();
        assertEquals(Map.of("weather", "rain"), store.annotations().set(items.get(0), Given.ANNA).answers());
        assertEquals(Map.of(), store.annotations().set(items.get(1), Given.ANNA).answers());
        ImportBatch again = store.imports().begin(project.id(), "coco", "/x");
        again.addAnswers(Given.ANNA, WorkState.SUBMITTED, answers);
        again.finish(new ImportSummary(0, 0, 0, 0, 0, 0.5));
        restart();
        assertEquals(Map.of("weather", "rain", "night", "1"), store.annotations().set(items.get(0), Given.ANNA).answers());
        assertEquals(Map.of("weather", "sun"), store.annotations().set(items.get(1), Given.ANNA).answers());
        assertTrue(store.check().ok(), () -> store.check().problems().toString());
    }

    @Test
    void anAnswerThatAnImportChangedMeanwhileIsNotOverwritten() {
        EditHistory history = Given.open(store, items.getFirst(), Given.ANNA);
        history.perform(EditName.ANSWER, new Edit.Answer(Map.of("weather", "rain")));
        ImportBatch batch = store.imports().begin(project.id(), "coco", "/x");
        batch.addAnswers(Given.ANNA, WorkState.SUBMITTED, Map.of(items.getFirst(), Map.of("night", "1")));
        batch.finish(new ImportSummary(0, 0, 0, 0, 0, 0.5));
        assertThrows(StoreException.class, () -> history.perform(EditName.ANSWER, new Edit.Answer(Map.of("weather", "sun"))));
    }
}
