package labelwright.exchange.dota;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import labelwright.Samples;
import labelwright.exchange.PictureSizes.Size;
import labelwright.exchange.Recorder;
import labelwright.exchange.formats.StandardFormats;
import labelwright.geometry.RotatedBox;
import labelwright.model.Problem.Action;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Files of the DOTA kind give what was counted in them by other means.
class DotaSamplesTest {

    @ParameterizedTest
    @ValueSource(strings = {"formats/dota/datumaro", "formats/yolo/datumaro-roboflow-obb"})
    void foldersGiveTheirCounts(String path) {
        Recorder read = Recorder.read(new DotaFormat(), Samples.require(path), _ -> Optional.of(new Size(10, 5)));
        assertEquals(3, read.items.size());
        assertEquals(4, read.allRegions().size(), read.problems::toString);
        assertEquals(List.of("label_0", "label_1"), read.labels.stream().sorted().toList());
        assertEquals(List.of(), read.problems(Action.REFUSED));
        assertTrue(read.allRegions().stream().allMatch(region -> region.shape() instanceof RotatedBox), read.allRegions()::toString);
        assertEquals("dota", StandardFormats.create().detect(Samples.require(path)).getFirst().format().id());
    }

    @Test
    void linesOfYoloAreNoneOfDota() {
        assertTrue(DotaLine.parse("0 0.1 0.2 0.3 0.4 0.5 0.6 0.7 0.8").isEmpty());
        assertTrue(DotaLine.parse("0 0.1 0.2 0.3 0.4 0.5 0.6 0.7 0.8 0.9 1").isEmpty());
        assertEquals("two words", DotaLine.parse("0 0 0 2 2 2 2 0 two words 1").orElseThrow().label());
        assertEquals("1", DotaLine.parse("0 0 0 2 2 2 2 0 two words 1").orElseThrow().difficult());
    }
}
