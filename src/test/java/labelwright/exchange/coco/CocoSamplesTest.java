package labelwright.exchange.coco;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import labelwright.Samples;
import labelwright.exchange.Recorder;
import labelwright.exchange.RegionRecord;
import labelwright.geometry.Box;
import labelwright.geometry.Polygon;
import labelwright.geometry.ShapeKind;
import labelwright.model.Problem;
import labelwright.model.Problem.Action;
import labelwright.model.Split;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Real COCO files give what was counted in them by other means.
class CocoSamplesTest {

    private static Recorder read(String path) {
        return Recorder.read(new CocoFormat(), Samples.require("formats/" + path));
    }

    /// The counts of the two splits together.
    @ParameterizedTest
    @CsvSource(textBlock = """
            # folder,                           items, boxes, polygons, masks, keypoints, skipped
            coco/datumaro/coco,                     2,     1,        1,     1,         0,      12
            coco/datumaro/coco_instances,           2,     1,        1,     1,         0,       0
            coco/datumaro/coco_captions,            2,     0,        0,     0,         0,       3
            coco/datumaro/coco_image_info,          2,     0,        0,     0,         0,       0
            coco/datumaro/coco_labels,              2,     0,        0,     0,         0,       3
            coco/datumaro/coco_panoptic,            2,     0,        0,     0,         0,       2
            coco/datumaro/coco_person_keypoints,    2,     0,        1,     1,         3,       0
            coco/datumaro/coco_roboflow,            2,     1,        1,     1,         0,       0
            coco/datumaro/coco_stuff,               2,     0,        0,     2,         0,       0
            coco/datumaro/mmdet_coco,               2,     1,        1,     1,         0,       0
            coco/datumaro-cvat-keypoints,           2,     0,        1,     1,         3,       0
            coco/datumaro-roboflow,                 3,     4,        0,     0,         0,       0
            """)
    void foldersGiveTheirCounts(String folder, int items, int boxes, int polygons, int masks, int keypoints, int skipped) {
        Recorder read = read(folder);
        assertEquals(items, read.items.size(), read.problems::toString);
        Map<ShapeKind, Long> counts = new EnumMap<>(ShapeKind.class);
        read.allRegions().forEach(region -> counts.merge(region.shape().kind(), 1L, Long::sum));
        assertEquals(boxes, counts.getOrDefault(ShapeKind.BOX, 0L), read.problems::toString);
        assertEquals(polygons, counts.getOrDefault(ShapeKind.POLYGON, 0L));
        assertEquals(masks, counts.getOrDefault(ShapeKind.MASK, 0L));
        assertEquals(keypoints, counts.getOrDefault(ShapeKind.KEYPOINTS, 0L));
        assertEquals(List.of(), read.problems(Action.REPAIRED));
        assertEquals(skipped, read.problems(Action.SKIPPED).size(), read.problems::toString);
        assertEquals(List.of(), read.problems(Action.REFUSED));
        assertEquals(1, read.items.values().stream().filter(item -> item.split() == Split.VALIDATION).count());
    }

    @Test
    void picturesAreFoundWhereTheLayoutPutsThem() {
        for (String folder : List.of("coco", "coco_instances", "coco_roboflow", "mmdet_coco")) {
            Recorder read = read("coco/datumaro/" + folder);
            assertTrue(read.items.get("b.jpg").file().endsWith(Path.of("val", "b.jpg")) || folder.equals("coco_roboflow"), folder);
        }
    }

    @Test
    void categoryIdsWithAHoleAndAttributesAreKept() {
        Recorder read = read("coco/datumaro/coco_instances");
        assertEquals(List.of("a", "b", "c"), read.labels);
        RegionRecord polygon = read.regions.get("b.jpg").get(0);
        assertEquals(Map.of("x", "1", "y", "hello"), polygon.attributes());
        assertEquals(Map.of("iscrowd", "1"), read.regions.get("b.jpg").get(1).attributes());
    }

    @Test
    void labelStudioWritesIscrowdAsTextAndIdsFromZero() {
        Recorder read = read("coco/label-studio-sdk/coco_import_input.json");
        assertEquals(2, read.items.size());
        assertEquals(2, read.allRegions().size());
        assertEquals(3, read.allRegions().stream().mapToInt(region -> ((Polygon) region.shape()).parts().size()).sum());
        assertTrue(read.allRegions().stream().allMatch(region -> region.attributes().isEmpty()), read.allRegions()::toString);
    }

