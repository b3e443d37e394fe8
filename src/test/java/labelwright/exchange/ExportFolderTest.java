package labelwright.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import labelwright.exchange.RandomDataset.Kinds;
import labelwright.exchange.coco.CocoFormat;
import labelwright.exchange.voc.VocFormat;
import labelwright.exchange.yolo.YoloFormat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// An export is there as a whole or not at all, and never overwrites anything of others.
class ExportFolderTest {

    @TempDir
    Path folder;
    private Path place;
    private RandomDataset data;

    @BeforeEach
    void makeData() throws IOException {
        data = new RandomDataset(folder.resolve("pictures"), Kinds.BOTH, 1);
        place = Files.createDirectory(folder.resolve("place"));
    }

    private static List<DatasetFormat> formats() {
        return List.of(new CocoFormat(), new VocFormat(), new YoloFormat());
    }

    private WriteReport write(DatasetFormat format, Path out, DatasetSource source) {
        return format.writer().orElseThrow().write(new WriteRequest(out, data.labels), source);
    }

    private DatasetSource failingAfter(int items) {
        return visitor -> {
            data.items.stream().limit(items).forEach(visitor);
            throw new IllegalStateException("cancelled");
        };
    }

    private static List<String> entries(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void aCancelledExportLeavesNothingBehindNotEvenNewParentFolders() throws IOException {
        for (DatasetFormat format : formats()) {
            Path out = place.resolve("new/deeper/out");
            IllegalStateException e = assertThrows(IllegalStateException.class, () -> write(format, out, failingAfter(5)));
            assertEquals("cancelled", e.getMessage());
            assertEquals(List.of(), entries(place), format.id());
        }
    }

    @Test
    void aCancelledExportLeavesTheEarlierOneAlone() throws IOException {
        Path out = place.resolve("out");
        write(new CocoFormat(), out, data);
        List<String> before = entries(out);
        assertThrows(IllegalStateException.class, () -> write(new CocoFormat(), out, failingAfter(5)));
        assertEquals(before, entries(out));
        assertEquals(List.of("out"), entries(place));
    }

    @Test
    void anEarlierExportIsReplacedAsAWhole() throws IOException {
        Path out = place.resolve("out");
        write(new CocoFormat(), out, data);
        write(new YoloFormat(), out, data);
        assertEquals(List.of(ExportFolder.MARKER, "data.yaml", "images", "labels"), entries(out));
        assertEquals(List.of("out"), entries(place));
    }

    @Test
    void anEarlierExportToWhichSomeoneAddedFilesIsNotReplaced() throws IOException {
        Path out = place.resolve("out");
        write(new YoloFormat(), out, data);
        Files.createDirectory(out.resolve("runs"));
        ExchangeException e = assertThrows(ExchangeException.class, () -> write(new YoloFormat(), out, data));
        assertTrue(e.getMessage().contains("(runs)"), e.getMessage());
        assertTrue(Files.exists(out.resolve("data.yaml")));
    }

    @Test
    void aFolderOfOtherFilesIsRefused() throws IOException {
        Files.writeString(place.resolve("thesis.txt"), "mine");
        for (DatasetFormat format : formats()) {
            ExchangeException e = assertThrows(ExchangeException.class, () -> write(format, place, data));
            assertTrue(e.getMessage().contains("thesis.txt") && e.getMessage().contains("nothing was overwritten"), e.getMessage());
        }
        assertEquals(List.of("thesis.txt"), entries(place));
    }

    @Test
    void aFileInTheWayIsRefused() throws IOException {
        Path file = Files.writeString(place.resolve("out"), "mine");
        ExchangeException e = assertThrows(ExchangeException.class, () -> write(new VocFormat(), file, data));
        assertTrue(e.getMessage().contains("is a file"), e.getMessage());
        assertEquals("mine", Files.readString(file));
    }

    @Test
    void anEmptyFolderIsFilled() throws IOException {
        write(new VocFormat(), place, data);
        assertEquals(List.of(ExportFolder.MARKER, "Annotations", "ImageSets", "JPEGImages", "SegmentationClass", "SegmentationObject",
                "labelmap.txt"), entries(place));
        assertFalse(entries(folder).stream().anyMatch(name -> name.endsWith(".part")));
    }

    @Test
    void aPlaceThatCannotBeWrittenIsAPlainMessage() throws IOException {
        Path file = Files.writeString(place.resolve("file"), "");
        ExchangeException e = assertThrows(ExchangeException.class, () -> write(new CocoFormat(), file.resolve("below/a/file"), data));
        assertTrue(e.getMessage().contains("cannot be written") && e.getMessage().endsWith("nothing was exported."), e.getMessage());
    }

    @Test
    void aFullDiskIsAPlainMessage() {
        ExchangeException e = ExchangeException.writing(Path.of("out"), new IOException("No space left on device"));
        assertEquals("out cannot be written: the disk is full. Free some space or choose another place; nothing was exported.",
                e.getMessage());
    }

    @Test
    void aLabelThatIsNotAmongThoseOfTheExportStopsItCleanly() throws IOException {
        WriteRequest request = new WriteRequest(place.resolve("out"), data.labels.subList(0, 1));
        ExchangeException e = assertThrows(ExchangeException.class, () -> new CocoFormat().writer().orElseThrow().write(request, data));
        assertTrue(e.getMessage().contains("the project does not have"), e.getMessage());
        assertEquals(List.of(), entries(place));
    }

    @Test
    void anExportOfNothingIsAnEmptyDataSet() {
        for (DatasetFormat format : formats()) {
            Path out = place.resolve(format.id());
            write(format, out, visitor -> {});
            Recorder read = Recorder.read(format, out);
            assertEquals(0, read.items.size());
            assertEquals(List.of(), read.problems(labelwright.model.Problem.Action.REFUSED));
        }
    }
}
