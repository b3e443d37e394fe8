package labelwright.learning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;

/// Search among vectors of length one by cosine, brute force: exact, and fast enough for some 100,000 vectors.
public final class NearTexts {

    private NearTexts() {}

    /// A vector that is near.
    public record Near(int index, double cosine) {}

    /// The nearest of the vectors that were offered so far. For one thread.
    public static final class Nearest {
        private static final Comparator<Near> WORST_FIRST = Comparator.comparingDouble(Near::cosine)
                .thenComparing(Near::index, Comparator.reverseOrder());
        private final float[] query;
        private final int count;
        private final PriorityQueue<Near> best = new PriorityQueue<>(WORST_FIRST);

        /// @param count how many are kept
        public Nearest(float[] query, int count) {
            this.query = query.clone();
            this.count = count;
        }

        public void offer(int index, float[] vector) {
            best.add(new Near(index, cosine(query, vector)));
            if (best.size() > count) {
                best.poll();
            }
        }

        /// The nearest first; of equally near ones the one with the lower index.
        public List<Near> found() {
            return best.stream().sorted(WORST_FIRST.reversed()).toList();
        }
    }

    /// Groups of vectors that are linked by pairs at least so near; each in ascending order, the groups by their first. Vectors without a near one are in none. Compares all pairs that
    /// are not in one group already, on all processors.
    ///
    /// @param compared told, on any thread, after each vector; what it throws ends the work
    public static List<List<Integer>> groups(List<float[]> vectors, double least, Runnable compared) {
        Links links = new Links(vectors.size());
        IntStream.range(0, vectors.size()).parallel().forEach(i -> {
            for (int j = i + 1; j < vectors.size(); j++) {
                if (!links.areOne(i, j) && cosine(vectors.get(i), vectors.get(j)) >= least) {
                    links.join(i, j);
                }
            }
            compared.run();
        });
        List<List<Integer>> groups = new ArrayList<>();
        for (int i = 0; i < vectors.size(); i++) {
            groups.add(new ArrayList<>());
            groups.get(links.root(i)).add(i);
        }
        return groups.stream().filter(group -> group.size() > 1).map(List::copyOf).toList();
    }

    /// Which vectors are linked: each points at a lower one of its group, the lowest at itself.
    private static final class Links {
        private final AtomicIntegerArray up;

        Links(int size) {
            up = new AtomicIntegerArray(IntStream.range(0, size).toArray());
        }

        int root(int i) {
            int at = i;
            for (int above = up.get(at); above != at; above = up.get(at)) {
                // a shorter way up for the next time; whoever loses the race leaves a longer one
                up.compareAndSet(at, above, up.get(above));
                at = above;
            }
            return at;
        }

        /// True only when they are; other threads may just be joining them when it is false.
        boolean areOne(int i, int j) {
            return root(i) == root(j);
        }

        void join(int i, int j) {
            while (true) {
                int a = root(i);
                int b = root(j);
                if (a == b || up.compareAndSet(Math.max(a, b), Math.max(a, b), Math.min(a, b))) {
                    return;
                }
            }
        }
    }

    /// In four sums, since one would wait for itself at every step.
    private static double cosine(float[] a, float[] b) {
        float first = 0;
        float second = 0;
        float third = 0;
        float fourth = 0;
        int d = 0;
        for (; d + 3 < a.length; d += 4) {
            first += a[d] * b[d];
            second += a[d + 1] * b[d + 1];
            third += a[d + 2] * b[d + 2];
            fourth += a[d + 3] * b[d + 3];
        }
        for (; d < a.length; d++) {
            first += a[d] * b[d];
        }
        return first + second + (third + fourth);
    }
}
