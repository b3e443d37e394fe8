package labelwright.media;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

class PixelImageTest {

    @Test
    void halvedCopiesGoDownToASmallOneAndCountInTheWeight() {
        PixelImage picture = TestPictures.plain(1001, 600, 0xff102030);
        PixelImage ready = picture.withHalves();
        assertTrue(picture.halves().isEmpty());
        assertSame(picture.argb(), ready.argb());
        assertEquals("[PixelImage[501 x 300], PixelImage[251 x 150]]", ready.halves().toString());
        assertEquals(0xff102030, ready.halves().getLast().argb(250, 149));
        assertTrue(ready.weightBytes() > picture.weightBytes() * 5 / 4);
        assertSame(ready, ready.withHalves());
    }

    @Test
    void eachPixelOfAHalvedCopyIsTheAverageOfFour() {
        int[] wide = new int[2 * 512];
        wide[0] = 0xff000000;
        wide[1] = 0xff0000ff;
        wide[512] = 0xff00ff00;
        wide[513] = 0xffff0000;
        assertEquals(0xff404040, new PixelImage(512, 2, wide).withHalves().halves().getFirst().argb(0, 0));
    }
}
