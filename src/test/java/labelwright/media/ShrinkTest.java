package labelwright.media;

import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

class ShrinkTest {

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 8, 16, 17, 32})
    void eachPixelIsTheAverageOfItsSquareWeightedByOpacity(int factor) {
        Random random = new Random(factor);
        for (int opacity : new int[] {0, 0xff000000}) {
            for (int i = 0; i < 40; i++) {
                int width = 1 + random.nextInt(90);
                int height = 1 + random.nextInt(90);
                int[] argb = i == 0 ? white(width * height) : random.ints((long) width * height).map(pixel -> pixel | opacity).toArray();
                PixelImage from = new PixelImage(width, height, argb);
                PixelImage small = (PixelImage) Shrink.by(from, factor);
                assertEquals(Math.ceilDiv(width, factor), small.width());
                for (int at = 0; at < small.width() * small.height(); at++) {
                    int x = at % small.width();
                    int y = at / small.width();
                    assertEquals(average(from, x * factor, y * factor, factor), small.argb(x, y));
                }
            }
        }
    }

    private static int[] white(int count) {
        int[] argb = new int[count];
        Arrays.fill(argb, -1);
        return argb;
    }

    private static int average(PixelImage from, int left, int top, int factor) {
        long[] sums = new long[4];
        long count = 0;
        for (int y = top; y < Math.min(from.height(), top + factor); y++) {
            for (int x = left; x < Math.min(from.width(), left + factor); x++) {
                int pixel = from.argb(x, y);
                long alpha = pixel >>> 24;
                sums[3] += alpha;
                for (int c = 0; c < 3; c++) {
                    sums[c] += alpha * (pixel >> 8 * c & 0xff);
                }
                count++;
            }
        }
        if (sums[3] == 0) {
            return 0;
        }
        int result = (int) ((sums[3] + count / 2) / count) << 24;
        for (int c = 0; c < 3; c++) {
            result |= (int) ((sums[c] + sums[3] / 2) / sums[3]) << 8 * c;
        }
        return result;
    }
}