    @Test
    void resultsAndFilesOfOtherToolsAreSkippedWithTheReason() {
        for (String file : List.of("coco/cocoapi-results/instances_val2014_fakebbox100_results.json",
                "coco/datumaro-segment-anything/a.json",
                "coco/datumaro-mapillary-panoptic/config_v2.0.json", "coco/datumaro-mapillary-panoptic/val/v2.0/polygons/0.json")) {
            Recorder read = read(file);
            assertEquals(0, read.items.size());
            assertEquals(1, read.problems(Action.SKIPPED).size(), read.problems::toString);
        }
    }

    @Test
    void mapillaryPanopticKeepsItsPictures() {
        Recorder read = read("coco/datumaro-mapillary-panoptic/val/v2.0/panoptic/panoptic_2020.json");
        assertEquals(2, read.items.size());
        assertEquals(2, read.problems(Action.SKIPPED).size(), read.problems::toString);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # file,                            items, regions, repaired, refused
            coco-annotations-object,               1,       1,        0,       0
            coco-category-id-string,               1,       1,        0,       0
            coco-category-id-zero,                 1,       1,        0,       0
            coco-duplicate-annotation-id,          1,       2,        1,       0
            coco-duplicate-file-name,              1,       1,        0,       6
            coco-duplicate-image-id,               2,       0,        0,       2
            coco-empty-segmentation,               1,       0,        0,       1
            coco-exif-rotated,                     1,       1,        0,       0
            coco-flat-polygon,                     1,       1,        0,       0
            coco-no-licenses-no-info,              1,       0,        0,       0
            coco-nonascii-escaped-path,            1,       0,        0,       0
            coco-one-point-polygon,                1,       1,        1,       0
            coco-rle-compressed-string,            1,       1,        1,       0
            coco-rle-counts-as-flat-polygon,       1,       0,        0,       1
            coco-same-basename-in-folders,         3,       2,        0,       0
            coco-same-stem-other-extension,        2,       2,        0,       0
            coco-string-image-id,                  1,       1,        0,       0
            """)
    void filesOfIssueThreadsGiveWhatAGoodReaderGives(String file, int items, int regions, int repaired, int refused) {
        Recorder read = read("edge-issues/" + file + ".json");
        assertEquals(items, read.items.size(), read.problems::toString);
        assertEquals(regions, read.allRegions().size(), read.problems::toString);
        assertEquals(repaired, read.problems(Action.REPAIRED).size(), read.problems::toString);
        assertEquals(refused, read.problems(Action.REFUSED).size(), read.problems::toString);
        assertEquals(0, read.problems(Action.SKIPPED).size(), read.problems::toString);
    }

    @Test
    void detailsOfTheIssueThreads() {
        Recorder lp = read("edge-issues/coco-category-id-string.json");
        assertEquals("LP", lp.only().label());
        assertEquals(new Box(759, 475, 27, 26), lp.only().shape());
        assertEquals(Map.of(), lp.only().attributes());
        Recorder chinese = read("edge-issues/coco-nonascii-escaped-path.json");
        assertEquals("0002輕入重地.jpg", chinese.onlyItem().name());
        assertEquals(List.of("人"), chinese.labels);
        assertNull(chinese.onlyItem().file());
        Recorder odd = read("edge-issues/coco-rle-counts-as-flat-polygon.json");
        assertTrue(odd.problems.getFirst().where().endsWith("annotation 1"), odd.problems::toString);
        assertTrue(odd.problems.getFirst().what().contains("odd number of coordinates"), odd.problems::toString);
        Recorder folders = read("edge-issues/coco-same-basename-in-folders.json");
        assertEquals(new Box(2, 2, 6, 6), folders.regions.get("0002/A/image000.jpg").getFirst().shape());
    }

    @Test
    void numbersThatAreNoneAreNamedByAnnotation() {
        Recorder read = read("edge-made/coco-nan-infinity.json");
        assertEquals(List.of("annotation 1", "annotation 2", "annotation 3", "annotation 4"),
                read.problems.stream().map(problem -> problem.where().replaceFirst(".*, ", "")).toList());
        assertEquals(new Box(0, 0, 10, 10), read.only().shape());
        assertEquals(Action.REPAIRED, read.problems.getLast().action());
    }

    @Test
    void namesThatLeaveTheFolderAreRefusedEach() {
        Recorder read = read("edge-made/coco-path-traversal.json");
        assertEquals(0, read.items.size());
        assertEquals(7, read.problems(Action.REFUSED).size(), read.problems::toString);
        assertEquals(7, read.problems.size());
    }

    @Test
    void deepNestingIsAMessage() {
        Recorder read = read("edge-made/coco-deep-nesting.json");
        Problem problem = read.problems.getFirst();
        assertEquals(Action.REFUSED, problem.action());
        assertTrue(problem.what().contains("nested deeper"), problem::what);
    }
}
