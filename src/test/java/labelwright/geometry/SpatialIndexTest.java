package labelwright.geometry;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class SpatialIndexTest {

    /// Property: after any mixture of adding, moving and removing, a search finds exactly what looking at all rectangles finds.
    @Test
    void findsWhatLookingAtEverythingFinds() {
        Random random = new Random(3);
        SpatialIndex<Integer> index = new SpatialIndex<>();
        Map<Integer, Bounds> all = new HashMap<>();
        for (int step = 0; step < 5_000; step++) {
            int key = random.nextInt(800);
            if (random.nextInt(4) == 0) {
                index.remove(key);
                all.remove(key);
            } else {
                Bounds place = place(random);
                index.put(key, place);
                all.put(key, place);
            }
            if (step % 50 == 0) {
                Bounds area = place(random);
                Set<Integer> expected = all.entrySet().stream().filter(entry -> entry.getValue().intersects(area)).map(Map.Entry::getKey)
                        .collect(Collectors.toSet());
                List<Integer> found = index.touching(area);
                assertEquals(expected, new HashSet<>(found));
                assertEquals(expected.size(), found.size());
            }
        }
        assertEquals(all.size(), index.size());
    }

    @Test
    void isEmptyAfterClear() {
        SpatialIndex<String> index = new SpatialIndex<>();
        index.put("a", new Bounds(0, 0, 1, 1));
        index.clear();
        assertEquals(List.of(), index.touching(new Bounds(0, 0, 10, 10)));
        assertEquals(0, index.size());
    }

    private static Bounds place(Random random) {
        double size = random.nextInt(10) == 0 ? 0 : Math.pow(10, random.nextDouble() * 3);
        return new Bounds(random.nextDouble() * 1_000 - 200, random.nextDouble() * 1_000 - 200, size, size * random.nextDouble());
    }
}
