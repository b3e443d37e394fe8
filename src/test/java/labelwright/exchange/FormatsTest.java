package labelwright.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import labelwright.Samples;
import labelwright.exchange.RandomDataset.Kinds;
import labelwright.exchange.formats.StandardFormats;
import labelwright.model.Problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class FormatsTest {
    private final Formats formats = StandardFormats.create();

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"datasets/bccd, voc", "formats/voc/datumaro-roboflow, voc", "formats/voc/datumaro/voc_dataset2, voc",
            "formats/coco/datumaro/coco, coco",
            "formats/coco/datumaro-roboflow, coco", "formats/coco/label-studio-sdk/coco_import_input.json, coco",
            "formats/yolo/datumaro-cvat/yolo, yolo",
            "formats/yolo/datumaro-cvat/yolov8_detection, yolo", "formats/yolo/datumaro-roboflow, yolo",
            "formats/yolo/datumaro/labels, yolo",
            "formats/yolo/datumaro/annotations, yolo", "formats/yolo/label-studio-sdk, yolo", "formats/edge-images, pictures",
            "formats/yolo/datumaro-cvat/yolov8_classification, class-folders", "formats/edge-issues/voc-tag-order.xml, voc",
            "formats/labelme-xml/datumaro, labelme-xml"})
    void theFormatIsFoundByLookingAtTheFiles(String path, String id) {
        Detection best = formats.detect(Samples.require(path)).getFirst();
        assertEquals(id, best.format().id());
        assertTrue(best.reason().length() > 10, best::reason);
    }

    @Test
    void aFolderOfOtherThingsIsNoDataSet() throws IOException {
        Files.writeString(folder.resolve("README.dat"), "Hello");
        Files.writeString(folder.resolve("package.json"), "{}");
        Files.writeString(folder.resolve("pom.xml"), "<project/>");
        assertEquals(List.of(), formats.detect(folder));
    }

    @Test
    void aMissingFolderAndAnUnknownFormatArePlainMessages() {
        assertTrue(assertThrows(ExchangeException.class, () -> formats.detect(folder.resolve("no"))).getMessage()
                .contains("no file or folder"));
        String all = String.join(", ", formats.all().stream().map(DatasetFormat::id).toList());
        assertTrue(all.startsWith("coco, voc, yolo, cvat, labelme, label-studio"), all);
        assertEquals("There is no format called \"xyz\". There are: %s.".formatted(all),
                assertThrows(ExchangeException.class, () -> formats.byId("xyz")).getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"coco", "voc", "yolo"})
    void whatTheSinkThrowsEndsTheReadingAndComesOut(String id) throws IOException {
        DatasetFormat format = formats.byId(id);
        RandomDataset data = new RandomDataset(folder.resolve("pictures"), Kinds.BOXES, 3);
        format.writer().orElseThrow().write(new WriteRequest(folder.resolve("out"), data.labels), data);
        RecordSink cancelling = new RecordSink() {
            private int calls;

            private void call() {
                if (++calls == 20) {
                    throw new IllegalStateException("cancelled");
                }
            }

            @Override
            public void label(String name) {
                call();
            }

            @Override
            public void item(ItemRecord item) {
                call();
            }

            @Override
            public void annotation(String itemKey, RegionRecord region) {
                call();
            }

            @Override
            public void problem(Problem problem) {
                call();
            }
        };
        ReadRequest request = new ReadRequest(folder.resolve("out"), Optional.empty(), RandomDataset.SIZES);
        assertEquals("cancelled", assertThrows(IllegalStateException.class, () -> format.reader().read(request, cancelling)).getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"coco", "voc", "yolo"})
    void picturesMayLieInAnotherFolder(String id) throws IOException {
        DatasetFormat format = formats.byId(id);
        RandomDataset data = new RandomDataset(folder.resolve("pictures"), Kinds.BOXES, 4).withDifferentStems();
        Path out = folder.resolve("out");
        format.writer().orElseThrow().write(new WriteRequest(out, data.labels, WriteRequest.Pictures.NONE), data);
        Recorder read = new Recorder();
        format.reader().read(new ReadRequest(out, Optional.of(folder.resolve("pictures")), RandomDataset.SIZES), read);
        data.items.forEach(item -> {
            assertEquals(item.file(), read.items.get(item.item().name()).file(), read.problems::toString);
            assertEquals(item.item().split(), read.items.get(item.item().name()).split(), item.item()::name);
            assertEquals(item.annotations().annotations().size(), read.regions.get(item.item().name()).size(), item.item()::name);
        });
    }
}
