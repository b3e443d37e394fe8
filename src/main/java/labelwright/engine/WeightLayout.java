package labelwright.engine;

import java.util.ArrayList;
import java.util.List;

/// The table of a network's arrays. All learned values lie behind each other in one flat array, all batch-norm statistics
/// in a second, so that the optimiser, the moving average and a checkpoint are each a handful of operations on whole arrays.
final class WeightLayout {

    private final List<Entry> entries = new ArrayList<>();
    private long learned;
    private long statistics;

    /// Registers a learned array. @return its index
    int learned(String name, Start start, long... shape) {
        entries.add(new Entry(name, shape, learned, start, true));
        learned += size(shape);
        return entries.size() - 1;
    }

    /// Registers an array of running statistics. @return its index
    int statistic(String name, Start start, long... shape) {
        entries.add(new Entry(name, shape, statistics, start, false));
        statistics += size(shape);
        return entries.size() - 1;
    }

    List<Entry> entries() {
        return entries;
    }

    long learnedSize() {
        return learned;
    }

    long statisticsSize() {
        return statistics;
    }

    private static long size(long[] shape) {
        long size = 1;
        for (long side : shape) {
            size *= side;
        }
        return size;
    }

    /// How an array begins.
    enum Start {
        ZERO, ONE,
        /// Normal, with the spread of He et al. 2015 for rectified units: sqrt(2 / inputs).
        HE
    }

    /// @param offset first value in its flat array
    /// @param isLearned true in the flat array of learned values, false in that of statistics
    @SuppressWarnings("ArrayRecordComponent") // large arrays, handed on without a copy and never compared
    record Entry(String name, long[] shape, long offset, Start start, boolean isLearned) {

        long size() {
            return WeightLayout.size(shape);
        }

        /// Weights of convolutions decay; offsets and scales do not.
        boolean decays() {
            return shape.length > 1;
        }

        long inputs() {
            return shape.length < 2 ? 1 : size() / shape[0];
        }
    }
}
