package labelwright.media;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static labelwright.media.TestPictures.BLUE;
import static labelwright.media.TestPictures.GREEN;
import static labelwright.media.TestPictures.RED;
import static labelwright.media.TestPictures.YELLOW;
import static labelwright.media.TestPictures.buffered;
import static labelwright.media.TestPictures.distance;
import static labelwright.media.TestPictures.encoded;
import static labelwright.media.TestPictures.exif;
import static labelwright.media.TestPictures.fourFields;
import static labelwright.media.TestPictures.jpegWithExif;
import static labelwright.media.TestPictures.plain;
import static labelwright.media.TestPictures.stored;
import static labelwright.media.TestPictures.write;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ImageDecoderTest {

    /// JPEG is not exact; these colours are far further apart than this
    private static final int JPEG_TOLERANCE = 24;

    private final ImageDecoder decoder = new ImageDecoder();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void everyOrientationOfAJpegIsTurnedUpright(int orientation) throws IOException {
        for (ByteOrder order : List.of(ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN)) {
            byte[] jpeg = encoded(stored(fourFields(96, 64), orientation), "jpeg");
            Path file = write(folder.resolve("turned.jpg"), jpegWithExif(jpeg, exif(orientation, order)));

            assertEquals(new ImageInfo(ImageFormat.JPEG, 96, 64, orientation, 1), decoder.probe(file));
            assertFourFields(decoder.decode(file), 96, 64);
            assertFourFields(decoder.decode(file, 48, 48), 48, 32);
        }
    }

    @Test
    void theOrientationOfAPngIsTurnedUpright() throws IOException {
        byte[] png = encoded(stored(fourFields(60, 40), 6), "png");
        Path file = write(folder.resolve("turned.png"), TestPictures.pngWithChunk(png, "eXIf", exif(6, ByteOrder.BIG_ENDIAN)));

        assertEquals(new ImageInfo(ImageFormat.PNG, 60, 40, 6, 1), decoder.check(file));
        assertFourFields(decoder.decode(file), 60, 40);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 9, 65535})
    void anInvalidOrientationIsTakenAsUpright(int orientation) throws IOException {
        byte[] jpeg = jpegWithExif(encoded(fourFields(96, 64), "jpeg"), exif(orientation, ByteOrder.BIG_ENDIAN));
        Path file = write(folder.resolve("odd.jpg"), jpeg);

        assertEquals(1, decoder.probe(file).orientation());
        assertFourFields(decoder.decode(file), 96, 64);
    }

    @Test
    void aBrokenExifBlockDoesNotSpoilThePicture() throws IOException {
        byte[] tiff = exif(6, ByteOrder.BIG_ENDIAN);
        tiff[4] = 0x7f; // the directory is said to lie two gigabytes further on
        Path file = write(folder.resolve("odd.jpg"), jpegWithExif(encoded(fourFields(96, 64), "jpeg"), tiff));

        assertFourFields(decoder.decode(file), 96, 64);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpeg", "png", "gif", "bmp", "tiff"})
    void everyFormatIsReadWithItsColours(String format) throws IOException {
        Path file = write(folder.resolve("picture." + format), encoded(fourFields(96, 64), format));

        ImageInfo info = decoder.verify(file);
        assertEquals(ImageFormat.valueOf(format.toUpperCase(Locale.ROOT)), info.format());
        assertEquals(new ImageInfo(info.format(), 96, 64, 1, 1), info);
        assertFourFields(decoder.decode(file), 96, 64);
        assertFourFields(decoder.decode(file, 12, 100), 12, 8);
    }

    @Test
    void aPngNamedAsJpegIsReadByItsContent() throws IOException {
        Path file = write(folder.resolve("photo.jpg"), encoded(fourFields(20, 10), "png"));

        ImageInfo info = decoder.check(file);
        assertEquals(ImageFormat.PNG, info.format());
        assertFalse(info.extensionFits(file));
        assertTrue(info.extensionFits(Path.of("PHOTO.PNG")));
        assertFourFields(decoder.decode(file), 20, 10);
    }

    @Test
    void aLinkIsFollowed() throws IOException {
        Path file = write(folder.resolve("real.png"), encoded(fourFields(20, 10), "png"));
        Path link = Files.createSymbolicLink(folder.resolve("link.png"), file);

        assertFourFields(decoder.decode(link), 20, 10);
    }

    @Test
    void readingDoesNotTouchTheFile() throws IOException {
        Path file = write(folder.resolve("kept.jpg"), encoded(fourFields(96, 64), "jpeg"));
        byte[] before = Files.readAllBytes(file);
        FileTime changed = Files.getLastModifiedTime(file);

        decoder.verify(file);
        decoder.decode(file, 10, 10);

        assertArrayEquals(before, Files.readAllBytes(file));
        assertEquals(changed, Files.getLastModifiedTime(file));
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(file), files.toList());
        }
    }

    @Test
    void greyKeepsItsValues() throws IOException {
        BufferedImage grey = new BufferedImage(256, 1, BufferedImage.TYPE_BYTE_GRAY);
        IntStream.range(0, 256).forEach(x -> grey.getRaster().setSample(x, 0, 0, x));

        PixelImage decoded = decoder.decode(write(folder.resolve("grey.png"), encoded(grey, "png")));

        IntStream.range(0, 256).forEach(x -> assertEquals(0xff000000 | x * 0x010101, decoded.argb(x, 0)));
    }

    @Test
    void greyOfSixteenBitsIsScaledNotCut() throws IOException {
        BufferedImage grey = new BufferedImage(256, 1, BufferedImage.TYPE_USHORT_GRAY);
        IntStream.range(0, 256).forEach(x -> grey.getRaster().setSample(x, 0, 0, x * 257));

        for (String format : List.of("png", "tiff")) {
            PixelImage decoded = decoder.decode(write(folder.resolve("grey16." + format), encoded(grey, format)));
            IntStream.range(0, 256).forEach(x -> assertEquals(0xff000000 | x * 0x010101, decoded.argb(x, 0)));
        }
    }

    @Test
    void twelveBitsStoredInSixteenAreNotBlack() throws IOException {
        BufferedImage grey = new BufferedImage(2, 1, BufferedImage.TYPE_USHORT_GRAY);
        grey.getRaster().setSample(0, 0, 0, 2048);
        grey.getRaster().setSample(1, 0, 0, 4095);

        PixelImage decoded = decoder.decode(write(folder.resolve("grey12.png"), encoded(grey, "png")));

        assertEquals(0xff808080, decoded.argb(0, 0));
        assertEquals(0xffffffff, decoded.argb(1, 0));
    }

    @Test
    void transparencyIsKept() throws IOException {
        PixelImage image = new PixelImage(2, 1, new int[] {0x80ff0000, 0x0000ff00});

        PixelImage decoded = decoder.decode(write(folder.resolve("alpha.png"), encoded(image, "png")));

        assertEquals(0x80ff0000, decoded.argb(0, 0));
        assertEquals(0, decoded.argb(1, 0) >>> 24);
    }

    @Test
    void aPaletteWithOneBitAPixelIsRead() throws IOException {
        BufferedImage binary = new BufferedImage(9, 2, BufferedImage.TYPE_BYTE_BINARY);
        binary.setRGB(8, 1, 0xffffffff);

        PixelImage decoded = decoder.decode(write(folder.resolve("binary.png"), encoded(binary, "png")));

        assertEquals(0xffffffff, decoded.argb(8, 1));
        assertEquals(0xff000000, decoded.argb(7, 1));
    }

    @Test
    void aJpegForPrintHasItsRightColours() throws IOException {
        WritableRaster inks = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, 64, 32, 4, null);
        for (int y = 0; y < 32; y++) {
            for (int x = 0; x < 64; x++) {
                // cyan ink alone on the left, black ink alone on the right; stored inverted, as every CMYK JPEG of practice is
                inks.setPixel(x, y, x < 32 ? new int[] {0, 255, 255, 255} : new int[] {255, 255, 255, 0});
            }
        }
        Path file = write(folder.resolve("inks.jpg"), TestPictures.jpegWithAdobeMark(jpeg(inks)));

        PixelImage decoded = decoder.decode(file);

        int cyan = decoded.argb(8, 16);
        assertTrue((cyan >> 16 & 0xff) < 80 && (cyan >> 8 & 0xff) > 120 && (cyan & 0xff) > 160, () -> Integer.toHexString(cyan));
        int black = decoded.argb(56, 16);
        assertTrue(distance(0xff000000, black) < 70, () -> Integer.toHexString(black));
    }

    @Test
    void aGifFrameSmallerThanTheScreenLiesAtItsPlace() throws IOException {
        byte[] gif = encoded(plain(2, 2, RED), "gif");
        gif[6] = 5;
        gif[8] = 4;
        int descriptor = 13 + 3 * (2 << (gif[10] & 7));
        while (gif[descriptor] != 0x2c) {
            descriptor++;
        }
        gif[descriptor + 1] = 2;
        gif[descriptor + 3] = 1;
        Path file = write(folder.resolve("offset.gif"), gif);

        PixelImage decoded = decoder.decode(file);

        assertEquals(new ImageInfo(ImageFormat.GIF, 5, 4, 1, 1), decoder.probe(file));
        assertEquals(RED, decoded.argb(2, 1));
        assertEquals(RED, decoded.argb(3, 2));
        assertEquals(0, decoded.argb(1, 1));
        assertEquals(0, decoded.argb(4, 2));
    }

    @Test
    void aBoundedPictureIsTheAverageOfTheWholeOne() throws IOException {
        Random random = new Random(1);
        PixelImage noise = new PixelImage(640, 480, random.ints(640 * 480, 0, 1 << 24).map(rgb -> 0xff000000 | rgb).toArray());
        Path file = write(folder.resolve("noise.png"), encoded(noise, "png"));

        PixelImage small = decoder.decode(file, 320, 320);

        assertEquals(320, small.width());
        assertEquals(240, small.height());
        int sum = (noise.argb(0, 0) & 0xff) + (noise.argb(1, 0) & 0xff) + (noise.argb(0, 1) & 0xff) + (noise.argb(1, 1) & 0xff);
        assertEquals(sum / 4.0, small.argb(0, 0) & 0xff, 0.51);
    }

    @Test
    void aBoundedPictureIsNeverMadeLarger() throws IOException {
        Path file = write(folder.resolve("small.png"), encoded(fourFields(20, 10), "png"));

        assertFourFields(decoder.decode(file, 1000, 1000), 20, 10);
    }

    @Test
    void aVeryNarrowPictureKeepsAPixel() throws IOException {
        Path file = write(folder.resolve("line.png"), encoded(plain(2000, 1, BLUE), "png"));

        PixelImage small = decoder.decode(file, 50, 50);

        assertEquals(50, small.width());
        assertEquals(1, small.height());
        assertEquals(BLUE, small.argb(25, 0));
    }

    @Test
    void manyThreadsDecodeAtOnce() throws IOException {
        Path file = write(folder.resolve("shared.jpg"), encoded(fourFields(96, 64), "jpeg"));
        PixelImage alone = decoder.decode(file);

        List<PixelImage> together = IntStream.range(0, 64).parallel().mapToObj(i -> decodeUnchecked(file)).toList();

        together.forEach(picture -> assertEquals(Arrays.hashCode(alone.argb()), Arrays.hashCode(picture.argb())));
    }

    @Test
    void scalingToTheSameSizeIsTheSamePicture() {
        PixelImage picture = fourFields(8, 8);

        assertSame(picture, picture.scaledTo(8, 8));
        assertEquals(RED, picture.scaledTo(16, 16).argb(0, 0));
        assertEquals(YELLOW, picture.scaledTo(3, 3).argb(2, 2));
    }

    @Test
    void invisibleColoursDoNotBleedWhenScaled() {
        PixelImage picture = new PixelImage(2, 1, new int[] {0xffff0000, 0x0000ff00});

        assertEquals(0x80ff0000, picture.scaledTo(1, 1).argb(0, 0));
    }

    private PixelImage decodeUnchecked(Path file) {
        try {
            return decoder.decode(file);
        } catch (MediaException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] jpeg(Raster raster) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.write(null, new IIOImage(raster, null, null), null);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    private static void assertFourFields(PixelImage picture, int width, int height) {
        assertEquals(width, picture.width());
        assertEquals(height, picture.height());
        assertNear(RED, picture.argb(width / 4, height / 4));
        assertNear(GREEN, picture.argb(width * 3 / 4, height / 4));
        assertNear(BLUE, picture.argb(width / 4, height * 3 / 4));
        assertNear(YELLOW, picture.argb(width * 3 / 4, height * 3 / 4));
    }

    private static void assertNear(int expected, int actual) {
        assertTrue(distance(expected, actual) <= JPEG_TOLERANCE,
                () -> "expected about %08x but was %08x".formatted(expected, actual));
    }
}
