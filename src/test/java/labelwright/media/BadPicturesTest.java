package labelwright.media;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import labelwright.Samples;
import labelwright.media.MediaException.Reason;

import static labelwright.media.TestPictures.encoded;
import static labelwright.media.TestPictures.exif;
import static labelwright.media.TestPictures.fourFields;
import static labelwright.media.TestPictures.jpegWithExif;
import static labelwright.media.TestPictures.write;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

class BadPicturesTest {

    private final ImageDecoder decoder = new ImageDecoder();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"jpeg", "png", "bmp", "tiff"})
    void aPictureWithoutItsEndIsNoticedWithoutDecoding(String format) throws IOException {
        byte[] whole = encoded(fourFields(200, 150), format);
        for (int percent : List.of(99, 75, 50, 10)) {
            Path file = write(folder.resolve("half." + format), Arrays.copyOf(whole, whole.length * percent / 100));

            assertRefused(Reason.TRUNCATED, file);
        }
    }

    @Test
    void aGifThatStopsInItsOnlyFrameIsNoticed() throws IOException {
        byte[] whole = encoded(fourFields(200, 150), "gif");
        Path file = write(folder.resolve("half.gif"), Arrays.copyOf(whole, whole.length / 2));

        assertRefused(Reason.TRUNCATED, file);
    }

    @Test
    void aWebpWithoutItsEndIsNoticed() throws IOException {
        byte[] whole = Files.readAllBytes(Samples.require("formats/edge-images/twelvemonkeys-webp/1.webp"));
        Path file = write(folder.resolve("half.webp"), Arrays.copyOf(whole, whole.length / 2));

        assertRefused(Reason.TRUNCATED, file);
    }

    @Test
    void theEndOfAThumbnailInsideIsNotTheEndOfAJpeg() throws IOException {
        byte[] thumbnail = encoded(fourFields(16, 16), "jpeg");
        byte[] tiff = exif(1, ByteOrder.BIG_ENDIAN);
        byte[] both = Arrays.copyOf(tiff, tiff.length + thumbnail.length);
        System.arraycopy(thumbnail, 0, both, tiff.length, thumbnail.length);
        byte[] whole = jpegWithExif(encoded(fourFields(200, 150), "jpeg"), both);
        Path file = write(folder.resolve("half.jpg"), Arrays.copyOf(whole, whole.length - 200));

        assertRefused(Reason.TRUNCATED, file);
    }

    @Test
    void bytesBehindTheEndOfAJpegDoNoHarm() throws IOException {
        byte[] jpeg = encoded(fourFields(96, 64), "jpeg");
        Path file = write(folder.resolve("trailer.jpg"), Arrays.copyOf(jpeg, jpeg.length + 5000));

        assertEquals(96, decoder.check(file).width());
        assertEquals(96, decoder.verify(file).width());
    }

    @Test
    void damageInTheMiddleIsFoundByVerifying() throws IOException {
        byte[] png = encoded(fourFields(200, 150), "png");
        Arrays.fill(png, png.length / 2, png.length / 2 + 20, (byte) 0x55);
        Path file = write(folder.resolve("scratched.png"), png);

        assertEquals(200, decoder.check(file).width());
        assertEquals(Reason.UNREADABLE, assertThrows(MediaException.class, () -> decoder.verify(file)).reason());
    }

    @Test
    void anEmptyFileIsRefused() throws IOException {
        assertRefused(Reason.EMPTY, write(folder.resolve("empty.jpg"), new byte[0]));
    }

    @ParameterizedTest
    @ValueSource(strings = {"just a text", "BM is how this text begins, and it goes on", "x", "II", "RIFF1234WAVEfmt "})
    void whatIsNotAPictureIsRefused(String content) throws IOException {
        assertRefused(Reason.NOT_AN_IMAGE, write(folder.resolve("letter.jpg"), content.getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    void aFolderIsNotAPicture() throws IOException {
        assertRefused(Reason.NOT_AN_IMAGE, Files.createDirectory(folder.resolve("folder.jpg")));
    }

    @Test
    void aMissingFileSaysWhereItWasLookedFor() {
        MediaException problem = assertRefused(Reason.MISSING, folder.resolve("gone.jpg"));

        assertTrue(problem.getMessage().contains(folder.toString()), problem.getMessage());
    }

    @Test
    void aFileThatMayNotBeOpenedSaysSo() throws IOException {
        Path file = write(folder.resolve("secret.jpg"), encoded(fourFields(8, 8), "jpeg"));
        Assumptions.assumeTrue(Files.getFileStore(file).supportsFileAttributeView("posix"), "skipped: no POSIX permissions here");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
        Assumptions.assumeFalse(Files.isReadable(file), "skipped: this user may read everything");

        assertTrue(assertRefused(Reason.UNREADABLE, file).getMessage().contains("may not be opened"));
    }

    @Test
    void aPictureThatClaimsAHundredThousandMillionPixelsIsRefusedAtOnce() throws IOException {
        Path png = write(folder.resolve("huge.png"), TestPictures.pngClaiming(400_000, 300_000));
        Path bmp = write(folder.resolve("huge.bmp"), TestPictures.bmpClaiming(2_000_000, -3_000_000));
        byte[] jpegBytes = encoded(fourFields(8, 8), "jpeg");
        int frame = frameHeader(jpegBytes);
        Arrays.fill(jpegBytes, frame + 5, frame + 9, (byte) 0xff);
        Path jpeg = write(folder.resolve("huge.jpg"), jpegBytes);

        for (Path file : List.of(png, bmp, jpeg)) {
            MediaException problem = assertTimeoutPreemptively(Duration.ofSeconds(5), () -> assertRefused(Reason.TOO_LARGE, file));
            assertTrue(problem.getMessage().contains("pixels"), problem.getMessage());
        }
        assertEquals(400_000, decoder.probe(png).width());
    }

    @Test
    void theLimitCanBeSet() throws IOException {
        Path file = write(folder.resolve("picture.png"), encoded(fourFields(20, 10), "png"));

        assertEquals(20, new ImageDecoder(new DecodeLimits(200)).decode(file).width());
        MediaException problem = assertThrows(MediaException.class, () -> new ImageDecoder(new DecodeLimits(199)).decode(file));
        assertEquals(Reason.TOO_LARGE, problem.reason());
    }

    @Test
    void aSizeOfZeroIsDamage() throws IOException {
        assertRefused(Reason.UNREADABLE, write(folder.resolve("zero.png"), TestPictures.pngClaiming(0, 10)));
        assertRefused(Reason.UNREADABLE, write(folder.resolve("negative.bmp"), TestPictures.bmpClaiming(-5, 10)));
    }

    /// Whatever bytes are changed, the answer is a picture or a sentence.
    @ParameterizedTest
    @ValueSource(strings = {"jpeg", "png", "gif", "bmp", "tiff"})
    void randomDamageNeverGivesAnythingButAPictureOrASentence(String format) throws IOException {
        byte[] whole = encoded(fourFields(40, 30), format);
        Random random = new Random(7);
        ImageDecoder careful = new ImageDecoder(new DecodeLimits(1_000_000));
        for (int round = 0; round < 300; round++) {
            byte[] damaged = whole.clone();
            for (int i = 0; i <= round % 8; i++) {
                damaged[random.nextInt(round % 2 == 0 ? damaged.length : Math.min(damaged.length, 120))] = (byte) random.nextInt();
            }
            Path file = write(folder.resolve("damaged"), damaged);
            assertPictureOrSentence(careful, file);
        }
    }

    @Test
    void everySamplePictureGivesAPictureOrASentence() throws IOException {
        Path samples = Samples.require("formats/edge-images");
        List<Path> files;
        try (Stream<Path> walk = Files.walk(samples)) {
            files = walk.filter(Files::isRegularFile).sorted().toList();
        }
        int read = 0;
        int pictures = 0;
        for (Path file : files) {
            boolean decoded = assertTimeoutPreemptively(Duration.ofSeconds(60), () -> assertPictureOrSentence(decoder, file));
            boolean named = ImageInfo.looksLikeAPicture(file);
            assertTrue(named || !decoded, () -> file + " was read as a picture");
            read += decoded ? 1 : 0;
            pictures += named ? 1 : 0;
        }
        assertTrue(pictures > 0 && read >= pictures * 0.75, "only " + read + " of " + pictures + " pictures were read");
    }

    @Test
    void theSampleFlowersLookAlikeAtEveryDepth() throws IOException {
        Path samples = Samples.require("formats/edge-images/twelvemonkeys-tiff-depth");
        double expected = brightness(decoder.decode(samples.resolve("flower-minisblack-08.tif")));
        for (String depth : List.of("06", "10", "12", "14", "16", "24", "32")) {
            PixelImage flower = decoder.decode(samples.resolve("flower-minisblack-" + depth + ".tif"));
            assertEquals(expected, brightness(flower), 4, "grey of " + depth + " bits");
        }
        double colours = brightness(decoder.decode(samples.resolve("flower-rgb-contig-08.tif")));
        for (String kind : List.of("contig-16", "contig-32", "planar-08", "planar-16", "planar-24")) {
            PixelImage flower = decoder.decode(samples.resolve("flower-rgb-" + kind + ".tif"));
            assertEquals(colours, brightness(flower), 4, kind);
        }
    }

    @Test
    void theSampleLandscapesStandUprightWhateverTheirOrientation() throws IOException {
        Path samples = Samples.require("formats/edge-images/twelvemonkeys-exif");
        for (String scene : List.of("Landscape", "Portrait")) {
            PixelImage upright = decoder.decode(samples.resolve(scene + "_1.jpg"), 100, 100);
            for (int orientation = 0; orientation <= 8; orientation++) {
                PixelImage other = decoder.decode(samples.resolve(scene + "_" + orientation + ".jpg"), 100, 100);
                // the number of the orientation is printed on the picture, so it is not quite the same
                assertTrue(difference(upright, other) < 12, scene + " " + orientation);
            }
        }
    }

    private MediaException assertRefused(Reason reason, Path file) {
        MediaException problem = assertThrows(MediaException.class, () -> decoder.check(file));
        assertEquals(reason, problem.reason(), problem.getMessage());
        assertEquals(reason, assertThrows(MediaException.class, () -> decoder.decode(file)).reason());
        assertEquals(reason, assertThrows(MediaException.class, () -> decoder.decode(file, 100, 100)).reason());
        assertEquals(file, problem.file());
        assertSentence(problem, file);
        return problem;
    }

    private static boolean assertPictureOrSentence(ImageDecoder decoder, Path file) {
        try {
            ImageInfo info = decoder.check(file);
            PixelImage picture = decoder.decode(file);
            assertEquals(info.width(), picture.width(), file.toString());
            assertEquals(info.height(), picture.height(), file.toString());
            PixelImage small = decoder.decode(file, 50, 50);
            assertTrue(small.width() <= 50 && small.height() <= 50, file.toString());
            return true;
        } catch (MediaException e) {
            assertSentence(e, file);
            return false;
        }
    }

    private static void assertSentence(MediaException problem, Path file) {
        String sentence = problem.getMessage();
        assertTrue(sentence.contains(file.getFileName().toString()) && sentence.endsWith(".") && !sentence.contains("null"), sentence);
    }

    private static int frameHeader(byte[] jpeg) {
        int at = 2;
        while ((jpeg[at + 1] & 0xff) != 0xc0) {
            at += 2 + ((jpeg[at + 2] & 0xff) << 8 | jpeg[at + 3] & 0xff);
        }
        return at;
    }

    private static double brightness(PixelImage picture) {
        return Arrays.stream(picture.argb()).mapToDouble(pixel -> ((pixel >> 16 & 0xff) + (pixel >> 8 & 0xff) + (pixel & 0xff)) / 3.0)
                .average().orElseThrow();
    }

    private static double difference(PixelImage a, PixelImage b) {
        assertEquals(a.width(), b.width());
        double sum = 0;
        for (int i = 0; i < a.argb().length; i++) {
            sum += TestPictures.distance(a.argb()[i], b.argb()[i]);
        }
        return sum / a.argb().length;
    }
}
