package labelwright.engine;

import java.util.Arrays;
import java.util.random.RandomGenerator;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;

/// The values of a network: two flat arrays and a view on them for every entry of the layout. Changing a flat array in place
/// changes the views (but never `copyTo` a view: DJL would give it memory of its own). The arrays belong to the manager given.
final class Weights {

    private final WeightLayout layout;
    private final NDArray learned;
    private final NDArray statistics;
    private final NDArray[] views;

    private Weights(WeightLayout layout, NDArray learned, NDArray statistics) {
        this.layout = layout;
        this.learned = learned;
        this.statistics = statistics;
        this.views = new NDArray[layout.entries().size()];
        for (int i = 0; i < views.length; i++) {
            WeightLayout.Entry entry = layout.entries().get(i);
            NDArray flat = entry.isLearned() ? learned : statistics;
            try (NDArray slice = flat.get(new NDIndex(entry.offset() + ":" + (entry.offset() + entry.size())));
                    NDArray shaped = slice.reshape(new Shape(entry.shape()))) {
                views[i] = shaped.stopGradient();
            }
        }
    }

    /// Fresh values, the same for the same random source.
    static Weights random(WeightLayout layout, NDManager manager, RandomGenerator random) {
        float[] learned = new float[(int) layout.learnedSize()];
        float[] statistics = new float[(int) layout.statisticsSize()];
        for (WeightLayout.Entry entry : layout.entries()) {
            float[] target = entry.isLearned() ? learned : statistics;
            int from = (int) entry.offset();
            int to = (int) (entry.offset() + entry.size());
            switch (entry.start()) {
                case ZERO -> Arrays.fill(target, from, to, 0);
                case ONE -> Arrays.fill(target, from, to, 1);
                case HE -> {
                    double spread = Math.sqrt(2.0 / entry.inputs());
                    for (int i = from; i < to; i++) {
                        target[i] = (float) (random.nextGaussian() * spread);
                    }
                }
            }
        }
        return of(layout, manager, learned, statistics);
    }

    /// The values given, for instance read from a file.
    static Weights of(WeightLayout layout, NDManager manager, float[] learned, float[] statistics) {
        return new Weights(layout, manager.create(learned), manager.create(statistics));
    }

    /// An independent copy.
    Weights copy(NDManager manager) {
        return of(layout, manager, learned.toFloatArray(), statistics.toFloatArray());
    }

    /// From now on the views of learned values collect gradients.
    void collectGradients() {
        for (int i = 0; i < views.length; i++) {
            if (layout.entries().get(i).isLearned()) {
                views[i].setRequiresGradient(true);
            }
        }
    }

    /// Takes the statistics of others: those of a batch without sense may be no numbers, and nothing but replacing them helps then.
    void restoreStatistics(Weights from) {
        statistics.set(new NDIndex(":"), from.statistics);
    }

    NDArray view(int index) {
        return views[index];
    }

    NDArray learned() {
        return learned;
    }

    NDArray statistics() {
        return statistics;
    }

    WeightLayout layout() {
        return layout;
    }
}
