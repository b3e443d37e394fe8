package labelwright.exchange;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import labelwright.exchange.PictureSizes.Size;
import labelwright.exchange.RandomDataset.Kinds;
import labelwright.exchange.coco.CocoFormat;
import labelwright.exchange.formats.StandardFormats;
import labelwright.exchange.voc.VocFormat;
import labelwright.exchange.yolo.YoloFormat;
import labelwright.geometry.Bounds;
import labelwright.geometry.Ellipse;
import labelwright.geometry.Keypoints;
import labelwright.geometry.Points;
import labelwright.geometry.Polyline;
import labelwright.geometry.RotatedBox;
import labelwright.geometry.Shape;
import labelwright.model.Problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

/// Damaged files give problems in plain sentences and never anything else.
public class GarbledFilesTest {
    private static final String SIGNS = "{}[]<>\"',:;/\\-+.eE0123456789 \n\t\0\u00ff";

    private static final int ROUNDS = 150;
    /// Each round unpacks all label pictures, so they are small, in pixels.
    private static final int LARGEST = 300;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"coco", "voc", "yolo", "cvat", "labelme", "label-studio", "dota", "masks"})
    void damagedFilesGiveProblemsOnly(String id) throws IOException {
        DatasetFormat format = StandardFormats.create().byId(id);
        RandomDataset data = new RandomDataset(folder.resolve("pictures"), Kinds.ALL, 21, LARGEST);
        Path out = folder.resolve("out");
        format.writer().orElseThrow().write(new WriteRequest(out, data.labels), data);
        List<Path> files;
        try (Stream<Path> all = Files.walk(out)) {
            files = all.filter(file -> Files.isRegularFile(file) && !isPicture(out.relativize(file))).sorted().toList();
        }
        Random random = new Random(4);
        for (int round = 0; round < ROUNDS; round++) {
            Path file = files.get(random.nextInt(files.size()));
            byte[] sound = Files.readAllBytes(file);
            Files.write(file, damage(sound, random));
            readAndCheck(format, out, "round " + round + " " + file.getFileName());
            Files.write(file, sound);
        }
        assertEquals(List.of(), Recorder.read(format, out, RandomDataset.SIZES).problems);
    }

    /// Label pictures are damaged too.
    private static boolean isPicture(Path file) {
        return FileNames.isPicture(file.toString()) && !file.startsWith("masks") && !file.toString().contains("Segmentation");
    }

    public static byte[] damage(byte[] sound, Random random) {
        if (sound.length == 0 || random.nextInt(20) == 0) {
            byte[] noise = new byte[random.nextInt(200)];
            random.nextBytes(noise);
            return noise;
        }
        byte[] bytes = sound.clone();
        int at = random.nextInt(bytes.length);
        switch (random.nextInt(5)) {
            case 0 -> {
                return Arrays.copyOf(bytes, at);
            }
            case 1 -> {
                return Arrays.copyOfRange(bytes, at, bytes.length);
            }
            case 2 -> bytes[at] = (byte) random.nextInt(256);
            case 3 -> {
                for (int i = 0; i < 20; i++) {
                    bytes[random.nextInt(bytes.length)] = (byte) SIGNS.charAt(random.nextInt(SIGNS.length()));
                }
            }
            default -> {
                int length = Math.min(random.nextInt(60), bytes.length - at);
                System.arraycopy(bytes, random.nextInt(bytes.length - length + 1), bytes, at, length);
            }
        }
        return bytes;
    }

    private static void readAndCheck(DatasetFormat format, Path out, String what) {
        try {
            StandardFormats.create().detect(out);
            Recorder read = Recorder.read(format, out, RandomDataset.SIZES);
            read.problems.forEach(problem -> assertPlain(problem, what));
            read.items.forEach((key, item) -> read.regions.get(key).forEach(region -> assertInside(region.shape(), item, what)));
        } catch (ExchangeException e) {
            assertTrue(e.getMessage().endsWith("."), e.getMessage());
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            fail(what + ": " + e, e);
        }
    }

    public static void assertPlain(Problem problem, String what) {
        assertFalse(problem.where().isBlank(), what);
        assertTrue(problem.what().endsWith("."), problem::toString);
        assertFalse(problem.what().contains("Exception") || problem.what().contains("null") || problem.what().contains("\n"),
                problem::toString);
        assertTrue(problem.what().length() < 600, problem::toString);
    }

    /// Rotated boxes and ellipses may reach beyond the picture, but not with their centre.
    private static void assertInside(Shape shape, ItemRecord item, String what) {
        double slack = RegionCheck.EXACT;
        Bounds bounds = shape instanceof RotatedBox || shape instanceof Ellipse
                ? new Bounds(shape.bounds().centre().x(), shape.bounds().centre().y(), 0, 0)
                : shape.bounds();
        boolean isLine = shape instanceof Polyline || shape instanceof Points || shape instanceof Keypoints;
        assertTrue(bounds.x() >= -slack && bounds.y() >= -slack && bounds.maxX() <= item.width() + slack
                && bounds.maxY() <= item.height() + slack && (isLine || shape.area() > 0), what + " " + shape);
    }

    @Test
    void hostileJsonIsAMessage() throws IOException {
        List<String> files = List.of("", " ", "null", "3", "\"text\"", "[]", "{}", "{\"images\":3}", "{\"images\":[3,null,[[]],{}]}",
                "{\"images\":[{\"id\":{},\"file_name\":[]}],\"annotations\":[{\"bbox\":{}}]}",
                "{\"images\":[{\"id\":1,\"file_name\":\"a.jpg\",\"width\":1e400,\"height\":-3}],\"categories\":[{\"id\":1,\"name\":\"x\"}],"
                        + "\"annotations\":[{\"id\":1,\"image_id\":1,\"category_id\":1,\"bbox\":[1e308,1e308,1e308,1e308]},"
                        + "{\"id\":2,\"image_id\":1,\"category_id\":1,\"bbox\":[1,2,3]},{\"id\":3,\"image_id\":1,\"category_id\":1,\"bbox\":\"x\"},"
                        + "{\"id\":4,\"image_id\":1,\"category_id\":1,\"segmentation\":[[[[1,2]]],{},null,\"a\"]},"
                        + "{\"id\":5,\"image_id\":1,\"category_id\":1,\"bbox\":[1,2,3," + "9".repeat(2000) + "]}]}",
                "{\"images\":[],\"images\":[]}", "{\"a\":" + "{\"a\":".repeat(200_000), "\uFEFF{\"images\":[]}");
        for (String json : files) {
            Files.writeString(folder.resolve("a.json"), json);
            readAndCheck(new CocoFormat(), folder, json.substring(0, Math.min(60, json.length())));
        }
    }

    @Test
    void filesThatAreNotUtf8SaySo() throws IOException {
        byte[] latin = "{\"images\":[{\"id\":1,\"file_name\":\"\u00fc.jpg\"}]}".getBytes(StandardCharsets.ISO_8859_1);
        Files.write(folder.resolve("a.json"), latin);
        Recorder coco = Recorder.read(new CocoFormat(), folder);
        assertTrue(coco.problems.getFirst().what().contains("not UTF-8"), coco.problems::toString);
        Files.write(folder.resolve("a.xml"),
                "<annotation><filename>\u00fc.jpg</filename></annotation>".getBytes(StandardCharsets.ISO_8859_1));
        Recorder voc = Recorder.read(new VocFormat(), folder);
        assertTrue(voc.problems.getFirst().what().contains("UTF-8"), voc.problems::toString);
    }

    @Test
    void classListsInOtherEncodingsAreRead() throws IOException {
        Files.createFile(folder.resolve("a.jpg"));
        Files.writeString(folder.resolve("a.txt"), "0 0.5 0.5 0.1 0.1\n");
        Files.write(folder.resolve("classes.txt"), "\uFEFF细胞\r\n".getBytes(StandardCharsets.UTF_16LE));
        Recorder read = Recorder.read(new YoloFormat(), folder, file -> Optional.of(new Size(10, 10)));
        assertEquals("细胞", read.only().label());
        assertTrue(read.problems.getFirst().what().contains("UTF-16LE"), read.problems::toString);
        Files.writeString(folder.resolve("classes.txt"), "\uFEFF细胞\r\n");
        assertEquals("细胞", Recorder.read(new YoloFormat(), folder, file -> Optional.of(new Size(10, 10))).only().label());
        Files.write(folder.resolve("classes.txt"), "Zähler\n".getBytes(StandardCharsets.ISO_8859_1));
        assertEquals("Zähler", Recorder.read(new YoloFormat(), folder, file -> Optional.of(new Size(10, 10))).only().label());
    }
}
