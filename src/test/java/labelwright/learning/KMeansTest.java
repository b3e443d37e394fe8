package labelwright.learning;

import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class KMeansTest {

    @Test
    void separateHeapsBecomeSeparateClusters() {
        float[][] points = heaps(3, 20);
        for (int seed = 0; seed < 20; seed++) {
            int[] clusters = KMeans.cluster(points, 3, seed);
            for (int i = 0; i < points.length; i++) {
                assertEquals(clusters[i / 20 * 20], clusters[i]);
            }
            assertNotEquals(clusters[0], clusters[20]);
            assertNotEquals(clusters[20], clusters[40]);
        }
    }

    @Test
    void sameSeedSameClusters() {
        float[][] points = heaps(5, 30);
        assertArrayEquals(KMeans.cluster(points, 7, 42), KMeans.cluster(points, 7, 42));
    }

    @Test
    void pointsThatCoincideShareACluster() {
        float[][] points = new float[6][3];
        assertEquals(1, Arrays.stream(KMeans.cluster(points, 4, 1)).distinct().count());
    }

    @Test
    void asManyClustersAsDifferentPointsGivesEachItsOwn() {
        float[][] points = {{0}, {1}, {5}, {9}};
        assertEquals(4, Arrays.stream(KMeans.cluster(points, 4, 3)).distinct().count());
    }

    @Test
    void refusesMoreClustersThanPoints() {
        assertThrows(IllegalArgumentException.class, () -> KMeans.cluster(new float[2][2], 3, 1));
        assertThrows(IllegalArgumentException.class, () -> KMeans.cluster(new float[2][2], 0, 1));
        assertThrows(IllegalArgumentException.class, () -> KMeans.cluster(new float[][] {{1}, {1, 2}}, 1, 1));
    }

    private static float[][] heaps(int heaps, int each) {
        Random random = new Random(5);
        float[][] points = new float[heaps * each][2];
        for (int i = 0; i < points.length; i++) {
            points[i][0] = i / each * 100 + random.nextFloat();
            points[i][1] = random.nextFloat();
        }
        return points;
    }
}
