package labelwright.exchange.classfolders;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import labelwright.Samples;
import labelwright.exchange.DatasetSource.SourceItem;
import labelwright.exchange.ExifPictures;
import labelwright.exchange.RandomDataset;
import labelwright.exchange.RandomDataset.Kinds;
import labelwright.exchange.Recorder;
import labelwright.exchange.WriteReport;
import labelwright.exchange.WriteRequest;
import labelwright.exchange.formats.StandardFormats;
import labelwright.model.Split;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ClassFoldersTest {

    @TempDir
    Path folder;

    @Test
    void theSampleOfYoloClassification() {
        Path root = Samples.require("formats/yolo/datumaro-cvat/yolov8_classification");
        assertEquals("class-folders", StandardFormats.create().detect(root).getFirst().format().id());
        Recorder read = Recorder.read(new ClassFoldersFormat(), root, new ExifPictures());
        assertEquals(Map.of("1.jpg", Map.of("class", "label_0"), "2.jpg", Map.of("class", "label_0"), "3.jpg", Map.of("class", "label_1")),
                read.answers);
        assertEquals(Map.of("class", List.of("label_0", "label_1")), read.choices);
        assertTrue(read.items.values().stream().allMatch(item -> item.split() == Split.TRAIN));
        assertEquals(List.of(), read.problems);
    }

    @Test
    void theSampleOfImageNetHasClassesAtTheRoot() {
        Recorder read = Recorder.read(new ClassFoldersFormat(), Samples.require("formats/imagenet/datumaro"), new ExifPictures());
        assertEquals(Set.of(Map.of("class", "label_0"), Map.of("class", "label_1")), Set.copyOf(read.answers.values()));
    }

    @Test
    void whatIsWrittenComesBackAndWhatIsLostIsNamed() throws IOException {
        RandomDataset data = new RandomDataset(folder.resolve("pictures"), Kinds.BOXES, 3);
        List<String> classes = List.of("cat", "狗", "two words");
        for (int i = 0; i < data.items.size(); i++) {
            SourceItem item = data.items.get(i);
            Map<String, String> answers = i == 4
                    ? Map.of()
                    : i == 5 ? Map.of("class", "a/b", "note", "x") : Map.of("class", classes.get(i % 3));
            data.items.set(i, new SourceItem(item.item(), item.file(), item.annotations().withAnnotations(List.of()).withAnswers(answers)));
        }
        WriteRequest request = new WriteRequest(folder.resolve("out"), data.labels);
        WriteReport report = new ClassFoldersFormat().writer().orElseThrow().write(request, data);
        assertEquals(List.of("1 picture without a class", "1 picture whose class is no name of a folder",
                "1 further answer about a whole picture"), report.losses().stream().map(loss -> loss.what()).toList());
        assertEquals("class-folders", StandardFormats.create().detect(request.out()).getFirst().format().id());
        Recorder read = Recorder.read(new ClassFoldersFormat(), request.out(), RandomDataset.SIZES);
        assertEquals(data.items.size() - 1, read.items.size());
        for (int i = 0; i < data.items.size(); i++) {
            String name = data.items.get(i).item().name();
            if (i != 4) {
                assertEquals(data.items.get(i).item().split(), read.items.get(name).split(), name);
                assertEquals(i == 5 ? "a_b" : classes.get(i % 3), read.answers.get(name).get("class"));
            }
        }
    }
}
