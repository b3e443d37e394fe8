package labelwright.exchange;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import labelwright.exchange.PictureSizes.Size;
import labelwright.exchange.formats.StandardFormats;
import labelwright.model.Problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/// Whatever the files of a data set say, no picture outside its folder is opened, and nothing small unpacks to more than memory holds. Each
/// refusal names the place.
class HostileFoldersTest {
    private static final PictureSizes SIZES = _ -> Optional.of(new Size(40, 40));
    private static final List<String> NAMING = List.of("coco", "voc", "labelme", "labelme-xml", "cvat", "label-studio", "yolo");
    /// Without a name of the picture, that of the label file counts.
    private static final List<String> BY_OWN_NAME = List.of("voc", "labelme");
    private static final List<String> ALL = List.of("coco", "voc", "labelme", "labelme-xml", "cvat", "label-studio", "yolo", "dota",
            "masks", "class-folders", "pictures");
    private static final int MEGABYTE = 1 << 20;

    @TempDir
    Path folder;
    private Path data;
    private Path secret;

    @BeforeEach
    void aPictureOutside() throws IOException {
        data = Files.createDirectories(folder.resolve("data"));
        secret = Files.writeString(folder.resolve("secret.png"), "outside");
    }

    private static Stream<Arguments> namesThatLeadOut() {
        List<String> names = List.of("../secret.png", "..\\secret.png", "sub/../../secret.png", "SECRET", "file://SECRET", "C:\\secret.png",
                "c:/secret.png", "\\\\server\\share\\secret.png", "//server/share/secret.png", "~/secret.png", "sub/NUL", "con.png",
                "a\u0001b.png", "x".repeat(5000) + ".png", "");
        return NAMING.stream().flatMap(
                id -> names.stream().filter(name -> !name.isEmpty() || !BY_OWN_NAME.contains(id)).map(name -> Arguments.of(id, name)));
    }

    /// `SECRET` stands for the absolute path of the picture outside.
    @ParameterizedTest
    @MethodSource("namesThatLeadOut")
    void namesThatLeadOutAreRefused(String id, String pattern) throws IOException {
        String name = pattern.replace("SECRET", secret.toString());
        write(id, name);
        Recorder read = Recorder.read(StandardFormats.create().byId(id), data, SIZES);
        read.items.values().forEach(this::requireInside);
        assertFalse(read.problems.isEmpty(), id + " says nothing about " + name);
        assertTrue(read.problems.stream().anyMatch(problem -> names(problem, id)), read.problems::toString);
        read.problems.forEach(problem -> GarbledFilesTest.assertPlain(problem, id + " " + name));
    }

