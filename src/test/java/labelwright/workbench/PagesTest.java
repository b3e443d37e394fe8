package labelwright.workbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import labelwright.geometry.Box;
import labelwright.media.DeepImage;
import labelwright.media.ImageDecoder;
import labelwright.media.PictureFile;
import labelwright.media.PixelImage;
import labelwright.media.TiffFixture;
import labelwright.media.TiffFixture.Packing;
import labelwright.media.TiffFixture.Page;
import labelwright.model.Item;
import labelwright.model.Problem;
import labelwright.model.query.ItemSort;
import labelwright.task.CancelToken;
import labelwright.task.Progress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Files with several pages, from the import to the export.
@Timeout(60)
class PagesTest {
    @TempDir
    private Path folder;
    private TestBench test;
    private Path data;

    @BeforeEach
    void open() throws IOException {
        test = TestBench.create(folder.resolve("w"));
        data = Files.createDirectories(folder.resolve("data"));
        try (TiffFixture out = TiffFixture.create(data.resolve("scan.tif"))) {
            out.page(Page.of(60, 40, 3, 8).with(Packing.DEFLATE), (x, y, c) -> 10);
            out.page(Page.of(30, 20, 3, 8).copyOfThePageBefore(), (x, y, c) -> 99);
            out.page(Page.of(50, 70, 3, 8).strips(16), (x, y, c) -> 20 + x);
            out.page(Page.of(80, 30, 1, 16).turned(6), (x, y, c) -> 1000 + 10 * x);
        }
        TestPictures.png(data.resolve("single.png"), 20, 10);
    }

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void everyPageIsAnItemWithItsOwnSizeAndPixels() {
        bring(Placement.REFERENCE);
        List<Item> items = items();
        assertEquals(List.of("scan.tif", "scan.tif#2", "scan.tif#3", "single.png"), items.stream().map(Item::name).sorted().toList());
        Item second = named("scan.tif#2");
        assertEquals(List.of(50, 70, 1), List.of(second.width(), second.height(), second.media().page()));
        PixelImage pixels = assertInstanceOf(PixelImage.class, test.get().pictures().picture(second).join());
        assertEquals(0xff1b1b1b, pixels.argb(7, 50));
        Item third = named("scan.tif#3");
        assertEquals(List.of(30, 80), List.of(third.width(), third.height()));
        DeepImage deep = assertInstanceOf(DeepImage.class, test.get().pictures().picture(third).join());
        assertEquals("1790", deep.value(4, 79), "turned upright");
        assertEquals(70, test.get().pictures().thumbnail(second, 256).join().height());
        assertEquals(FileState.PRESENT, test.get().catalogue().fileState(third));
    }

    @Test
    void importedAgainNothingComesTwice() {
        bring(Placement.REFERENCE);
        ImportReport again = bring(Placement.REFERENCE);
        assertEquals(0, again.items());
        assertEquals(4, items().size());
    }

    @Test
    void theFileIsCopiedOnceAndStaysWhileAPageOfItIsAnItem() throws IOException {
        bring(Placement.COPY);
        Path copy = test.get().catalogue().file(named("scan.tif#2"));
        assertEquals(copy, test.get().catalogue().file(named("scan.tif")));
        try (Stream<Path> files = Files.list(copy.getParent())) {
            assertEquals(2, files.count());
        }
        test.get().catalogue().delete(List.of(named("scan.tif").id(), named("scan.tif#3").id()));
        assertTrue(Files.exists(copy));
        test.get().catalogue().delete(List.of(named("scan.tif#2").id()));
        assertFalse(Files.exists(copy));
    }

    @Test
    void aPageSurvivesARestartAndALocatedFile() throws IOException {
        bring(Placement.REFERENCE);
        test.suspend();
        test.resume();
        Path elsewhere = Files.move(data.resolve("scan.tif"), folder.resolve("scan.tif"));
        Item second = named("scan.tif#2");
        assertEquals(FileState.MISSING, test.get().catalogue().fileState(second));
        List<Item> found = test.get().catalogue().locate(second, elsewhere);
        assertEquals(3, found.size());
        assertEquals(1, named("scan.tif#2").media().page());
        assertEquals(elsewhere, test.get().catalogue().file(named("scan.tif#3")));
    }

    @Test
    void aPageIsExportedAsAPngOfItsOwnWithAllItsBits() throws IOException {
        bring(Placement.REFERENCE);
        for (String name : List.of("scan.tif", "scan.tif#2", "scan.tif#3")) {
            LabellingSession session = test.get().labelling().open(named(name).id(), TestBench.KIM);
            session.submit();
            test.get().labelling().flush();
        }
        Path out = folder.resolve("out");
        ExportReport report = test.get().exports().run(new ExportRequest(test.project(), out, "coco", TestBench.KIM, "", Verify.YES),
                Progress.NONE, new CancelToken());
        assertEquals(3, report.items());
        assertEquals(ExportReport.Verified.SAME, report.verified(), report.lost().toString());
        List<Path> pictures;
        try (Stream<Path> files = Files.walk(out)) {
            pictures = files.filter(file -> file.toString().endsWith(".png")).sorted().toList();
        }
        assertEquals(List.of("scan-1.png", "scan-2.png", "scan-3.png"),
                pictures.stream().map(file -> file.getFileName().toString()).toList());
        DeepImage third = new ImageDecoder().decodeDeep(PictureFile.of(pictures.get(2))).orElseThrow();
        assertEquals("1790", third.value(4, 79));
        try (Stream<Path> left = Files.list(folder.resolve("w/cache"))) {
            assertTrue(left.noneMatch(file -> file.getFileName().toString().startsWith("pages")));
        }
    }

    @Test
    void aFileOfLabelsLabelsTheFirstPageAndTheOthersAreSaidToBeLeftOut() throws IOException {
        Files.delete(data.resolve("single.png"));
        Files.writeString(data.resolve("labels.json"), """
                {"images": [{"id": 1, "file_name": "scan.tif", "width": 60, "height": 40}],
                 "categories": [{"id": 1, "name": "cat"}],
                 "annotations": [{"id": 1, "image_id": 1, "category_id": 1, "bbox": [5, 6, 20, 10], "area": 200, "iscrowd": 0}]}
                """);
        ImportReport report = bring(Placement.REFERENCE);
        assertEquals("coco", report.format());
        assertEquals(1, report.items());
        Problem problem = report.problems().stream().filter(each -> each.what().contains("3 pages")).findFirst().orElseThrow();
        assertEquals(Problem.Action.SKIPPED, problem.action());
        Box box = assertInstanceOf(Box.class, test.get().catalogue().answers(List.of(named("scan.tif").id()), TestBench.KIM).getFirst()
                .annotations().getFirst().shape());
        assertEquals(new Box(5, 6, 20, 10), box);
    }

    private ImportReport bring(Placement placement) {
        return test.get().imports().run(ImportRequest.of(test.project(), data, TestBench.KIM).withPlacement(placement), Progress.NONE,
                new CancelToken());
    }

    private List<Item> items() {
        return test.get().catalogue()
                .rows(test.get().catalogue().find(test.project(), "", TestBench.KIM, ItemSort.IMPORTED), TestBench.KIM).stream()
                .map(row -> row.item()).toList();
    }

    private Item named(String name) {
        return items().stream().filter(item -> item.name().equals(name)).findFirst().orElseThrow();
    }
}
