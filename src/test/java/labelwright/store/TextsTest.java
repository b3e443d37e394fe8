package labelwright.store;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import labelwright.edit.Edit;
import labelwright.edit.EditHistory;
import labelwright.edit.EditName;
import labelwright.geometry.ShapeKind;
import labelwright.geometry.TextRange;
import labelwright.geometry.TextSpan;
import labelwright.model.Annotation;
import labelwright.model.AnnotationId;
import labelwright.model.AnnotationSet;
import labelwright.model.Author;
import labelwright.model.Colour;
import labelwright.model.ItemId;
import labelwright.model.LabelClass;
import labelwright.model.LabelId;
import labelwright.model.LabelSchema;
import labelwright.model.MediaRef;
import labelwright.model.ModelId;
import labelwright.model.ModelVersion;
import labelwright.model.Origin;
import labelwright.model.Project;
import labelwright.model.ProjectKind;
import labelwright.model.Relation;
import labelwright.model.RelationType;
import labelwright.model.RelationType.Direction;
import labelwright.model.RelationTypeId;
import labelwright.model.Split;
import labelwright.model.TextContent;
import labelwright.model.WorkState;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Texts, spans on them and relations between the spans, in the workspace's file.
class TextsTest {
    private static final String STORY = "Ada wrote to Charles.\r\nHe answered 😀 at once.\n";
    @TempDir
    private Path folder;

    private WorkspaceStore create() {
        return WorkspaceStore.create(folder.resolve("w"));
    }

    private WorkspaceStore reopen() {
        return WorkspaceStore.open(folder.resolve("w"));
    }

    private static Project project(WorkspaceStore store) {
        Project made = store.projects().create("letters", ProjectKind.TEXT,
                List.of(new LabelDraft("person", new Colour(0xff0000), Set.of(ShapeKind.SPAN)),
                        new LabelDraft("act", new Colour(0x00ff00), Set.of(ShapeKind.SPAN))));
        return store.projects().saveSchema(made.id(),
                made.schema().withRelations(List.of(new RelationType(new RelationTypeId(-1), "does", new Colour(1), Direction.DIRECTED),
                        new RelationType(new RelationTypeId(-2), "same", new Colour(2), Direction.MUTUAL))));
    }

