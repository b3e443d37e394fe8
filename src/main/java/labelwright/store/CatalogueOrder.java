package labelwright.store;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntUnaryOperator;

import labelwright.model.query.ItemSort;

/// Puts the items of a [Catalogue] in order. What is equal stays in the order of import.
final class CatalogueOrder {
    private final Catalogue catalogue;
    private final int author;

    CatalogueOrder(Catalogue catalogue, int author) {
        this.catalogue = catalogue;
        this.author = author;
    }

    long[] ids(BitSet places, ItemSort sort) {
        ItemColumns items = catalogue.items();
        int[] sorted = places(places, sort);
        long[] ids = new long[sorted.length];
        for (int i = 0; i < sorted.length; i++) {
            ids[i] = items.id(sorted[i]);
        }
        return ids;
    }

    private int[] places(BitSet places, ItemSort sort) {
        return switch (sort) {
            case IMPORTED -> places.stream().toArray();
            case NAME -> byName(places);
            case STATE -> by(places, catalogue.answers(author)::state);
            case SPLIT -> by(places, catalogue.items()::split);
            case FEWEST_ANNOTATIONS -> by(places, catalogue.answers(author)::annotations);
            case MOST_ANNOTATIONS -> by(places, place -> -catalogue.answers(author).annotations(place));
            case LOWEST_SCORE -> by(places, lowestScore());
            case USEFULNESS -> {
                int[] ranks = catalogue.usefulness();
                yield by(places, place -> ranks[place]);
            }
        };
    }

    /// Scores as whole numbers in the same order; they differ when they do so as floats.
    private IntUnaryOperator lowestScore() {
        SuggestionColumns suggestions = catalogue.suggestions();
        return place -> {
            int bits = Float.floatToIntBits((float) suggestions.lowest(place));
            return bits < 0 ? ~(bits & Integer.MAX_VALUE) : bits;
        };
    }

    private int[] byName(BitSet places) {
        int[] order = catalogue.names().order();
        int[] found = new int[places.cardinality()];
        int next = 0;
        for (int place : order) {
            if (places.get(place)) {
                found[next++] = place;
            }
        }
        return found;
    }

    private static int[] by(BitSet places, IntUnaryOperator key) {
        long[] keys = new long[places.cardinality()];
        int next = 0;
        for (int place = places.nextSetBit(0); place >= 0; place = places.nextSetBit(place + 1)) {
            keys[next++] = (long) key.applyAsInt(place) << 32 | place;
        }
        Arrays.parallelSort(keys);
        int[] sorted = new int[keys.length];
        for (int i = 0; i < keys.length; i++) {
            sorted[i] = (int) keys[i];
        }
        return sorted;
    }
}
