package labelwright.workbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import labelwright.media.document.TestDocuments;
import labelwright.model.Item;
import labelwright.model.ItemId;
import labelwright.model.Problem;
import labelwright.model.Project;
import labelwright.model.ProjectKind;
import labelwright.model.Split;
import labelwright.model.query.ItemSort;
import labelwright.task.CancelToken;
import labelwright.task.CancelledException;
import labelwright.task.Progress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// PDF and DOCX files become the texts of a project.
@Timeout(60)
class DocumentsTest {
    @TempDir
    private Path folder;
    private TestBench test;
    private Project reports;
    private Path data;

    @BeforeEach
    void open() throws IOException {
        test = TestBench.create(folder.resolve("w"));
        reports = test.get().projects().create("reports", ProjectKind.TEXT, List.of("person"));
        data = Files.createDirectories(folder.resolve("data"));
    }

    @AfterEach
    void close() {
        test.close();
    }

    private List<ItemId> ids() {
        return test.get().catalogue().find(reports, "", TestBench.KIM, ItemSort.IMPORTED);
    }

    @Test
    void pagesAndDocumentsAreImportedAndTheRestIsReported() throws IOException {
        byte[] sound = Files.readAllBytes(TestDocuments.pdf(data.resolve("a.pdf"), "page one", "", "page three"));
        TestDocuments.docx(data.resolve("b.docx"));
        Files.write(data.resolve("cut.pdf"), Arrays.copyOf(sound, sound.length / 2));
        TestDocuments.lockedPdf(data.resolve("locked.pdf"), "user", true);
        Files.writeString(data.resolve("readme.txt"), "not a document");
        TestDocuments.pdf(Files.createDirectories(data.resolve("train")).resolve("z.pdf"), "the last");
        ImportPlan plan = test.get().imports().look(data);
        assertEquals("documents", plan.format());
        assertEquals(ProjectKind.TEXT, plan.kind());
        assertEquals(4, plan.items());

        ImportReport report = test.get().imports().run(ImportRequest.of(reports, data, TestBench.KIM), Progress.NONE, new CancelToken());

        assertEquals(4, report.items(), report.problems()::toString);
        List<Item> items = test.get().catalogue().items(ids());
        assertEquals(List.of("a.pdf", "a.pdf#3", "b.docx", "train/z.pdf"), items.stream().map(Item::name).toList());
        assertEquals(Split.TRAIN, items.getLast().split());
        assertEquals("page three", test.get().texts().text(items.get(1).id()).text());
        assertTrue(test.get().texts().text(items.get(2).id()).text().contains("Ada Lovelace\t36\n"));
        assertEquals(List.of("a.pdf, page 2", "b.docx", "b.docx", "cut.pdf", "locked.pdf"),
                report.problems().stream().map(Problem::where).toList());
        assertTrue(test.get().maintenance().check().ok(), () -> test.get().maintenance().check().problems().toString());
    }

    @Test
    void aPageIsSeenAsLongAsItsFileSaysTheSame() throws IOException {
        Path file = TestDocuments.pdf(data.resolve("a.pdf"), "page one", "", "page three");
        TestDocuments.docx(data.resolve("b.docx"));
        test.get().imports().run(ImportRequest.of(reports, data, TestBench.KIM), Progress.NONE, new CancelToken());
        Pages pages = test.get().pages();
        List<Item> items = test.get().catalogue().items(ids());
        Item third = items.get(1);
        assertEquals(List.of(true, true, false), items.stream().map(pages::hasPage).toList());
        PageSheet sheet = pages.sheet(third, new CancelToken());
        assertEquals(new PageSheet(sheet.letters(), PageSheet.Words.SAME, 3, 3), sheet);
        assertEquals("page three".length(), sheet.letters().length());
        assertEquals(40, pages.picture(third, new PageWindow(2, 100, 100, 40, 30), new CancelToken()).width());
        CancelToken stopped = new CancelToken();
        stopped.cancel();
        assertThrows(CancelledException.class, () -> pages.picture(third, new PageWindow(1, 0, 0, 10, 10), stopped));

        TestDocuments.pdf(file, "page one", "", "page four");
        PageSheet other = pages.sheet(third, new CancelToken());
        assertEquals(PageSheet.Words.CHANGED, other.words());
        assertEquals(0, other.letters().length());
        TestDocuments.pdf(file, "page one");
        assertEquals("The file has no page 3, only 1.",
                assertThrows(WorkbenchException.class, () -> pages.sheet(third, new CancelToken())).getMessage());
        Files.delete(file);
        WorkbenchException gone = assertThrows(WorkbenchException.class, () -> pages.sheet(third, new CancelToken()));
        assertEquals(WorkbenchException.Reason.NOT_FOUND, gone.reason());
        assertEquals("page three", test.get().texts().text(third.id()).text());
    }

    @Test
    void aCopiedDocumentStaysUntilTheLastOfItsPagesIsDeleted() throws IOException {
        Path file = TestDocuments.pdf(data.resolve("a.pdf"), "page one", "", "page three");
        test.get().imports().run(ImportRequest.of(reports, data, TestBench.KIM).withPlacement(Placement.COPY), Progress.NONE,
                new CancelToken());
        Files.delete(file);
        List<Item> items = test.get().catalogue().items(ids());
        test.get().catalogue().delete(List.of(items.getFirst().id()));
        assertEquals(PageSheet.Words.SAME, test.get().pages().sheet(items.getLast(), new CancelToken()).words());
        Path copy = test.get().pages().file(items.getLast());
        assertTrue(Files.exists(copy), copy::toString);
        test.get().catalogue().delete(List.of(items.getLast().id()));
        assertFalse(Files.exists(copy), copy::toString);
    }

    @Test
    void oneFileIsImportedAndCancelEndsBetweenItsPages() throws IOException {
        Path file = TestDocuments.pdf(data.resolve("a.pdf"), "one", "two", "three");
        ImportRequest request = ImportRequest.of(reports, file, TestBench.KIM);
        CancelToken token = new CancelToken();
        assertThrows(CancelledException.class, () -> test.get().imports().run(request, state -> {
            if (state.done() == 1) {
                token.cancel();
            }
        }, token));
        assertEquals(List.of(), ids());
        assertEquals(3, test.get().imports().run(request, Progress.NONE, new CancelToken()).items());
        assertEquals(List.of("a.pdf", "a.pdf#2", "a.pdf#3"), test.get().catalogue().items(ids()).stream().map(Item::name).toList());
    }
}
