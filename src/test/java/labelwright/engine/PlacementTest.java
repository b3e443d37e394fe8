package labelwright.engine;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

import labelwright.geometry.Bounds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class PlacementTest {

    private static final InputGrid GRID = new InputGrid(160, 128);

    @Test
    void toPictureUndoesToInput() {
        for (boolean turned : new boolean[] {false, true}) {
            for (double sign : new double[] {-1, 1}) {
                Placement placement = new Placement(turned, sign * 0.7, 90, 1.3, -4);
                Bounds box = new Bounds(3, 5, 20, 11);
                Bounds back = placement.toPicture(placement.toInput(box));
                assertEquals(box.x(), back.x(), 1e-9);
                assertEquals(box.y(), back.y(), 1e-9);
                assertEquals(box.width(), back.width(), 1e-9);
                assertEquals(box.height(), back.height(), 1e-9);
            }
        }
    }

    @Test
    void fitKeepsProportionsAndCentres() {
        Placement placement = Placement.fit(320, 128, GRID);
        assertEquals(new Bounds(0, 32, 160, 64), placement.toInput(new Bounds(0, 0, 320, 128)));
    }

    /// A white rectangle on black goes through every kind of augmentation; the white must lie where the box says.
    @Test
    void augmentedBoxesLieOnTheirPixels() throws EngineException {
        Bounds box = new Bounds(40, 30, 60, 24);
        TrainingPicture picture = new TrainingPicture(rectangle(160, 128, box), List.of(new LabelledBox(0, box)));
        DetectionSettings settings = DetectionSettings.parse(Map.of("colour", "0"));
        Augmentation augmentation = new Augmentation(GRID, Flips.ALL, settings);
        int seen = 0;
        for (int seed = 0; seed < 200; seed++) {
            float[] out = new float[GRID.floats()];
            SplittableRandom random = new SplittableRandom(seed);
            List<LabelledBox> boxes = seed % 2 == 0
                    ? augmentation.single(picture, random, out, 0)
                    : augmentation.mosaic(List.of(picture, picture, picture, picture), random, out, 0);
            for (LabelledBox found : boxes) {
                seen++;
                assertTrue(whiteness(out, found.bounds()) > 0.9, () -> found + " is not on white");
            }
        }
        assertTrue(seen > 150, "too few boxes: " + seen);
    }

    @Test
    void theSameRandomSourceDrawsTheSamePicture() throws EngineException {
        Bounds box = new Bounds(40, 30, 60, 24);
        TrainingPicture picture = new TrainingPicture(rectangle(160, 128, box), List.of(new LabelledBox(0, box)));
        Augmentation augmentation = new Augmentation(GRID, Flips.ALL, DetectionSettings.defaults());
        float[] one = new float[GRID.floats()];
        float[] two = new float[GRID.floats()];
        assertEquals(augmentation.single(picture, new SplittableRandom(5), one, 0),
                augmentation.single(picture, new SplittableRandom(5), two, 0));
        assertEquals(0, java.util.Arrays.compare(one, two));
    }

    private static double whiteness(float[] out, Bounds box) {
        int all = 0;
        int white = 0;
        for (int y = (int) Math.ceil(box.y() + 1); y < box.maxY() - 1; y++) {
            for (int x = (int) Math.ceil(box.x() + 1); x < box.maxX() - 1; x++) {
                all++;
                white += out[(y * GRID.width() + x) * 3] > 1 ? 1 : 0;
            }
        }
        return all == 0 ? 1 : white / (double) all;
    }

    private static RgbPicture rectangle(int width, int height, Bounds box) {
        byte[] rgb = new byte[width * height * 3];
        for (int y = (int) box.y(); y < box.maxY(); y++) {
            for (int x = (int) box.x(); x < box.maxX(); x++) {
                for (int c = 0; c < 3; c++) {
                    rgb[(y * width + x) * 3 + c] = (byte) 255;
                }
            }
        }
        return new RgbPicture(width, height, rgb, 1);
    }
}
