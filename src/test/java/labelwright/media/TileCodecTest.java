package labelwright.media;

import java.io.IOException;
import java.util.Random;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

class TileCodecTest {

    @ParameterizedTest
    @ValueSource(strings = {"grey", "opaque", "transparent"})
    void everyPixelComesBack(String kind) throws IOException {
        Random random = new Random(7);
        for (int width : new int[] {1, 3, 64, 129}) {
            int[] argb = random.ints(width * 37L).map(pixel -> switch (kind) {
                case "grey" -> 0xff000000 | (pixel & 0xff) * 0x10101;
                case "opaque" -> pixel | 0xff000000;
                default -> pixel;
            }).toArray();
            PixelImage back = (PixelImage) TileCodec.decode(TileCodec.encode(new PixelImage(width, 37, argb)), DeepTiles.NONE);
            assertEquals(width, back.width());
            assertArrayEquals(argb, back.argb());
        }
    }
}
