package labelwright.ui.control.chart;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ChartMathsTest {

    @Test
    void ticksAreRoundAndLieWithin() {
        assertEquals(List.of("0", "20", "40", "60", "80", "100"), labels(Ticks.within(0, 100, 6)));
        assertEquals(List.of("0.0", "0.5", "1.0", "1.5", "2.0"), labels(Ticks.within(-0.2, 2.3, 6)));
        assertEquals(List.of("0", "10k", "20k", "30k"), labels(Ticks.within(0, 36_000, 5)));
        assertEquals(List.of("0.000", "0.001", "0.002"), labels(Ticks.within(0, 0.0021, 4)));
        assertEquals(List.of("0", "2.0e-5", "4.0e-5"), labels(Ticks.within(0, 0.00005, 3)));
    }

    @Test
    void ticksOfCountedThingsAreWhole() {
        assertEquals(List.of("1", "2", "3"), labels(Ticks.whole(1, 3, 10)));
    }

    @Test
    void ticksAreNeverMoreThanThereIsRoomFor() {
        Random random = new Random(4);
        for (int i = 0; i < 2000; i++) {
            double low = (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(12) - 6);
            double high = low + random.nextDouble() * Math.pow(10, random.nextInt(12) - 6) + 1e-9;
            int most = 1 + random.nextInt(12);
            List<Double> values = Ticks.within(low, high, most).values();
            assertTrue(values.size() <= most + 1, () -> low + " to " + high + " gave " + values);
        }
    }

    @Test
    void valuesAreReadWithFourDigits() {
        assertEquals("0.4213", Ticks.exact(0.421_349));
        assertEquals("1234", Ticks.exact(1234));
        assertEquals("12.35", Ticks.exact(12.3461));
        assertEquals("2.00e-05", Ticks.exact(0.000_02));
    }

    @Test
    void axisMapsThereAndBack() {
        Axis axis = new Axis(-3, 9, 200, 20);
        for (double value = -5; value < 12; value += 0.7) {
            assertEquals(value, axis.value(axis.pixel(value)), 1e-9);
        }
    }

    @Test
    void decimationKeepsEverySpikeAndTheEnds() {
        double[] xs = IntStream.range(0, 100_000).asDoubleStream().toArray();
        double[] ys = new double[xs.length];
        ys[31_337] = 5;
        ys[77_777] = -4;
        Curve seen = Decimation.toPixels(Curve.of(xs, ys), new Axis(0, 99_999, 0, 300), 1);
        assertTrue(seen.size() <= 4 * 302 + 2, () -> "kept " + seen.size());
        double[] kept = seen.ys();
        assertTrue(IntStream.range(0, kept.length).anyMatch(i -> kept[i] == 5));
        assertTrue(IntStream.range(0, kept.length).anyMatch(i -> kept[i] == -4));
        assertEquals(0, seen.x(0));
        assertEquals(99_999, seen.x(seen.size() - 1));
        for (int i = 1; i < seen.size(); i++) {
            assertTrue(seen.x(i) > seen.x(i - 1), "points are in order");
        }
    }

    @Test
    void decimationLeavesAFewPointsAsTheyAre() {
        Curve curve = Curve.of(new double[] {1, 2, 3}, new double[] {4, 1, 7});
        Curve seen = Decimation.toPixels(curve, new Axis(1, 3, 0, 400), 2);
        assertEquals(3, seen.size());
        assertEquals(1, seen.y(1));
    }

    @Test
    void smoothingOfAConstantIsTheConstantFromTheStart() {
        Curve smooth = Smoothing.ema(Curve.of(new double[] {1, 2, 3, 4}, new double[] {3, 3, 3, 3}), 0.9);
        for (double y : smooth.ys()) {
            assertEquals(3, y, 1e-12);
        }
    }

    @Test
    void smoothingEvensOutNoiseAndZeroChangesNothing() {
        Random random = new Random(1);
        double[] xs = IntStream.range(0, 1000).asDoubleStream().toArray();
        Curve noisy = Curve.of(xs, IntStream.range(0, 1000).mapToDouble(_ -> random.nextGaussian()).toArray());
        assertTrue(spread(Smoothing.ema(noisy, 0.95)) < spread(noisy) / 3);
        assertEquals(spread(noisy), spread(Smoothing.ema(noisy, 0)));
    }

    @Test
    void bufferStaysBoundedAndKeepsExtremes() {
        SeriesBuffer buffer = new SeriesBuffer(256);
        for (int i = 0; i < 50_000; i++) {
            buffer.add(i, i == 123 ? 99 : i == 40_000 ? -99 : Math.sin(i));
        }
        Curve curve = buffer.curve();
        assertTrue(curve.size() <= 256);
        double[] ys = curve.ys();
        assertTrue(IntStream.range(0, ys.length).anyMatch(i -> ys[i] == 99));
        assertTrue(IntStream.range(0, ys.length).anyMatch(i -> ys[i] == -99));
        assertEquals(49_999, curve.x(curve.size() - 1));
    }

    @Test
    void goingOnFromACheckpointReplacesWhatCameAfterIt() {
        SeriesBuffer buffer = new SeriesBuffer(64);
        for (int step = 1; step <= 10; step++) {
            buffer.add(step, 1);
        }
        buffer.add(6, 2);
        buffer.add(7, Double.NaN);
        Curve curve = buffer.curve();
        assertEquals(6, curve.size());
        assertEquals(6, curve.x(5));
        assertEquals(2, curve.y(5));
    }

    @Test
    void nearestPointIsFoundAtAndBeyondTheEnds() {
        Curve curve = Curve.of(new double[] {1, 5, 9}, new double[] {0, 0, 0});
        assertEquals(0, curve.nearest(-4));
        assertEquals(1, curve.nearest(6.9));
        assertEquals(2, curve.nearest(7.1));
        assertEquals(2, curve.nearest(100));
    }

    @Test
    void firstStepsMayRunOutAtTheTop() {
        double[] xs = IntStream.range(0, 1000).asDoubleStream().toArray();
        double[] ys = IntStream.range(0, 1000).mapToDouble(i -> i < 5 ? 500 : 2).toArray();
        PlotFrame frame = frame(Curve.of(xs, ys), Scaling.ROBUST);
        assertTrue(frame.y().high() < 5, frame::toString);
        assertEquals(0, frame.y().low());
    }

    @Test
    void sharesAreDrawnFromZeroToOne() {
        PlotFrame frame = frame(Curve.of(new double[] {1, 2}, new double[] {0.2, 0.4}), Scaling.SHARE);
        assertEquals(0, frame.y().low());
        assertEquals(1, frame.y().high());
    }

    @Test
    void emptyOrFlatLinesHaveAFrameToo() {
        assertTrue(frame(Curve.EMPTY, Scaling.ALL).isEmpty());
        PlotFrame flat = frame(Curve.of(new double[] {3}, new double[] {0.7}), Scaling.ALL);
        assertTrue(flat.y().low() < 0.7 && flat.y().high() > 0.7, flat::toString);
        assertEquals(3, flat.snap(1000));
    }

    private static PlotFrame frame(Curve curve, Scaling scaling) {
        return PlotFrame.of(400, 200, List.of(new Line("a", "A", new LineLook(0, LineLook.Dash.SOLID), curve, Line.Smooth.NEVER)), scaling);
    }

    private static double spread(Curve curve) {
        double[] ys = curve.ys();
        return java.util.Arrays.stream(ys).skip(100).map(y -> y * y).sum();
    }

    private static List<String> labels(Ticks ticks) {
        return ticks.values().stream().map(ticks::label).toList();
    }
}
