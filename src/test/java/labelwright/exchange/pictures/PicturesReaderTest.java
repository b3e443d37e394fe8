package labelwright.exchange.pictures;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import labelwright.exchange.ExchangeException;
import labelwright.exchange.Recorder;
import labelwright.model.Problem.Action;
import labelwright.model.Split;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class PicturesReaderTest {

    @TempDir
    Path folder;

    private Path file(String name) throws IOException {
        Path file = folder.resolve("data").resolve(name);
        Files.createDirectories(file.getParent());
        return Files.createFile(file);
    }

    private Recorder read() {
        return Recorder.read(new PicturesFormat(), folder.resolve("data"));
    }

    @Test
    void allPicturesBelowTheFolderComeInOrderWithTheirPaths() throws IOException {
        for (String name : List.of("b.PNG", "a.jpg", "sub/细胞.tif", "sub/deep er/c.webp", "notes.txt", ".hidden.jpg", "__MACOSX/._a.jpg",
                "noextension")) {
            file(name);
        }
        Recorder read = read();
        assertEquals(List.of("a.jpg", "b.PNG", "sub/deep er/c.webp", "sub/细胞.tif"), List.copyOf(read.items.keySet()));
        assertEquals(List.of(), read.problems);
        assertTrue(read.items.get("a.jpg").file().endsWith("a.jpg"));
    }

    @Test
    void foldersNamedLikeSplitsAreSplits() throws IOException {
        file("train/a.jpg");
        file("valid/sub/b.jpg");
        file("test2017/c.jpg");
        file("other/train/d.jpg");
        Recorder read = read();
        assertEquals(Split.TRAIN, read.items.get("train/a.jpg").split());
        assertEquals(Split.VALIDATION, read.items.get("valid/sub/b.jpg").split());
        assertEquals(Split.TEST, read.items.get("test2017/c.jpg").split());
        assertEquals(Split.NONE, read.items.get("other/train/d.jpg").split());
    }

    @Test
    void aLinkThatLeadsOutOfTheFolderIsRefusedAndOneInsideIsNot() throws IOException {
        Path outside = Files.createFile(folder.resolve("secret.jpg"));
        Path inside = file("real.jpg");
        Files.createSymbolicLink(folder.resolve("data/out.jpg"), outside);
        Files.createSymbolicLink(folder.resolve("data/in.jpg"), inside);
        Files.createSymbolicLink(folder.resolve("data/folder"), folder);
        Recorder read = read();
        assertEquals(List.of("in.jpg", "real.jpg"), List.copyOf(read.items.keySet()));
        assertEquals(List.of("folder", "out.jpg"), read.problems(Action.REFUSED).stream().map(problem -> problem.where()).toList());
    }

    @Test
    void onePictureCanBeChosen() throws IOException {
        assertEquals("a.jpg", Recorder.read(new PicturesFormat(), file("a.jpg")).onlyItem().name());
    }

    @Test
    void aFolderThatIsNotThereIsAPlainMessage() {
        ExchangeException e = assertThrows(ExchangeException.class, this::read);
        assertTrue(e.getMessage().startsWith("There is no folder "), e.getMessage());
    }
}
