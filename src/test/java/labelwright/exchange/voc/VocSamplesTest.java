package labelwright.exchange.voc;

import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import labelwright.Samples;
import labelwright.exchange.Recorder;
import labelwright.exchange.RegionRecord;
import labelwright.geometry.Box;
import labelwright.geometry.Mask;
import labelwright.model.Problem;
import labelwright.model.Problem.Action;
import labelwright.model.Split;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Real VOC folders give what was counted in them by other means.
class VocSamplesTest {

    @Test
    void bloodCellsComeWithTheirSplitsAndTwoBoxesWithoutAreaAreRefusedByName() {
        Recorder read = Recorder.read(new VocFormat(), Samples.require("datasets/bccd"));
        Map<Split, Long> splits = read.items.values().stream().collect(Collectors.groupingBy(item -> item.split(), Collectors.counting()));
        assertEquals(Map.of(Split.TRAIN, 205L, Split.VALIDATION, 87L, Split.TEST, 72L), splits);
        assertEquals(4886, read.allRegions().size());
        assertEquals(2, read.problems(Action.REFUSED).size(), read.problems::toString);
        assertTrue(read.problems(Action.REFUSED).get(0).where().contains("BloodImage_00338.xml"), read.problems::toString);
        assertTrue(read.problems(Action.REFUSED).get(1).where().contains("BloodImage_00343.xml"), read.problems::toString);
        Map<String, Long> labels = read.allRegions().stream().collect(Collectors.groupingBy(RegionRecord::label, Collectors.counting()));
        assertEquals(372, labels.get("WBC"));
        assertEquals(4888 - 2, labels.values().stream().mapToLong(Long::longValue).sum());
        read.items.values().forEach(item -> assertNotNull(item.file(), item::name));
        assertEquals("BloodImage_00000.jpg", read.items.keySet().iterator().next());
    }

    @Test
    void roboflowXmlBesideThePicturesIsReadInAnyTagOrder() {
        Recorder read = Recorder.read(new VocFormat(), Samples.require("formats/voc/datumaro-roboflow"));
        assertEquals(3, read.items.size());
        assertEquals(4, read.allRegions().size());
        assertEquals(new Box(2, 1, 3, 1), read.regions.get("train_001.jpg").getFirst().shape());
        assertEquals(Split.TRAIN, read.items.get("train_001.jpg").split());
        assertEquals(Split.VALIDATION, read.items.get("val_001.jpg").split());
    }

    @Test
    void theChallengeLayoutGivesMasksWithTheirBoxesAndNamesWhatIsLeftOut() {
        Recorder read = Recorder.read(new VocFormat(), Samples.require("formats/voc/datumaro/voc_dataset1"));
        assertEquals(2, read.items.size(), "the described picture and the one without labels");
        assertEquals(2, read.allRegions().size());
        RegionRecord first = read.regions.get("2007_000001.jpg").getFirst();
        assertEquals(Map.of("truncated", "1", "box", "1 2 2 2"), first.attributes());
        assertTrue(first.shape() instanceof Mask, first::toString);
        assertEquals(Split.TEST, read.items.get("2007_000002.jpg").split());
        assertEquals(1, read.problems(Action.REPAIRED).size());
        assertTrue(read.problems.getFirst().what().contains("part, actions"), read.problems::toString);
    }

    @Test
    void xmlWithoutPicturesOrSizesKeepsItsBoxes() {
        Recorder read = Recorder.read(new VocFormat(), Samples.require("formats/voc/datumaro/voc_dataset2"));
        assertEquals(5, read.items.size());
        assertEquals(4, read.allRegions().size());
        assertEquals(2, read.allRegions().stream().filter(region -> "1".equals(region.attributes().get("occluded"))).count());
        assertTrue(read.items.values().stream().allMatch(item -> item.split() == Split.TRAIN && item.file() == null));
    }

    @Test
    void listsMayHoldCommentsAndBlankLines() {
        Recorder read = Recorder.read(new VocFormat(), Samples.require("formats/voc/datumaro/voc_dataset3"));
        assertEquals(Split.TRAIN, read.onlyItem().split());
        assertEquals("cat", read.only().label());
    }

    @Test
    void floatsAreKept() {
        Recorder read = Recorder.read(new VocFormat(), Samples.require("formats/edge-issues/voc-float-coordinates.xml"));
        Box box = (Box) read.only().shape();
        assertEquals(495.6576232910156, box.x());
        assertEquals(281.70000076293945, box.maxY(), 1e-12);
    }

    @Test
    void tagOrderDoesNotMatter() {
        Recorder read = Recorder.read(new VocFormat(), Samples.require("formats/edge-issues/voc-tag-order.xml"));
        assertEquals(new Box(179, 85, 52, 59), read.only().shape());
    }

    @Test
    void entitiesAreRefusedAndNothingIsOpened() {
        for (String name : new String[] {"voc-xxe.xml", "voc-billion-laughs.xml"}) {
            Recorder read = Recorder.read(new VocFormat(), Samples.require("formats/edge-made/" + name));
            assertTrue(read.items.isEmpty());
            Problem problem = read.problems.getFirst();
            assertEquals(Action.REFUSED, problem.action());
            assertTrue(problem.where().endsWith(name) && problem.what().contains("DOCTYPE"), problem::toString);
        }
    }
}