    private static List<ItemId> texts(WorkspaceStore store, Project project, List<TextContent> texts) {
        ImportBatch batch = store.imports().begin(project.id(), "text", "/letters");
        List<NewItem> items = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            items.add(NewItem.text("t" + i + ".txt", texts.get(i), Split.NONE));
        }
        List<ItemId> ids = batch.addItems(items);
        batch.finish(new ImportSummary(ids.size(), 0, 0, 0, 0, 0.5));
        return ids;
    }

    private static TextSpan span(int start, int end) {
        return TextSpan.of(STORY, List.of(new TextRange(start, end)));
    }

    private static Annotation region(WorkspaceStore store, LabelId label, TextSpan span) {
        return new Annotation(store.annotationIds().next(), label, span, new Origin.Manual());
    }

    private static Relation relation(WorkspaceStore store, RelationTypeId type, AnnotationId from, AnnotationId to) {
        return new Relation(store.annotationIds().nextRelation(), type, from, to, new Origin.Manual(), Map.of("sure", "1"));
    }

    private static void assertSound(WorkspaceStore store) {
        assertTrue(store.check().ok(), () -> store.check().problems().toString());
    }

    @Test
    void textsComeBackByteForByte() {
        byte[] marked = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF, 'a', '\r', '\n', 'b', '\t', 0};
        byte[] large = new byte[3_500_000];
        Arrays.fill(large, (byte) 'x');
        List<TextContent> texts = List.of(TextContent.of(STORY), TextContent.of(marked, StandardCharsets.UTF_8), TextContent.of(""),
                TextContent.of(large, StandardCharsets.ISO_8859_1),
                TextContent.of("汉字\r语言".getBytes(Charset.forName("GB18030")), Charset.forName("GB18030")),
                TextContent.of("\uFEFFé😀".getBytes(StandardCharsets.UTF_16LE), StandardCharsets.UTF_16LE));
        List<ItemId> ids;
        try (WorkspaceStore store = create()) {
            ids = texts(store, project(store), texts);
        }
        try (WorkspaceStore store = reopen()) {
            for (int i = 0; i < texts.size(); i++) {
                TextContent read = store.texts().text(ids.get(i));
                assertEquals(texts.get(i), read);
                assertArrayEquals(texts.get(i).bytes(), read.bytes());
                assertEquals(texts.get(i).text(), read.text());
                assertEquals(texts.get(i).length(), store.items().item(ids.get(i)).width());
                assertEquals(MediaRef.INSIDE, store.items().item(ids.get(i)).media());
            }
            assertEquals("a\r\nb\t\0", store.texts().text(ids.get(1)).text());
            assertEquals(2, store.texts().text(ids.get(5)).length());
            assertEquals(2, store.items().item(ids.get(4)).height());
            assertEquals("Ada wrote to Charles. He answered 😀 at once.", store.texts().excerpts(ids).get(ids.getFirst()));
            assertThrows(StoreException.class, () -> store.texts().text(new ItemId(4711)));
            assertSound(store);
            store.items().delete(List.of(ids.get(0), ids.get(3)));
            assertEquals(4, store.texts().excerpts(ids).size());
            assertSound(store);
        }
    }

    @Test
    void textsThatSayTheSameAreFoundWhateverTheirEncoding() {
        try (WorkspaceStore store = create()) {
            Project project = project(store);
            List<ItemId> ids = texts(store, project, List.of(TextContent.of("café"), TextContent.of("tea"),
                    TextContent.of("café".getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.ISO_8859_1)));
            assertEquals(List.of(List.of(ids.get(0), ids.get(2))), store.texts().duplicates(project.id()));
        }
    }

    @Test
    void relationsAreUndoneAndRedoneAcrossRestarts() {
        List<AnnotationSet> sets = new ArrayList<>();
        ItemId item;
        try (WorkspaceStore store = create()) {
            Project project = project(store);
            item = texts(store, project, List.of(TextContent.of(STORY))).getFirst();
            EditHistory history = Given.open(store, item, Given.ANNA);
            sets.add(history.set());
            LabelId person = Given.label(project, 0);
            RelationTypeId does = project.schema().relations().getFirst().id();
            RelationTypeId same = project.schema().relations().get(1).id();
            Annotation ada = region(store, person, span(0, 3));
            Annotation charles = region(store, person, span(13, 20));
            Annotation he = region(store, person, TextSpan.of(STORY, List.of(new TextRange(23, 25), new TextRange(35, 36))));
            Relation first = relation(store, does, ada.id(), charles.id());
            Relation second = relation(store, same, charles.id(), he.id());
            for (Edit edit : List.of(Edit.add(history.set(), List.of(ada, charles, he)), new Edit.InsertRelations(List.of(first, second)),
                    new Edit.ReplaceRelations(List.of(first.reversed().withAttributes(Map.of()))), new Edit.Remove(List.of(charles.id())),
                    new Edit.InsertRelations(List.of(relation(store, same, ada.id(), he.id()))))) {
                history.perform(EditName.DRAW, edit);
                sets.add(history.set());
            }
        }
        for (int i = sets.size() - 2; i >= 0; i--) {
            try (WorkspaceStore store = reopen()) {
                Given.open(store, item, Given.ANNA).undo();
                assertEquals(sets.get(i), store.annotations().set(item, Given.ANNA));
                assertSound(store);
            }
        }
        for (int i = 1; i < sets.size(); i++) {
            try (WorkspaceStore store = reopen()) {
                Given.open(store, item, Given.ANNA).redo();
                assertEquals(sets.get(i), store.annotations().set(item, Given.ANNA));
                assertSound(store);
            }
        }
        try (WorkspaceStore store = reopen()) {
            AnnotationId fresh = store.annotationIds().next();
            assertTrue(fresh.value() > sets.getLast().relations().getLast().id().value(), "ids of relations are not given out again");
        }
    }

    @Test
    void anySequenceOfEditsLeavesTheSameInTheFileAsInMemory() {
        ItemId item;
        AnnotationSet last;
        try (WorkspaceStore store = create()) {
            Project project = project(store);
            item = texts(store, project, List.of(TextContent.of(STORY))).getFirst();
            EditHistory history = Given.open(store, item, Given.ANNA);
            Random random = new Random(4);
            for (int i = 0; i < 500; i++) {
                step(store, project, history, random);
                assertEquals(history.set(), store.annotations().set(item, Given.ANNA), "after step " + i);
            }
            last = history.set();
            assertSound(store);
        }
        try (WorkspaceStore store = reopen()) {
            EditHistory history = Given.open(store, item, Given.ANNA);
            assertEquals(last, history.set());
            while (history.undo().isPresent()) {
                assertEquals(history.set(), store.annotations().set(item, Given.ANNA));
            }
            assertEquals(List.of(), history.set().relations());
            while (history.redo().isPresent()) {
                assertTrue(history.canUndo());
            }
            assertSound(store);
        }
    }

    private static void step(WorkspaceStore store, Project project, EditHistory history, Random random) {
        List<Annotation> now = history.set().annotations();
        List<Relation> relations = history.set().relations();
        RelationTypeId type = project.schema().relations().get(random.nextInt(2)).id();
        int what = random.nextInt(9);
        if (what < 2 || now.size() < 3) {
            int start = random.nextInt(40);
            history.perform(EditName.DRAW,
                    Edit.add(history.set(), List.of(region(store, Given.label(project, random.nextInt(2)), span(start, start + 3)))));
        } else if (what == 2) {
            history.undo();
        } else if (what == 3) {
            history.redo();
        } else if (what == 4) {
            history.perform(EditName.DELETE, new Edit.Remove(List.of(now.get(random.nextInt(now.size())).id())));
        } else if (what < 7 || relations.isEmpty()) {
            int from = random.nextInt(now.size());
            int to = (from + 1 + random.nextInt(now.size() - 1)) % now.size();
            history.perform(EditName.DRAW,
                    new Edit.InsertRelations(List.of(relation(store, type, now.get(from).id(), now.get(to).id()))));
        } else if (what == 7) {
            history.perform(EditName.DELETE, new Edit.RemoveRelations(List.of(relations.get(random.nextInt(relations.size())).id())));
        } else {
            history.perform(EditName.RELABEL,
                    new Edit.ReplaceRelations(List.of(relations.get(random.nextInt(relations.size())).withType(type).reversed())));
        }
    }

    @Test
    void aTypeOfRelationInUseIsNotRemovedAndOneThatIsGoneIsNotBroughtBackByRedo() {
        try (WorkspaceStore store = create()) {
            Project project = project(store);
            ItemId item = texts(store, project, List.of(TextContent.of(STORY))).getFirst();
            EditHistory history = Given.open(store, item, Given.ANNA);
            Annotation ada = region(store, Given.label(project, 0), span(0, 3));
            Annotation charles = region(store, Given.label(project, 0), span(13, 20));
            RelationType does = project.schema().relations().getFirst();
            history.perform(EditName.DRAW, Edit.add(history.set(), List.of(ada, charles)));
            history.perform(EditName.DRAW, new Edit.InsertRelations(List.of(relation(store, does.id(), ada.id(), charles.id()))));
            LabelSchema without = project.schema().withRelations(List.of(project.schema().relations().get(1).withName("equals")));
            StoreException failure = assertThrows(StoreException.class, () -> store.projects().saveSchema(project.id(), without));
            assertTrue(failure.getMessage().contains("\"does\"") && failure.getMessage().contains("1 time"), failure.getMessage());
            history.undo();
            assertEquals(without, store.projects().saveSchema(project.id(), without).schema());
            assertThrows(StoreException.class, history::redo);
            assertEquals(List.of(), store.annotations().set(item, Given.ANNA).relations());
            assertSound(store);
        }
    }

    /// On a new text and on one that was there, with a type of relation of its own.
    private static ImportBatch beginAndFill(WorkspaceStore store, Project project, ItemId old) {
        ImportBatch batch = store.imports().begin(project.id(), "doccano", "/data");
        RelationType fresh = batch.addRelationType(new RelationType(new RelationTypeId(0), "knows", new Colour(3), Direction.DIRECTED));
        ItemId added = batch.addItems(List.of(NewItem.text("new", TextContent.of(STORY), Split.TRAIN))).getFirst();
        Origin imported = new Origin.Imported("doccano");
        List<NewAnnotation> regions = new ArrayList<>();
        for (ItemId item : List.of(added, old, added, old)) {
            int start = regions.size();
            regions.add(new NewAnnotation(item, Given.label(project, 0), span(start, start + 2), imported, Map.of()));
        }
        List<AnnotationId> ids = batch.addAnnotations(Given.ANNA, WorkState.SUBMITTED, regions);
        batch.addRelations(Given.ANNA, List.of(new NewRelation(added, fresh.id(), ids.get(0), ids.get(2), imported, Map.of("sure", "no")),
                new NewRelation(old, fresh.id(), ids.get(3), ids.get(1), imported, Map.of())));
        return batch;
    }

    @Test
    void namesOfLabelsAndOfTypesOfRelationAreExchangedInOneSave() {
        try (WorkspaceStore store = create()) {
            Project project = project(store);
            LabelClass person = project.schema().labels().get(0);
            LabelClass act = project.schema().labels().get(1);
            RelationType does = project.schema().relations().get(0);
            RelationType same = project.schema().relations().get(1);
            store.projects().saveSchema(project.id(),
                    project.schema().withLabels(List.of(person.withName("act"), act.withName("person")))
                            .withRelations(List.of(does.withName("same"), same.withName("does"))));
        }
        try (WorkspaceStore store = reopen()) {
            Project read = store.projects().findByName("letters").orElseThrow();
            assertEquals(List.of("act", "person"), read.schema().labels().stream().map(LabelClass::name).toList());
            assertEquals(List.of("same", "does"), read.schema().relations().stream().map(RelationType::name).toList());
            assertSound(store);
        }
    }

    @Test
    void importedTextsAndRelationsAreThereWhenTheImportIsFinished() {
        try (WorkspaceStore store = create()) {
            Project project = project(store);
            ItemId old = texts(store, project, List.of(TextContent.of(STORY))).getFirst();
            beginAndFill(store, project, old).finish(new ImportSummary(1, 4, 0, 0, 0, 1));
            ItemId added = store.items().findByName(project.id(), "new").orElseThrow().id();
            AnnotationSet set = store.annotations().set(added, Given.ANNA);
            assertEquals(List.of(span(0, 2), span(2, 4)), set.annotations().stream().map(Annotation::shape).toList());
            assertEquals(set.annotations().getFirst().id(), set.relations().getFirst().from());
            assertEquals(Map.of("sure", "no"), set.relations().getFirst().attributes());
            Relation onOld = store.annotations().set(old, Given.ANNA).relations().getFirst();
            assertEquals("knows", store.projects().project(project.id()).schema().findRelation(onOld.type()).orElseThrow().name());
            assertSound(store);
        }
    }

    @Test
    void aRolledBackOrKilledImportLeavesNoTextsAndRelations() {
        ItemId old;
        Project project;
        AnnotationSet before;
        try (WorkspaceStore store = create()) {
            project = project(store);
            old = texts(store, project, List.of(TextContent.of(STORY))).getFirst();
            before = store.annotations().set(old, Given.ANNA);
            beginAndFill(store, project, old).rollBack();
            assertEquals(before, store.annotations().set(old, Given.ANNA));
            assertEquals(project.schema(), store.projects().project(project.id()).schema());
            assertSound(store);
            beginAndFill(store, project, old);
        }
        try (WorkspaceStore store = reopen()) {
            assertEquals(before, store.annotations().set(old, Given.ANNA));
            assertEquals(project.schema(), store.projects().project(project.id()).schema());
            assertEquals(1, store.items().count(project.id()));
            assertSound(store);
        }
    }

    @Test
    void suggestedRelationsAreReplacedAndGoWithTheirModel() {
        try (WorkspaceStore store = create()) {
            Project project = project(store);
            ItemId item = texts(store, project, List.of(TextContent.of(STORY))).getFirst();
            ModelId model = store.models().add(new ModelVersion(new ModelId(0), project.id(), "m", "spans", ModelVersion.Stage.CANDIDATE,
                    null, List.of("person"), ".", new java.util.TreeMap<>(), java.time.Instant.EPOCH)).id();
            Author author = new Author.ByModel(model);
            Origin said = new Origin.Suggested(model, 0.75);
            for (int run = 0; run < 2; run++) {
                Annotation ada = new Annotation(store.annotationIds().next(), Given.label(project, 0), span(0, 3), said);
                Annotation charles = new Annotation(store.annotationIds().next(), Given.label(project, 0), span(13, 20), said);
                AnnotationSet set = new AnnotationSet(item, author, WorkState.NEW, List.of(ada, charles),
                        List.of(new Relation(store.annotationIds().nextRelation(), project.schema().relations().getFirst().id(), ada.id(),
                                charles.id(), said)),
                        Set.of(), Map.of());
                store.annotations().saveSuggestions(model, List.of(set));
                assertEquals(List.of(set), store.annotations().suggestionSets(item));
                assertSound(store);
            }
            store.models().delete(model);
            assertEquals(List.of(), store.annotations().suggestionSets(item));
            assertSound(store);
        }
    }

    @Test
    void deletingAProjectTakesItsTextsAndRelationsWithIt() throws SQLException {
        try (WorkspaceStore store = create()) {
            Project project = project(store);
            ItemId old = texts(store, project, List.of(TextContent.of(STORY))).getFirst();
            beginAndFill(store, project, old).finish(new ImportSummary(1, 4, 0, 0, 0, 1));
            store.projects().delete(project.id());
            assertSound(store);
        }
        Set<String> full = new HashSet<>();
        try (Connection connection = connect(); Statement statement = connection.createStatement()) {
            for (String table : List.of("item_text", "text_part", "relation", "relation_type", "annotation", "item")) {
                try (var rows = statement.executeQuery("SELECT 1 FROM " + table)) {
                    if (rows.next()) {
                        full.add(table);
                    }
                }
            }
        }
        assertEquals(Set.of(), full);
    }

    @Test
    void theCheckFindsBrokenTextsAndRelations() throws SQLException {
        ItemId item;
        try (WorkspaceStore store = create()) {
            Project project = project(store);
            item = texts(store, project, List.of(TextContent.of(STORY), TextContent.of(STORY))).getFirst();
            beginAndFill(store, project, item).finish(new ImportSummary(1, 4, 0, 0, 0, 1));
            assertSound(store);
        }
        try (Connection connection = connect(); Statement statement = connection.createStatement()) {
            statement.execute("UPDATE text_part SET content = X'" + "41".repeat(STORY.getBytes(StandardCharsets.UTF_8).length)
                    + "' WHERE id = " + item.value() * 1000);
            statement.execute("DELETE FROM text_part WHERE id = " + (item.value() + 1) * 1000);
            statement.execute("DELETE FROM relation_type WHERE name = 'knows'");
            statement.execute("UPDATE relation SET to_id = 999");
        }
        try (WorkspaceStore store = reopen()) {
            String problems = store.check().problems().toString();
            assertTrue(problems.contains("not as long as it should be"), problems);
            assertTrue(problems.contains("which its project does not have"), problems);
            assertTrue(problems.contains("not both in annotation set"), problems);
        }
    }

    @Test
    void aWorkspaceFromBeforeTextsIsBroughtUpToDate() throws IOException, URISyntaxException, SQLException {
        Path workspace = Files.createDirectories(folder.resolve("w"));
        Path migrations = Files.createDirectories(folder.resolve("migrations"));
        URL first = Objects.requireNonNull(TextsTest.class.getResource("/labelwright/store/V1__workspace.sql"));
        try (DirectoryStream<Path> known = Files.newDirectoryStream(Path.of(first.toURI()).getParent(), "V[1-6]__*.sql")) {
            for (Path file : known) {
                Files.copy(file, migrations.resolve(file.getFileName()));
            }
        }
        new WorkspaceFile(workspace, new Failures(workspace), 6, "filesystem:" + migrations).create();
        try (Connection connection = connect(); Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO project (name, kind, created) VALUES ('old', 'image', CURRENT_TIMESTAMP)");
            statement.execute("INSERT INTO label_class (project_id, place, name, colour, shapes) VALUES (1, 0, 'cat', 5, 2)");
        }
        try (WorkspaceStore store = reopen()) {
            Project old = store.projects().findByName("old").orElseThrow();
            assertEquals(ProjectKind.IMAGE, old.kind());
            assertEquals(List.of("cat"), old.schema().names());
            Project letters = project(store);
            assertEquals(1, texts(store, letters, List.of(TextContent.of(STORY))).size());
            assertSound(store);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:h2:file:" + folder.resolve("w").resolve("workspace"), "sa", "");
    }
}
