package labelwright.media;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import labelwright.Samples;
import labelwright.media.TiffFixture.Packing;
import labelwright.media.TiffFixture.Page;
import labelwright.media.tiff.Rect;
import labelwright.media.tiff.TiffFile;
import labelwright.media.tiff.TiffUnsupported;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// The eight orientations in every format that has them, and the sample files of every format.
class EveryFormatTest {
    private static final int WIDTH = 96;
    private static final int HEIGHT = 64;
    private static final int TOLERANCE = 30;

    private final ImageDecoder decoder = new ImageDecoder();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void everyFormatThatKnowsAnOrientationIsTurnedOnceAndTheSameWay(int orientation) throws IOException {
        PixelImage stored = TestPictures.stored(TestPictures.fourFields(WIDTH, HEIGHT), orientation);
        byte[] exif = TestPictures.exif(orientation, ByteOrder.LITTLE_ENDIAN);
        List<Path> files = List.of(
                Files.write(folder.resolve("a.jpg"), TestPictures.jpegWithExif(TestPictures.encoded(stored, "jpeg"), exif)),
                Files.write(folder.resolve("a.png"), TestPictures.pngWithChunk(TestPictures.encoded(stored, "png"), "eXIf", exif)),
                tiff("tiles.tif", Page.of(stored.width(), stored.height(), 3, 8).tiles(16).turned(orientation), stored),
                tiff("strips.tif", Page.of(stored.width(), stored.height(), 3, 8).strips(9).with(Packing.LZW).turned(orientation), stored),
                Files.write(folder.resolve("a.webp"), webp(stored, exif)));
        for (Path file : files) {
            ImageInfo info = decoder.check(file);
            assertEquals(orientation, info.orientation(), file.toString());
            assertUpright(decoder.decode(file), file);
            assertUpright(decoder.decode(file, WIDTH, WIDTH), file);
            Picture opened = new PictureOpener(decoder, folder.resolve("tiles"), Runnable::run, 1 << 20).open(PictureFile.of(file));
            assertEquals(WIDTH, opened.width(), file.toString());
        }
        Page deep = Page.of(stored.width(), stored.height(), 1, 16).turned(orientation);
        Path file = TiffFixture.write(folder.resolve("deep.tif"), deep, (x, y, c) -> stored.argb(x, y) >> 8 & 0xffff);
        DeepImage picture = decoder.decodeDeep(PictureFile.of(file)).orElseThrow();
        assertEquals(Integer.toString(TestPictures.BLUE >> 8 & 0xffff), picture.value(5, HEIGHT - 5));
        assertEquals(Integer.toString(TestPictures.GREEN >> 8 & 0xffff), picture.value(WIDTH - 5, 5));
    }

    @Test
    void formatsWithoutAnOrientationAreTakenAsTheyAre() throws IOException {
        for (String format : List.of("bmp", "gif")) {
            Path file = Files.write(folder.resolve("a." + format), TestPictures.encoded(TestPictures.fourFields(WIDTH, HEIGHT), format));
            assertEquals(1, decoder.check(file).orientation());
            assertUpright(decoder.decode(file), file);
        }
    }

    @Test
    void floatingPointIsSeenThroughItsRange() throws IOException {
        Page page = Page.of(WIDTH, HEIGHT, 1, 32).withFormat(3);
        Path file = TiffFixture.write(folder.resolve("a.tif"), page, (x, y, c) -> x == 3 && y == 3 ? 1e9 : -5 + x / 10.0);
        DeepImage picture = decoder.decodeDeep(PictureFile.of(file)).orElseThrow();
        assertEquals(1e9, picture.range().high(), 100);
        assertTrue(picture.range().proposed().high() < 10, "one hot pixel does not make the rest black");
        assertEquals("-4.0000", picture.value(10, 0).replace("-4", "-4.0000"));
        PixelImage shown = picture.map(SampleWindow.of(-1, 6));
        assertEquals(0xff000000, shown.argb(5, 5));
        assertEquals(0xff808080, shown.argb(40, 5));
        assertEquals(0xffffffff, shown.argb(90, 5));
    }

    @Test
    void theSampleFlowersOfEveryDepthAreReadByOurReaderAsByTheLibraryOrSayWhy() throws IOException {
        Path samples = Samples.require("formats/edge-images/twelvemonkeys-tiff-depth");
        int own = 0;
        for (Path path : files(samples, ".tif")) {
            PixelImage library = decoder.decode(path);
            assertEquals(List.of(73, 43), List.of(library.width(), library.height()), path.toString());
            try (TiffFile file = TiffFile.open(path)) {
                var image = file.page(0).image();
                Picture mine = TiffPixels.picture(image, file.read(image, new Rect(0, 0, 73, 43)), null);
                own++;
                if (mine instanceof PixelImage pixels) {
                    for (int i = 0; i < pixels.argb().length; i++) {
                        assertTrue(TestPictures.distance(pixels.argb()[i], library.argb()[i]) <= 2, path + " at " + i);
                    }
                } else {
                    assertTrue(((DeepImage) mine).range().high() > ((DeepImage) mine).range().low());
                }
            } catch (TiffUnsupported e) {
                assertFalse(String.valueOf(e.getMessage()).isBlank());
            }
        }
        assertTrue(own >= 18, own + " read by our own reader");
    }

