package labelwright.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import labelwright.exchange.DatasetSource.SourceItem;
import labelwright.exchange.RandomDataset.Kinds;
import labelwright.exchange.coco.CocoFormat;
import labelwright.exchange.dota.DotaFormat;
import labelwright.exchange.formats.StandardFormats;
import labelwright.exchange.voc.VocFormat;
import labelwright.exchange.yolo.YoloFormat;
import labelwright.geometry.Box;
import labelwright.geometry.ShapeKind;
import labelwright.model.Annotation;
import labelwright.model.ExportTask;
import labelwright.model.Item;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// What is written comes back the same: names, splits, labels in order, shapes, attributes, pictures without labels.
class RoundTripTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void cocoGivesTheSameBits(long seed) throws IOException {
        RandomDataset data = new RandomDataset(folder.resolve("pictures"), Kinds.BOTH, seed);
        WriteReport report = write(new CocoFormat(), data);
        assertEquals(List.of(), report.losses());
        sameBits(data, readBack(new CocoFormat(), data));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void cocoGivesTheSameBitsForShapesOfAllKinds(long seed) throws IOException {
        RandomDataset data = new RandomDataset(folder.resolve("pictures"), Kinds.ALL, seed);
        WriteReport report = write(new CocoFormat(), data);
        assertTrue(report.losses().stream().allMatch(loss -> loss.what().endsWith("for other tools")), report.losses()::toString);
        sameBits(data, readBack(new CocoFormat(), data));
    }

    /// Up to the rounding of sums; attributes exactly.
    @ParameterizedTest
    @CsvSource({"cvat, 1", "cvat, 2", "cvat, 3", "cvat, 4", "labelme, 1", "labelme, 2", "labelme, 3", "labelme, 4", "label-studio, 1",
            "label-studio, 2", "label-studio, 3", "label-studio, 4", "voc, 1", "voc, 2", "voc, 3"})
    void shapesOfAllKindsComeBackWithTheirAttributes(String id, long seed) throws IOException {
        DatasetFormat format = StandardFormats.create().byId(id);
        RandomDataset data = new RandomDataset(folder.resolve("pictures"), Kinds.ALL, seed).withDifferentStems();
        WriteReport report = write(format, data);
        assertTrue(report.losses().stream().allMatch(loss -> loss.what().endsWith("for other tools")), report.losses()::toString);
        Recorder read = readBack(format, data);
        compare(data, read, 1e-8);
        for (SourceItem source : data.items) {
            List<Annotation> annotations = source.annotations().annotations();
            for (int i = 0; i < annotations.size(); i++) {
                assertEquals(annotations.get(i).attributes(), read.regions.get(source.item().name()).get(i).attributes());
            }
        }
    }

