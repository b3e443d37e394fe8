package labelwright.learning;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;

import labelwright.learning.Splits.Percentages;
import labelwright.model.ItemId;
import labelwright.model.Split;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class SplitsTest {

    @Test
    void partsHaveTheSizesAskedFor() {
        Map<ItemId, Split> split = Splits.divide(ids(1000), new Percentages(70, 20, 10), 1);
        assertEquals(700, count(split, Split.TRAIN));
        assertEquals(200, count(split, Split.VALIDATION));
        assertEquals(100, count(split, Split.TEST));
    }

    @Test
    void everyItemIsInOnePartWhateverTheNumber() {
        for (int n = 0; n < 40; n++) {
            Map<ItemId, Split> split = Splits.divide(ids(n), new Percentages(80, 10, 10), 3);
            assertEquals(n, split.size());
            assertEquals(n, count(split, Split.TRAIN) + count(split, Split.VALIDATION) + count(split, Split.TEST));
            if (n >= 3) {
                assertNotEquals(0, count(split, Split.VALIDATION));
                assertNotEquals(0, count(split, Split.TEST));
            }
        }
    }

    @Test
    void sameIdsAndSeedGiveTheSameSplitInAnyOrder() {
        List<ItemId> reversed = new ArrayList<>(ids(50));
        Collections.reverse(reversed);
        Percentages thirds = new Percentages(50, 25, 25);
        assertEquals(Splits.divide(ids(50), thirds, 9), Splits.divide(reversed, thirds, 9));
        assertNotEquals(Splits.divide(ids(50), thirds, 9), Splits.divide(ids(50), thirds, 10));
    }

    @Test
    void aPartOfZeroPercentStaysEmpty() {
        assertEquals(0, count(Splits.divide(ids(11), new Percentages(90, 10, 0), 1), Split.TEST));
    }

    @Test
    void refusesPercentagesThatDoNotSumToAHundred() {
        assertThrows(IllegalArgumentException.class, () -> new Percentages(50, 50, 10));
        assertThrows(IllegalArgumentException.class, () -> new Percentages(120, -20, 0));
    }

    private static List<ItemId> ids(int count) {
        return LongStream.range(0, count).mapToObj(ItemId::new).toList();
    }

    private static long count(Map<ItemId, Split> split, Split part) {
        return split.values().stream().filter(part::equals).count();
    }
}
