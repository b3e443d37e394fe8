package labelwright.exchange.labelstudio;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import labelwright.Samples;
import labelwright.exchange.DamagedMask;
import labelwright.exchange.PictureSizes.Size;
import labelwright.exchange.Recorder;
import labelwright.geometry.Bounds;
import labelwright.geometry.MaskBitmap;
import labelwright.geometry.RotatedBox;
import labelwright.geometry.ShapeKind;
import labelwright.geometry.Spans;
import labelwright.model.Problem.Action;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Files of Label Studio give what was counted in them by other means.
class LabelStudioSamplesTest {

    private static Recorder read(String path) {
        return Recorder.read(new LabelStudioFormat(), Samples.require("formats/" + path));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # file,                                                        items, boxes, rotated, polygons, points
            label-studio/sdk-converter/test_export_coco/data.json,             1,     1,       0,        1,      2
            label-studio/sdk-converter/test_export_json_min/data.json,         1,     0,       0,        1,      0
            label-studio/sdk-converter/test_export_yolo/data_keypoints.json,   1,     1,       0,        0,      3
            label-studio/sdk-converter/test_export_yolo/data_polygons.json,    1,     0,       0,        1,      0
            """)
    void filesGiveTheirCounts(String path, int items, int boxes, int rotated, int polygons, int points) {
        Recorder read = read(path);
        Map<ShapeKind, Integer> counts = new EnumMap<>(ShapeKind.class);
        read.allRegions().forEach(region -> counts.merge(region.shape().kind(), 1, Integer::sum));
        assertEquals(items, read.items.size(), read.problems::toString);
        assertEquals(boxes, counts.getOrDefault(ShapeKind.BOX, 0));
        assertEquals(rotated, counts.getOrDefault(ShapeKind.ROTATED_BOX, 0));
        assertEquals(polygons, counts.getOrDefault(ShapeKind.POLYGON, 0));
        assertEquals(points, counts.getOrDefault(ShapeKind.POINTS, 0));
        assertEquals(List.of(), read.problems(Action.REFUSED));
    }

    @Test
    void turnedBoxes() {
        Recorder read = read("label-studio/sdk-converter/test_export_yolo/data_obb.json");
        assertEquals(3, read.items.size());
        assertEquals(25, read.allRegions().size() + read.problems(Action.REFUSED).size(), read.problems::toString);
        assertTrue(read.allRegions().stream().filter(region -> region.shape() instanceof RotatedBox).count() > 15);
    }

    /// A box of 300 x 100 turned by 90 degrees about its corner covers what an unturned one of 100 x 300 covers.
    @Test
    void boxesAreTurnedInPixelsAboutTheirCorner() {
        Recorder read = read("edge-issues/label-studio-rotated-export.json");
        Bounds turned = read.allRegions().get(1).shape().bounds();
        Bounds plain = read.allRegions().get(2).shape().bounds();
        assertEquals(plain.x(), turned.x(), 1e-9);
        assertEquals(plain.y(), turned.y(), 1e-9);
        assertEquals(plain.maxX(), turned.maxX(), 1e-9);
        assertEquals(plain.maxY(), turned.maxY(), 1e-9);
        assertEquals(new Bounds(100, 100, 100, 300), plain);
    }

    @Test
    void pixelsInThePlaceOfPercentAreNamed() {
        Recorder read = read("edge-issues/label-studio-pixels-not-percent.json");
        assertTrue(read.problems(Action.REFUSED).getFirst().what().contains("look like pixels"), read.problems::toString);
        assertEquals("frame.jpg", read.onlyItem().name());
    }

    @Test
    void predictionsByNumberAreNoCrash() {
        Recorder read = read("edge-issues/label-studio-predictions-as-ids.json");
        assertEquals("demo/img_a.png", read.onlyItem().name());
        assertEquals(1, read.problems.size(), read.problems::toString);
    }

    @Test
    void brushMasksComeBackTheSame() throws DamagedMask {
        Random random = new Random(5);
        for (int round = 0; round < 100; round++) {
            int width = 1 + random.nextInt(300);
            int height = 1 + random.nextInt(300);
            MaskBitmap bitmap = new MaskBitmap(0, 0, width, height);
            for (int i = 0; i < 1 + random.nextInt(50); i++) {
                int x = random.nextInt(width);
                bitmap.fill(random.nextInt(height), x, x + 1 + random.nextInt(width - x));
            }
            Spans spans = bitmap.spans();
            byte[] bytes = BrushText.encode(spans, width, height);
            int[] numbers = new int[bytes.length];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = bytes[i] & 0xFF;
            }
            assertEquals(spans, BrushText.decode(numbers, new Size(width, height)));
            assertThrows(DamagedMask.class, () -> BrushText.decode(numbers, new Size(width, height + 1)));
            assertThrows(DamagedMask.class, () -> BrushText.decode(new int[] {0, 0, 1, 0, 57}, new Size(8, 8)));
        }
    }

    /// The head that Label Studio writes: 500 x 400 pixels of 4 values, words of 8 bits, runs of 3, 4, 8 and 16 bits.
    @Test
    void brushMasksBeginAsLabelStudioWritesThem() {
        byte[] bytes = BrushText.encode(new Spans.Builder().build(), 500, 400);
        assertEquals(List.of(0, 12, 53, 0, 57, 27),
                List.of(bytes[0] & 0xFF, bytes[1] & 0xFF, bytes[2] & 0xFF, bytes[3] & 0xFF, bytes[4] & 0xFF,
                        bytes[5] & 0xFF));
    }
}
