package labelwright.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

import labelwright.task.WorkerThreads;

/// Prepares the batches of one epoch after the other, a few ahead of the training thread. What a batch holds depends only on seed,
/// epoch and place in the epoch, never on timing.
final class BatchLoader implements AutoCloseable {

    private static final int AHEAD = 3;

    private final PictureCache cache;
    private final Augmentation augmentation;
    private final InputGrid grid;
    private final int batch;
    private final long seed;
    private final double mosaic;
    private final ExecutorService worker = WorkerThreads.pool("batches", 1);

    BatchLoader(PictureCache cache, Augmentation augmentation, InputGrid grid, DetectionSettings settings) {
        this.cache = cache;
        this.augmentation = augmentation;
        this.grid = grid;
        this.batch = settings.whole(DetectionOption.BATCH);
        this.seed = settings.whole(DetectionOption.SEED);
        this.mosaic = settings.number(DetectionOption.MOSAIC);
    }

    int stepsPerEpoch() {
        return Math.max(1, cache.size() / batch);
    }

    /// The batches of an epoch, in order. With fewer pictures than a batch, pictures repeat.
    ///
    /// @param mosaics whether mosaics are made in this epoch; they are left out at the end of a run, so that it ends on real pictures
    Epoch epoch(int epoch, Mosaics mosaics) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < Math.max(cache.size(), batch); i++) {
            order.add(i % cache.size());
        }
        Collections.shuffle(order, new Random(seed * 1_000_003L + epoch));
        return new Epoch(epoch, order, mosaics == Mosaics.YES ? mosaic : 0);
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }

    private Batch load(int epoch, int step, List<Integer> order, double mosaicChance) throws EngineException {
        SplittableRandom random = new SplittableRandom(seed * 7_368_787L + epoch * 100_003L + step);
        float[] pixels = new float[batch * grid.floats()];
        List<List<LabelledBox>> objects = new ArrayList<>(batch);
        for (int i = 0; i < batch; i++) {
            TrainingPicture picture = cache.picture(order.get(step * batch + i));
            int start = i * grid.floats();
            if (random.nextDouble() < mosaicChance) {
                List<TrainingPicture> four = List.of(picture, any(random), any(random), any(random));
                objects.add(augmentation.mosaic(four, random, pixels, start));
            } else {
                objects.add(augmentation.single(picture, random, pixels, start));
            }
        }
        return new Batch(pixels, objects);
    }

    private TrainingPicture any(SplittableRandom random) throws EngineException {
        return cache.picture(random.nextInt(cache.size()));
    }

    /// Whether an epoch may hold mosaics.
    enum Mosaics {
        YES, NO
    }

    /// The batches of one epoch; used by one thread.
    final class Epoch {

        private final int number;
        private final List<Integer> order;
        private final double mosaicChance;
        private final Deque<Future<Batch>> coming = new ArrayDeque<>();
        private int asked;

        private Epoch(int number, List<Integer> order, double mosaicChance) {
            this.number = number;
            this.order = order;
            this.mosaicChance = mosaicChance;
        }

        boolean hasNext() {
            return !coming.isEmpty() || asked < stepsPerEpoch();
        }

        /// Waits for the next batch.
        Batch next() throws EngineException, InterruptedException {
            while (asked < stepsPerEpoch() && coming.size() < AHEAD) {
                int step = asked++;
                coming.add(worker.submit(() -> load(number, step, order, mosaicChance)));
            }
            try {
                return coming.remove().get();
            } catch (ExecutionException e) {
                if (e.getCause() instanceof EngineException known) {
                    throw known;
                }
                throw new IllegalStateException("loading a batch failed", e.getCause());
            }
        }
    }
}
