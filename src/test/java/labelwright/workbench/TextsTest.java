package labelwright.workbench;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import labelwright.edit.Edit;
import labelwright.edit.EditName;
import labelwright.geometry.ShapeKind;
import labelwright.geometry.TextRange;
import labelwright.geometry.TextSpan;
import labelwright.model.Annotation;
import labelwright.model.AnnotationSet;
import labelwright.model.Item;
import labelwright.model.ItemId;
import labelwright.model.Origin;
import labelwright.model.Project;
import labelwright.model.ProjectKind;
import labelwright.model.Relation;
import labelwright.model.Split;
import labelwright.model.TextContent;
import labelwright.model.query.ItemSort;
import labelwright.task.CancelToken;
import labelwright.task.Progress;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Text projects from the files to the labels and back.
@Timeout(60)
class TextsTest {
    @TempDir
    private Path folder;
    private TestBench test;
    private Project letters;
    private Path data;

    @BeforeEach
    void open() throws IOException {
        test = TestBench.create(folder.resolve("w"));
        letters = test.get().projects().create("letters", ProjectKind.TEXT, List.of("person", "act"));
        data = Files.createDirectories(folder.resolve("data"));
    }

    @AfterEach
    void close() {
        test.close();
    }

    private ImportReport run(ImportRequest request) {
        return test.get().imports().run(request, Progress.NONE, new CancelToken());
    }

    private ImportRequest request() {
        return ImportRequest.of(letters, data, TestBench.KIM);
    }

    private List<Item> items() {
        return test.get().catalogue().items(ids());
    }

    private List<ItemId> ids() {
        return test.get().catalogue().find(letters, "", TestBench.KIM, ItemSort.IMPORTED);
    }

    private void assertSound() {
        assertTrue(test.get().maintenance().check().ok(), () -> test.get().maintenance().check().problems().toString());
    }

    @Test
    void textFilesAreKeptByteForByte() throws IOException {
        byte[] marked = "\uFEFFAda wrote.\r\nHe\tanswered 😀\n".getBytes(StandardCharsets.UTF_8);
        byte[] wide = "\uFEFF汉字 😀".getBytes(StandardCharsets.UTF_16LE);
        byte[] unmarked = "plain words".getBytes(StandardCharsets.UTF_16BE);
        Files.createDirectories(data.resolve("train"));
        Files.write(data.resolve("train/a.txt"), marked);
        Files.write(data.resolve("b.txt"), wide);
        Files.write(data.resolve("c.md"), unmarked);
        ImportPlan plan = test.get().imports().look(data);
        assertEquals("text", plan.format());
        assertEquals(ProjectKind.TEXT, plan.kind());
        assertEquals(3, plan.items());
        ImportReport report = run(request());
        assertEquals(3, report.items(), report.problems()::toString);
        assertEquals(List.of(), report.problems());
        List<Item> items = items();
        assertEquals(List.of("b.txt", "c.md", "a.txt"), items.stream().map(Item::name).toList());
        assertEquals(Split.TRAIN, items.getLast().split());
        assertArrayEquals(wide, test.get().texts().text(items.get(0).id()).bytes());
        assertArrayEquals(unmarked, test.get().texts().text(items.get(1).id()).bytes());
        TextContent read = test.get().texts().text(items.get(2).id());
        assertArrayEquals(marked, read.bytes());
        assertEquals("Ada wrote.\r\nHe\tanswered 😀\n", read.text());
        assertEquals(26, items.get(2).width());
        assertEquals("Ada wrote. He answered 😀", test.get().texts().excerpts(ids()).get(items.get(2).id()));
        assertEquals(FileState.PRESENT, test.get().catalogue().fileState(items.get(2)));
        assertEquals(3, run(request()).skipped(), "a second import finds the same texts there");
        assertSound();
    }

    @Test
    void linesAndParagraphsBecomeItems() throws IOException {
        Files.writeString(data.resolve("a.txt"), "one\r\ntwo\r\n\r\n \nthree\rfour\n");
        assertEquals(4, run(request().withOption("by", "line")).items());
        assertEquals(List.of("a.txt#1", "a.txt#2", "a.txt#5", "a.txt#6"), items().stream().map(Item::name).toList());
        test.get().catalogue().delete(ids());
        assertEquals(2, run(request().withOption("by", "paragraph")).items());
        assertEquals(List.of("one\r\ntwo", "three\rfour"), ids().stream().map(id -> test.get().texts().text(id).text()).toList());
        WorkbenchException failure = assertThrows(WorkbenchException.class, () -> run(request().withOption("by", "word")));
        assertTrue(failure.getMessage().contains("file, line or paragraph"), failure.getMessage());
        assertSound();
    }

    @Test
    void aFileThatIsTooLargeForOneTextIsReadByParagraph() throws IOException {
        StringBuilder paragraph = new StringBuilder();
        while (paragraph.length() < 9 << 20) {
            paragraph.append("Line after line, é after é.\r\n");
        }
        try (java.io.Writer out = Files.newBufferedWriter(data.resolve("large.txt"))) {
            for (int i = 0; i < 8; i++) {
                out.append(paragraph).append("\r\n");
            }
        }
        ImportReport whole = run(request());
        assertEquals(0, whole.items());
        assertTrue(whole.problems().getFirst().what().contains("by line or by paragraph"), whole.problems()::toString);
        ImportReport report = run(request().withOption("by", "paragraph"));
        assertEquals(8, report.items(), report.problems()::toString);
        assertEquals(paragraph.toString().stripTrailing(), test.get().texts().text(ids().getLast()).text());
        assertSound();
    }

