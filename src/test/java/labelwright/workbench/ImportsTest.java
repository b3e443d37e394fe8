package labelwright.workbench;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import labelwright.exchange.ExifPictures;
import labelwright.geometry.Box;
import labelwright.model.AttributeDefinition;
import labelwright.model.AttributeType;
import labelwright.model.Author;
import labelwright.model.Item;
import labelwright.model.LabelClass;
import labelwright.model.Origin;
import labelwright.model.Problem;
import labelwright.model.WorkState;
import labelwright.model.query.ItemRow;
import labelwright.model.query.ItemSort;
import labelwright.task.CancelToken;
import labelwright.task.CancelledException;
import labelwright.task.Progress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

@Timeout(60)
class ImportsTest {
    @TempDir
    private Path folder;
    private TestBench test;
    private Path data;

    @BeforeEach
    void open() {
        test = TestBench.create(folder.resolve("w"));
        data = folder.resolve("data");
    }

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void vocRecordsBecomeSubmittedAnswersAlsoEmptyOnes() throws IOException {
        TestPictures.png(data.resolve("JPEGImages/a.png"), 100, 80);
        TestPictures.png(data.resolve("JPEGImages/b.png"), 100, 80);
        TestPictures.voc(data, "a", 100, 80, "dog 11 11 30 40", "cat 1 1 100 80");
        TestPictures.voc(data, "b", 100, 80);
        ImportPlan plan = test.get().imports().look(data);
        assertEquals("voc", plan.format());
        assertEquals(2, plan.items());
        ImportReport report = run(request());
        assertEquals(2, report.items());
        assertEquals(2, report.annotations());
        assertEquals(List.of("dog", "cat"), report.labels());
        assertEquals(List.of("dog", "cat"), test.project().schema().names());
        List<ItemRow> rows = rows();
        assertEquals(List.of(WorkState.SUBMITTED, WorkState.SUBMITTED), rows.stream().map(ItemRow::state).toList());
        assertEquals(List.of(2, 0), rows.stream().map(ItemRow::annotations).toList());
        LabellingSession session = test.get().labelling().open(rows.getFirst().item().id(), TestBench.KIM);
        assertEquals(new Origin.Imported("voc"), session.set().annotations().getFirst().origin());
        assertEquals(FileState.PRESENT, test.get().catalogue().fileState(rows.getFirst().item()));
        assertTrue(test.get().maintenance().check().ok());
        assertEquals(1, test.get().imports().past(test.project()).size());
    }

    @Test
    void tagsSkeletonsAndMasksOfCvatComeIn() throws IOException {
        TestPictures.png(data.resolve("images/a.png"), 100, 80);
        TestPictures.png(data.resolve("images/b.png"), 100, 80);
        Files.writeString(data.resolve("annotations.xml"), """
                <annotations><version>1.1</version><meta><task><labels>
                <label><name>hand</name><type>skeleton</type><svg>x</svg></label>
                <label><name>tip</name><parent>hand</parent></label><label><name>wrist</name><parent>hand</parent></label>
                </labels></task></meta>
                <image id="0" name="a.png" width="100" height="80"><tag label="night"></tag>
                <skeleton label="hand"><points label="wrist" points="5,6" outside="0" occluded="1"></points></skeleton>
                <mask label="blob" rle="0, 6" left="5" top="2" width="3" height="2"></mask></image>
                <image id="1" name="b.png" width="100" height="80"><tag label="night"></tag></image></annotations>
                """);
        ImportReport report = run(request());
        assertEquals("cvat", report.format());
        assertEquals(2, report.annotations());
        assertEquals(List.of("tip", "wrist"),
                test.project().schema().findByName("hand").orElseThrow().findSkeleton().orElseThrow().names());
        assertTrue(test.project().schema().picture().find("night").isPresent());
        List<ItemRow> rows = rows();
        assertEquals(List.of(WorkState.SUBMITTED, WorkState.SUBMITTED), rows.stream().map(ItemRow::state).toList());
        for (ItemRow row : rows) {
            assertEquals(Map.of("night", "1"), test.get().labelling().open(row.item().id(), TestBench.KIM).set().answers());
        }
        assertTrue(test.get().maintenance().check().ok());
    }

