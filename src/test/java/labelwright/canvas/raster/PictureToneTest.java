package labelwright.canvas.raster;

import java.util.Arrays;

import org.junit.jupiter.api.Test;

import labelwright.media.PixelImage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

class PictureToneTest {

    @Test
    void theIdentityNeedsNoTableAndMapsEachValueToItself() {
        assertNull(ToneTable.of(PictureTone.IDENTITY));
        for (int i = 0; i < 256; i++) {
            assertEquals(i / 255.0, PictureTone.IDENTITY.map(i / 255.0), 1e-12);
        }
    }

    @Test
    void whatLiesOutsideTheWindowIsBlackOrWhite() {
        PictureTone tone = PictureTone.IDENTITY.withWindow(new PictureTone.Window(0.25, 0.75));
        assertEquals(0, tone.map(0.2));
        assertEquals(0.5, tone.map(0.5), 1e-12);
        assertEquals(1, tone.map(0.8));
    }

    @Test
    void centreAndWidthAreTheSameWindow() {
        PictureTone.Window window = PictureTone.Window.around(0.4, 0.2);
        assertEquals(0.3, window.low(), 1e-12);
        assertEquals(0.5, window.high(), 1e-12);
        assertEquals(0.4, window.centre(), 1e-12);
        PictureTone.Window none = PictureTone.Window.around(0.5, 0);
        assertEquals(PictureTone.Window.NARROWEST, none.width(), 1e-12, "a window is never empty");
    }

    @Test
    void everyToneKeepsTheOrderOfValuesUnlessItIsInverted() {
        for (double gamma : new double[] {0.1, 0.5, 1, 2.2, 10}) {
            for (double contrast : new double[] {-0.9, -0.3, 0, 0.6, 1}) {
                PictureTone tone = PictureTone.IDENTITY.withGamma(gamma).withContrast(contrast).withBrightness(0.1);
                PictureTone inverted = tone.withPolarity(PictureTone.Polarity.INVERTED);
                double last = -1;
                for (int i = 0; i < 256; i++) {
                    double value = tone.map(i / 255.0);
                    assertTrue(value >= last && value <= 1, tone::toString);
                    assertEquals(1 - value, inverted.map(i / 255.0), 1e-12);
                    last = value;
                }
            }
        }
    }

    @Test
    void oneChannelIsShownAsGreyAndAlphaAsOpaque() {
        int pixel = 0x80204060;
        assertEquals(0x80202020, table(PictureTone.Channel.RED).apply(pixel));
        assertEquals(0x80606060, table(PictureTone.Channel.BLUE).apply(pixel));
        assertEquals(0xFF808080, table(PictureTone.Channel.ALPHA).apply(pixel));
    }

    @Test
    void theHistogramFindsTheWindowOfAFlatPicture() {
        int[] pixels = new int[10_000];
        for (int i = 0; i < pixels.length; i++) {
            int value = 100 + i % 20;
            pixels[i] = 0xFF000000 | value * 0x010101;
        }
        pixels[0] = 0xFF000000;
        pixels[1] = 0xFFFFFFFF;
        Histogram histogram = Histogram.of(new PixelImage(100, 100, pixels));
        PictureTone.Window window = histogram.window(PictureTone.Channel.ALL, 0.001);
        assertEquals(100 / 255.0, window.low(), 1e-9);
        assertEquals(119 / 255.0, window.high(), 1e-9);
        assertEquals(30_000, Arrays.stream(histogram.counts(PictureTone.Channel.ALL)).sum());
    }

    private static ToneTable table(PictureTone.Channel channel) {
        ToneTable table = ToneTable.of(PictureTone.IDENTITY.withChannel(channel));
        assertNotNull(table);
        return table;
    }
}