    @Test
    void everySampleOfLosslessJpegAndWebpIsRead() throws IOException {
        for (String group : List.of("twelvemonkeys-jpeg-lossless", "twelvemonkeys-webp", "twelvemonkeys-exif", "cvat-exif-rotated",
                "cvat-different-resolutions")) {
            Path samples = Samples.require("formats/edge-images/" + group);
            for (Path file : files(samples, "")) {
                if (ImageInfo.looksLikeAPicture(file)) {
                    ImageInfo info = decoder.verify(file);
                    PixelImage picture = decoder.decode(file);
                    assertEquals(List.of(info.width(), info.height()), List.of(picture.width(), picture.height()), file.toString());
                }
            }
        }
    }

    @Test
    void theRotatedSamplesStandUpright() throws IOException {
        Path samples = Samples.require("formats/edge-images/cvat-exif-rotated");
        assertEquals(List.of(6, 8, 6), Stream.of("left.jpg", "right.jpg", "tif_left.tif").map(name -> orientation(samples.resolve(name)))
                .toList());
    }

    private int orientation(Path file) {
        try {
            return decoder.check(file).orientation();
        } catch (MediaException e) {
            throw new AssertionError(e);
        }
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> Files.isRegularFile(file) && file.toString().endsWith(ending)).sorted().toList();
        }
    }

    private Path tiff(String name, Page page, PixelImage stored) throws IOException {
        return TiffFixture.write(folder.resolve(name), page, (x, y, c) -> stored.argb(x, y) >> 16 - 8 * c & 0xff);
    }

    private static void assertUpright(PixelImage picture, Path file) {
        assertEquals(List.of(WIDTH, HEIGHT), List.of(picture.width(), picture.height()), file.toString());
        int[] expected = {TestPictures.RED, TestPictures.GREEN, TestPictures.BLUE, TestPictures.YELLOW};
        for (int i = 0; i < 4; i++) {
            int x = i % 2 == 0 ? 10 : WIDTH - 10;
            int y = i < 2 ? 10 : HEIGHT - 10;
            assertTrue(TestPictures.distance(expected[i], picture.argb(x, y)) < TOLERANCE, file + " field " + i);
        }
    }

    /// A WebP of the extended kind: without loss, and with an Exif chunk. The pixels are coded plainly, 8 bits each: every symbol of a
    /// channel has a code of the same length.
    private static byte[] webp(PixelImage image, byte[] exif) {
        byte[] lossless = vp8l(image);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteBuffer head = ByteBuffer.allocate(10).order(ByteOrder.LITTLE_ENDIAN).put((byte) 0x08).put(new byte[3]);
        threeBytes(head, image.width() - 1);
        threeBytes(head, image.height() - 1);
        chunk(out, "VP8X", head.array());
        chunk(out, "VP8L", lossless);
        chunk(out, "EXIF", exif);
        byte[] chunks = out.toByteArray();
        return ByteBuffer.allocate(12 + chunks.length).order(ByteOrder.LITTLE_ENDIAN).put(ascii("RIFF")).putInt(4 + chunks.length)
                .put(ascii("WEBP")).put(chunks).array();
    }

    private static void threeBytes(ByteBuffer to, int value) {
        to.put((byte) value).put((byte) (value >> 8)).put((byte) (value >> 16));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static void chunk(ByteArrayOutputStream out, String type, byte[] content) {
        out.writeBytes(ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).put(ascii(type)).putInt(content.length).array());
        out.writeBytes(content);
        if (content.length % 2 == 1) {
            out.write(0);
        }
    }

    private static byte[] vp8l(PixelImage image) {
        Bits bits = new Bits();
        bits.put(0x2f, 8);
        bits.put(image.width() - 1, 14);
        bits.put(image.height() - 1, 14);
        bits.put(0, 1 + 3);
        // no transform, no colour cache, one group of codes
        bits.put(0, 1 + 1 + 1);
        for (int channel = 0; channel < 3; channel++) {
            eightBitCode(bits, channel == 0 ? 256 + 24 : 256);
        }
        // alpha is always 255 and distances are never used: codes of a single symbol
        bits.put(1, 1);
        bits.put(0, 1);
        bits.put(1, 1);
        bits.put(255, 8);
        bits.put(1, 1);
        bits.put(0, 1);
        bits.put(0, 1);
        bits.put(0, 1);
        for (int pixel : image.argb()) {
            bits.put(Integer.reverse(pixel >> 8 & 0xff) >>> 24, 8);
            bits.put(Integer.reverse(pixel >> 16 & 0xff) >>> 24, 8);
            bits.put(Integer.reverse(pixel & 0xff) >>> 24, 8);
        }
        return bits.bytes();
    }

    /// A normal code in which symbols 0 to 255 have 8 bits and the others none. The code lengths 0 and 8 are coded with one bit each.
    private static void eightBitCode(Bits bits, int symbols) {
        int[] order = {17, 18, 0, 1, 2, 3, 4, 5, 16, 6, 7, 8};
        bits.put(0, 1);
        bits.put(order.length - 4, 4);
        for (int length : order) {
            bits.put(length == 0 || length == 8 ? 1 : 0, 3);
        }
        bits.put(0, 1);
        for (int i = 0; i < symbols; i++) {
            bits.put(i < 256 ? 1 : 0, 1);
        }
    }

    /// Lowest bit first.
    private static final class Bits {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();
        private int held;
        private int count;

        void put(int value, int width) {
            for (int i = 0; i < width; i++) {
                held |= (value >> i & 1) << count;
                if (++count == 8) {
                    out.write(held);
                    held = 0;
                    count = 0;
                }
            }
        }

        byte[] bytes() {
            if (count > 0) {
                out.write(held);
            }
            return out.toByteArray();
        }
    }
}