    /// A second file with more options adds them; what the project asks in its own way stays.
    @Test
    void attributesThatCvatDeclaresAreAskedInTheProject() throws IOException {
        TestPictures.png(data.resolve("images/a.png"), 100, 80);
        String file = """
                <annotations><version>1.1</version><meta><task><labels><label><name>car</name><attributes>
                <attribute><name>brand</name><input_type>select</input_type><default_value>kia</default_value><values>%s</values></attribute>
                <attribute><name>parked</name><input_type>checkbox</input_type><default_value>false</default_value></attribute>
                </attributes></label></labels></task></meta><image id="0" name="a.png" width="100" height="80">
                <box label="car" xtl="1" ytl="1" xbr="5" ybr="5"><attribute name="brand">kia</attribute>
                <attribute name="parked">true</attribute></box></image></annotations>
                """;
        Files.writeString(data.resolve("annotations.xml"), file.formatted("audi\nkia"));
        run(request());
        AttributeDefinition parked = new AttributeDefinition("parked", new AttributeType.Check());
        assertEquals(
                List.of(new AttributeDefinition("brand", new AttributeType.Select(List.of("audi", "kia"))).withInitial("kia"), parked),
                test.project().schema().findByName("car").orElseThrow().attributes().definitions());
        assertEquals(Map.of("brand", "kia", "parked", "1"),
                test.get().labelling().open(rows().getFirst().item().id(), TestBench.KIM).set().annotations().getFirst().attributes());
        Files.writeString(data.resolve("annotations.xml"), file.formatted("seat\nkia"));
        run(request());
        assertEquals(
                List.of(new AttributeDefinition("brand", new AttributeType.Select(List.of("audi", "kia", "seat"))).withInitial("kia"),
                        parked),
                test.project().schema().findByName("car").orElseThrow().attributes().definitions());
    }

    @Test
    void labelsOfAPictureAsItIsStoredAreTurnedUprightWithIt() throws IOException {
        ExifPictures.write(data.resolve("JPEGImages/a.jpg"), 100, 80, 6);
        TestPictures.voc(data, "a", 100, 80, "dog 10 20 40 30");
        ImportReport report = run(request());
        assertEquals(1, report.repaired(), report.problems()::toString);
        assertTrue(report.problems().getFirst().what().contains("orientation 6"), report.problems()::toString);
        Item item = rows().getFirst().item();
        assertEquals(List.of(80, 100), List.of(item.width(), item.height()));
        assertEquals(new Box(50, 10, 10, 30),
                test.get().labelling().open(item.id(), TestBench.KIM).set().annotations().getFirst().shape());
    }

