package labelwright.learning;

import java.util.Arrays;
import java.util.SplittableRandom;

/// k-means by Lloyd's iteration from k-means++ starting centres (Arthur and Vassilvitskii 2007); the same result for the same input and seed.
public final class KMeans {

    private static final int MOST_ROUNDS = 50;

    private KMeans() {}

    /// @param points vectors of one length; Euclidean distance
    /// @param k number of clusters; may end up with fewer that are not empty when points coincide
    /// @return for each point its cluster, 0 to k - 1
    /// @throws IllegalArgumentException if k is not between 1 and the number of points, or the vectors differ in length
    public static int[] cluster(float[][] points, int k, long seed) {
        if (k < 1 || k > points.length) {
            throw new IllegalArgumentException("cannot make " + k + " clusters of " + points.length + " points");
        }
        for (float[] point : points) {
            if (point.length != points[0].length) {
                throw new IllegalArgumentException("the vectors have different lengths");
            }
        }
        double[][] centres = firstCentres(points, k, new SplittableRandom(seed));
        int[] clusters = new int[points.length];
        Arrays.fill(clusters, -1);
        for (int round = 0; round < MOST_ROUNDS && assign(points, centres, clusters); round++) {
            move(points, centres, clusters);
        }
        return clusters;
    }

    private static double[][] firstCentres(float[][] points, int k, SplittableRandom random) {
        double[][] centres = new double[k][];
        double[] distance = new double[points.length];
        Arrays.fill(distance, Double.MAX_VALUE);
        int next = random.nextInt(points.length);
        for (int c = 0; c < k; c++) {
            centres[c] = toDoubles(points[next]);
            double sum = 0;
            for (int i = 0; i < points.length; i++) {
                distance[i] = Math.min(distance[i], squared(points[i], centres[c]));
                sum += distance[i];
            }
            next = drawn(distance, sum, random);
        }
        return centres;
    }

    /// A point, each with a chance in proportion to its squared distance from the centres so far.
    private static int drawn(double[] distance, double sum, SplittableRandom random) {
        double mark = random.nextDouble() * sum;
        int last = 0;
        for (int i = 0; i < distance.length; i++) {
            if (distance[i] > 0) {
                last = i;
                mark -= distance[i];
                if (mark < 0) {
                    return i;
                }
            }
        }
        return last;
    }

    private static boolean assign(float[][] points, double[][] centres, int[] clusters) {
        boolean changed = false;
        for (int i = 0; i < points.length; i++) {
            int best = 0;
            double bestDistance = Double.MAX_VALUE;
            for (int c = 0; c < centres.length; c++) {
                double d = squared(points[i], centres[c]);
                if (d < bestDistance) {
                    bestDistance = d;
                    best = c;
                }
            }
            changed |= clusters[i] != best;
            clusters[i] = best;
        }
        return changed;
    }

    /// An empty cluster keeps its centre.
    private static void move(float[][] points, double[][] centres, int[] clusters) {
        int[] counts = new int[centres.length];
        double[][] sums = new double[centres.length][points[0].length];
        for (int i = 0; i < points.length; i++) {
            counts[clusters[i]]++;
            for (int d = 0; d < points[i].length; d++) {
                sums[clusters[i]][d] += points[i][d];
            }
        }
        for (int c = 0; c < centres.length; c++) {
            for (int d = 0; d < sums[c].length && counts[c] > 0; d++) {
                centres[c][d] = sums[c][d] / counts[c];
            }
        }
    }

    private static double squared(float[] point, double[] centre) {
        double sum = 0;
        for (int d = 0; d < centre.length; d++) {
            double off = point[d] - centre[d];
            sum += off * off;
        }
        return sum;
    }

    private static double[] toDoubles(float[] values) {
        double[] copy = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            copy[i] = values[i];
        }
        return copy;
    }
}
