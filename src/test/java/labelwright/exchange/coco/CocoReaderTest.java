package labelwright.exchange.coco;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import labelwright.exchange.PictureSizes.Size;
import labelwright.exchange.Recorder;
import labelwright.geometry.Box;
import labelwright.model.Problem.Action;
import labelwright.model.Split;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

class CocoReaderTest {
    private static final String IMAGE = "\"images\":[{\"id\":1,\"file_name\":\"a.jpg\",\"width\":100,\"height\":100}]";
    private static final String CATEGORY = "\"categories\":[{\"id\":1,\"name\":\"cell\"}]";
    private static final String BOX = "\"annotations\":[{\"id\":1,\"image_id\":1,\"category_id\":1,\"bbox\":[1,2,3,4]}]";

    @TempDir
    Path folder;

    private Path json(String name, String... sections) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, "{" + String.join(",", sections) + "}");
    }

    private Path picture(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.createFile(file);
    }

    private Recorder read() {
        return Recorder.read(new CocoFormat(), folder);
    }

    @Test
    void annotationsMayStandBeforeTheImages() throws IOException {
        json("a.json", BOX, CATEGORY, IMAGE);
        assertEquals(new Box(1, 2, 3, 4), read().only().shape());
    }

    @Test
    void aFileThatIsCutOffIsRefusedAndTheOthersAreRead() throws IOException {
        json("instances_train.json", IMAGE, CATEGORY, BOX);
        Files.writeString(folder.resolve("instances_val.json"), "{" + IMAGE + ",\"annotations\":[{\"id\":1,");
        Recorder read = read();
        assertEquals(Split.TRAIN, read.onlyItem().split());
        assertEquals("instances_val.json", read.problems.getFirst().where());
        assertTrue(read.problems.getFirst().what().contains("cut off"), read.problems::toString);
    }

    @Test
    void aPictureThatTwoFilesDescribeIsTakenOnce() throws IOException {
        picture("images/a.jpg");
        json("annotations/all.json", IMAGE, CATEGORY, BOX);
        json("annotations/more.json", IMAGE, CATEGORY, BOX);
        Recorder read = read();
        assertEquals(1, read.allRegions().size());
        assertEquals(2, read.problems(Action.SKIPPED).size(), read.problems::toString);
    }

    @Test
    void aLinkOutOfTheFolderIsNotFollowed() throws IOException {
        Path outside = Files.createTempFile("outside", ".jpg");
        json("a.json", IMAGE, CATEGORY, BOX);
        Files.createSymbolicLink(folder.resolve("a.jpg"), outside);
        assertNull(read().onlyItem().file());
        Files.delete(outside);
    }

    @Test
    void aPictureElsewhereIsTakenByItsNameOnlyWhenItsSizeFits() throws IOException {
        json("a.json", IMAGE, CATEGORY, BOX);
        picture("deep/down/a.jpg");
        Recorder fits = Recorder.read(new CocoFormat(), folder, file -> Optional.of(new Size(100, 100)));
        assertTrue(fits.onlyItem().file().endsWith("deep/down/a.jpg"));
        assertEquals(1, fits.problems(Action.REPAIRED).size());
        Recorder other = Recorder.read(new CocoFormat(), folder, file -> Optional.of(new Size(90, 90)));
        assertNull(other.onlyItem().file());
    }

    @Test
    void thePicturesOwnSizeCounts() throws IOException {
        json("a.json", IMAGE, CATEGORY, "\"annotations\":[{\"id\":1,\"image_id\":1,\"category_id\":1,\"bbox\":[0,0,100,100]}]");
        picture("a.jpg");
        Recorder read = Recorder.read(new CocoFormat(), folder, file -> Optional.of(new Size(50, 80)));
        assertEquals(new Box(0, 0, 50, 80), read.only().shape());
        assertEquals(List.of("image 1", "annotation 1"), read.problems.stream().map(p -> p.where().replaceFirst(".*, ", "")).toList());
    }

    @Test
    void aThousandProblemsOfAKindAreNamedAndTheRestIsCounted() throws IOException {
        StringBuilder captions = new StringBuilder("\"annotations\":[");
        for (int i = 0; i < 2500; i++) {
            captions.append(i == 0 ? "" : ",").append("{\"id\":").append(i).append(",\"image_id\":1,\"caption\":\"x\"}");
        }
        json("a.json", IMAGE, captions + "]");
        Recorder read = read();
        assertEquals(1001, read.problems.size());
        assertEquals("a.json, 1,500 more places", read.problems.getLast().where());
    }

    @Test
    void twoCategoriesOfOneNameBecomeOneLabel() throws IOException {
        json("a.json", IMAGE, "\"categories\":[{\"id\":1,\"name\":\"cell\"},{\"id\":5,\"name\":\"cell\"},{\"id\":7}]", BOX);
        Recorder read = read();
        assertEquals(List.of("cell", "category 7"), read.labels);
        assertEquals(1, read.problems(Action.REPAIRED).size());
    }
}