    private static void sameBits(RandomDataset data, Recorder read) {
        for (SourceItem source : data.items) {
            List<RegionRecord> regions = read.regions.get(source.item().name());
            List<Annotation> annotations = source.annotations().annotations();
            for (int i = 0; i < annotations.size(); i++) {
                assertEquals(annotations.get(i).shape(), regions.get(i).shape(), source.item()::name);
                assertEquals(annotations.get(i).attributes(), regions.get(i).attributes(), source.item()::name);
                assertEquals(annotations.get(i).attributes().containsKey("score") ? 0.875 : null, regions.get(i).score());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void vocGivesTheSameBoxesAndAttributes(long seed) throws IOException {
        RandomDataset data = new RandomDataset(folder.resolve("pictures"), Kinds.BOXES, seed);
        WriteReport report = write(new VocFormat(), data);
        assertEquals(List.of(), report.losses());
        Recorder read = readBack(new VocFormat(), data);
        compare(data, read, 1e-9);
        for (SourceItem source : data.items) {
            List<Annotation> annotations = source.annotations().annotations();
            for (int i = 0; i < annotations.size(); i++) {
                assertEquals(annotations.get(i).attributes(), read.regions.get(source.item().name()).get(i).attributes());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void yoloGivesTheSameBoxes(long seed) throws IOException {
        RandomDataset data = new RandomDataset(folder.resolve("pictures"), Kinds.BOXES, seed).withoutAttributes().withDifferentStems();
        WriteReport report = write(new YoloFormat(), data);
        assertEquals(List.of(), report.losses());
        Recorder read = readBack(new YoloFormat(), data);
        compare(data, read, 1e-6);
        for (SourceItem source : data.items) {
            List<Annotation> annotations = source.annotations().annotations();
            for (int i = 0; i < annotations.size(); i++) {
                Box box = (Box) annotations.get(i).shape();
                if (box.x() == Math.rint(box.x()) && box.width() == Math.rint(box.width())) {
                    assertEquals(box.x(), read.regions.get(source.item().name()).get(i).shape().bounds().x(),
                            "whole pixels come back whole");
                }
            }
        }
    }

    @Test
    void yoloGivesTheSameOutlines() throws IOException {
        RandomDataset data = new RandomDataset(folder.resolve("pictures"), Kinds.POLYGONS, 7).withoutAttributes().withDifferentStems()
                .withSingleParts();
        assertEquals(List.of(), write(new YoloFormat(), data).losses());
        compare(data, readBack(new YoloFormat(), data), 1e-6);
    }

    @Test
    void whatYoloCannotHoldIsNamedBeforehandAndAfterwards() throws IOException {
        RandomDataset data = new RandomDataset(folder.resolve("pictures"), Kinds.BOTH, 8);
        WriteRequest request = new WriteRequest(folder.resolve("out"), data.labels);
        DatasetWriter writer = new YoloFormat().writer().orElseThrow();
        List<Loss> before = writer.losses(request, data);
        assertEquals(before, writer.write(request, data).losses());
        String all = before.toString();
        assertTrue(all.contains("attributes") && all.contains("several parts") && all.contains("for segmentation holds polygons only"),
                all);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void yoloGivesTheSameOrientedBoxes(long seed) throws IOException {
        RandomDataset data = new RandomDataset(folder.resolve("pictures"), Kinds.ROTATED, seed).withoutAttributes().withDifferentStems();
        assertEquals(List.of(), write(new YoloFormat(), data).losses());
        compare(data, readBack(new YoloFormat(), data), 1e-6);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void dotaGivesTheSameRotatedBoxes(long seed) throws IOException {
        RandomDataset data = new RandomDataset(folder.resolve("pictures"), Kinds.ROTATED, seed).withoutAttributes().withDifferentStems();
        List<Loss> losses = write(new DotaFormat(), data).losses();
        assertTrue(losses.stream().allMatch(loss -> loss.what().endsWith("for other tools")), losses::toString);
        compare(data, readBack(new DotaFormat(), data), 1e-8);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void yoloGivesTheSameSkeletons(long seed) throws IOException {
        RandomDataset data = new RandomDataset(folder.resolve("pictures"), Kinds.KEYPOINTS, seed).withoutAttributes().withDifferentStems();
        assertEquals(List.of(), write(new YoloFormat(), data).losses());
        compare(data, readBack(new YoloFormat(), data), 1e-6);
    }

    @Test
    void yoloWritesAllKindsForEachTaskAndNamesWhatChanges() throws IOException {
        RandomDataset data = new RandomDataset(folder.resolve("pictures"), Kinds.ALL, 14).withoutAttributes().withDifferentStems();
        Map<ExportTask, Set<ShapeKind>> kinds = Map.of(ExportTask.DETECT, Set.of(ShapeKind.BOX), ExportTask.SEGMENT,
                Set.of(ShapeKind.POLYGON),
                ExportTask.OBB, Set.of(ShapeKind.ROTATED_BOX, ShapeKind.POLYGON), ExportTask.POSE,
                Set.of(ShapeKind.BOX, ShapeKind.KEYPOINTS));
        kinds.forEach((task, expected) -> {
            WriteRequest request = new WriteRequest(folder.resolve("out " + task), data.labels).withTask(task);
            WriteReport report = new YoloFormat().writer().orElseThrow().write(request, data);
            Recorder read = Recorder.read(new YoloFormat(), request.out(), RandomDataset.SIZES);
            assertTrue(read.allRegions().stream().allMatch(region -> expected.contains(region.shape().kind())), task::toString);
            assertEquals(List.of(), read.problems, task::toString);
            assertTrue(report.losses().size() > 5, report.losses()::toString);
        });
    }

    /// Without our own lines, as other tools see it.
    @Test
    void areasAreMasksInVocForOtherTools() throws IOException {
        RandomDataset data = new RandomDataset(folder.resolve("pictures"), Kinds.MASKS, 9).withoutAttributes();
        write(new VocFormat(), data);
        try (var files = Files.walk(folder.resolve("out/Annotations"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.writeString(file, Files.readString(file).replaceAll("<labelwright_shape>[^<]*</labelwright_shape>", ""));
            }
        }
        Recorder read = Recorder.read(new VocFormat(), folder.resolve("out"), RandomDataset.SIZES);
        int same = 0;
        for (SourceItem source : data.items) {
            List<Annotation> annotations = source.annotations().annotations();
            if (!annotations.isEmpty()) {
                assertEquals(annotations.getLast().shape(), read.regions.get(source.item().name()).getLast().shape(),
                        "the last covers others");
                same++;
            }
        }
        assertTrue(same > 10);
    }

    @Test
    void missingPicturesKeepTheirLabelsInCocoAndAreNamed() throws IOException {
        RandomDataset data = new RandomDataset(folder.resolve("pictures"), Kinds.BOXES, 11);
        Files.delete(folder.resolve("pictures/a.jpg"));
        assertEquals("1 missing picture", write(new CocoFormat(), data).losses().getFirst().what());
        Recorder read = Recorder.read(new CocoFormat(), folder.resolve("out"), RandomDataset.SIZES);
        assertEquals(data.items.size(), read.items.size());
        Item item = data.items.getFirst().item();
        assertEquals(item.width(), read.items.get("a.jpg").width());
    }

    private WriteReport write(DatasetFormat format, RandomDataset data) {
        WriteReport report = format.writer().orElseThrow().write(new WriteRequest(folder.resolve("out"), data.labels), data);
        assertEquals(data.items.size(), report.items());
        assertEquals(data.items.stream().mapToLong(item -> item.annotations().annotations().size()).sum(), report.annotations());
        return report;
    }

    private Recorder readBack(DatasetFormat format, RandomDataset data) throws IOException {
        Path out = folder.resolve("out");
        assertEquals(format.id(), StandardFormats.create().detect(out).getFirst().format().id());
        Recorder read = Recorder.read(format, out, RandomDataset.SIZES);
        assertEquals(List.of(), read.problems);
        assertEquals(data.items.size(), read.items.size());
        boolean keepsUnused = !format.id().equals("voc");
        if (keepsUnused) {
            assertEquals(data.labels.stream().map(label -> label.name()).toList(), read.labels);
        }
        for (SourceItem source : data.items) {
            ItemRecord item = read.items.get(source.item().name());
            assertTrue(item != null, () -> "lost: " + source.item().name() + " of " + read.items.keySet());
            assertEquals(source.item().split(), item.split(), item::name);
            assertEquals(source.item().width(), item.width(), item::name);
            assertEquals(Files.readString(source.file()), Files.readString(item.file()));
            assertEquals(source.annotations().annotations().stream().map(data::label).toList(),
                    read.regions.get(item.key()).stream().map(RegionRecord::label).toList(), item::name);
        }
        return read;
    }

    private static void compare(RandomDataset data, Recorder read, double most) {
        for (SourceItem source : data.items) {
            List<Annotation> annotations = source.annotations().annotations();
            for (int i = 0; i < annotations.size(); i++) {
                double difference = RandomDataset.difference(annotations.get(i).shape(),
                        read.regions.get(source.item().name()).get(i).shape());
                assertTrue(difference <= most, source.item().name() + ": " + difference);
            }
        }
    }

    @Test
    void nothingButTheDataSetIsLeftBehind() throws IOException {
        RandomDataset data = new RandomDataset(folder.resolve("pictures"), Kinds.BOXES, 12);
        for (DatasetFormat format : List.of(new CocoFormat(), new VocFormat(), new YoloFormat())) {
            Path out = folder.resolve(format.id());
            format.writer().orElseThrow().write(new WriteRequest(out, data.labels, WriteRequest.Pictures.NONE), data);
            try (var files = Files.walk(folder)) {
                assertFalse(files.anyMatch(file -> file.toString().endsWith(".part")));
            }
            try (var files = Files.walk(out)) {
                assertFalse(files.anyMatch(file -> FileNames.isPicture(file.toString())));
            }
        }
        assertEquals(new HashSet<>(List.of("pictures", "coco", "voc", "yolo")), names(folder));
    }

    private static HashSet<String> names(Path folder) throws IOException {
        try (var entries = Files.list(folder)) {
            return new HashSet<>(entries.map(entry -> entry.getFileName().toString()).toList());
        }
    }
}
