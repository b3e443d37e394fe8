package labelwright.exchange.voc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import labelwright.exchange.PictureSizes.Size;
import labelwright.exchange.Recorder;
import labelwright.geometry.Box;
import labelwright.model.Problem;
import labelwright.model.Problem.Action;
import labelwright.model.Split;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class VocReaderTest {

    @TempDir
    Path folder;

    private void file(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static String object(String name, String corners, String more) {
        String[] c = corners.split(" ");
        return "<object><name>%s</name>%s<bndbox><xmin>%s</xmin><ymin>%s</ymin><xmax>%s</xmax><ymax>%s</ymax></bndbox></object>".formatted(
                name,
                more, c[0], c[1], c[2], c[3]);
    }

    private static String xml(String fileName, String... objects) {
        return "<annotation><filename>" + fileName + "</filename>\n" + String.join("\n", objects) + "</annotation>";
    }

    private Recorder read() {
        return Recorder.read(new VocFormat(), folder, file -> Optional.of(new Size(100, 100)));
    }

    @Test
    void thePictureOfTheXmlsOwnNameWinsOverAStaleFilename() throws IOException {
        file("JPEGImages/a.jpg", "");
        file("JPEGImages/b.jpg", "");
        file("Annotations/a.xml", xml("b.jpg", object("x", "1 1 5 5", "")));
        file("Annotations/b.xml", xml("b.jpg", object("y", "1 1 5 5", "")));
        Recorder read = read();
        assertEquals("x", read.regions.get("a.jpg").getFirst().label());
        assertEquals("y", read.regions.get("b.jpg").getFirst().label());
    }

    @Test
    void thePathElementIsNeverUsed() throws IOException {
        file("a.xml", "<annotation><filename>a.jpg</filename><path>/etc/passwd</path>" + object("x", "1 1 5 5", "") + "</annotation>");
        assertEquals(null, read().onlyItem().file());
    }

    @Test
    void aFilenameThatLeavesTheFolderIsRefused() throws IOException {
        file("a.xml", xml("../../secret.jpg", object("x", "1 1 5 5", "")));
        Recorder read = read();
        assertEquals(0, read.items.size());
        assertTrue(read.problems.getFirst().what().contains("leads out of the folder"), read.problems::toString);
    }

    @Test
    void emptyElementsAreAsGoodAsNone() throws IOException {
        file("a.jpg", "");
        file("a.xml", xml("a.jpg", object("x", "1 1 5 5", "<truncated/><difficult/><pose/>")).replace("</filename>",
                "</filename><folder/><size/>"));
        assertEquals(Map.of(), read().only().attributes());
    }

    @Test
    void badObjectsAreNamedByNumberLabelAndLineAndTheOthersKept() throws IOException {
        file("a.jpg", "");
        file("a.xml", xml("a.jpg", object("good", "1 1 5 5", ""), object("word", "1 x 5 5", ""), object("", "1 1 5 5", ""),
                "<object><name>boxless</name></object>", object("swapped", "9 9 5 5", "")));
        Recorder read = read();
        assertEquals(List.of("good", "swapped"), read.allRegions().stream().map(region -> region.label()).toList());
        assertEquals(List.of("a.xml, object 2 (word), line 3", "a.xml, object 3, line 4", "a.xml, object 4 (boxless), line 5"),
                read.problems(Action.REFUSED).stream().map(Problem::where).toList());
        assertEquals("ymin is \"x\", which is no number.", read.problems.getFirst().what());
        assertEquals(new Box(5, 5, 4, 4), read.allRegions().getLast().shape());
    }

    @Test
    void malformedXmlIsNamedWithItsLineAndThePictureIsKept() throws IOException {
        file("a.jpg", "");
        file("a.xml", "<annotation>\n<filename>a.jpg</filename>\n<object></annotation>");
        Recorder read = read();
        assertEquals("a.jpg", read.onlyItem().name());
        assertTrue(read.problems.getFirst().what().contains("line 3"), read.problems::toString);
    }

    @Test
    void aNameInTwoListsStaysInTheFirst() throws IOException {
        file("JPEGImages/a.jpg", "");
        file("Annotations/a.xml", xml("a.jpg"));
        file("ImageSets/Main/train.txt", "a\n");
        file("ImageSets/Main/test.txt", "a\n");
        file("ImageSets/Main/trainval.txt", "a\n");
        Recorder read = read();
        assertEquals(Split.TEST, read.onlyItem().split());
        assertEquals(1, read.problems(Action.REPAIRED).size());
    }
}
