package labelwright.exchange.yolo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import labelwright.Samples;
import labelwright.exchange.PictureSizes;
import labelwright.exchange.PictureSizes.Size;
import labelwright.exchange.Recorder;
import labelwright.geometry.Box;
import labelwright.geometry.Keypoint;
import labelwright.geometry.Keypoints;
import labelwright.geometry.Polygon;
import labelwright.geometry.RotatedBox;
import labelwright.geometry.ShapeKind;
import labelwright.model.Problem.Action;
import labelwright.model.Split;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Real YOLO folders give what was counted in them by other means.
class YoloSamplesTest {
    private static final PictureSizes HUNDRED = file -> Optional.of(new Size(100, 100));

    @TempDir
    Path folder;

    private static Recorder read(String path) {
        return Recorder.read(new YoloFormat(), Samples.require("formats/" + path), HUNDRED);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # folder,                                        items, boxes, polygons, keypoints, labels, skipped, repaired
            yolo/datumaro-cvat/yolo,                             1,     2,        0,         0,     10,       0,        0
            yolo/datumaro-cvat/yolov8_detection,                 1,     2,        0,         0,     10,       0,        0
            yolo/datumaro-cvat/yolov8_detection_with_list_of_imgs,  1,  2,        0,         0,     10,       0,        0
            yolo/datumaro-cvat/yolov8_detection_with_list_of_names, 1,  2,        0,         0,     10,       0,        0
            yolo/datumaro-cvat/yolov8_detection_with_subset_txt, 1,     2,        0,         0,     10,       0,        0
            yolo/datumaro-cvat/yolov8_pose,                      1,     0,        0,         1,      1,       0,        0
            yolo/datumaro-cvat/yolov8_pose_two_values_per_point, 1,     0,        0,         1,      1,       0,        0
            yolo/datumaro-cvat/yolov8_segmentation,              1,     0,        2,         0,     10,       0,        0
            yolo/datumaro-roboflow,                              3,     4,        0,         0,      2,       0,        0
            yolo/datumaro-roboflow-obb,                          3,     0,        0,         0,      2,       4,        0
            yolo/datumaro/annotations,                           1,     2,        0,         0,     10,       0,        0
            yolo/datumaro/labels,                                2,     4,        0,         0,     10,       0,        0
            yolo/datumaro/strict,                                1,     2,        0,         0,     10,       0,        0
            yolo/label-studio-sdk,                               7,    25,        0,         0,      4,       0,        0
            """)
    void foldersGiveTheirCounts(String path, int items, int boxes, int polygons, int keypoints, int labels, int skipped, int repaired) {
        Recorder read = read(path);
        assertEquals(items, read.items.size(), read.problems::toString);
        assertEquals(boxes, read.allRegions().stream().filter(r -> r.shape().kind() == ShapeKind.BOX).count(), read.problems::toString);
        assertEquals(polygons, read.allRegions().stream().filter(r -> r.shape().kind() == ShapeKind.POLYGON).count());
        assertEquals(keypoints, read.allRegions().stream().filter(r -> r.shape().kind() == ShapeKind.KEYPOINTS).count());
        assertEquals(labels, read.labels.size());
        assertEquals(skipped, read.problems(Action.SKIPPED).size(), read.problems::toString);
        assertEquals(repaired, read.problems(Action.REPAIRED).size(), read.problems::toString);
        assertEquals(List.of(), read.problems(Action.REFUSED));
        read.items.values().stream().filter(item -> !path.contains("studio") && !path.endsWith("annotations"))
                .forEach(item -> assertTrue(item.split() == Split.TRAIN || item.split() == Split.VALIDATION, item::toString));
    }

    /// The picture has 15 x 10 pixels; in shares the corners have no right angles.
    @Test
    void orientedBoxesAreTurnedInPixels() {
        Recorder read = Recorder.read(new YoloFormat(), Samples.require("formats/yolo/datumaro-cvat/yolov8_oriented_boxes"),
                file -> Optional.of(new Size(15, 10)));
        RotatedBox first = (RotatedBox) read.allRegions().getFirst().shape();
        assertEquals(30, first.angle(), 0.01);
        assertEquals(3, first.width(), 0.01);
        assertEquals(4, first.height(), 0.01);
        assertEquals(2, read.allRegions().size());
        assertTrue(read.problems.getLast().what().startsWith("All lines have nine columns: 2 were read"), read.problems::toString);
    }

    @Test
    void absentPointsOfAPoseAreAbsent() {
        Keypoints pose = (Keypoints) read("yolo/datumaro-cvat/yolov8_pose").only().shape();
        assertEquals(3, pose.points().size());
        Keypoints plain = (Keypoints) read("yolo/datumaro-cvat/yolov8_pose_two_values_per_point").only().shape();
        assertEquals(new Keypoint(10, 20, Keypoint.Visibility.VISIBLE), plain.points().getFirst());
    }

    @Test
    void picturesOfOneNameInTwoSplitsStayApart() {
        Recorder read = read("yolo/datumaro/labels");
        assertEquals(List.of("1.jpg", "images/val/1.jpg"), List.copyOf(read.items.keySet()));
        assertEquals(List.of("label_2", "label_4"), read.regions.get("images/val/1.jpg").stream().map(r -> r.label()).toList());
    }

    @Test
    void severalDotsInANameAreKept() throws IOException {
        copy("edge-issues/yolo-names-with-dots/labels.txt", "labels.txt");
        for (int i = 1; i <= 2; i++) {
            String name = "Picture-2021-06-11_11.45.32_0000000" + i;
            copy("edge-issues/yolo-names-with-dots/" + name + ".txt", name + ".txt");
            Files.createFile(folder.resolve(name + ".jpg"));
        }
        Recorder read = Recorder.read(new YoloFormat(), folder, HUNDRED);
        assertEquals(2, read.items.size());
        assertEquals(2, read.allRegions().size());
        assertEquals(List.of("dog"), read.labels);
        assertEquals(List.of(), read.problems);
    }

    @Test
    void aLabelFileWithoutItsPictureIsRefusedByName() {
        Recorder read = read("edge-issues/yolo-names-with-dots");
        assertEquals(2, read.problems(Action.REFUSED).size());
    }

    @Test
    void justOverOneIsCutWithANote() throws IOException {
        Recorder read = readLines("yolo-just-over-one.txt", new Size(1000, 1000));
        assertEquals(2, read.allRegions().size());
        assertTrue(read.allRegions().stream().allMatch(region -> ((Box) region.shape()).maxY() <= 1000), read.allRegions()::toString);
        assertEquals(1, read.problems.stream().filter(problem -> problem.where().endsWith("line 1")).count(), read.problems::toString);
        assertEquals(List.of("class 4", "class 8"), read.labels);
    }

    @Test
    void outlinesBeyondTheEdgeAreCutWithANote() throws IOException {
        Recorder read = readLines("yolo-seg-outside.txt", new Size(1000, 1000));
        assertEquals(List.of(5, 4, 4), read.allRegions().stream().map(region -> ((Polygon) region.shape()).pointCount()).toList());
        assertEquals(2, read.problems.stream().filter(problem -> problem.where().contains(", line ")).count(), read.problems::toString);
    }

    @Test
    void farOutNegativeAndDoubleLinesAreNamedByLine() throws IOException {
        Recorder read = readLines("yolo-far-out-and-negative.txt", new Size(1000, 1000));
        assertEquals(new Box(400, 400, 200, 200), read.only().shape());
        assertEquals(List.of("line 1", "line 4", "line 5"),
                read.problems(Action.REFUSED).stream().map(problem -> problem.where().replaceFirst(".*, ", "")).toList());
        assertEquals(1, read.problems(Action.SKIPPED).size());
        assertTrue(read.problems(Action.SKIPPED).getFirst().where().endsWith("line 3"));
    }

    @Test
    void roboflowPathsThatLeaveTheFolderAreLookedUpInsideIt() throws IOException {
        copy("edge-issues/yolo-roboflow-data.yaml", "data.yaml");
        for (String split : List.of("train", "valid", "test")) {
            Files.createDirectories(folder.resolve(split + "/images"));
            Files.createDirectories(folder.resolve(split + "/labels"));
            Files.createFile(folder.resolve(split + "/images/" + split + ".jpg"));
            Files.writeString(folder.resolve(split + "/labels/" + split + ".txt"), "2 0.5 0.5 0.5 0.5\n");
        }
        Recorder read = Recorder.read(new YoloFormat(), folder, HUNDRED);
        assertEquals(Map.of("train.jpg", Split.TRAIN, "valid.jpg", Split.VALIDATION, "test.jpg", Split.TEST),
                Map.of("train.jpg", read.items.get("train.jpg").split(), "valid.jpg", read.items.get("valid.jpg").split(), "test.jpg",
                        read.items.get("test.jpg").split()));
        assertEquals(List.of("0", "1", "2"), read.labels);
        assertEquals(3, read.allRegions().size());
        assertEquals(List.of(), read.problems);
    }

    @Test
    void aDrivePathThatIsNotHereIsNamed() throws IOException {
        copy("edge-issues/yolo-windows-path-data.yaml", "data.yaml");
        Recorder read = Recorder.read(new YoloFormat(), folder, HUNDRED);
        assertEquals(6, read.labels.size());
        assertEquals("subsub section title", read.labels.get(4));
        assertTrue(read.problems.stream().anyMatch(problem -> problem.what().contains("C:\\Users\\Programming")), read.problems::toString);
    }

    private Recorder readLines(String sample, Size size) throws IOException {
        copy("edge-issues/" + sample, "a.txt");
        Files.createFile(folder.resolve("a.jpg"));
        return Recorder.read(new YoloFormat(), folder, file -> Optional.of(size));
    }

    private void copy(String sample, String name) throws IOException {
        Files.copy(Samples.require("formats/" + sample), folder.resolve(name));
    }
}
