package labelwright.exchange.masks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import labelwright.Samples;
import labelwright.exchange.DatasetSource.SourceItem;
import labelwright.exchange.ExifPictures;
import labelwright.exchange.Loss;
import labelwright.exchange.PngWriter;
import labelwright.exchange.RandomDataset;
import labelwright.exchange.RandomDataset.Kinds;
import labelwright.exchange.Recorder;
import labelwright.exchange.RegionRecord;
import labelwright.exchange.WriteReport;
import labelwright.exchange.WriteRequest;
import labelwright.exchange.formats.StandardFormats;
import labelwright.geometry.Mask;
import labelwright.geometry.MaskBitmap;
import labelwright.geometry.PictureTurn;
import labelwright.geometry.Spans;
import labelwright.model.Problem.Action;
import labelwright.model.Split;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class MasksTest {

    @TempDir
    Path folder;

    private static Recorder sample(String name) {
        Path root = Samples.require("formats/mask-png/" + name);
        assertEquals("masks", StandardFormats.create().detect(root).getFirst().format().id());
        return Recorder.read(new MasksFormat(), root, new ExifPictures());
    }

    private static Set<String> labels(Recorder read, String item) {
        return Set.copyOf(read.regions.get(item).stream().map(RegionRecord::label).toList());
    }

    @Test
    void coloursAreNamedByTheMetaFile() {
        Recorder read = sample("datumaro-common-semseg/dataset");
        assertEquals(List.of(), read.problems);
        assertEquals(2, read.items.size());
        assertTrue(read.labels.containsAll(List.of("Animal", "Archway", "Bicyclist", "Child", "Road")), read.labels::toString);
        assertTrue(read.allRegions().stream().noneMatch(region -> region.label().startsWith("#")), read.allRegions()::toString);
        assertEquals(4, read.allRegions().stream().map(RegionRecord::label).distinct().count());
    }

    @Test
    void picturesAndLabelPicturesMayBeNamedByANumberBehindDifferentWords() {
        Recorder read = sample("datumaro-common-semseg/non_standard_dataset");
        assertEquals(List.of(), read.problems);
        assertEquals(Set.of("image_0001.png", "image_0002.png"), read.items.keySet());
        assertTrue(!read.regions.get("image_0001.png").isEmpty() && !read.regions.get("image_0002.png").isEmpty());
    }

    @Test
    void camVidHasItsLabelPicturesInFoldersBesideTheSplits() {
        Recorder read = sample("datumaro-camvid");
        assertEquals(List.of(), read.problems);
        assertEquals(4, read.items.size());
        assertEquals(Split.TRAIN, read.items.get("0001TP_006690.png").split());
        assertEquals(Split.VALIDATION, read.items.get("0016E5_07959.png").split());
        assertTrue(read.regions.values().stream().noneMatch(List::isEmpty), read.regions::toString);
    }

    @Test
    void cityscapesNamesTheObjectsOfAClass() {
        Recorder read = sample("datumaro-cityscapes/dataset");
        assertEquals(3 + 1, read.items.size());
        assertTrue(read.allRegions().stream().noneMatch(region -> region.label().startsWith("class ")), read.allRegions()::toString);
        Recorder deep = sample("datumaro-cityscapes/train_dataset");
        assertEquals(4, deep.items.size());
        assertTrue(deep.problems(Action.REFUSED).isEmpty(), deep.problems::toString);
    }

    @Test
    void blackAndWhiteIsOneObject() throws IOException {
        ExifPictures.write(folder.resolve("cell.jpg"), 20, 10, 1);
        png(folder.resolve("cell_mask.png"), 20, 10, new int[0], mask(20, 10), 255);
        Recorder read = Recorder.read(new MasksFormat(), folder, new ExifPictures());
        assertEquals(Set.of("object"), labels(read, "cell.jpg"));
        assertEquals(mask(20, 10), read.only().shape());
    }

    @Test
    void theBorderOfAPaletteIsNothing() throws IOException {
        ExifPictures.write(folder.resolve("images/a.jpg"), 20, 10, 1);
        Path file = png(folder.resolve("masks/a.png"), 20, 10, new int[256], mask(20, 10), 255);
        assertTrue(Files.exists(file));
        png(folder.resolve("masks/b.png"), 20, 10, new int[256], mask(20, 10), 1);
        Recorder read = Recorder.read(new MasksFormat(), folder, new ExifPictures());
        assertEquals(List.of(), read.allRegions());
        assertEquals("masks/b.png", read.problems(Action.REFUSED).getFirst().where());
    }

    @Test
    void aLabelPictureOfAnotherSizeIsRefused() throws IOException {
        ExifPictures.write(folder.resolve("images/a.jpg"), 20, 10, 1);
        png(folder.resolve("masks/a.png"), 30, 10, new int[0], mask(30, 10), 1);
        Recorder read = Recorder.read(new MasksFormat(), folder, new ExifPictures());
        assertTrue(read.problems(Action.REFUSED).getFirst().what().contains("30 x 10"), read.problems::toString);
        assertEquals(1, read.items.size());
    }

    @Test
    void labelPicturesLieAsTheirSizeSays() throws IOException {
        for (int orientation = 1; orientation <= 8; orientation++) {
            ExifPictures.write(folder.resolve("stored/images/o" + orientation + ".jpg"), 20, 10, orientation);
            png(folder.resolve("stored/masks/o" + orientation + ".png"), 20, 10, new int[0], mask(20, 10), 1);
            PictureTurn turn = new PictureTurn(orientation, 20, 10);
            ExifPictures.write(folder.resolve("upright/images/o" + orientation + ".jpg"), 20, 10, orientation);
            png(folder.resolve("upright/masks/o" + orientation + ".png"), turn.turnedWidth(), turn.turnedHeight(), new int[0],
                    (Mask) turn.apply(mask(20, 10)), 1);
        }
        for (String sense : List.of("stored", "upright")) {
            Recorder read = Recorder.read(new MasksFormat(), folder.resolve(sense), new ExifPictures());
            for (int orientation = 1; orientation <= 8; orientation++) {
                assertEquals(new PictureTurn(orientation, 20, 10).apply(mask(20, 10)),
                        read.regions.get("o" + orientation + ".jpg").getFirst().shape(), sense + " " + orientation);
            }
            assertEquals(sense.equals("stored") ? 7 : 0, read.problems.size(), read.problems::toString);
        }
    }

    @Test
    void whatIsWrittenComesBackAndWhatIsLostIsNamed() throws IOException {
        RandomDataset data = new RandomDataset(folder.resolve("pictures"), Kinds.MASKS, 3).withDifferentStems().withoutAttributes();
        data.items.replaceAll(item -> new SourceItem(item.item(), item.file(),
                item.annotations().withAnnotations(item.annotations().annotations().stream().limit(1).toList())));
        WriteRequest request = new WriteRequest(folder.resolve("out"), data.labels);
        WriteReport report = new MasksFormat().writer().orElseThrow().write(request, data);
        assertEquals(List.of(), report.losses());
        assertEquals("masks", StandardFormats.create().detect(request.out()).getFirst().format().id());
        Recorder read = Recorder.read(new MasksFormat(), request.out(), RandomDataset.SIZES);
        assertEquals(List.of(), read.problems);
        assertEquals(data.labels.stream().map(label -> label.name()).toList(), read.labels);
        for (SourceItem item : data.items) {
            assertEquals(item.item().split(), read.items.get(item.item().name()).split());
            assertEquals(item.annotations().annotations().stream().map(annotation -> annotation.shape()).toList(),
                    read.regions.get(item.item().name()).stream().map(RegionRecord::shape).toList(), item.item().name());
            assertEquals(item.annotations().annotations().stream().map(data::label).toList(),
                    read.regions.get(item.item().name()).stream().map(RegionRecord::label).toList());
        }
        RandomDataset all = new RandomDataset(folder.resolve("others"), Kinds.ALL, 4).withDifferentStems();
        String losses = new MasksFormat().writer().orElseThrow().losses(request, all).toString();
        assertTrue(losses.contains("boxes") && losses.contains("lose their attributes") && losses.contains("further region"), losses);
    }

    /// Such a label would be the background when it is read.
    @Test
    void aLabelCalledAsTheBackgroundIsNamedBeforehand() throws IOException {
        RandomDataset data = new RandomDataset(folder.resolve("pictures"), Kinds.MASKS, 3).withDifferentStems().withoutAttributes();
        long number = data.items.stream().flatMap(item -> item.annotations().annotations().stream())
                .filter(annotation -> annotation.label().equals(data.labels.getFirst().id())).count();
        data.labels.set(0, data.labels.getFirst().withName("Void"));
        List<Loss> losses = new MasksFormat().writer().orElseThrow().losses(new WriteRequest(folder.resolve("out"), data.labels), data);
        assertTrue(losses.stream().anyMatch(loss -> loss.what().equals("%d regions of labels that are called as the background is"
                .formatted(number))), losses::toString);
    }

    private static Mask mask(int width, int height) {
        MaskBitmap bits = new MaskBitmap(0, 0, width, height);
        bits.fill(1, 2, 9);
        bits.fill(2, 2, 3);
        bits.fill(height - 1, width - 1, width);
        return bits.toMask().orElseThrow();
    }

    private static Path png(Path file, int width, int height, int[] palette, Mask mask, int value) throws IOException {
        Files.createDirectories(file.getParent());
        Spans spans = mask.spans();
        try (var out = Files.newOutputStream(file)) {
            PngWriter.write(out, width, height, palette, (y, values) -> {
                for (int x = 0; x < width; x++) {
                    values[x] = (byte) (spans.contains(x, y) ? value : 0);
                }
            });
        }
        return file;
    }
}
