package labelwright.canvas.pixel;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Random;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

class MaxFlowTest {

    /// Shortest ways one after the other (Edmonds and Karp), on a matrix of capacities.
    private static long simple(int[][] capacities, int source, int sink) {
        long flow = 0;
        while (true) {
            int[] from = new int[capacities.length];
            Arrays.fill(from, -1);
            Deque<Integer> queue = new ArrayDeque<>();
            queue.add(source);
            while (!queue.isEmpty() && from[sink] < 0) {
                int node = queue.remove();
                for (int next = 0; next < capacities.length; next++) {
                    if (capacities[node][next] > 0 && from[next] < 0 && next != source) {
                        from[next] = node;
                        queue.add(next);
                    }
                }
            }
            if (from[sink] < 0) {
                return flow;
            }
            int most = Integer.MAX_VALUE;
            for (int node = sink; node != source; node = from[node]) {
                most = Math.min(most, capacities[from[node]][node]);
            }
            for (int node = sink; node != source; node = from[node]) {
                capacities[from[node]][node] -= most;
                capacities[node][from[node]] += most;
            }
            flow += most;
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void theFlowIsTheLargestAndTheCutCostsTheSame(long seed) {
        Random random = new Random(seed);
        int width = 3 + random.nextInt(7);
        int height = 3 + random.nextInt(7);
        int nodes = width * height;
        MaxFlow net = new MaxFlow(MaxFlow.grid(width, height));
        int[][] matrix = new int[nodes + 2][nodes + 2];
        for (int node = 0; node < nodes; node++) {
            int source = random.nextInt(3) == 0 ? random.nextInt(60) : 0;
            int sink = random.nextInt(3) == 0 ? random.nextInt(60) : 0;
            net.connectTerminals(node, source, sink);
            matrix[nodes][node] = source;
            matrix[node][nodes + 1] = sink;
            for (int side = 4; side < MaxFlow.SIDES; side++) {
                int x = node % width + MaxFlow.dx(side);
                int y = node / width + MaxFlow.dy(side);
                if (x >= 0 && x < width && y < height) {
                    int capacity = random.nextInt(20);
                    net.connect(node, side, capacity);
                    matrix[node][y * width + x] = capacity;
                    matrix[y * width + x][node] = capacity;
                }
            }
        }
        int[][] whole = Arrays.stream(matrix).map(int[]::clone).toArray(int[][]::new);
        long flow = net.solve();
        assertEquals(simple(matrix, nodes, nodes + 1), flow);
        long cut = 0;
        for (int a = 0; a < nodes + 2; a++) {
            for (int b = 0; b < nodes + 2; b++) {
                boolean aSource = a == nodes || (a < nodes && net.isWithSource(a));
                boolean bSource = b == nodes || (b < nodes && net.isWithSource(b));
                cut += aSource && !bSource ? whole[a][b] : 0;
            }
        }
        assertEquals(flow, cut);
    }
}