    private void requireInside(ItemRecord item) {
        Path file = item.file();
        try {
            assertTrue(file == null || file.toRealPath().startsWith(data.toRealPath()), item::toString);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean names(Problem problem, String id) {
        return problem.where().contains(file(id));
    }

    /// The file that names the picture.
    private static String file(String id) {
        return switch (id) {
            case "voc", "cvat", "labelme-xml" -> "labels.xml";
            case "yolo" -> "train.txt";
            default -> "labels.json";
        };
    }

    private void write(String id, String name) throws IOException {
        String json = name.replace("\\", "\\\\").replace("\u0001", "\\u0001");
        String xml = name.replace("\u0001", "&#9;");
        String text = switch (id) {
            case "coco" -> """
                    {"images":[{"id":1,"file_name":"%s","width":40,"height":40}],"categories":[{"id":1,"name":"a"}],
                    "annotations":[{"id":1,"image_id":1,"category_id":1,"bbox":[1,1,5,5]}]}""".formatted(json);
            case "voc" -> """
                    <annotation><filename>%s</filename><size><width>40</width><height>40</height></size><object><name>a</name>
                    <bndbox><xmin>1</xmin><ymin>1</ymin><xmax>9</xmax><ymax>9</ymax></bndbox></object></annotation>""".formatted(xml);
            case "labelme" -> """
                    {"version":"5","imagePath":"%s","imageWidth":40,"imageHeight":40,"flags":{},"imageData":null,"shapes":[
                    {"label":"a","shape_type":"rectangle","points":[[1,1],[9,9]],"flags":{}}]}""".formatted(json);
            case "labelme-xml" -> """
                    <annotation><filename>%s</filename><folder>..</folder><object><name>a</name><deleted>0</deleted><id>0</id><polygon>
                    <pt><x>1</x><y>1</y></pt><pt><x>9</x><y>1</y></pt><pt><x>9</x><y>9</y></pt></polygon></object>
                    <imagesize><nrows>40</nrows><ncols>40</ncols></imagesize></annotation>""".formatted(xml);
            case "cvat" -> """
                    <annotations><version>1.1</version><image id="0" name="%s" width="40" height="40">
                    <box label="a" xtl="1" ytl="1" xbr="9" ybr="9"></box></image></annotations>""".formatted(xml);
            case "label-studio" -> """
                    [{"id":1,"data":{"image":"%s"},"annotations":[{"id":1,"result":[{"id":"r","type":"rectanglelabels","from_name":"l",
                    "to_name":"image","original_width":40,"original_height":40,"value":{"x":1,"y":1,"width":9,"height":9,"rotation":0,
                    "rectanglelabels":["a"]}}]}]}]""".formatted(json);
            default -> name + "\nmissing.png\n";
        };
        Files.writeString(data.resolve(file(id)), text);
        if (id.equals("yolo")) {
            Files.writeString(data.resolve("data.yaml"), "train: ../train.txt\nval: ../../secret.png\nnames: [a]\n");
            Files.writeString(data.resolve("inside.jpg"), "inside");
        }
    }

    private static List<String> all() {
        return ALL;
    }

    /// A link to a picture outside, a linked folder and a linked label file.
    @ParameterizedTest
    @MethodSource("all")
    void linksThatLeadOutAreRefused(String id) throws IOException {
        Path outside = Files.createDirectories(folder.resolve("outside"));
        Files.writeString(outside.resolve("far.png"), "far");
        Path pictures = Files.createDirectories(data.resolve(id.equals("class-folders") ? "train/cat" : "images"));
        try {
            Files.createSymbolicLink(pictures.resolve("linked.png"), secret);
            Files.createSymbolicLink(data.resolve("away"), outside);
        } catch (IOException | UnsupportedOperationException e) {
            assumeTrue(false, "This system makes no links: " + e);
        }
        Files.writeString(pictures.resolve("plain.png"), "inside");
        if (NAMING.contains(id)) {
            write(id, id.equals("yolo") ? "images/linked.png" : "linked.png");
            write(outside, id);
        } else if (id.equals("masks")) {
            Files.createDirectories(data.resolve("masks"));
            Files.createSymbolicLink(data.resolve("masks/plain.png"), secret);
        } else if (id.equals("dota")) {
            Files.createDirectories(data.resolve("labelTxt"));
            Files.writeString(outside.resolve("plain.txt"), "1 1 9 1 9 9 1 9 a 0\n");
            Files.createSymbolicLink(data.resolve("labelTxt/plain.txt"), outside.resolve("plain.txt"));
        }
        Recorder read = Recorder.read(StandardFormats.create().byId(id), data, SIZES);
        read.items.values().forEach(this::requireInside);
        List<String> places = read.problems.stream().filter(problem -> problem.what().contains("leads out of the folder"))
                .map(Problem::where).toList();
        assertTrue(places.stream().anyMatch(place -> place.contains("linked.png")), read.problems::toString);
        assertTrue(places.stream().anyMatch(place -> place.contains("away")), read.problems::toString);
        assertTrue(read.items.keySet().stream().noneMatch(name -> name.contains("far")), read.items::toString);
        assertTrue(read.regions.values().stream().flatMap(List::stream).noneMatch(region -> region.label().equals("outside")));
    }

    /// Labels that lie outside, and a link to them.
    private void write(Path outside, String id) throws IOException {
        Path inside = data.resolve(file(id));
        Path far = outside.resolve("far-" + file(id));
        Files.writeString(far, Files.readString(inside).replace("\"a\"", "\"outside\"").replace("<name>a<", "<name>outside<"));
        Files.createSymbolicLink(data.resolve("far-" + file(id)), far);
    }

    /// `classes` lists beside label pictures are read by name; a link there leads nowhere either.
    @Test
    void aLinkedListOfClassesIsNotRead() throws IOException {
        Files.writeString(folder.resolve("outside.txt"), "outside:128,0,0::\n");
        Files.createDirectories(data.resolve("JPEGImages"));
        Files.writeString(data.resolve("JPEGImages/a.png"), "inside");
        Files.createDirectories(data.resolve("SegmentationClass"));
        try (OutputStream out = Files.newOutputStream(data.resolve("SegmentationClass/a.png"))) {
            PngWriter.write(out, 40, 40, new int[] {0, 0x800000}, (_, values) -> Arrays.fill(values, (byte) 1));
        }
        Files.createSymbolicLink(data.resolve("labelmap.txt"), folder.resolve("outside.txt"));
        Recorder read = Recorder.read(StandardFormats.create().byId("voc"), data, SIZES);
        assertEquals(List.of("aeroplane"), read.labels, "the first class of the challenge");
    }

    private static byte[] png(int width, int height, int depth, byte[] packed) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeLong(0x89504E470D0A1A0AL);
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        DataOutputStream fields = new DataOutputStream(header);
        fields.writeInt(width);
        fields.writeInt(height);
        fields.write(new byte[] {(byte) depth, 0, 0, 0, 0});
        chunk(out, "IHDR", header.toByteArray());
        chunk(out, "IDAT", packed);
        chunk(out, "IEND", new byte[0]);
        return bytes.toByteArray();
    }

    private static void chunk(DataOutputStream out, String type, byte[] content) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 sum = new CRC32();
        sum.update(name);
        sum.update(content);
        out.writeInt(content.length);
        out.write(name);
        out.write(content);
        out.writeInt((int) sum.getValue());
    }