    @Test
    void ofAnAnimationTheFirstPictureComesInAndTheOthersAreNamed() throws IOException {
        Files.createDirectories(data);
        ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(data.resolve("move.gif").toFile())) {
            writer.setOutput(out);
            writer.prepareWriteSequence(null);
            for (int i = 0; i < 3; i++) {
                writer.writeToSequence(new IIOImage(new BufferedImage(20, 10, BufferedImage.TYPE_BYTE_GRAY), null, null), null);
            }
            writer.endWriteSequence();
        } finally {
            writer.dispose();
        }
        ImportReport report = run(request().withFormat("pictures"));
        assertEquals(1, report.items());
        assertEquals(1, report.skipped(), report.problems()::toString);
        assertTrue(report.problems().getFirst().what().contains("animation of 3 pictures"), report.problems()::toString);
    }

    @Test
    void classFoldersBecomeAChoiceAboutThePicture() throws IOException {
        TestPictures.png(data.resolve("train/cat/a.png"), 20, 10);
        TestPictures.png(data.resolve("train/dog/b.png"), 20, 10);
        TestPictures.png(data.resolve("val/dog/c.png"), 20, 10);
        ImportReport report = run(request());
        assertEquals("class-folders", report.format());
        assertEquals(3, report.items());
        assertEquals(new AttributeType.Select(List.of("cat", "dog")),
                test.project().schema().picture().find("class").orElseThrow().type());
        List<ItemRow> rows = rows();
        assertEquals(Map.of("class", "cat"), test.get().labelling().open(rows.getFirst().item().id(), TestBench.KIM).set().answers());
        assertEquals(List.of(WorkState.SUBMITTED, WorkState.SUBMITTED, WorkState.SUBMITTED), rows.stream().map(ItemRow::state).toList());
    }

    @Test
    void badPicturesGetOneLineEachAndTheRestIsImported() throws IOException {
        Path good = TestPictures.png(data.resolve("good.png"), 20, 10);
        Files.copy(good, data.resolve("named.jpg"));
        Files.writeString(data.resolve("text.png"), "this is no picture");
        Files.createFile(data.resolve("empty.png"));
        byte[] bytes = Files.readAllBytes(good);
        Files.write(data.resolve("short.png"), java.util.Arrays.copyOf(bytes, bytes.length - 20));
        ImportReport report = run(request().withFormat("pictures"));
        assertEquals(2, report.items());
        assertEquals(3, report.refused());
        assertEquals(1, report.repaired());
        assertEquals(List.of("empty.png", "named.jpg", "short.png", "text.png"),
                report.problems().stream().map(Problem::where).sorted().toList());
        assertEquals(report.problems(), test.get().imports().problems(report.importId(), 0, 100));
        assertEquals(List.of(WorkState.NEW, WorkState.NEW), rows().stream().map(ItemRow::state).toList());
    }

    @Test
    void aMissingPictureKeepsItsLabelsAndCanBeLocated() throws IOException {
        TestPictures.voc(data, "gone", 100, 80, "dog 11 11 30 40");
        TestPictures.voc(data, "gone2", 100, 80, "dog 11 11 30 40");
        ImportReport report = run(request().withFormat("voc"));
        assertEquals(2, report.items());
        assertEquals(2, report.annotations());
        assertTrue(report.problems().getFirst().what().contains("missing"), report.problems().toString());
        Item item = rows().getFirst().item();
        assertEquals(FileState.MISSING, test.get().catalogue().fileState(item));
        String name = test.get().catalogue().file(item).getFileName().toString();
        Path wrong = TestPictures.png(folder.resolve("found/wrong.png"), 50, 50);
        assertThrows(WorkbenchException.class, () -> test.get().catalogue().locate(item, wrong));
        Path found = TestPictures.png(folder.resolve("found").resolve(name), 100, 80);
        TestPictures.png(folder.resolve("found").resolve(name.replace("gone", "gone2")), 100, 80);
        assertEquals(2, test.get().catalogue().locate(item, found).size());
        assertEquals(List.of(FileState.PRESENT, FileState.PRESENT),
                rows().stream().map(row -> test.get().catalogue().fileState(row.item())).toList());
    }

    @Test
    void copiedPicturesLieInTheWorkspace() throws IOException {
        TestPictures.png(data.resolve("sub/a.png"), 20, 10);
        run(request().withPlacement(Placement.COPY));
        Files.delete(data.resolve("sub/a.png"));
        Item item = rows().getFirst().item();
        assertTrue(test.get().catalogue().file(item).startsWith(folder.resolve("w/media")));
        assertEquals(FileState.PRESENT, test.get().catalogue().fileState(item));
        test.get().catalogue().delete(List.of(item.id()));
        assertFalse(Files.exists(test.get().catalogue().file(item)));
    }

    @Test
    void aSecondImportAttachesAnswersToKnownPicturesAndKeepsThoseThereAre() throws IOException {
        TestPictures.png(data.resolve("JPEGImages/a.png"), 100, 80);
        TestPictures.voc(data, "a", 100, 80, "dog 11 11 30 40");
        run(request());
        ImportReport again = run(request());
        assertEquals(0, again.items());
        assertEquals(0, again.annotations());
        assertEquals(1, again.skipped());
        ImportReport other = run(ImportRequest.of(test.project(), data, new Author.Annotator("lee")));
        assertEquals(0, other.items());
        assertEquals(1, other.annotations());
        assertEquals(1, rows().size());
        assertEquals(1, rows().getFirst().annotations());
        assertTrue(test.get().maintenance().check().ok());
    }

    @Test
    void cancelLeavesTheProjectAsItWas() throws IOException {
        for (int i = 0; i < 30; i++) {
            TestPictures.png(data.resolve("JPEGImages/p" + i + ".png"), 100, 80);
            TestPictures.voc(data, "p" + i, 100, 80, "dog 11 11 30 40");
        }
        for (int stopAt : new int[] {1, 10, 29}) {
            CancelToken token = new CancelToken();
            int[] seen = {0};
            Progress progress = _ -> {
                if (++seen[0] >= stopAt) {
                    token.cancel();
                }
            };
            assertThrows(CancelledException.class,
                    () -> test.get().imports().run(request().withPlacement(Placement.COPY), progress, token));
            assertEquals(0, test.get().catalogue().count(test.project()));
            assertTrue(test.project().schema().labels().isEmpty());
            assertTrue(test.get().imports().past(test.project()).isEmpty());
            assertTrue(test.get().maintenance().check().ok());
            try (Stream<Path> left = Files.list(folder.resolve("w/media"))) {
                assertEquals(0, left.count());
            }
        }
        assertEquals(30, run(request().withPlacement(Placement.COPY)).items());
        assertTrue(test.get().maintenance().check().ok());
    }

    @Test
    void cancelTakesBackWhatWasAddedToPicturesThatWereThere() throws IOException {
        for (int i = 0; i < 10; i++) {
            TestPictures.png(data.resolve("JPEGImages/p" + i + ".png"), 100, 80);
            TestPictures.voc(data, "p" + i, 100, 80, "dog 11 11 30 40");
        }
        run(request());
        CancelToken token = new CancelToken();
        Progress progress = state -> {
            if (state.message().startsWith("Storing")) {
                token.cancel();
            }
        };
        TestPictures.png(data.resolve("JPEGImages/new.png"), 100, 80);
        TestPictures.voc(data, "new", 100, 80);
        Author.Annotator lee = new Author.Annotator("lee");
        assertThrows(CancelledException.class,
                () -> test.get().imports().run(ImportRequest.of(test.project(), data, lee), progress, token));
        assertEquals(10, test.get().catalogue().count(test.project()));
        assertTrue(test.get().catalogue().rows(test.get().catalogue().find(test.project(), "", lee, ItemSort.NAME), lee).stream()
                .allMatch(row -> row.annotations() == 0 && row.state() == WorkState.NEW));
        assertEquals(List.of("dog"), test.project().schema().names());
        assertTrue(test.get().maintenance().check().ok());
    }

    @Test
    void aRehearsalSaysTheSameAndChangesNothing() throws IOException {
        TestPictures.png(data.resolve("JPEGImages/a.png"), 100, 80);
        TestPictures.voc(data, "a", 100, 80, "dog 11 11 30 40", "cat 5 5 200 80");
        ImportReport rehearsal = test.get().imports().rehearse(request(), Progress.NONE, new CancelToken());
        assertEquals(0, test.get().catalogue().count(test.project()));
        assertTrue(test.project().schema().labels().isEmpty());
        ImportReport real = run(request());
        assertEquals(real.items(), rehearsal.items());
        assertEquals(real.annotations(), rehearsal.annotations());
        assertEquals(real.labels(), rehearsal.labels());
        assertEquals(real.problems(), rehearsal.problems());
        assertEquals(1, real.repaired());
    }

    @Test
    void labelsAllowTheShapesThatWereFound() throws IOException {
        TestPictures.png(data.resolve("JPEGImages/a.png"), 100, 80);
        TestPictures.voc(data, "a", 100, 80, "dog 11 11 30 40");
        run(request());
        LabelClass dog = test.project().schema().labels().getFirst();
        assertEquals(java.util.Set.of(labelwright.geometry.ShapeKind.BOX), dog.shapes());
    }

    @Test
    void nothingToImportIsSaidPlainly() throws IOException {
        Files.createDirectories(data);
        WorkbenchException e = assertThrows(WorkbenchException.class, () -> run(request()));
        assertTrue(String.valueOf(e.getMessage()).contains(data.toString()), e.getMessage());
        assertThrows(WorkbenchException.class, () -> test.get().imports().look(folder.resolve("nowhere")));
        assertThrows(WorkbenchException.class, () -> run(request().withFormat("excel")));
    }

    private ImportRequest request() {
        return ImportRequest.of(test.project(), data, TestBench.KIM);
    }

    private ImportReport run(ImportRequest request) {
        return test.get().imports().run(request, Progress.NONE, new CancelToken());
    }

    private List<ItemRow> rows() {
        return test.get().catalogue().rows(test.get().catalogue().find(test.project(), "", TestBench.KIM, ItemSort.NAME), TestBench.KIM);
    }
}
