package labelwright.exchange;

import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.Test;

import labelwright.exchange.PictureSizes.Size;
import labelwright.geometry.Box;
import labelwright.geometry.Polygon;
import labelwright.geometry.Shape;
import labelwright.model.Problem.Action;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class RegionCheckTest {
    private static final Size PICTURE = new Size(100, 50);

    private final Recorder recorder = new Recorder();
    private final RegionCheck check = new RegionCheck(recorder);

    private Optional<Shape> box(double x, double y, double width, double height) {
        return check.box(() -> "here", x, y, width, height, PICTURE);
    }

    @Test
    void aBoxInsideIsKeptBitForBit() {
        assertEquals(Optional.of(new Box(0.1, 0.2, 0.3, 49.8)), box(0.1, 0.2, 0.3, 49.8));
        assertEquals(Optional.of(new Box(0, 0, 100, 50)), box(0, 0, 100, 50));
        assertEquals(List.of(), recorder.problems);
    }

    @Test
    void theRoundingOfDoublesIsKeptAndThatOfTextFilesIsCutWithoutAWord() {
        assertEquals(Optional.of(new Box(90, 0, 10.0000000001, 10)), box(90, 0, 10.0000000001, 10));
        assertEquals(Optional.of(new Box(90, 0, 10, 10)), box(90, 0, 10.01, 10));
        assertEquals(List.of(), recorder.problems);
    }

    @Test
    void whatReachesBeyondIsCutWithANote() {
        assertEquals(Optional.of(new Box(90, 40, 10, 10)), box(90, 40, 20, 20));
        assertEquals("The box reached 10 pixels beyond the picture of 100 x 50 pixels and was cut at the edge.",
                recorder.problems.getFirst().what());
        assertEquals(Action.REPAIRED, recorder.problems.getFirst().action());
    }

    @Test
    void boxesThatAreNoneAreRefused() {
        double nan = Double.NaN;
        double infinite = Double.POSITIVE_INFINITY;
        double[][] bad = {{nan, 0, 1, 1}, {0, 0, infinite, 1}, {0, 0, -1, 1}, {0, 0, 1, 0}, {100, 0, 5, 5}, {-5, 0, 5, 5}, {0, 50, 1, 1},
                {1e300, 0, 1, 1}};
        for (double[] box : bad) {
            assertEquals(Optional.empty(), box(box[0], box[1], box[2], box[3]));
        }
        assertEquals(bad.length, recorder.problems(Action.REFUSED).size());
        assertTrue(recorder.problems.stream().allMatch(problem -> problem.where().equals("here") && problem.what().endsWith(".")));
    }

    @Test
    void cornersInTheWrongOrderAreSwappedWithANote() {
        assertEquals(Optional.of(new Box(10, 20, 30, 10)), check.corners(() -> "here", 40, 20, 10, 30, PICTURE));
        assertEquals(1, recorder.problems(Action.REPAIRED).size());
    }

    @Test
    void withoutAKnownSizeNothingIsCut() {
        assertEquals(Optional.of(new Box(-5, 0, 1000, 10)), check.box(() -> "here", -5, 0, 1000, 10, Size.UNKNOWN));
    }

    @Test
    void aRepeatedLastPointIsDropped() {
        Shape shape = check.polygon(() -> "here", List.of(new double[] {0, 0, 10, 0, 10, 10, 0, 0}), PICTURE).orElseThrow();
        assertEquals(3, ((Polygon) shape).pointCount());
        assertEquals(List.of(), recorder.problems);
    }

    @Test
    void polygonsThatAreNoneAreRefused() {
        List<double[]> bad = List.of(new double[] {0, 0, 10, 10}, new double[] {0, 0, 5, 5, 10, 10}, new double[] {1, 2, 3},
                new double[] {0, 0, Double.NaN, 0, 5, 5}, new double[] {200, 0, 210, 0, 210, 10});
        bad.forEach(outline -> assertEquals(Optional.empty(), check.polygon(() -> "here", List.of(outline), PICTURE)));
        assertEquals(bad.size(), recorder.problems(Action.REFUSED).size());
    }

    @Test
    void whateverComesInWhatComesOutIsInsideAndHasAnArea() {
        Random random = new Random(5);
        for (int i = 0; i < 3000; i++) {
            double[] outline = random.doubles(2L * (1 + random.nextInt(8)), -60, 160)
                    .map(v -> random.nextInt(3) == 0 ? Math.rint(v / 10) * 10 : v)
                    .toArray();
            check.polygon(() -> "here", List.of(outline, outline), PICTURE).ifPresent(RegionCheckTest::assertInside);
            box(random.nextDouble(-60, 160), random.nextDouble(-60, 160), random.nextDouble(-10, 100), random.nextDouble(-10, 100))
                    .ifPresent(RegionCheckTest::assertInside);
        }
    }

    private static void assertInside(Shape shape) {
        assertTrue(shape.bounds().x() >= -RegionCheck.EXACT && shape.bounds().y() >= -RegionCheck.EXACT
                && shape.bounds().maxX() <= 100 + RegionCheck.EXACT
                && shape.bounds().maxY() <= 50 + RegionCheck.EXACT && shape.area() > 0, shape::toString);
    }

    @Test
    void decimalsComeBackTheSame() {
        Random random = new Random(3);
        for (int i = 0; i < 10_000; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            double usual = Double.isFinite(value) && Math.abs(value) < 1e12 && Math.abs(value) > 1e-12 ? value : random.nextDouble() * 1e4;
            assertEquals(usual, Double.parseDouble(Decimals.exact(usual)));
            assertEquals(Math.clamp(usual, 0, 1), Double.parseDouble(Decimals.share(usual)), 6e-11);
        }
        assertEquals("12", Decimals.exact(12));
        assertEquals("0.00001", Decimals.exact(1e-5));
        assertEquals("1.0", Decimals.share(1));
        assertEquals("0.5", Decimals.share(0.5));
        assertEquals("0.0000000001", Decimals.share(1e-10));
    }
}