    /// Rows of single pixels on and off: 100,000 runs a row from a few bytes.
    private static byte[] stripes(int width, int height) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        byte[] row = new byte[1 + width / 8];
        Arrays.fill(row, 1, row.length, (byte) 0x55);
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(packed)) {
            for (int y = 0; y < height; y++) {
                deflater.write(row);
            }
        }
        return png(width, height, 1, packed.toByteArray());
    }

    /// 180 million runs would take 2 GB; so may 10^12 pixels.
    @ParameterizedTest
    @ValueSource(strings = {"voc", "masks", "labelme"})
    void labelPicturesThatUnpackToMoreThanMemoryHoldsAreRefused(String id) throws IOException {
        for (byte[] bomb : List.of(stripes(200_000, 1800), png(1_000_000, 1_000_000, 8, new byte[20]))) {
            String place = "a";
            switch (id) {
                case "voc" -> {
                    Files.createDirectories(data.resolve("JPEGImages"));
                    Files.writeString(data.resolve("JPEGImages/a.png"), "inside");
                    Files.write(Files.createDirectories(data.resolve("SegmentationClass")).resolve("a.png"), bomb);
                }
                case "masks" -> {
                    Files.createDirectories(data.resolve("images"));
                    Files.writeString(data.resolve("images/a.png"), "inside");
                    Files.write(Files.createDirectories(data.resolve("masks")).resolve("a.png"), bomb);
                }
                default -> {
                    place = "labels.json";
                    Files.writeString(data.resolve(place), """
                            {"version":"5","imagePath":"a.png","imageWidth":200000,"imageHeight":1800,"flags":{},"imageData":null,"shapes":[
                            {"label":"a","shape_type":"mask","points":[[0,0],[199999,1799]],"flags":{},"mask":"%s"}]}"""
                            .formatted(Base64.getEncoder().encodeToString(bomb)));
                }
            }
            Recorder read = Recorder.read(StandardFormats.create().byId(id), data, PictureSizes.UNKNOWN);
            assertEquals(List.of(), read.allRegions());
            String named = place;
            assertTrue(read.problems.stream().anyMatch(problem -> problem.where().contains(named)
                    && (problem.what().contains("label picture") || problem.what().contains("mask"))), read.problems::toString);
        }
    }

    private static Map<String, Integer> tooLarge() {
        return Map.of("voc", 65, "labelme-xml", 65, "cvat", 65, "coco", 65, "labelme", 65, "label-studio", 65, "yolo", 17, "dota", 17);
    }

    private static List<String> ofLabels() {
        return new ArrayList<>(tooLarge().keySet());
    }

    /// One value that is larger than any fair one.
    @ParameterizedTest
    @MethodSource("ofLabels")
    void aLabelFileOfOneHugeValueIsRefused(String id) throws IOException {
        int megabytes = tooLarge().getOrDefault(id, 0);
        String label = id.equals("yolo") ? "images/a.txt" : id.equals("dota") ? "labelTxt/a.txt" : file(id);
        Files.createDirectories(data.resolve("images"));
        Files.createDirectories(data.resolve("labelTxt"));
        Files.writeString(data.resolve("images/a.png"), "inside");
        write(id.equals("dota") ? "labelme" : id, "a.png");
        Path file = data.resolve(label);
        String[] parts = Files.exists(file) ? Files.readString(file).split("a\\.png", 2) : new String[] {"", ""};
        Files.deleteIfExists(data.resolve("labels.json"));
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(parts[0].getBytes(StandardCharsets.UTF_8));
            byte[] block = new byte[MEGABYTE];
            Arrays.fill(block, (byte) 'x');
            for (int i = 0; i < megabytes; i++) {
                out.write(block);
            }
            out.write(parts[1].getBytes(StandardCharsets.UTF_8));
        }
        Recorder read = Recorder.read(StandardFormats.create().byId(id), data, SIZES);
        assertEquals(List.of(), read.allRegions());
        assertTrue(read.problems.stream().anyMatch(problem -> problem.where().contains(label)), () -> read.problems.toString());
        read.problems.forEach(problem -> GarbledFilesTest.assertPlain(problem, id));
    }
}
