package labelwright.exchange;

import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;

import labelwright.geometry.MaskBitmap;
import labelwright.geometry.Spans;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

class LabelRowsTest {
    private static final int WIDTH = 90;
    private static final int HEIGHT = 120;

    @Test
    void laterAreasCoverEarlierOnesWhateverRowTheyBeginIn() {
        Random random = new Random(7);
        byte[][] expected = new byte[HEIGHT][WIDTH];
        LabelRows rows = new LabelRows();
        rows.add(Spans.NONE, 9);
        for (int i = 0; i < 300; i++) {
            byte value = (byte) (1 + random.nextInt(255));
            MaskBitmap area = new MaskBitmap(0, 0, WIDTH, HEIGHT);
            int top = random.nextInt(HEIGHT);
            int end = Math.min(HEIGHT, top + 1 + random.nextInt(25));
            for (int y = top; y < end; y += 1 + random.nextInt(2)) {
                int from = random.nextInt(WIDTH);
                int to = Math.min(WIDTH, from + 1 + random.nextInt(20));
                area.fill(y, from, to);
                Arrays.fill(expected[y], from, to, value);
            }
            rows.add(area.spans(), value);
        }
        byte[] row = new byte[WIDTH];
        for (int y = 0; y < HEIGHT; y++) {
            rows.fill(y, row);
            assertArrayEquals(expected[y], row, "row " + y);
        }
    }
}
