package labelwright.learning;

import java.util.List;

import org.junit.jupiter.api.Test;

import labelwright.geometry.Bounds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class DetectionMetricsTest {

    private static final double EXACT = 1e-9;

    @Test
    void perfectDetectionsScoreOne() {
        PictureResult picture = new PictureResult(List.of(truth(0, 0), truth(1, 100)), List.of(found(0, .9, 0), found(1, .8, 100)));
        DetectionScore score = DetectionMetrics.score(List.of(picture), 2);
        assertEquals(1, score.map50(), EXACT);
        assertEquals(1, score.map50to95(), EXACT);
        assertEquals(1, score.f1(), EXACT);
        assertEquals(.8, score.threshold(), EXACT);
    }

    /// Ranked: hit, false, hit, with three objects. Precision 1, 1/2, 2/3 at recall 1/3, 1/3, 2/3; made monotonous the second third is worth 2/3.
    @Test
    void averagePrecisionIsTheAreaAtAllPoints() {
        PictureResult picture = new PictureResult(List.of(truth(0, 0), truth(0, 100), truth(0, 200)),
                List.of(found(0, .9, 0), found(0, .8, 400), found(0, .7, 100)));
        LabelScore label = DetectionMetrics.score(List.of(picture), 1).labels().getFirst();
        assertEquals(1.0 / 3 + 1.0 / 3 * 2 / 3, label.ap50(), EXACT);
        assertEquals(2.0 / 3, label.recall(), EXACT);
        assertEquals(2.0 / 3, label.precision(), EXACT);
        assertEquals(.7, label.threshold(), EXACT);
        assertEquals(3, label.objects());
    }

    @Test
    void aSecondBoxOnTheSameObjectIsAFalseAlarm() {
        PictureResult picture = new PictureResult(List.of(truth(0, 0)), List.of(found(0, .6, 0), found(0, .9, 1)));
        LabelScore label = DetectionMetrics.score(List.of(picture), 1).labels().getFirst();
        assertEquals(1, label.ap50(), EXACT);
        PictureResult worse = new PictureResult(List.of(truth(0, 0), truth(0, 100)),
                List.of(found(0, .9, 0), found(0, .8, 1), found(0, .7, 100)));
        assertEquals(.5 + .5 * 2 / 3, DetectionMetrics.score(List.of(worse), 1).map50(), EXACT);
    }

    /// The devkit's rule: a box looks only at the object it overlaps most; if that one is taken the box is false, even if another would do.
    @Test
    void aBoxDoesNotFallBackOnItsSecondBestObject() {
        TrueBox a = new TrueBox(0, new Bounds(0, 0, 10, 10));
        TrueBox b = new TrueBox(0, new Bounds(2, 0, 10, 10));
        PictureResult picture = new PictureResult(List.of(a, b),
                List.of(new ScoredBox(0, .9, a.bounds()), new ScoredBox(0, .8, a.bounds())));
        assertEquals(.5, DetectionMetrics.score(List.of(picture), 1).map50(), EXACT);
    }

    @Test
    void anOverlapOfExactlyOneHalfIsAHit() {
        TrueBox wide = new TrueBox(0, new Bounds(0, 0, 20, 10));
        PictureResult picture = new PictureResult(List.of(wide), List.of(new ScoredBox(0, .9, new Bounds(0, 0, 10, 10))));
        DetectionScore score = DetectionMetrics.score(List.of(picture), 1);
        assertEquals(1, score.map50(), EXACT);
        assertEquals(.1, score.map50to95(), EXACT);
    }

    @Test
    void labelsWithoutObjectsDoNotCountInTheMean() {
        PictureResult picture = new PictureResult(List.of(truth(0, 0)), List.of(found(0, .9, 0), found(1, .9, 300)));
        DetectionScore score = DetectionMetrics.score(List.of(picture), 2);
        assertEquals(1, score.map50(), EXACT);
        assertTrue(Double.isNaN(score.labels().get(1).ap50()));
        assertEquals(.5, score.precision(), EXACT);
    }

    @Test
    void nothingToFindAndNothingFoundScoresZero() {
        DetectionScore score = DetectionMetrics.score(List.of(new PictureResult(List.of(), List.of())), 1);
        assertEquals(0, score.map50(), EXACT);
        assertEquals(0, score.f1(), EXACT);
    }

    @Test
    void confusionCountsSwapsMissesAndFalseAlarms() {
        PictureResult picture = new PictureResult(List.of(truth(0, 0), truth(1, 100), truth(1, 200)),
                List.of(found(1, .9, 0), found(1, .8, 100), found(0, .7, 300), found(1, .1, 200)));
        assertEquals(List.of(List.of(0, 1, 0), List.of(0, 1, 1), List.of(1, 0, 0)),
                DetectionMetrics.confusion(List.of(picture), 2, .5));
    }

    private static TrueBox truth(int label, double x) {
        return new TrueBox(label, new Bounds(x, 0, 10, 10));
    }

    private static ScoredBox found(int label, double score, double x) {
        return new ScoredBox(label, score, new Bounds(x, 0, 10, 10));
    }
}
