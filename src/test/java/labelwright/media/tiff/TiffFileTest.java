package labelwright.media.tiff;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import labelwright.media.TiffFixture;
import labelwright.media.TiffFixture.Packing;
import labelwright.media.TiffFixture.Page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class TiffFileTest {
    private static final int WIDTH = 150;
    private static final int HEIGHT = 117;

    @TempDir
    private Path folder;

    static Stream<Page> pages() {
        Page rgb = Page.of(WIDTH, HEIGHT, 3, 8);
        Page grey16 = Page.of(WIDTH, HEIGHT, 1, 16);
        Page real = Page.of(WIDTH, HEIGHT, 1, 32).withFormat(3);
        return Stream.of(rgb, rgb.strips(10), rgb.strips(HEIGHT), rgb.inPlanes(), rgb.inPlanes().strips(20), Page.of(WIDTH, HEIGHT, 4, 8),
                rgb.with(Packing.LZW), rgb.with(Packing.LZW).withPredictor(2), rgb.with(Packing.LZW).strips(16),
                rgb.with(Packing.DEFLATE).withPredictor(2), rgb.with(Packing.PACK_BITS).strips(7),
                Page.of(WIDTH, HEIGHT, 1, 1), Page.of(WIDTH, HEIGHT, 1, 2).strips(9), Page.of(WIDTH, HEIGHT, 1, 4).with(Packing.PACK_BITS),
                Page.of(WIDTH, HEIGHT, 1, 8), grey16, grey16.with(Packing.DEFLATE).withPredictor(2), grey16.withFormat(2),
                Page.of(WIDTH, HEIGHT, 3, 16).with(Packing.LZW).withPredictor(2), Page.of(WIDTH, HEIGHT, 3, 16).inPlanes(),
                Page.of(WIDTH, HEIGHT, 1, 8).withFormat(2), Page.of(WIDTH, HEIGHT, 1, 32), Page.of(WIDTH, HEIGHT, 1, 32).withFormat(2),
                Page.of(WIDTH, HEIGHT, 1, 32).with(Packing.DEFLATE).withPredictor(2), real, real.with(Packing.DEFLATE).withPredictor(3),
                Page.of(WIDTH, HEIGHT, 3, 32).withFormat(3).with(Packing.LZW).withPredictor(3), Page.of(WIDTH, HEIGHT, 1, 16).withFormat(3),
                Page.of(WIDTH, HEIGHT, 1, 64).withFormat(3).strips(31));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyRectangleOfEveryKindIsReadAsItWasWritten(Page page) throws IOException {
        for (ByteOrder order : new ByteOrder[] {ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN}) {
            Path path = folder.resolve(order + ".tif");
            try (TiffFixture out = TiffFixture.create(path, order)) {
                out.page(page, (x, y, c) -> sample(page, x, y, c));
            }
            try (TiffFile file = TiffFile.open(path)) {
                TiffImage image = file.page(0).image();
                assertEquals(WIDTH, image.width());
                assertEquals(HEIGHT, image.height());
                assertEquals(page.channels(), image.channels());
                assertSame(page, file.read(image, new Rect(0, 0, WIDTH, HEIGHT)), 0, 0);
                Random random = new Random(3);
                for (int i = 0; i < 40; i++) {
                    int x = random.nextInt(WIDTH);
                    int y = random.nextInt(HEIGHT);
                    Rect part = new Rect(x, y, 1 + random.nextInt(WIDTH - x), 1 + random.nextInt(HEIGHT - y));
                    assertSame(page, file.read(image, part), x, y);
                }
            }
        }
    }

    @Test
    void jpegTilesComeOutInTheirColours() throws IOException {
        Page page = Page.of(WIDTH, HEIGHT, 3, 8).with(Packing.JPEG);
        Path path = TiffFixture.write(folder.resolve("a.tif"), page, (x, y, c) -> c == 0 ? 200 : c == 1 ? Math.min(255, x) : 30);
        try (TiffFile file = TiffFile.open(path)) {
            Samples part = file.read(file.page(0).image(), new Rect(50, 40, 60, 60));
            for (int y = 0; y < 60; y++) {
                for (int x = 0; x < 60; x++) {
                    int at = (y * 60 + x) * 3;
                    assertEquals(200, part.value(at), 4);
                    assertEquals(50.0 + x, part.value(at + 1), 4);
                    assertEquals(30, part.value(at + 2), 4);
                }
            }
        }
    }

    @Test
    void bigTiffIsReadToo() throws IOException {
        Page page = Page.of(WIDTH, HEIGHT, 3, 8).with(Packing.DEFLATE);
        Path path = folder.resolve("big.tif");
        try (TiffFixture out = TiffFixture.createBig(path)) {
            out.page(page, (x, y, c) -> sample(page, x, y, c));
        }
        try (TiffFile file = TiffFile.open(path)) {
            assertSame(page, file.read(file.page(0).image(), new Rect(10, 20, 100, 90)), 10, 20);
        }
    }

    @Test
    void smallerCopiesAreNoPages() throws IOException {
        Path path = folder.resolve("pages.tif");
        try (TiffFixture out = TiffFixture.create(path)) {
            out.page(Page.of(400, 300, 3, 8), (x, y, c) -> 1);
            out.page(Page.of(200, 150, 3, 8).copyOfThePageBefore(), (x, y, c) -> 2);
            out.page(Page.of(100, 75, 3, 8).copyOfThePageBefore(), (x, y, c) -> 3);
            out.page(Page.of(90, 80, 1, 8), (x, y, c) -> 4);
            out.page(Page.of(400, 300, 3, 8).strips(20), (x, y, c) -> 5);
            // the way of slide scanners: not marked, but tiled and of the same proportions
            out.page(Page.of(1000, 800, 3, 8).tiles(128), (x, y, c) -> 6);
            out.page(Page.of(250, 200, 3, 8).tiles(128), (x, y, c) -> 7);
        }
        try (TiffFile file = TiffFile.open(path)) {
            assertEquals(4, file.pages());
            TiffPage first = file.page(0);
            assertEquals(2, first.overviews().size());
            assertEquals(4, first.overviews().get(1).shrink(), 0.01);
            assertEquals(3, file.read(first.overviews().get(1).image(), new Rect(0, 0, 9, 9)).value(0));
            assertEquals(90, file.page(1).image().width());
            assertEquals(3, file.page(1).directory());
            assertTrue(file.page(2).overviews().isEmpty());
            assertEquals(1, file.page(3).overviews().size());
            assertThrows(IOException.class, () -> file.page(4));
        }
    }

    @Test
    void whatIsNotKnownSaysWhat() throws IOException {
        Path path = TiffFixture.write(folder.resolve("lab.tif"),
                new Page(20, 20, 3, 8, 1, 16, true, Packing.NONE, 1, false, 1, 8, 0), (x, y, c) -> 1);
        try (TiffFile file = TiffFile.open(path)) {
            TiffUnsupported problem = assertThrows(TiffUnsupported.class, () -> file.page(0));
            assertTrue(String.valueOf(problem.getMessage()).contains("colours"));
            assertEquals(1, file.pages());
            assertFalse(file.info(0).width() != 20);
        }
    }

    private static double sample(Page page, int x, int y, int c) {
        if (page.format() == 3) {
            return page.bits() == 16 ? (x - y) / 8.0 + c : (x * 1000.25 - y * 3.5) * (c + 1) / 7;
        }
        long mixed = (long) x * x * 7 + (long) y * y * 13 + (long) x * y + c * 31L;
        long limited = mixed % (1L << Math.min(page.bits(), 24) - (page.format() == 2 ? 1 : 0));
        return page.format() == 2 && (x + y) % 2 == 0 ? -limited : limited;
    }

    private static void assertSame(Page page, Samples part, int left, int top) {
        for (int y = 0; y < part.height(); y++) {
            for (int x = 0; x < part.width(); x++) {
                for (int c = 0; c < part.channels(); c++) {
                    double expected = sample(page, left + x, top + y, c);
                    double found = part.value((y * part.width() + x) * part.channels() + c);
                    if (Math.abs(expected - found) > Math.abs(expected) * 1e-6) {
                        throw new AssertionError("%s at %d,%d,%d: %f instead of %f".formatted(page, left + x, top + y, c, found, expected));
                    }
                }
            }
        }
    }
}