    @Test
    void anUncertainEncodingIsNamedAndReadWhenItIsSaid() throws IOException {
        Charset gbk = Charset.forName("GBK");
        byte[] chinese = "我们今天在北京开会，明天回上海。".getBytes(gbk);
        byte[] french = "Déjà vu à l'été, où ça?".getBytes(StandardCharsets.ISO_8859_1);
        byte[] surrogates = "smile 😀 here é".getBytes(Charset.forName("CESU-8"));
        Files.write(data.resolve("cesu.txt"), surrogates);
        Files.write(data.resolve("chinese.txt"), chinese);
        Files.write(data.resolve("french.txt"), french);
        Files.write(data.resolve("picture.txt"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 1, 0});
        Files.createFile(data.resolve("empty.txt"));
        ImportReport report = run(request());
        assertEquals(0, report.items());
        assertEquals(4, report.refused(), report.problems()::toString);
        assertEquals(1, report.skipped());
        String problems = report.problems().toString();
        assertTrue(problems.contains("looks like CESU-8") && problems.contains("looks like GB18030 (GBK)")
                && problems.contains("looks like ISO-8859-1") && problems.contains("no text file"), problems);
        data = data.resolve("chinese.txt");
        assertEquals(1, run(request().withOption("encoding", "GBK")).items());
        TextContent read = test.get().texts().text(ids().getFirst());
        assertEquals("我们今天在北京开会，明天回上海。", read.text());
        assertArrayEquals(chinese, read.bytes());
        assertThrows(WorkbenchException.class, () -> run(request().withOption("encoding", "klingon")));
        assertSound();
    }

    @Test
    void aFormatOfTheOtherKindIsRefusedWithASentence() throws IOException {
        Files.writeString(data.resolve("a.txt"), "one");
        ImportRequest intoPictures = ImportRequest.of(test.project(), data, TestBench.KIM);
        WorkbenchException failure = assertThrows(WorkbenchException.class, () -> run(intoPictures));
        assertTrue(failure.getMessage().contains("holds texts in the format Plain text"), failure.getMessage());
        assertTrue(failure.getMessage().contains("project of texts"), failure.getMessage());
        TestPictures.png(data.resolve("a.png"), 10, 10);
        assertEquals("pictures", test.get().imports().look(data, test.project()).format());
        assertEquals("text", test.get().imports().look(data, letters).format());
        assertEquals(1, run(intoPictures).items());
        assertEquals(1, run(request()).items());
    }

    @Test
    void spansAndARelationAreUndoneAlsoAfterTheWorkspaceWasClosed() throws IOException {
        Files.writeString(data.resolve("a.txt"), "Ada 😀 wrote.\r\n");
        run(request());
        assertEquals(java.util.Set.of(ShapeKind.SPAN), letters.schema().labels().getFirst().shapes());
        letters = test.get().projects().saveSchema(letters.id(), letters.schema().withRelations(List.of(new labelwright.model.RelationType(
                new labelwright.model.RelationTypeId(-1), "does", new labelwright.model.Colour(1),
                labelwright.model.RelationType.Direction.DIRECTED))));
        ItemId item = ids().getFirst();
        String text = test.get().texts().text(item).text();
        LabellingSession session = test.get().labelling().open(item, TestBench.KIM);
        Annotation ada = span(text, 0, 3, 0);
        Annotation wrote = span(text, 6, 11, 1);
        assertEquals("wrote", ((TextSpan) wrote.shape()).covered());
        session.perform(EditName.DRAW, Edit.add(session.set(), List.of(ada, wrote)));
        Relation does = new Relation(session.newRelationId(), letters.schema().relations().getFirst().id(), ada.id(), wrote.id(),
                new Origin.Manual());
        session.perform(EditName.DRAW, new Edit.InsertRelations(List.of(does)));
        session.perform(EditName.DELETE, new Edit.Remove(List.of(ada.id())));
        assertEquals(List.of(), session.set().relations());
        session.undo();
        AnnotationSet both = session.set();
        assertEquals(List.of(does), both.relations());
        test.suspend();
        test.resume();
        session = test.get().labelling().open(item, TestBench.KIM);
        assertEquals(both, session.set());
        session.undo();
        assertEquals(List.of(), session.set().relations());
        session.redo();
        session.submit();
        test.get().labelling().flush();
        ExportReport report = test.get().exports().run(
                new ExportRequest(test.get().projects().project(letters.id()), folder.resolve("out"), "brat", null, "", Verify.YES),
                Progress.NONE, new CancelToken());
        assertEquals(ExportReport.Verified.SAME, report.verified(), report.lost()::toString);
        assertEquals("Ada 😀 wrote.\r\n", Files.readString(folder.resolve("out/unsplit/a.txt")));
        assertEquals(both.annotations(), test.get().labelling().open(item, TestBench.KIM).set().annotations());
        assertSound();
    }

    private Annotation span(String text, int from, int to, int label) {
        return new Annotation(test.get().store().annotationIds().next(), letters.schema().labels().get(label).id(),
                TextSpan.of(text, List.of(new TextRange(from, to))), new Origin.Manual());
    }
}
