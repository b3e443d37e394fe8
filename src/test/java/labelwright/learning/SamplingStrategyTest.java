package labelwright.learning;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import labelwright.model.ItemId;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class SamplingStrategyTest {

    @Test
    void uncertaintyTakesTheLeastSureFirst() {
        List<Candidate> candidates = List.of(candidate(1, .2, 0), candidate(2, .9, 0), candidate(3, .5, 0));
        assertEquals(List.of(new ItemId(2), new ItemId(3)), SamplingStrategy.UNCERTAINTY.select(candidates, 2, 1));
    }

    @Test
    void diversityTakesTheLeastSureOfEachCluster() {
        List<Candidate> candidates = List.of(candidate(1, .9, 0), candidate(2, .8, 1), candidate(3, .1, 100), candidate(4, .2, 101));
        assertEquals(List.of(new ItemId(1), new ItemId(4)), SamplingStrategy.DIVERSITY.select(candidates, 2, 7));
    }

    /// Ten sure pictures lie far off; hybrid for one item looks only at the five least sure, diversity at all.
    @Test
    void hybridLooksOnlyAtTheFiveTimesAsManyLeastSure() {
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            candidates.add(candidate(i, .5 + i * .01, i));
            candidates.add(candidate(100 + i, .01, 1000));
        }
        List<ItemId> hybrid = SamplingStrategy.HYBRID.select(candidates, 2, 3);
        assertTrue(hybrid.stream().allMatch(id -> id.value() < 100), hybrid::toString);
        List<ItemId> diverse = SamplingStrategy.DIVERSITY.select(candidates, 2, 3);
        assertTrue(diverse.stream().anyMatch(id -> id.value() >= 100), diverse::toString);
    }

    @Test
    void alwaysGivesTheNumberAskedForWithoutRepeats() {
        Random random = new Random(3);
        for (SamplingStrategy strategy : SamplingStrategy.values()) {
            for (int size : new int[] {0, 1, 7, 60}) {
                List<Candidate> candidates = new ArrayList<>();
                for (int i = 0; i < size; i++) {
                    candidates.add(candidate(i, random.nextDouble(), random.nextInt(3)));
                }
                for (int count : new int[] {0, 1, 5, 59, 100}) {
                    List<ItemId> chosen = strategy.select(candidates, count, 11);
                    assertEquals(Math.min(count, size), chosen.size());
                    assertEquals(chosen.size(), new HashSet<>(chosen).size());
                }
            }
        }
    }

    @Test
    void theOrderOfCandidatesDoesNotMatter() {
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            candidates.add(candidate(i, i % 7 / 7.0, i % 11));
        }
        List<Candidate> shuffled = new ArrayList<>(candidates);
        Collections.shuffle(shuffled, new Random(1));
        for (SamplingStrategy strategy : SamplingStrategy.values()) {
            assertEquals(strategy.select(candidates, 9, 5), strategy.select(shuffled, 9, 5));
        }
    }

    @Test
    void randomFollowsTheSeed() {
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            candidates.add(candidate(i, 0, 0));
        }
        assertNotEquals(SamplingStrategy.RANDOM.select(candidates, 10, 1), SamplingStrategy.RANDOM.select(candidates, 10, 2));
    }

    @Test
    void refusesAnItemThatComesTwice() {
        List<Candidate> twice = List.of(candidate(1, 0, 0), candidate(1, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> SamplingStrategy.RANDOM.select(twice, 1, 1));
    }

    private static Candidate candidate(long id, double uncertainty, float feature) {
        return new Candidate(new ItemId(id), uncertainty, new float[] {feature, 1});
    }
}
