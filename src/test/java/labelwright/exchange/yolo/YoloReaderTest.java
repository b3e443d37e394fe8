package labelwright.exchange.yolo;

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
import labelwright.model.Problem;
import labelwright.model.Problem.Action;
import labelwright.model.Split;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class YoloReaderTest {

    @TempDir
    Path folder;

    private void file(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private Recorder read() {
        return Recorder.read(new YoloFormat(), folder, file -> Optional.of(new Size(100, 100)));
    }

    @Test
    void badLinesAreNamedAndTheOthersKept() throws IOException {
        file("a.jpg", "");
        file("classes.txt", "cell\n");
        file("a.txt",
                "0 0.5 0.5 0.2 0.2\n\n0 0.5 0.5\nx 0.5 0.5 0.1 0.1\n7 0.5 0.5 0.1 0.1\n0 0.5 nan 0.1 0.1\n-1 0.5 0.5 0.1 0.1\n0.5 0.5 0.5 0.1 0.1\n");
        Recorder read = read();
        assertEquals("cell", read.only().label());
        assertEquals(List.of(3, 4, 5, 6, 7, 8), read.problems(Action.REFUSED).stream()
                .map(problem -> Integer.valueOf(problem.where().replaceFirst(".*line ", ""))).toList());
        assertEquals("There is no class 7; the list names 1.", read.problems.get(2).what());
    }

    @Test
    void aScoreInTheSixthColumnIsKept() throws IOException {
        file("a.jpg", "");
        file("classes.txt", "cell\n");
        file("a.txt", "0 0.5 0.5 0.2 0.2 0.75\n");
        assertEquals(0.75, read().only().score());
        assertEquals(Map.of("score", "0.75"), read().only().attributes());
    }

    @Test
    void textsThatAreNoLabelsArePassedOver() throws IOException {
        file("images/a.jpg", "");
        file("labels/a.txt", "");
        file("labels/README.txt", "Read me");
        file("labels/classes.txt", "cell\n");
        assertEquals(List.of(), read().problems);
    }

    @Test
    void absoluteListsOfAnotherMachineAreMatchedByTheirLastParts() throws IOException {
        file("data/images/a.jpg", "");
        file("data/images/b.jpg", "");
        file("data/labels/a.txt", "0 0.5 0.5 0.2 0.2\n");
        file("data.yaml", "path: /home/me/project\ntrain: /home/me/project/train.txt\nval: C:\\work\\val.txt\nnames: [cell]\n");
        file("train.txt", "/home/me/project/data/images/a.jpg\n/home/me/project/data/images/gone.jpg\n");
        file("val.txt", "C:\\work\\data\\images\\b.jpg\n");
        Recorder read = read();
        assertEquals(Split.TRAIN, read.items.get("data/images/a.jpg").split());
        assertEquals(Split.VALIDATION, read.items.get("data/images/b.jpg").split());
        assertEquals(1, read.allRegions().size());
        assertTrue(read.problems.getFirst().where().endsWith("gone.jpg"), read.problems::toString);
    }

    @Test
    void picturesThatAreNeitherListedNorLabelledAreLeftOutAndCounted() throws IOException {
        file("images/train/a.jpg", "");
        file("labels/train/a.txt", "0 0.5 0.5 0.2 0.2\n");
        file("runs/detect/curve.png", "");
        file("data.yaml", "train: images/train\nval: images/val\nnames: {0: cell}\n");
        Recorder read = read();
        assertEquals("a.jpg", read.onlyItem().name());
        assertTrue(read.problems.stream().map(Problem::what).anyMatch(what -> what.startsWith("1 pictures are neither")),
                read.problems::toString);
    }

    @Test
    void aBrokenDescriptionIsNamedAndTheLabelsAreStillRead() throws IOException {
        file("images/a.jpg", "");
        file("labels/a.txt", "0 0.5 0.5 0.2 0.2\n");
        file("data.yaml", "names: [a\n  : : }");
        Recorder read = read();
        assertEquals("class 0", read.only().label());
        assertEquals("data.yaml", read.problems.getFirst().where());
    }

    @Test
    void twoPicturesOfOneStemShareTheirLabelsLoudly() throws IOException {
        file("a.jpg", "");
        file("a.png", "");
        file("a.txt", "0 0.5 0.5 0.2 0.2\n");
        file("classes.txt", "cell\n");
        Recorder read = read();
        assertEquals(2, read.allRegions().size());
        assertEquals(1, read.problems(Action.REPAIRED).size());
    }

    @Test
    void notesOfLabelStudioNameTheClasses() throws IOException {
        file("images/a.jpg", "");
        file("labels/a.txt", "1 0.5 0.5 0.2 0.2\n");
        file("notes.json", "{\"categories\":[{\"id\":0,\"name\":\"x\"},{\"id\":1,\"name\":\"y\"}]}");
        assertEquals("y", read().only().label());
    }
}
