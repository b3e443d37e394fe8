package labelwright.store;

import java.util.Arrays;

/// What the models together suggested for the items of a project, by the items' places. Guarded by the [Catalogue] that owns it.
final class SuggestionColumns {
    private final double[] lowest;
    private final double[] highest;

    SuggestionColumns(int items) {
        lowest = new double[items];
        highest = new double[items];
        Arrays.fill(lowest, Double.POSITIVE_INFINITY);
        Arrays.fill(highest, Double.NEGATIVE_INFINITY);
    }

    void add(int place, double low, double high) {
        lowest[place] = Math.min(lowest[place], low);
        highest[place] = Math.max(highest[place], high);
    }

    boolean any(int place) {
        return lowest[place] <= highest[place];
    }

    /// Infinite when there is no suggestion.
    double lowest(int place) {
        return lowest[place];
    }

    /// Negative infinite when there is no suggestion.
    double highest(int place) {
        return highest[place];
    }
}
