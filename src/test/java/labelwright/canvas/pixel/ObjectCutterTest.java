package labelwright.canvas.pixel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import labelwright.geometry.Bounds;
import labelwright.geometry.Box;
import labelwright.geometry.Ellipse;
import labelwright.geometry.Mask;
import labelwright.geometry.MaskAlgebra;
import labelwright.geometry.MaskFill;
import labelwright.geometry.Polygon;
import labelwright.geometry.Spans;
import labelwright.media.PixelImage;
import labelwright.media.sample.Cell;
import labelwright.media.sample.CellKind;
import labelwright.media.sample.CellPicture;
import labelwright.media.sample.CellPictures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ObjectCutterTest {

    private static double iou(Spans a, Spans b) {
        return (double) MaskAlgebra.intersect(a, b).area() / MaskAlgebra.union(a, b).area();
    }

    private static ObjectCutter.Hints box(Bounds box) {
        return new ObjectCutter.Hints(box, Spans.NONE, Spans.NONE);
    }

    private static Spans pixels(Polygon polygon) {
        return MaskFill.of(polygon, CellPictures.WIDTH, CellPictures.HEIGHT).map(Mask::spans).orElseThrow();
    }

    /// An ellipse of two colours on a background that gets lighter to the right, everything with noise.
    private static PixelImage noisy(int width, int height, Spans object) {
        Random random = new Random(3);
        int[] argb = new int[width * height];
        for (int i = 0; i < argb.length; i++) {
            int light = 60 + 90 * (i % width) / width;
            argb[i] = pixel(light, light + 10, light + 20, random);
        }
        object.forEach((y, from, to) -> {
            for (int x = from; x < to; x++) {
                boolean left = x % 90 < 45;
                argb[y * width + x] = left ? pixel(200, 90, 70, random) : pixel(220, 190, 60, random);
            }
        });
        return new PixelImage(width, height, argb);
    }

    private static int pixel(int red, int green, int blue, Random random) {
        int noise = (int) Math.round(random.nextGaussian() * 12);
        return 0xFF000000 | (Math.clamp(red + noise, 0, 255) << 16) | (Math.clamp(green + noise, 0, 255) << 8)
                | Math.clamp(blue + noise, 0, 255);
    }

    @Test
    void anObjectOfTwoColoursOnAnUnevenBackgroundIsFoundToThePixel() {
        Spans object = MaskFill.of(new Ellipse(450, 330, 250, 140, 25), 900, 700).map(Mask::spans).orElseThrow();
        Bounds tight = new Mask(object).bounds();
        Spans found = ObjectCutter.cut(noisy(900, 700, object), box(tight.grow(8)), () -> false);
        assertTrue(iou(object, found) >= 0.98, "IoU " + iou(object, found));
    }

    @Test
    void cellsAreFoundFromTheirBoxes() {
        List<Double> scores = new ArrayList<>();
        for (int index = 0; index < 3; index++) {
            CellPicture picture = new CellPictures(5).render(index);
            for (Cell cell : picture.cells()) {
                boolean alone = picture.cells().stream()
                        .allMatch(other -> other.equals(cell) || !other.box().bounds().intersects(cell.box().bounds()));
                if (alone && cell.kind() != CellKind.GRANULE) {
                    Spans found = ObjectCutter.cut(picture.image(), box(cell.box().bounds().grow(2)), () -> false);
                    scores.add(found.isEmpty() ? 0 : iou(pixels(cell.outline()), found));
                }
            }
        }
        scores.sort(null);
        double mean = scores.stream().mapToDouble(Double::doubleValue).average().orElse(0);
        assertTrue(scores.size() >= 10, scores.size() + " cells stand alone");
        assertTrue(mean >= 0.9, "mean IoU " + mean + " of " + scores);
    }

    @Test
    void strokesDecideWhatColoursCannot() {
        int[] argb = new int[300 * 200];
        Arrays.fill(argb, 0xFF404040);
        for (int y = 50; y < 150; y++) {
            Arrays.fill(argb, y * 300 + 60, y * 300 + 240, 0xFFA0A0A0);
            Arrays.fill(argb, y * 300 + 148, y * 300 + 152, 0xFF909090);
        }
        PixelImage picture = new PixelImage(300, 200, argb);
        Spans right = MaskFill.of(new Box(170, 70, 50, 60), 300, 200).map(Mask::spans).orElseThrow();
        Bounds box = new Bounds(50, 40, 200, 120);
        assertTrue(ObjectCutter.cut(picture, box(box), () -> false).contains(200, 100));
        Spans without = ObjectCutter.cut(picture, new ObjectCutter.Hints(box, Spans.NONE, right), () -> false);
        assertFalse(MaskAlgebra.overlap(without, right));
        Spans dark = MaskFill.of(new Box(52, 60, 6, 80), 300, 200).map(Mask::spans).orElseThrow();
        Spans with = ObjectCutter.cut(picture, new ObjectCutter.Hints(box, dark, Spans.NONE), () -> false);
        assertTrue(MaskAlgebra.subtract(dark, with).isEmpty());
    }

    @Test
    void aBoxOverTheWholePictureFindsTheObjectInTheMiddle() {
        Spans object = MaskFill.of(new Ellipse(200, 150, 100, 80, 0), 400, 300).map(Mask::spans).orElseThrow();
        Spans found = ObjectCutter.cut(noisy(400, 300, object), box(new Bounds(0, 0, 400, 300)), () -> false);
        assertTrue(iou(object, found) >= 0.9, "IoU " + iou(object, found));
    }

    @Test
    void aCancelledSearchFindsNothing() {
        Spans object = MaskFill.of(new Ellipse(200, 150, 100, 80, 0), 400, 300).map(Mask::spans).orElseThrow();
        assertEquals(Spans.NONE, ObjectCutter.cut(noisy(400, 300, object), box(new Bounds(90, 60, 220, 180)), () -> true));
    }
}
