package labelwright.exchange.cvat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import labelwright.Samples;
import labelwright.exchange.PictureSizes;
import labelwright.exchange.Recorder;
import labelwright.exchange.RegionRecord;
import labelwright.geometry.Ellipse;
import labelwright.geometry.Keypoint;
import labelwright.geometry.Keypoints;
import labelwright.geometry.Mask;
import labelwright.geometry.RotatedBox;
import labelwright.geometry.ShapeKind;
import labelwright.geometry.Spans;
import labelwright.model.Problem.Action;
import labelwright.model.Split;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Files of CVAT give what was counted in them by other means.
class CvatSamplesTest {

    @TempDir
    Path folder;

    private static Recorder read(String path) {
        return Recorder.read(new CvatFormat(), Samples.require("formats/" + path));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # folder,                                     items, boxes, polygons, lines, points, skeletons
            cvat-xml/datumaro-cvat/for_images,                2,     1,        1,     1,      1,         2
            cvat-xml/datumaro/for_images/export_project,      6,     3,        3,     3,      3,         0
            cvat-xml/datumaro/for_images/export_task,         2,     1,        1,     1,      1,         0
            """)
    void foldersGiveTheirCounts(String path, int items, int boxes, int polygons, int lines, int points, int skeletons) {
        Recorder read = read(path);
        Map<ShapeKind, Integer> counts = new EnumMap<>(ShapeKind.class);
        read.allRegions().forEach(region -> counts.merge(region.shape().kind(), 1, Integer::sum));
        assertEquals(items, read.items.size(), read.problems::toString);
        assertEquals(boxes, counts.getOrDefault(ShapeKind.BOX, 0));
        assertEquals(polygons, counts.getOrDefault(ShapeKind.POLYGON, 0));
        assertEquals(lines, counts.getOrDefault(ShapeKind.POLYLINE, 0));
        assertEquals(points, counts.getOrDefault(ShapeKind.POINTS, 0));
        assertEquals(skeletons, counts.getOrDefault(ShapeKind.KEYPOINTS, 0));
        assertEquals(List.of(), read.problems(Action.REFUSED));
        assertEquals(List.of(), read.problems(Action.SKIPPED));
        assertTrue(read.items.values().stream().allMatch(item -> item.file() != null), read.items::toString);
    }

    @Test
    void skeletonsFollowTheirLabelAndAttributesAreKept() {
        Recorder read = read("cvat-xml/datumaro-cvat/for_images");
        RegionRecord box = read.regions.get("img0.jpg").getFirst();
        assertEquals(Map.of("occluded", "1", "z_order", "1", "a1", "1", "a2", "v3", "a3", "0003", "a4", "2.4"), box.attributes());
        Keypoints skeleton = (Keypoints) read.regions.get("img0.jpg").getLast().shape();
        assertEquals(Keypoint.ABSENT, skeleton.points().getFirst());
        assertEquals(4, skeleton.points().size());
        assertEquals(List.of("label1", "label2", "skeleton", "unnamed"), read.labels);
        assertEquals(4, read.skeletons.get("skeleton").size());
        assertEquals(2, read.skeletons.get("skeleton").edges().size());
    }

    @Test
    void subsetsAreSplits() {
        Recorder read = read("cvat-xml/datumaro/for_images/export_project");
        assertEquals(2, read.items.values().stream().filter(item -> item.split() == Split.VALIDATION).count());
        assertEquals(2, read.items.values().stream().filter(item -> item.split() == Split.TEST).count());
    }

    /// What leaves the picture has no shape there, and frame 16 is not among the pictures of one of the samples.
    @Test
    void shapesOfTracksBecomeRegionsOfTheirFrames() {
        Recorder read = read("cvat-xml/datumaro/for_video");
        assertEquals(Set.of("frame_000010.png", "frame_000013.png", "frame_000016.png"), read.items.keySet());
        assertEquals(List.of(ShapeKind.BOX, ShapeKind.POINTS),
                read.regions.get("frame_000010.png").stream().map(region -> region.shape().kind()).toList());
        assertEquals(Map.of("occluded", "1", "track_id", "0"), read.regions.get("frame_000010.png").getFirst().attributes());
        assertEquals(Map.of("hgl", "hgkf", "track_id", "1"), read.regions.get("frame_000010.png").getLast().attributes());
        assertEquals(List.of("II"), read.regions.get("frame_000013.png").stream().map(RegionRecord::label).toList());
        assertEquals(List.of(), read.regions.get("frame_000016.png"));
        assertEquals(1, read.problems.size(), read.problems::toString);
        assertTrue(read.problems.getFirst().what().contains("3 tracks of a video")
                && read.problems.getFirst().what().contains("4 places where an object leaves the picture"), read.problems::toString);
    }

    @Test
    void theSkeletonOfATrackIsPutTogetherFromTheTracksOfItsPoints() {
        Recorder read = Recorder.read(new CvatFormat(), Samples.require("formats/cvat-xml/datumaro-cvat/for_video"),
                file -> Optional.of(new PictureSizes.Size(200, 200)));
        List<Keypoints> skeletons = read.allRegions().stream().map(RegionRecord::shape).filter(Keypoints.class::isInstance)
                .map(Keypoints.class::cast).toList();
        assertEquals(2, skeletons.size(), read.problems::toString);
        assertEquals(4, skeletons.getFirst().placed().size());
        assertEquals(Keypoint.ABSENT, skeletons.getLast().points().get(2));
        assertTrue(read.problems.get(read.problems.size() - 2).what().contains("frame_000016"), read.problems::toString);
        assertTrue(read.problems.getLast().what().contains("4 tracks of a video"), read.problems::toString);
    }

    @Test
    void boxesAreTurnedBeforeTheyAreHeldAgainstTheEdge() {
        Recorder read = read("edge-issues/cvat-rotated-outside.xml");
        RotatedBox turned = (RotatedBox) read.allRegions().getLast().shape();
        assertEquals(18.5, turned.angle());
        assertEquals(1131.42, turned.height(), 1e-9);
        assertEquals(List.of(), read.problems);
    }

    @Test
    void entitiesAreNotOpened() {
        Recorder read = read("edge-made/cvat-xxe-parameter-entity.xml");
        assertEquals(0, read.items.size());
        assertTrue(read.problems.getFirst().what().contains("DOCTYPE"), read.problems::toString);
    }

    /// Rows inside the box: off on on, on off off.
    @Test
    void masksRunRowByRowInsideTheirBox() throws IOException {
        Files.writeString(folder.resolve("annotations.xml"), """
                <annotations><version>1.1</version><meta><task><labels><label><name>a</name></label></labels></task></meta>
                <image id="0" name="x.png" width="20" height="10">
                <mask label="a" rle="1, 3, 2" left="5" top="2" width="3" height="2"></mask>
                <mask label="a" rle="1, 3" left="5" top="2" width="3" height="2"></mask>
                <ellipse label="a" cx="10" cy="5" rx="4" ry="2" rotation="30"></ellipse>
                <tag label="night"></tag>
                <cuboid label="a"></cuboid>
                </image></annotations>
                """);
        Recorder read = Recorder.read(new CvatFormat(), folder);
        Spans.Builder expected = new Spans.Builder();
        expected.add(2, 6, 8);
        expected.add(3, 5, 6);
        assertEquals(new Mask(expected.build()), read.allRegions().getFirst().shape());
        assertEquals(new Ellipse(10, 5, 4, 2, 30), read.allRegions().getLast().shape());
        assertEquals(2, read.allRegions().size());
        assertEquals(Map.of("x.png", Map.of("night", "1")), read.answers);
        assertTrue(read.problems(Action.REFUSED).getFirst().where().endsWith("mask in line 4"), read.problems::toString);
        assertEquals(1, read.problems(Action.SKIPPED).size());
    }
}
