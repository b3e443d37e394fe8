package labelwright.learning;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class ClassificationScoreTest {

    @Test
    void oneLabelEach() {
        ClassificationScore score = ClassificationScore.of(List.of(Set.of(0), Set.of(0), Set.of(1), Set.of(2)),
                List.of(Set.of(0), Set.of(1), Set.of(1), Set.of(2)), 3);
        assertEquals(0.75, score.accuracy());
        assertEquals(0.75, score.f1());
        assertEquals((2 / 3.0 + 2 / 3.0 + 1) / 3, score.macroF1(), 1e-12);
        assertEquals(List.of(1, 1, 0, 0), score.confusion().get(0));
        assertEquals(2, score.labels().get(0).texts());
        assertEquals(0.5, score.labels().get(0).recall());
    }

    @Test
    void severalLabelsEach() {
        ClassificationScore score = ClassificationScore.of(List.of(Set.of(0, 1), Set.of()), List.of(Set.of(0), Set.of(1)), 2);
        assertEquals(0, score.accuracy());
        assertEquals(0.5, score.precision());
        assertEquals(0.5, score.recall());
        assertEquals(1, score.confusion().get(1).get(2), "missed");
        assertEquals(1, score.confusion().get(2).get(1), "found where there is none");
    }

    @Test
    void listsOfDifferentLengthAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> ClassificationScore.of(List.of(Set.of(0)), List.of(), 1));
    }
}
