package labelwright.learning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

/// Search among vectors of length one by cosine, brute force: exact, and fast enough for some 100,000 vectors.
public final class NearTexts {

    private NearTexts() {}

    /// A vector that is near.
    public record Near(int index, double cosine) {}

    /// Two vectors that are near each other.
    public record Pair(int first, int second, double cosine) {}

    /// The `count` nearest, the nearest first; of equally near ones the earlier.
    public static List<Near> nearest(float[] query, List<float[]> vectors, int count) {
        Comparator<Near> worstFirst = Comparator.comparingDouble(Near::cosine).thenComparing(Near::index, Comparator.reverseOrder());
        PriorityQueue<Near> best = new PriorityQueue<>(worstFirst);
        for (int i = 0; i < vectors.size(); i++) {
            best.add(new Near(i, cosine(query, vectors.get(i))));
            if (best.size() > count) {
                best.poll();
            }
        }
        List<Near> sorted = new ArrayList<>(best);
        sorted.sort(worstFirst.reversed());
        return sorted;
    }

    /// All pairs at least so near, the nearest first.
    public static List<Pair> pairs(List<float[]> vectors, double least) {
        return IntStream.range(0, vectors.size()).parallel().boxed().flatMap(i -> {
            List<Pair> pairs = new ArrayList<>();
            for (int j = i + 1; j < vectors.size(); j++) {
                double cosine = cosine(vectors.get(i), vectors.get(j));
                if (cosine >= least) {
                    pairs.add(new Pair(i, j, cosine));
                }
            }
            return pairs.stream();
        }).sorted(Comparator.comparingDouble(Pair::cosine).reversed().thenComparingInt(Pair::first).thenComparingInt(Pair::second))
                .toList();
    }

    /// Groups of vectors that are linked by pairs at least so near; each in ascending order, the groups by their first. Vectors without a near one are in none.
    public static List<List<Integer>> groups(List<float[]> vectors, double least) {
        int[] root = IntStream.range(0, vectors.size()).toArray();
        for (Pair pair : pairs(vectors, least)) {
            int a = rootOf(root, pair.first);
            int b = rootOf(root, pair.second);
            root[Math.max(a, b)] = Math.min(a, b);
        }
        List<List<Integer>> groups = new ArrayList<>();
        for (int i = 0; i < root.length; i++) {
            groups.add(new ArrayList<>());
            groups.get(rootOf(root, i)).add(i);
        }
        return groups.stream().filter(group -> group.size() > 1).map(List::copyOf).toList();
    }

    private static int rootOf(int[] root, int i) {
        int at = i;
        while (root[at] != at) {
            root[at] = root[root[at]];
            at = root[at];
        }
        return at;
    }

    private static double cosine(float[] a, float[] b) {
        float sum = 0;
        for (int d = 0; d < a.length; d++) {
            sum += a[d] * b[d];
        }
        return sum;
    }
}
