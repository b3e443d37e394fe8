package labelwright.learning;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import labelwright.model.ItemId;
import labelwright.model.Split;

/// Divides items into training, validation and test by chance.
public final class Splits {

    private Splits() {}

    /// The same ids, percentages and seed give the same split, in whatever order the ids come. The counts are the percentages of the whole, rounded so that
    /// they add up; with at least as many items as parts that are not 0%, none of these parts is empty.
    ///
    /// Plain chance, not stratified: rare labels may fall unevenly in small sets, which the label facets of each split show.
    ///
    /// @throws IllegalArgumentException if the percentages are negative or do not sum to 100
    public static Map<ItemId, Split> divide(Collection<ItemId> ids, Percentages percentages, long seed) {
        List<ItemId> shuffled = new ArrayList<>(ids.stream().distinct().toList());
        shuffled.sort(Comparator.comparingLong(ItemId::value));
        Collections.shuffle(shuffled, new Random(seed));
        int[] counts = counts(shuffled.size(), percentages);
        Map<ItemId, Split> split = new LinkedHashMap<>();
        for (int i = 0; i < shuffled.size(); i++) {
            Split part = i < counts[0] ? Split.TRAIN : i < counts[0] + counts[1] ? Split.VALIDATION : Split.TEST;
            split.put(shuffled.get(i), part);
        }
        return split;
    }

    private static int[] counts(int items, Percentages percentages) {
        int[] parts = {percentages.train(), percentages.validation(), percentages.test()};
        int[] counts = new int[3];
        int given = 0;
        for (int i = 0; i < 3; i++) {
            counts[i] = (int) ((long) items * parts[i] / 100);
            given += counts[i];
        }
        while (given < items) {
            int neediest = 0;
            double lack = -1;
            for (int i = 0; i < 3; i++) {
                double missing = items * parts[i] / 100.0 - counts[i];
                if (parts[i] > 0 && missing > lack) {
                    lack = missing;
                    neediest = i;
                }
            }
            counts[neediest]++;
            given++;
        }
        for (int i = 0; i < 3; i++) {
            int largest = counts[0] >= counts[1] && counts[0] >= counts[2] ? 0 : counts[1] >= counts[2] ? 1 : 2;
            if (parts[i] > 0 && counts[i] == 0 && counts[largest] > 1) {
                counts[i]++;
                counts[largest]--;
            }
        }
        return counts;
    }

    /// Whole percentages that sum to 100.
    public record Percentages(int train, int validation, int test) {

        public Percentages {
            if (train < 0 || validation < 0 || test < 0 || train + validation + test != 100) {
                throw new IllegalArgumentException("percentages of a split must not be negative and must sum to 100: " + train + ", "
                        + validation + ", " + test);
            }
        }
    }
}
