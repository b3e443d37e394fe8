package labelwright.engine;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

import labelwright.engine.TaskAlignedAssigner.Positive;
import labelwright.geometry.Bounds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// The grid of cells: who learns an object, and how answers become boxes.
class GridTest {

    private static final InputGrid GRID = new InputGrid(64, 64);

    @Test
    void cellsThatAnswerBestLearnTheObject() {
        float[] logits = new float[GRID.cells() * 2];
        float[] boxes = new float[GRID.cells() * 4];
        // the object covers cells 2 to 4 each way; cell (3, 3) already answers exactly
        int exact = 3 * 8 + 3;
        boxes[exact * 4 + 2] = (float) Math.log(3);
        boxes[exact * 4 + 3] = (float) Math.log(3);
        List<Positive> positives = new TaskAlignedAssigner(GRID, 4)
                .assign(List.of(new LabelledBox(1, new Bounds(16, 16, 24, 24))), logits, 0, boxes, 0, 2);
        assertEquals(4, positives.size());
        Positive best = positives.stream().max((a, b) -> Double.compare(a.target(), b.target())).orElseThrow();
        assertEquals(exact, best.cell());
        assertEquals(1, best.target(), 1e-6);
        assertEquals(1, best.label());
    }

    @Test
    void anObjectSmallerThanACellIsLearnedBySomeCell() {
        List<Positive> positives = new TaskAlignedAssigner(GRID, 10).assign(List.of(new LabelledBox(0, new Bounds(31.5, 31.5, 1, 1))),
                new float[GRID.cells()], 0, new float[GRID.cells() * 4], 0, 1);
        assertFalse(positives.isEmpty());
    }

    @Test
    void aCellBetweenTwoObjectsLearnsTheOneItFitsBetter() {
        float[] boxes = new float[GRID.cells() * 4];
        for (int cell = 0; cell < GRID.cells(); cell++) {
            boxes[cell * 4 + 2] = (float) Math.log(2);
            boxes[cell * 4 + 3] = (float) Math.log(2);
        }
        List<LabelledBox> objects = List.of(new LabelledBox(0, new Bounds(8, 8, 16, 16)), new LabelledBox(0, new Bounds(8, 8, 48, 48)));
        List<Positive> positives = new TaskAlignedAssigner(GRID, 64).assign(objects, new float[GRID.cells()], 0, boxes, 0, 1);
        assertEquals(positives.size(), positives.stream().map(Positive::cell).distinct().count());
        assertTrue(positives.stream().anyMatch(p -> p.object() == 0));
        assertTrue(positives.stream().anyMatch(p -> p.object() == 1));
    }

    @Test
    void overlappingBoxesOfOneLabelBecomeOne() {
        float[] probabilities = new float[GRID.cells() * 2];
        float[] boxes = new float[GRID.cells() * 4];
        answer(probabilities, boxes, 3, 3, 0, .9f, 0);
        answer(probabilities, boxes, 4, 3, 0, .8f, -1);
        answer(probabilities, boxes, 3, 4, 1, .7f, 0);
        List<Detection> found = new BoxDecoder(GRID, 0.05, 0.6).decode(probabilities, boxes, 2);
        assertEquals(2, found.size());
        assertEquals(.9, found.getFirst().score(), 1e-6);
        assertEquals(new Bounds(16, 16, 24, 24).iou(found.getFirst().bounds()), 1, 1e-5);
        assertEquals(1, found.get(1).label());
    }

    @Test
    void mirroredAnswersComeBackInPlace() {
        float[] probabilities = new float[GRID.cells()];
        float[] boxes = new float[GRID.cells() * 4];
        probabilities[2 * 8 + 1] = .5f;
        boxes[(2 * 8 + 1) * 4] = .25f;
        DenseAnswers answers = new DenseAnswers(probabilities, boxes, GRID, 1);
        DenseAnswers mirrored = answers.mirrored(true, false);
        assertEquals(.5f, mirrored.probabilities()[2 * 8 + 6]);
        assertEquals(-.25f, mirrored.boxes()[(2 * 8 + 6) * 4]);
        assertTrue(Arrays.equals(probabilities, mirrored.mirrored(true, false).probabilities()));
        assertEquals(.5f, answers.mirrored(false, true).probabilities()[5 * 8 + 1]);
    }

    @Test
    void flipsAreGuessedFromTheBoxes() {
        assertEquals(Flips.ALL, guess(20, 20, true));
        assertEquals(Flips.LEFT_RIGHT, guess(20, 60, true));
        assertEquals(Flips.LEFT_RIGHT, guess(20, 20, false));
    }

    /// Boxes of one size on 100 pixel high pictures, all over or only in the lower half.
    private static Flips guess(double width, double height, boolean allOver) {
        List<DetectionSample> samples = new ArrayList<>();
        List<Integer> heights = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            double y = (allOver ? (i + 0.5) / 30 * 100 : 50 + i) - height / 2;
            samples.add(new DetectionSample(i, Path.of("x"), List.of(new LabelledBox(0, new Bounds(10, y, width, height)))));
            heights.add(100);
        }
        return Flips.guess(samples, heights, 1);
    }

    private static void answer(float[] probabilities, float[] boxes, int column, int row, int label, float score, float shift) {
        int cell = row * 8 + column;
        probabilities[cell * 2 + label] = score;
        boxes[cell * 4] = shift;
        boxes[cell * 4 + 2] = (float) Math.log(3);
        boxes[cell * 4 + 3] = (float) Math.log(3);
    }
}
